import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings of `host/` and `cli/`: files, folders and options. */
export const hostWords = {
  "file-missing": {
    en: (d) =>
      say(`There is no file or folder '${d.path}'.`, "Check the spelling and the folder you are in."),
    es: (d) =>
      say(
        `No existe el archivo o la carpeta '${d.path}'.`,
        "Revise la ortografía y la carpeta en la que está.",
      ),
  },
  "file-not-a-folder": {
    en: (d) =>
      say(`'${d.path}' is a file, and a folder is needed here.`, "Give the folder that holds the files."),
    es: (d) =>
      say(
        `'${d.path}' es un archivo y aquí hace falta una carpeta.`,
        "Indique la carpeta que contiene los archivos.",
      ),
  },
  "file-is-a-folder": {
    en: (d) => say(`'${d.path}' is a folder, and a file is needed here.`, "Give the path of one file in it."),
    es: (d) =>
      say(`'${d.path}' es una carpeta y aquí hace falta un archivo.`, "Indique la ruta de un archivo."),
  },
  "file-unreadable": {
    en: (d) => say(`'${d.path}' cannot be read (${d.why}).`, "Check who may read it."),
    es: (d) => say(`No se puede leer '${d.path}' (${d.why}).`, "Revise los permisos de lectura."),
  },
  "file-unwritable": {
    en: (d) =>
      say(
        `'${d.path}' cannot be written (${d.why}).`,
        "Nothing was changed; choose another place or free some room.",
      ),
    es: (d) =>
      say(
        `No se puede escribir '${d.path}' (${d.why}).`,
        "No se cambió nada; elija otro lugar o libere espacio.",
      ),
  },
  "file-not-text": {
    en: (d) => say(`'${d.path}' is not text in UTF-8.`, "Save it again with the encoding UTF-8."),
    es: (d) => say(`'${d.path}' no es texto en UTF-8.`, "Guárdelo de nuevo con la codificación UTF-8."),
  },
  "file-too-large": {
    en: (d) =>
      say(`'${d.path}' is larger than a file of a model may be (16 MiB).`, "Keep only the rows it needs."),
    es: (d) =>
      say(
        `'${d.path}' es más grande de lo que puede ser un archivo de un modelo (16 MiB).`,
        "Conserve solo las filas necesarias.",
      ),
  },
  "file-exists": {
    en: (d) => say(`'${d.path}' exists already, and nothing was written.`, "Choose another name."),
    es: (d) => say(`'${d.path}' ya existe y no se escribió nada.`, "Elija otro nombre."),
  },
  "folder-too-large": {
    en: (d) =>
      say(`'${d.path}' holds more than a model may (128 MiB or 4,000 files).`, "Is it the right folder?"),
    es: (d) =>
      say(
        `'${d.path}' contiene más de lo que un modelo puede tener (128 MiB o 4,000 archivos).`,
        "¿Es la carpeta correcta?",
      ),
  },
  "folder-no-model": {
    en: (d) =>
      say(
        `'${d.path}' holds no Markdown chapter with a \`model\` block.`,
        "Name a model's folder, such as models/us-mexico, or make one with 'downstream new my-model'.",
      ),
    es: (d) =>
      say(
        `'${d.path}' no contiene ningún capítulo Markdown con un bloque \`model\`.`,
        "Indique la carpeta de un modelo, como models/us-mexico, o cree una con 'downstream new mi-modelo'.",
      ),
  },
  "option-number": {
    en: (d) => say(`${d.option} takes ${d.wanted}; this is '${d.value}'.`),
    es: (d) => say(`${d.option} lleva ${d.wanted}; se recibió '${d.value}'.`),
  },
  "option-language": {
    en: (d) => say(`There is no report in '${d.value}'.`, "Use --lang en or --lang es."),
    es: (d) => say(`No hay informe en '${d.value}'.`, "Use --lang en o --lang es."),
  },
  "option-set": {
    en: (d) =>
      say(
        `--set takes 'name=number'; this is '${d.value}'.`,
        "For example: --set 'treatment entry rate=0.3'",
      ),
    es: (d) =>
      say(
        `--set lleva 'nombre=número'; se recibió '${d.value}'.`,
        "Por ejemplo: --set 'treatment entry rate=0.3'",
      ),
  },
  "option-set-kind": {
    en: (d) =>
      say(
        `'${d.name}' is computed by the model, so it cannot be set.`,
        "Set a constant, a lever or a variant that it reads.",
      ),
    es: (d) =>
      say(
        `'${d.name}' lo calcula el modelo; no se puede fijar.`,
        "Fije una constante, una palanca o una variante que use.",
      ),
  },
  "option-set-option": {
    en: (d) =>
      say(
        `The variant '${d.name}' has no option '${d.value}'${didYouMean(d)}`,
        `Its options are: ${d.options}.`,
      ),
    es: (d) =>
      say(
        `La variante '${d.name}' no tiene la opción '${d.value}'${quisoDecir(d)}`,
        `Sus opciones son: ${d.options}.`,
      ),
  },
  "option-name": {
    en: (d) =>
      say(`The model has no '${d.name}'${didYouMean(d)}`, "Names are listed by 'downstream docs MODEL'."),
    es: (d) =>
      say(`El modelo no tiene '${d.name}'${quisoDecir(d)}`, "'downstream docs MODELO' enumera los nombres."),
  },
  "option-scenario": {
    en: (d) =>
      say(
        `The model has no scenario '${d.name}'${didYouMean(d)}`,
        d.known ? `It has: ${d.known}.` : "It has no scenarios/ folder.",
      ),
    es: (d) =>
      say(
        `El modelo no tiene el escenario '${d.name}'${quisoDecir(d)}`,
        d.known ? `Tiene: ${d.known}.` : "No tiene carpeta scenarios/.",
      ),
  },
  "option-data": {
    en: (d) => say(`The model has no data file '${d.name}'${didYouMean(d)}`, `It has: ${d.known || "none"}.`),
    es: (d) =>
      say(
        `El modelo no tiene el archivo de datos '${d.name}'${quisoDecir(d)}`,
        `Tiene: ${d.known || "ninguno"}.`,
      ),
  },
  "option-month": {
    en: (d) => say(`${d.option} takes a month such as 2027-11; this is '${d.value}'.`),
    es: (d) => say(`${d.option} lleva un mes como 2027-11; se recibió '${d.value}'.`),
  },
  "option-month-outside": {
    en: (d) =>
      say(
        `${d.option} ${d.value} is not between ${d.from} (the decision date) and ${d.to} (the end of the run).`,
      ),
    es: (d) =>
      say(
        `${d.option} ${d.value} no está entre ${d.from} (la fecha de decisión) y ${d.to} (el fin de la simulación).`,
      ),
  },
  "option-folder-name": {
    en: (d) =>
      say(`'${d.name}' cannot be the name of a model.`, "Use lower case letters, digits and hyphens."),
    es: (d) => say(`'${d.name}' no puede ser el nombre de un modelo.`, "Use minúsculas, dígitos y guiones."),
  },
  "posterior-other-model": {
    en: (d) =>
      say(
        `${d.path} was made with another version of the model (${d.theirs}; this one is ${d.ours}).`,
        "Make it again with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `${d.path} se hizo con otra versión del modelo (${d.theirs}; esta es ${d.ours}).`,
        "Hágalo de nuevo con 'downstream calibrate MODELO'.",
      ),
  },
  "posterior-unusable": {
    en: (d) =>
      say(
        `${d.path} is not a posterior of this model: ${d.why}.`,
        "Make it again with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `${d.path} no es una posterior de este modelo: ${d.why}.`,
        "Hágala de nuevo con 'downstream calibrate MODELO'.",
      ),
  },
  "calibrate-nothing-observed": {
    en: () =>
      say(
        "The model has no scored observation before the decision date.",
        "Add an 'observe' statement with an error.",
      ),
    es: () =>
      say(
        "El modelo no tiene ninguna observación con error antes de la fecha de decisión.",
        "Agregue una instrucción 'observe' con error.",
      ),
  },
  "calibrate-no-weight": {
    en: (d) =>
      say(
        `None of ${d.draws} prior draws has any weight (${d.rejected} rejected, ${d.failed} failed).`,
        "Look at the reject statements and at the priors: no draw comes near the data.",
      ),
    es: (d) =>
      say(
        `Ninguno de ${d.draws} sorteos a priori tiene peso (${d.rejected} rechazados, ${d.failed} fallidos).`,
        "Revise las instrucciones reject y los priors: ningún sorteo se acerca a los datos.",
      ),
  },
  "prior-without-bounds": {
    en: (d) =>
      say(
        `These are prior draws: ${d.count} bounds that a calibration rejects on ('reject') are not applied.`,
        "Weigh them with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `Son sorteos a priori: no se aplican ${d.count} límites con los que una calibración los rechaza ('reject').`,
        "Pondérelos con 'downstream calibrate MODEL'.",
      ),
  },
  "run-failed": {
    en: (d) => say(`The run failed: ${d.why}.`, "Look at the setting that was changed last."),
    es: (d) => say(`La simulación falló: ${d.why}.`, "Revise el último valor que cambió."),
  },
  "sampler-unused": {
    en: (d) =>
      say(
        `--sampler ${d.sampler} changes nothing here: the draws come from the posterior of ${d.origin}.`,
        "Add --prior to draw from the prior.",
      ),
    es: (d) =>
      say(
        `--sampler ${d.sampler} no cambia nada aquí: los sorteos vienen de la posterior de ${d.origin}.`,
        "Añada --prior para sortear del prior.",
      ),
  },
} satisfies Catalogue;
