import type { ValidationPart } from "../analysis/validation.ts";
import type { ValidationRow, ValidationVerdict } from "../analysis/validation-row.ts";
import { publishedRange } from "../analysis/validation-verdict.ts";
import type { Language, Text } from "../base/text.ts";
import { significant } from "./number-words.ts";

/** A verdict in words; the mark differs in shape, so that none is told by colour. */
export const VALIDATION_VERDICTS: Readonly<Record<ValidationVerdict, Text & { readonly mark: string }>> = {
  reproduced: { mark: "●", en: "reproduced", es: "reproducido" },
  covered: { mark: "◐", en: "covered", es: "cubierto" },
  missed: { mark: "○", en: "missed", es: "fallado" },
  reported: { mark: "·", en: "reported", es: "informado" },
};

const SEVERAL: Readonly<Record<ValidationVerdict, Text>> = {
  reproduced: { en: "reproduced", es: "reproducidos" },
  covered: { en: "covered", es: "cubiertos" },
  missed: { en: "missed", es: "fallas" },
  reported: { en: "reported without a target", es: "informados sin objetivo" },
};

/** What the verdicts mean, and how those of an episode add up. */
export const VERDICT_RULES: Text = {
  en: "Reproduced: the median of the draws lies in the published range. Covered: the range from 5 to 95 % of the draws meets it. Missed: neither. A figure that was published without a range stands for a fifth of itself to both sides. An episode is reproduced when no target is missed and at least half are reproduced. A rebuilt model is one run: it reproduces a figure within its range, or, without one, a level within 5 % and a change within a fifth.",
  es: "Reproducido: la mediana de los sorteos está en el intervalo publicado. Cubierto: el intervalo de 5 a 95 % de los sorteos lo toca. Fallado: ninguno de los dos. Una cifra publicada sin intervalo vale con un quinto de sí misma a cada lado. Un episodio se reproduce cuando ningún objetivo falla y al menos la mitad se reproduce. Un modelo reconstruido es una sola simulación: reproduce una cifra dentro de su intervalo o, sin él, un nivel a menos de 5 % y un cambio a menos de un quinto.",
};

export const PART_TITLES: Readonly<Record<ValidationPart, Text>> = {
  history: { en: "The past", es: "El pasado" },
  episodes: { en: "Episodes", es: "Episodios" },
  published: { en: "Published models", es: "Modelos publicados" },
};

/** Headings of the columns. */
export const COLUMNS = {
  target: { en: "target", es: "objetivo" },
  published: { en: "published", es: "publicado" },
  obtained: { en: "obtained", es: "obtenido" },
  range: { en: "5 to 95 %", es: "5 a 95 %" },
  without: { en: "causes off", es: "sin las causas" },
  subject: { en: "what", es: "qué" },
  inside: { en: "draws inside", es: "sorteos dentro" },
  verdict: { en: "verdict", es: "veredicto" },
  sources: { en: "sources", es: "fuentes" },
} as const satisfies Readonly<Record<string, Text>>;

const UNITS: Readonly<Record<string, Text>> = {
  "1": { en: "", es: "" },
  "%": { en: " %", es: " %" },
  month: { en: " months", es: " meses" },
  person: { en: " people", es: " personas" },
};

/** What the column `without` holds. */
export const WITHOUT_RULE: Text = {
  en: "Causes off: the same draws with the model's causes of the fall of 2023-24 switched off, not fitted anew.",
  es: "Sin las causas: los mismos sorteos con las causas que el modelo da a la baja de 2023-24 apagadas, sin volver a ajustar.",
};

/** A number of the table with its unit: three significant digits, years and counts in full. */
export function validationNumber(value: number | undefined, unit: string, language: Language): string {
  if (value === undefined) return "";
  return `${significant(value, Math.abs(value) >= 1000 ? 4 : 3)}${UNITS[unit]?.[language] ?? ` ${unit}`}`;
}

function rangeText(low: number, high: number, unit: string, language: Language): string {
  const to = language === "en" ? "to" : "a";
  const plain = (value: number) => validationNumber(value, "1", language);
  return `${plain(low)} ${to} ${validationNumber(high, unit, language)}`;
}

/** What was published: the value with its range, or the one that there is; empty without a target. */
export function publishedText({ published, unit }: ValidationRow, language: Language): string {
  const { value, low, high } = published;
  if (value === undefined && publishedRange(published) === undefined) return "";
  const most = language === "en" ? "at most" : "a lo más";
  const least = language === "en" ? "at least" : "al menos";
  const range =
    low !== undefined && high !== undefined
      ? rangeText(low, high, unit, language)
      : high !== undefined
        ? `${most} ${validationNumber(high, unit, language)}`
        : low !== undefined
          ? `${least} ${validationNumber(low, unit, language)}`
          : "";
  if (value === undefined) return range;
  return `${validationNumber(value, unit, language)}${range === "" ? "" : ` (${range})`}`;
}

/** The range of the draws; empty for a single run. */
export function obtainedRange({ obtained: { low, high }, unit }: ValidationRow, language: Language): string {
  return low === undefined || high === undefined ? "" : rangeText(low, high, unit, language);
}

/** Share of the draws inside the published range; empty where it is not known. */
export function insideText({ inside }: ValidationRow): string {
  return inside === undefined ? "" : `${significant(100 * inside, 2)} %`;
}

/** A verdict with its mark. */
export function verdictText(verdict: ValidationVerdict, language: Language): string {
  const { mark, [language]: word } = VALIDATION_VERDICTS[verdict];
  return `${mark} ${word}`;
}

/** How many of each verdict: `4 reproduced, 2 covered, 3 missed`. */
export function verdictCounts(
  counts: Readonly<Record<ValidationVerdict, number>>,
  language: Language,
): string {
  const kinds = Object.keys(VALIDATION_VERDICTS) as ValidationVerdict[];
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${(counts[kind] === 1 ? VALIDATION_VERDICTS : SEVERAL)[kind][language]}`)
    .join(", ");
}

/** Where an episode's draws come from, and how many count. */
export function episodeDraws(used: number, draws: number, bounds: boolean, language: Language): string {
  if (language === "en") {
    return bounds
      ? `${used} of ${draws} draws from the prior: those within the model's bounds`
      : `${used} of ${draws} draws from the prior, without the bounds on the model's own market`;
  }
  return bounds
    ? `${used} de ${draws} sorteos de la distribución previa: los que respetan los límites del modelo`
    : `${used} de ${draws} sorteos de la distribución previa, sin los límites del mercado propio del modelo`;
}
