import { type Catalogue, say } from "./words.ts";

const KINDS: Readonly<Record<string, { readonly en: string; readonly es: string }>> = {
  run: { en: "run of this episode", es: "una simulación de este episodio" },
  row: { en: "row of the register", es: "una fila del registro" },
  lever: { en: "lever of the model", es: "una palanca del modelo" },
  scenario: { en: "scenario of the model", es: "un escenario del modelo" },
};

/** Words of the findings of `downstream validate`. */
export const validationWords = {
  "history-observation": {
    en: (d) => say(`the model has no observation '${d.name}'`, `Name one of these: ${d.known}.`),
    es: (d) => say(`el modelo no tiene la observación '${d.name}'`, `Nombre una de estas: ${d.known}.`),
  },
  "history-unknown": {
    en: (d) => say(`the model has nothing by the name '${d.name}' here`, `It has these: ${d.known}.`),
    es: (d) => say(`el modelo no tiene aquí nada con el nombre '${d.name}'`, `Tiene estos: ${d.known}.`),
  },
  "history-not-a-sum": {
    en: (d) =>
      say(
        `'${d.name}' is not a series of 12-month sums, one a month`,
        "Leave it out: every observation that is not listed has rows of its own in the table.",
      ),
    es: (d) =>
      say(
        `'${d.name}' no es una serie mensual de sumas de 12 meses`,
        "Quítela: toda observación que no esté en la lista tiene sus propias filas en la tabla.",
      ),
  },
  "episode-unknown": {
    en: (d) => say(`'${d.name}' is no ${KINDS[d.what ?? ""]?.en ?? d.what}`, "Correct the name."),
    es: (d) => say(`'${d.name}' no es ${KINDS[d.what ?? ""]?.es ?? d.what}`, "Corrija el nombre."),
  },
  "episode-window": {
    en: (d) =>
      say(
        `no month that the model saves lies between ${d.from} and ${d.to}`,
        "Give months in order, inside the model's time.",
      ),
    es: (d) =>
      say(
        `ningún mes que el modelo guarda está entre ${d.from} y ${d.to}`,
        "Dé meses en orden y dentro del tiempo del modelo.",
      ),
  },
  "validation-nothing": {
    en: (d) =>
      say(
        `${d.path} has nothing to be held against`,
        "Give it episodes (episodes/*.yaml), a posterior with observations, or reference models in validation.yaml.",
      ),
    es: (d) =>
      say(
        `${d.path} no tiene con qué compararse`,
        "Déle episodios (episodes/*.yaml), una posterior con observaciones o modelos de referencia en validation.yaml.",
      ),
  },
  "validation-no-posterior": {
    en: () =>
      say("the table has no history: the model has no posterior", "Make one with `downstream calibrate`."),
    es: () =>
      say("la tabla no tiene historia: el modelo no tiene posterior", "Hágala con `downstream calibrate`."),
  },
  "result-unusable": {
    en: (d) =>
      say(`${d.path} holds no result of this kind: it is left out`, "Make it with `npm run results`."),
    es: (d) =>
      say(`${d.path} no contiene un resultado de este tipo: se omite`, "Hágalo con `npm run results`."),
  },
  "result-outdated": {
    en: (d) =>
      say(
        `${d.path} was made before the model or what it reads changed`,
        `Make it again with \`${d.command}\`.`,
      ),
    es: (d) =>
      say(
        `${d.path} se hizo antes de que cambiara el modelo o lo que lee`,
        `Hágalo de nuevo con \`${d.command}\`.`,
      ),
  },
} satisfies Catalogue;
