import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

const kinds = {
  headings: { en: "heading", es: "encabezado" },
  names: { en: "name", es: "nombre" },
  rows: { en: "row of the register", es: "fila del registro" },
  checks: { en: "reality check", es: "prueba de realidad" },
} as const;

function kind(d: WordData, language: "en" | "es"): string {
  return kinds[d.kind as keyof typeof kinds]?.[language] ?? d.kind ?? "";
}

/** Words of the findings in the objections to a model, `critiques.yaml`. */
export const critiqueWords = {
  "critique-id-twice": {
    en: (d) => say(`the critique '${d.id}' is already there`, "Choose another id."),
    es: (d) => say(`la crítica '${d.id}' ya existe`, "Elija otro id."),
  },
  "critique-no-end": {
    en: (d) =>
      say(
        `the critique '${d.id}' is open and does not say what would settle it`,
        "Add 'settles': the data or the structure that would.",
      ),
    es: (d) =>
      say(
        `la crítica '${d.id}' está abierta y no dice qué la resolvería`,
        "Agregue 'settles': los datos o la estructura que lo harían.",
      ),
  },
  "critique-unknown": {
    en: (d) =>
      say(
        `the model has no ${kind(d, "en")} '${d.name}'${didYouMean(d)}`,
        "Correct it, or write where the model answers now.",
      ),
    es: (d) =>
      say(
        `el modelo no tiene este ${kind(d, "es")}: '${d.name}'${quisoDecir(d)}`,
        "Corríjalo, o escriba dónde responde ahora el modelo.",
      ),
  },
} satisfies Catalogue;
