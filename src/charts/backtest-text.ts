import { dateWords } from "../explain/date-words.ts";
import type { Language } from "../explain/language.ts";
import { level } from "../explain/number-words.ts";
import type { ChartTable } from "./chart.ts";

/** What the words beside a chart of hits and misses are made from. */
export interface BacktestText {
  readonly title: string;
  readonly language: Language;
  readonly panels: readonly {
    readonly origin: string;
    readonly months: readonly string[];
    readonly q05: readonly number[];
    readonly q50: readonly number[];
    readonly q95: readonly number[];
    readonly scored: readonly { readonly month: string; readonly value: number; readonly inside: boolean }[];
  }[];
}

/** Alternative text: how many of the scored sums the fans held, and each of them. */
export function backtestDescription({ title, language, panels }: BacktestText): string {
  const en = language === "en";
  const scored = panels.flatMap((panel) => panel.scored);
  const held = scored.filter(({ inside }) => inside).length;
  const parts = panels.flatMap(({ origin, months, q05, q50, q95, scored: outcomes }) =>
    outcomes.map(({ month, value, inside }) => {
      const i = months.indexOf(month);
      const range = `${level(q50[i] ?? Number.NaN)} (${level(q05[i] ?? Number.NaN)}–${level(q95[i] ?? Number.NaN)})`;
      return en
        ? `from ${dateWords(origin, language)} to ${dateWords(month, language)} ${range}, published ${level(value)}${inside ? "" : ", outside"}`
        : `de ${dateWords(origin, language)} a ${dateWords(month, language)} ${range}, publicado ${level(value)}${inside ? "" : ", fuera"}`;
    }),
  );
  if (parts.length === 0)
    return en
      ? `${title}: forecasts from ${panels.length} origins; none of the values has been published yet.`
      : `${title}: pronósticos desde ${panels.length} orígenes; aún no se publica ninguno de los valores.`;
  return en
    ? `${title}: the ranges of 9 in 10 runs held ${held} of ${scored.length} values that were published later. ${parts.join("; ")}.`
    : `${title}: los rangos de 9 de cada 10 corridas contuvieron ${held} de ${scored.length} valores publicados después. ${parts.join("; ")}.`;
}

/** The same as a table: a row a sum that was scored. */
export function backtestTable({ language, panels }: BacktestText): ChartTable {
  const en = language === "en";
  return {
    head: en
      ? ["Origin", "Month", "Middle run", "9 in 10 runs", "Published"]
      : ["Origen", "Mes", "Corrida central", "9 de cada 10 corridas", "Publicado"],
    rows: panels.flatMap(({ origin, months, q05, q50, q95, scored }) =>
      scored.map(({ month, value, inside }) => {
        const i = months.indexOf(month);
        const at = (values: readonly number[]) => level(values[i] ?? Number.NaN);
        return [origin, month, at(q50), `${at(q05)}–${at(q95)}`, `${level(value)}${inside ? "" : " ✗"}`];
      }),
    ),
  };
}
