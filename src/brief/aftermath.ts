import type { Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { level } from "../explain/number-words.ts";
import type { ChartData } from "./result.ts";

/** Where a count lies against a range: inside, below, above. */
const MISSED = {
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
} as const;

/**
 * What was counted after the document beside the range of no change at the same time: the last such value on a
 * chart. A miss is said in words. Undefined without that path or without later data.
 */
export function aftermath(chart: ChartData, baseline: string): Text | undefined {
  const base = chart.series.find((s) => s.scenario === baseline);
  const later = chart.history.at(-1);
  if (!base || !later) return undefined;
  for (let i = later.dates.length - 1; i >= 0; i--) {
    const date = later.dates[i] ?? "";
    const at = base.dates.indexOf(date);
    if (at < 0 || date <= chart.decision) continue;
    const counted = later.values[i] ?? Number.NaN;
    const low = base.q05[at] ?? Number.NaN;
    const high = base.q95[at] ?? Number.NaN;
    const missed = counted < low ? 1 : counted > high ? 2 : 0;
    return {
      en: `What was counted since, ${level(counted)} up to the start of ${dateWords(date, "en")}, beside ${level(low)} to ${level(high)} with no change in 9 of 10 runs, lies ${MISSED.en[missed]}.`,
      es: `Lo contado después, ${level(counted)} hasta el comienzo de ${dateWords(date, "es")}, frente a ${level(low)} a ${level(high)} sin cambios en 9 de cada 10 simulaciones, queda ${MISSED.es[missed]}.`,
    };
  }
  return undefined;
}
