import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

const kinds = {
  lever: { en: "lever", es: "esta palanca" },
  outcome: { en: "outcome", es: "este resultado" },
  scenario: { en: "scenario", es: "este escenario" },
  constant: { en: "constant", es: "esta constante" },
  observation: { en: "observation", es: "esta observación" },
  table: { en: "table", es: "esta tabla" },
  chapter: { en: "chapter", es: "este capítulo" },
  row: { en: "row of the register", es: "esta fila del registro" },
} as const;

function kind(d: WordData, language: "en" | "es"): string {
  return kinds[d.kind as keyof typeof kinds]?.[language] ?? d.kind ?? "";
}

/** Words of the findings in how the explorer shows a model, `explorer.yaml`. */
export const explorerWords = {
  "explorer-unknown": {
    en: (d) =>
      say(
        `the model has no ${kind(d, "en")} '${d.name}'${didYouMean(d)}`,
        "Correct the name, or leave it out.",
      ),
    es: (d) =>
      say(`el modelo no tiene ${kind(d, "es")}: '${d.name}'${quisoDecir(d)}`, "Corrija el nombre o quítelo."),
  },
  "explorer-twice": {
    en: (d) => say(`'${d.name}' is already there`, "Name it once."),
    es: (d) => say(`'${d.name}' ya está`, "Nómbrelo una sola vez."),
  },
  "explorer-not-grouped": {
    en: (d) => say(`levers stand in no group: ${d.names}`, "Put each into one group, shown or folded."),
    es: (d) => say(`hay palancas sin grupo: ${d.names}`, "Ponga cada una en un grupo, visible o plegada."),
  },
  "explorer-month": {
    en: (d) =>
      say(`${d.at} lies outside the months that can be shown`, `Choose a month from ${d.from} to ${d.to}.`),
    es: (d) =>
      say(`${d.at} queda fuera de los meses que pueden mostrarse`, `Elija un mes de ${d.from} a ${d.to}.`),
  },
  "explorer-first": {
    en: (d) => say(`the list '${d.list}' does not begin with '${d.name}'`, "Put it first."),
    es: (d) => say(`la lista '${d.list}' no empieza con '${d.name}'`, "Póngalo al principio."),
  },
  "explorer-tried": {
    en: (d) =>
      say(
        `the range of '${d.name}' that has been tried does not lie in the lever's own`,
        `Choose low and high from ${d.low} to ${d.high}.`,
      ),
    es: (d) =>
      say(
        `el intervalo ya probado de '${d.name}' no cabe en el de la palanca`,
        `Elija low y high de ${d.low} a ${d.high}.`,
      ),
  },
  "explorer-tried-and-not": {
    en: (d) => say(`'${d.name}' has both 'tried' and 'untried'`, "Keep one of them."),
    es: (d) => say(`'${d.name}' tiene 'tried' y 'untried' a la vez`, "Deje solo uno."),
  },
  "explorer-step": {
    en: (d) =>
      say(
        `a slider of '${d.name}' with steps of ${d.step} cannot stand at ${d.value}`,
        "Choose a step that reaches the lever's own value and those of all scenarios.",
      ),
    es: (d) =>
      say(
        `un control de '${d.name}' con pasos de ${d.step} no puede quedar en ${d.value}`,
        "Elija un paso que llegue al valor de la palanca y a los de todos los escenarios.",
      ),
  },
} satisfies Catalogue;
