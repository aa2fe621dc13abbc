import { type Catalogue, say } from "./words.ts";

/** Words of the findings about checks and outcomes of a model. */
export const checkWords = {
  "outcome-kind": {
    en: (d) => say(`'${d.name}' has no value over time, so it cannot be an outcome`),
    es: (d) => say(`'${d.name}' no tiene un valor en el tiempo, así que no puede ser un resultado`),
  },
  "duplicate-outcome": {
    en: (d) => say(`'${d.name}' is already an outcome`, "Keep one of the two statements."),
    es: (d) => say(`'${d.name}' ya es un resultado`, "Deje una de las dos instrucciones."),
  },
  "baseline-outside-check": {
    en: () => say("baseline(x) means something only in what a check expects"),
    es: () => say("baseline(x) solo tiene sentido en lo que una comprobación espera"),
  },
  "baseline-twice": {
    en: () => say("baseline(...) stands inside baseline(...)", "Keep the outer one."),
    es: () => say("baseline(...) está dentro de baseline(...)", "Deje el exterior."),
  },
  "baseline-inside-function": {
    en: () =>
      say(
        "baseline(x) cannot stand inside a table or a function with a memory",
        "Put it around the function: baseline(sum over 12 months (x))",
      ),
    es: () =>
      say(
        "baseline(x) no puede estar dentro de una tabla o de una función con memoria",
        "Póngalo alrededor de la función: baseline(sum over 12 months (x))",
      ),
  },
  "check-sets-table": {
    en: (d) => say(`a check cannot set the table '${d.name}'`, "Set the variable that reads it."),
    es: (d) => say(`una comprobación no puede fijar la tabla '${d.name}'`, "Fije la variable que la lee."),
  },
  "check-start-of": {
    en: (d) =>
      say(`'${d.name}' is not a stock, so it has no start`, `Write '${d.name} = ...' without 'start of'.`),
    es: (d) =>
      say(
        `'${d.name}' no es una existencia (stock), así que no tiene inicio`,
        `Escriba '${d.name} = ...' sin 'start of'.`,
      ),
  },
  "check-value-moves": {
    en: (d) =>
      say(
        `'${d.name}' takes one number, but this value moves during the run`,
        "Use numbers and constants only.",
      ),
    es: (d) =>
      say(
        `'${d.name}' lleva un solo número, pero este valor cambia durante la corrida`,
        "Use solo números y constantes.",
      ),
  },
} satisfies Catalogue;
