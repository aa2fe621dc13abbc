import type { Text } from "../base/text.ts";
import { monthText } from "../scenario/month.ts";
import type { HistoryChange, HistoryPlan, HistorySeries } from "./history-plan.ts";
import type { ValidationRow } from "./validation-row.ts";

/** On what an error is taken: all moving sums, those of calendar years, half-years, or the rows as they are. */
export type ErrorKind = "rolling" | "years" | "half-years" | "rows";

const KINDS: Readonly<Record<ErrorKind, Text>> = {
  rolling: { en: "moving 12-month sums", es: "sumas móviles de 12 meses" },
  years: { en: "calendar years", es: "años calendario" },
  "half-years": { en: "half-years", es: "semestres" },
  rows: { en: "published figures", es: "cifras publicadas" },
};

/** What an error is of: the kind of figures, how many, and the years. */
export function errorTarget(kind: ErrorKind, { from, to }: HistoryPlan, points: number): Text {
  const years = `${from.slice(0, 4)}-${to.slice(0, 4)}`;
  return {
    en: `mean absolute error of the median, ${points} ${KINDS[kind].en}, ${years}`,
    es: `error absoluto medio de la mediana, ${points} ${KINDS[kind].es}, ${years}`,
  };
}

export const neverScored: Text = {
  en: "Shown, never scored: the model declares no error for it.",
  es: "Se muestra y no se califica: el modelo no declara su error.",
};

/** Where the published half-years come from. */
export function halfYearNote({ monthly, firstYear }: HistorySeries): Text {
  const first = firstYear ?? monthly;
  const shape: Text =
    first === undefined
      ? { en: "in equal parts", es: "en partes iguales" }
      : {
          en: `as '${first.text}' and an even remainder`,
          es: `como '${first.text}' y un resto parejo`,
        };
  const years: Text =
    monthly === undefined
      ? { en: "", es: "" }
      : {
          en: `The sum of a year falls on its halves as '${monthly.text}' does. `,
          es: `La suma de un año se reparte entre sus semestres como '${monthly.text}'. `,
        };
  return {
    en: `${years.en}${monthly === undefined ? "Half-years" : "Other half-years"} are recovered from the 12-month sums; the first year is taken ${shape.en}.`,
    es: `${years.es}${monthly === undefined ? "Los semestres" : "Los demás semestres"} se recuperan de las sumas de 12 meses; el primer año se toma ${shape.es}.`,
  };
}

/** The error of a naive rival on the same figures. */
export function yearBefore(error: number): Text | undefined {
  if (!Number.isFinite(error)) return undefined;
  const shown = error.toFixed(1);
  return {
    en: `The figure of the year before misses by ${shown} %.`,
    es: `La cifra del año anterior yerra en ${shown} %.`,
  };
}

/** Where the published sum is highest. */
export function peakWords(month: number): Pick<ValidationRow, "target" | "note" | "unit"> {
  const shown = monthText(month);
  return {
    unit: "month",
    target: {
      en: "months by which the highest 12-month sum comes later",
      es: "meses en que se retrasa la suma de 12 meses más alta",
    },
    note: { en: `Published: the sum ending in ${shown}.`, es: `Publicada: la suma que termina en ${shown}.` },
  };
}

/** A change between two 12-month sums. */
export function changeWords({
  label,
  from,
  to,
}: HistoryChange): Pick<ValidationRow, "target" | "note" | "unit"> {
  return {
    unit: "%",
    target: {
      en: `${label.en}: change of the 12-month sum, ${from} to ${to}`,
      es: `${label.es}: cambio de la suma de 12 meses, ${from} a ${to}`,
    },
  };
}

/** Which band, of which figures. */
export function coverageTarget(band: 50 | 90, halves: boolean, points: number): Text {
  const kind = KINDS[halves ? "half-years" : "rows"];
  return {
    en: `share of ${points} ${kind.en} inside the ${band} % band`,
    es: `proporción de ${points} ${kind.es} dentro de la banda de ${band} %`,
  };
}

/** The coverage of the model's own range, before discrepancy and reporting error. */
export function ownRange(share: number): Text {
  const shown = share.toFixed(0);
  return {
    en: `Without discrepancy and reporting error: ${shown} %.`,
    es: `Sin discrepancia ni error de reporte: ${shown} %.`,
  };
}

/** Several notes as one; undefined when there is none. */
export function joined(notes: readonly (Text | undefined)[]): Text {
  const some = notes.filter((note) => note !== undefined);
  return { en: some.map((note) => note.en).join(" "), es: some.map((note) => note.es).join(" ") };
}
