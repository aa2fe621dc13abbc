import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

const kinds: Readonly<Record<string, { readonly en: string; readonly es: string }>> = {
  lever: { en: "lever", es: "palanca" },
  assumption: { en: "assumption", es: "supuesto" },
  variant: { en: "explanation", es: "explicación" },
  option: { en: "option of this explanation", es: "opción de esta explicación" },
  outcome: { en: "outcome", es: "resultado" },
  scenario: { en: "scenario", es: "escenario" },
  drawer: { en: "name", es: "nombre" },
};

function kindOf(d: WordData, language: "en" | "es"): string {
  const kind = d.kind ?? "";
  return Object.hasOwn(kinds, kind) ? kinds[kind]![language] : kind;
}

/** Words of what a link of the explorer says and cannot be used: it is left out, and the rest of the link stands. */
export const linkWords = {
  "link-name": {
    en: (d) =>
      say(
        `The link names '${d.name}', and the model has no such ${kindOf(d, "en")}${didYouMean(d) || "."}`,
        "It is left out; the rest of the link is used.",
      ),
    es: (d) =>
      say(
        `El enlace nombra '${d.name}' y el modelo no tiene tal ${kindOf(d, "es")}${quisoDecir(d) || "."}`,
        "Se deja fuera; el resto del enlace se usa.",
      ),
  },
  "link-key": {
    en: (d) => say(`The link says '${d.key}', which has no meaning here.`, "It is left out."),
    es: (d) => say(`El enlace dice '${d.key}', que aquí no significa nada.`, "Se deja fuera."),
  },
  "link-twice": {
    en: (d) => say(`The link says '${d.key}' more than once.`, "The first one counts."),
    es: (d) => say(`El enlace dice '${d.key}' más de una vez.`, "Cuenta la primera."),
  },
  "link-number": {
    en: (d) =>
      say(
        `The link gives '${d.key}' the value '${d.value}', which is not a number.`,
        "It is left out. Write 1000 or 0.5, without a comma or a unit; for a date 8@2025-02.",
      ),
    es: (d) =>
      say(
        `El enlace da a '${d.key}' el valor '${d.value}', que no es un número.`,
        "Se deja fuera. Escriba 1000 o 0.5, sin coma ni unidad; con fecha, 8@2025-02.",
      ),
  },
  "link-range": {
    en: (d) =>
      say(
        `The link gives '${d.key}' the value ${d.value}; it goes from ${d.low} to ${d.high}.`,
        "It is left out. Choose a value in the range.",
      ),
    es: (d) =>
      say(
        `El enlace da a '${d.key}' el valor ${d.value}; va de ${d.low} a ${d.high}.`,
        "Se deja fuera. Elija un valor dentro del intervalo.",
      ),
  },
  "link-switch": {
    en: (d) =>
      say(`The link gives '${d.key}' the value ${d.value}.`, "It is left out. Write 1 for on, 0 for off."),
    es: (d) =>
      say(`El enlace da a '${d.key}' el valor ${d.value}.`, "Se deja fuera. Escriba 1 para sí, 0 para no."),
  },
  "link-month": {
    en: (d) =>
      say(`The link gives '${d.key}' the month '${d.value}'.`, "It is left out. Write it as 2025-02."),
    es: (d) =>
      say(`El enlace da a '${d.key}' el mes '${d.value}'.`, "Se deja fuera. Escríbalo como 2025-02."),
  },
  "link-month-twice": {
    en: (d) =>
      say(
        `The link gives '${d.key}' two values for ${d.value}.`,
        "It is left out. Give each month one value.",
      ),
    es: (d) =>
      say(`El enlace da a '${d.key}' dos valores para ${d.value}.`, "Se deja fuera. Dé a cada mes un valor."),
  },
  "link-month-outside": {
    en: (d) =>
      say(
        `The link gives '${d.key}' the month ${d.value}; it can be from ${d.from} to ${d.to}.`,
        "It is left out. Choose a month in between.",
      ),
    es: (d) =>
      say(
        `El enlace da a '${d.key}' el mes ${d.value}; puede ser de ${d.from} a ${d.to}.`,
        "Se deja fuera. Elija un mes intermedio.",
      ),
  },
  "link-seed": {
    en: (d) =>
      say(`The link's seed '${d.value}' is not a whole number from 0 to 2147483647.`, "Seed 1 is used."),
    es: (d) =>
      say(`La semilla '${d.value}' del enlace no es un entero de 0 a 2147483647.`, "Se usa la semilla 1."),
  },
  "link-release": {
    en: (d) =>
      say(
        `The link was made with version ${d.asked} of the model; shown is version ${d.shown}.`,
        "Numbers can differ from those its writer saw.",
      ),
    es: (d) =>
      say(
        `El enlace se hizo con la versión ${d.asked} del modelo; se muestra la versión ${d.shown}.`,
        "Los números pueden diferir de los que vio quien lo escribió.",
      ),
  },
  "link-number-version": {
    en: (d) =>
      say(
        `The link was made with version ${d.asked} of the arithmetic; this is version ${d.ours}.`,
        "The last digits may differ.",
      ),
    es: (d) =>
      say(
        `El enlace se hizo con la versión ${d.asked} de la aritmética; esta es la versión ${d.ours}.`,
        "Las últimas cifras pueden diferir.",
      ),
  },
  "link-format": {
    en: (d) =>
      say(
        `The link is of format '${d.asked}'; this version of Downstream reads formats up to ${d.ours}.`,
        "What can be read is used. Ask for a newer version if something is missing.",
      ),
    es: (d) =>
      say(
        `El enlace es de formato '${d.asked}'; esta versión de Downstream lee formatos hasta ${d.ours}.`,
        "Se usa lo que se puede leer. Si falta algo, use una versión más nueva.",
      ),
  },
} as const satisfies Catalogue;
