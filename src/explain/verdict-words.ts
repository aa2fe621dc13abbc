import type { Language } from "./language.ts";

/** The verdicts that a brief gives. */
export type Verdict =
  | "supported"
  | "overstated"
  | "understated"
  | "contradicted"
  | "cannot be checked"
  /** Claims of place or of a report, judged by listed ids. */
  | "reading: supported"
  | "reading: contradicted"
  | "reading: reported, not confirmed"
  /** An expectation: explored with the model, not judged. */
  | "expectation";

/** A verdict in words: the mark differs in shape, so that no verdict is told by colour. */
export interface VerdictWords {
  readonly mark: string;
  readonly label: string;
  /** What the verdict means, in one sentence. */
  readonly meaning: string;
}

const WORDS: Readonly<Record<Verdict, Readonly<Record<Language, VerdictWords>>>> = {
  supported: {
    en: {
      mark: "●",
      label: "Supported",
      meaning: "The published data agree, within 5 % or inside the range of the sources.",
    },
    es: {
      mark: "●",
      label: "Respaldada",
      meaning: "Los datos publicados coinciden, dentro de 5 % o dentro del intervalo de las fuentes.",
    },
  },
  overstated: {
    en: { mark: "◐", label: "Overstated", meaning: "The direction is right, but the figure is too large." },
    es: {
      mark: "◐",
      label: "Exagerada",
      meaning: "La dirección es correcta, pero la cifra es demasiado grande.",
    },
  },
  understated: {
    en: { mark: "◑", label: "Understated", meaning: "The direction is right, but the figure is too small." },
    es: {
      mark: "◑",
      label: "Subestimada",
      meaning: "La dirección es correcta, pero la cifra es demasiado pequeña.",
    },
  },
  contradicted: {
    en: { mark: "○", label: "Contradicted", meaning: "The claim lies outside the range of every source." },
    es: {
      mark: "○",
      label: "Contradicha",
      meaning: "La afirmación queda fuera del intervalo de todas las fuentes.",
    },
  },
  "cannot be checked": {
    en: {
      mark: "?",
      label: "Cannot be checked",
      meaning: "Neither open data nor two independent sources say enough.",
    },
    es: {
      mark: "?",
      label: "No se puede comprobar",
      meaning: "No hay datos abiertos ni dos fuentes independientes que digan lo suficiente.",
    },
  },
  "reading: supported": {
    en: {
      mark: "◆",
      label: "Reading: supported",
      meaning: "Judged by reading the listed sources, not by a calculation: they agree.",
    },
    es: {
      mark: "◆",
      label: "Lectura: respaldada",
      meaning: "Se juzga leyendo las fuentes citadas, sin cálculo: coinciden.",
    },
  },
  "reading: contradicted": {
    en: {
      mark: "◇",
      label: "Reading: contradicted",
      meaning: "Judged by reading the listed sources, not by a calculation: they say otherwise.",
    },
    es: {
      mark: "◇",
      label: "Lectura: contradicha",
      meaning: "Se juzga leyendo las fuentes citadas, sin cálculo: dicen otra cosa.",
    },
  },
  "reading: reported, not confirmed": {
    en: {
      mark: "◈",
      label: "Reading: reported, not confirmed",
      meaning: "Press reports say so, from sources that are not named; no second source confirms it.",
    },
    es: {
      mark: "◈",
      label: "Lectura: publicada, sin confirmar",
      meaning: "Lo dice la prensa, con fuentes que no se identifican; ninguna segunda fuente lo confirma.",
    },
  },
  expectation: {
    en: {
      mark: "→",
      label: "Expectation",
      meaning: "About the future: explored with the model, not judged true or false.",
    },
    es: {
      mark: "→",
      label: "Expectativa",
      meaning: "Habla del futuro: se explora con el modelo y no se juzga si es cierta o falsa.",
    },
  },
};

/** Every verdict, in the order in which reports list them. */
export const VERDICTS = Object.keys(WORDS) as readonly Verdict[];

/** Mark, label and meaning of a verdict in one language. */
export function verdictWords(verdict: Verdict, language: Language): VerdictWords {
  return WORDS[verdict][language];
}

/** Each verdict as it follows a count: one and several. */
const COUNTED: Readonly<Record<Verdict, Readonly<Record<Language, readonly [string, string]>>>> = {
  supported: { en: ["supported", "supported"], es: ["respaldada", "respaldadas"] },
  overstated: { en: ["overstated", "overstated"], es: ["exagerada", "exageradas"] },
  understated: { en: ["understated", "understated"], es: ["subestimada", "subestimadas"] },
  contradicted: { en: ["contradicted", "contradicted"], es: ["contradicha", "contradichas"] },
  "cannot be checked": {
    en: ["cannot be checked", "cannot be checked"],
    es: ["no se puede comprobar", "no se pueden comprobar"],
  },
  "reading: supported": { en: ["supported", "supported"], es: ["respaldada", "respaldadas"] },
  "reading: contradicted": { en: ["contradicted", "contradicted"], es: ["contradicha", "contradichas"] },
  "reading: reported, not confirmed": {
    en: ["reported but not confirmed", "reported but not confirmed"],
    es: ["publicada sin confirmar", "publicadas sin confirmar"],
  },
  expectation: { en: ["expectation", "expectations"], es: ["expectativa", "expectativas"] },
};

/**
 * How many claims got each verdict and which, as words: "2 supported (F1, F3), 1 contradicted (F2); by reading the
 * sources: 1 supported (F4)", in the order of `VERDICTS`.
 */
export function verdictTally(
  claims: readonly { readonly id: string; readonly verdict: Verdict }[],
  language: Language,
): string {
  const counted = VERDICTS.map((name) => ({
    forms: COUNTED[name][language],
    ids: claims.filter((claim) => claim.verdict === name).map((claim) => claim.id),
    group: name === "expectation" ? 2 : name.startsWith("reading") ? 1 : 0,
  })).filter(({ ids }) => ids.length > 0);
  const reading = language === "en" ? "by reading the sources: " : "por lectura de las fuentes: ";
  return [0, 1, 2]
    .map((group) => {
      const parts = counted
        .filter((c) => c.group === group)
        .map(({ ids, forms }) => `${ids.length} ${forms[ids.length === 1 ? 0 : 1]} (${ids.join(", ")})`);
      return parts.length === 0 ? "" : `${group === 1 ? reading : ""}${parts.join(", ")}`;
    })
    .filter((part) => part !== "")
    .join("; ");
}
