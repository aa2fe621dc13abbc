import { dateWords } from "./date-words.ts";
import type { Language } from "./language.ts";
import { level } from "./number-words.ts";

/** Where a count lies against a range: inside, below, above. */
const MISSED: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: [
    "inside that range",
    "below it: the model did not foresee so low a count",
    "above it: the model did not foresee so high a count",
  ],
  es: [
    "dentro de ese intervalo",
    "por debajo: el modelo no previó un conteo tan bajo",
    "por encima: el modelo no previó un conteo tan alto",
  ],
};

/** A count of a month that was published after the runs were made, and the 5 and 95 % points of no change in that month; one unit. */
export interface CountedSince {
  /** `YYYY-MM`: the count reaches up to its start. */
  readonly month: string;
  readonly counted: number;
  readonly low: number;
  readonly high: number;
}

/** What was counted since, beside the range of no change at the same time; a miss is said in words. */
export function sinceSentence({ month, counted, low, high }: CountedSince, language: Language): string {
  const where = MISSED[language][counted < low ? 1 : counted > high ? 2 : 0];
  const date = dateWords(month, language);
  return language === "en"
    ? `What was counted since, ${level(counted)} up to the start of ${date}, beside ${level(low)} to ${level(high)} with no change in 9 of 10 runs, lies ${where}.`
    : `Lo contado después, ${level(counted)} hasta el comienzo de ${date}, frente a ${level(low)} a ${level(high)} sin cambios en 9 de cada 10 simulaciones, queda ${where}.`;
}
