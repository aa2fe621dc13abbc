import { type Catalogue, say } from "./words.ts";

/** Words of the findings about what a model is validated against. */
export const validationWords = {
  "history-observation": {
    en: (d) => say(`the model has no observation '${d.name}'`, `Name one of these: ${d.known}.`),
    es: (d) => say(`el modelo no tiene la observación '${d.name}'`, `Nombre una de estas: ${d.known}.`),
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
} satisfies Catalogue;
