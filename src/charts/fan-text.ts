import { dateWords, dateYears } from "../explain/date-words.ts";
import type { Language } from "../explain/language.ts";
import { level } from "../explain/number-words.ts";
import type { ChartTable } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import type { FanHistory, FanSeries } from "./fan-geometry.ts";

/** What a chart of paths says: the history, the paths of the scenarios, and the date of the decision. */
export interface FanText {
  readonly title: string;
  readonly unit: string;
  readonly history: readonly FanHistory[];
  readonly series: readonly FanSeries[];
  /** The decision date, `YYYY-MM`, marked by a line. */
  readonly decision: string;
  readonly language: Language;
}

/** The text alternative of a fan chart: what it shows, the numbers at its end, and the trend; no opinion. */
export function fanDescription(options: FanText): string {
  const { language } = options;
  const en = language === "en";
  const dates = [...options.series, ...options.history].flatMap((s) => s.dates);
  const sorted = [...dates].sort((a, b) => dateYears(a) - dateYears(b));
  const from = dateWords(sorted[0] ?? "", language);
  const to = dateWords(sorted.at(-1) ?? "", language);
  const what = en
    ? `Line chart of ${lower(options.title)}, in ${options.unit}, ${from} to ${to}, with bands that hold half and nine tenths of the runs.`
    : `Gráfica de líneas de ${lower(options.title)}, en ${options.unit}, de ${from} a ${to}, con bandas que contienen la mitad y nueve décimos de las simulaciones.`;
  const observed = options.history.map((h) => historySentence(h, language));
  const ends = options.series.map((s) => endSentence(s, language));
  return [what, ...observed, ...ends].join(" ");
}

/** The numbers of a fan chart once a year, in the month in which the paths end: observed value, median and 90 % range. */
export function fanTable(options: FanText): ChartTable {
  const words = chartWords(options.language);
  const month = (options.series[0]?.dates.at(-1) ?? options.decision).slice(5, 7);
  const all = [...new Set([...options.history, ...options.series].flatMap((s) => s.dates))].sort();
  const last = all.at(-1);
  const sparse = new Set(options.history.filter((h) => h.dates.length <= 24).flatMap((h) => h.dates));
  const dates = all.filter((d) => d.slice(5, 7) === month || d === last || sparse.has(d));
  return {
    head: [words.date, ...options.history.map((h) => h.label), ...options.series.map((s) => s.label)],
    rows: dates.map((date) => [
      dateWords(date, options.language),
      ...options.history.map((h) => {
        const value = h.values[h.dates.indexOf(date)];
        return value === undefined ? "" : level(value);
      }),
      ...options.series.map((s) => {
        const i = s.dates.indexOf(date);
        const [q05, q50, q95] = [s.q05[i], s.q50[i], s.q95[i]];
        if (q05 === undefined || q50 === undefined || q95 === undefined) return "";
        return `${level(q50)} (${level(q05)} ${words.to} ${level(q95)})`;
      }),
    ]),
  };
}

function historySentence(history: FanHistory, language: Language): string {
  const first = history.values[0];
  const last = history.values.at(-1);
  if (first === undefined || last === undefined) return "";
  const high = Math.max(...history.values);
  const at = history.dates[history.values.indexOf(high)] ?? "";
  const [a, z] = [history.dates[0] ?? "", history.dates.at(-1) ?? ""].map((d) => dateWords(d, language));
  return language === "en"
    ? `${history.label}: ${level(first)} in ${a}, highest ${level(high)} in ${dateWords(at, "en")}, ${level(last)} in ${z}.`
    : `${history.label}: ${level(first)} en ${a}, máximo de ${level(high)} en ${dateWords(at, "es")}, ${level(last)} en ${z}.`;
}

function endSentence(series: FanSeries, language: Language): string {
  const [q05, q50, q95] = [series.q05.at(-1), series.q50.at(-1), series.q95.at(-1)];
  const first = series.q50[0];
  if (q05 === undefined || q50 === undefined || q95 === undefined || first === undefined) return "";
  const from = dateWords(series.dates[0] ?? "", language);
  const to = dateWords(series.dates.at(-1) ?? "", language);
  return language === "en"
    ? `${series.label}: the middle run goes from ${level(first)} in ${from} to ${level(q50)} in ${to}; nine in ten runs end between ${level(q05)} and ${level(q95)}.`
    : `${series.label}: la simulación central va de ${level(first)} en ${from} a ${level(q50)} en ${to}; nueve de cada diez terminan entre ${level(q05)} y ${level(q95)}.`;
}

function lower(text: string): string {
  return /^[A-ZÁÉÍÓÚ][a-záéíóúñ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
