import { type Catalogue, say } from "./words.ts";

/** Words of the findings about released models. */
export const releaseWords = {
  "option-release": {
    en: (d) =>
      say(
        `There is no release '${d.name}' of this model.`,
        d.known ? `There are: ${d.known}.` : "Make one with 'downstream release MODEL VERSION'.",
      ),
    es: (d) =>
      say(
        `No hay una versión '${d.name}' de este modelo.`,
        d.known ? `Hay: ${d.known}.` : "Haga una con 'downstream release MODELO VERSIÓN'.",
      ),
  },
  "option-release-name": {
    en: (d) =>
      say(`'${d.name}' is not the name of a release.`, "Write numbers joined by dots, such as 2026.1."),
    es: (d) =>
      say(`'${d.name}' no es nombre de una versión.`, "Escriba números unidos por puntos, como 2026.1."),
  },
  "option-release-date": {
    en: (d) => say(`'${d.value}' is not a day.`, "Write it as 2026-11-23."),
    es: (d) => say(`'${d.value}' no es un día.`, "Escríbalo como 2026-11-23."),
  },
  "option-renamed": {
    en: (d) =>
      say(
        `'${d.path}' is not a table of new names: ${d.why}`,
        'Write {"levers": {"old-name": "new-name"}, "scenarios": {}, "outcomes": {}, "parameters": {}}.',
      ),
    es: (d) =>
      say(
        `'${d.path}' no es una tabla de nombres nuevos: ${d.why}`,
        'Escriba {"levers": {"nombre-viejo": "nombre-nuevo"}, "scenarios": {}, "outcomes": {}, "parameters": {}}.',
      ),
  },
  "option-release-exists": {
    en: (d) =>
      say(
        `'${d.path}' is there already; a release is never written over, for links name it.`,
        "Choose the next number.",
      ),
    es: (d) =>
      say(
        `'${d.path}' ya existe; una versión nunca se sobrescribe, pues hay enlaces que la nombran.`,
        "Elija el número siguiente.",
      ),
  },
  "release-other-draws": {
    en: (d) =>
      say(
        `the draws '${d.posterior}' were made by another version of the model (${d.theirs}, not ${d.ours})`,
        "Make them again with 'downstream calibrate MODEL' before releasing it.",
      ),
    es: (d) =>
      say(
        `los sorteos '${d.posterior}' se hicieron con otra versión del modelo (${d.theirs}, no ${d.ours})`,
        "Hágalos de nuevo con 'downstream calibrate MODELO' antes de publicarlo.",
      ),
  },
  "release-incomplete": {
    en: (d) => say(`the release '${d.path}' lacks its file '${d.file}'`, "Get the folder whole."),
    es: (d) =>
      say(`a la versión '${d.path}' le falta su archivo '${d.file}'`, "Consiga la carpeta completa."),
  },
  "release-changed": {
    en: (d) =>
      say(
        `'${d.file}' of the release '${d.path}' is not the file that was released: its hash is another`,
        "Get it again from the repository.",
      ),
    es: (d) =>
      say(
        `'${d.file}' de la versión '${d.path}' no es el archivo que se publicó: su huella es otra`,
        "Consígalo de nuevo del repositorio.",
      ),
  },
  "release-unreadable": {
    en: (d) =>
      say(
        `'${d.file}' of the release '${d.path}' is in no form that this version reads`,
        "Use the version of Downstream that wrote it, or a newer one.",
      ),
    es: (d) =>
      say(
        `'${d.file}' de la versión '${d.path}' no tiene una forma que esta versión lea`,
        "Use la versión de Downstream que lo escribió, o una más nueva.",
      ),
  },
} as const satisfies Catalogue;
