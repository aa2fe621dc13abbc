import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { ln } from "../math/ln.ts";
import { readSeries } from "../model/data-series.ts";
import type { Model } from "../model/model.ts";
import { FORECAST_FILE, type Vintage } from "./backtest-published.ts";

/** How far an earlier release of a series was from the values of today, in logarithms. */
export interface Revision {
  readonly series: string;
  /** Month of the release, `YYYY-MM`, and the last month that it holds. */
  readonly published: string;
  readonly last: string;
  readonly months: number;
  /** Mean of ln(today / then), over all months and over the newest six. */
  readonly mean: number;
  readonly newest: number;
  readonly rms: number;
}

const NEWEST = 6;

/** Compares the releases that a model names with the values that its forecasts are scored against. */
export function revisionsOf(
  files: Files,
  model: Pick<Model, "forecasts" | "observations">,
  vintages: readonly Vintage[],
): { readonly revisions: readonly Revision[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const revisions = vintages.flatMap(({ published, file, columns }) =>
    Object.entries(columns).flatMap(([series, column]): readonly Revision[] => {
      const source = { file: FORECAST_FILE, start: 0, end: 0 };
      const then = readSeries(files, file, column, source, (d) => diagnostics.push(d));
      const against = model.forecasts.find(({ name }) => name === series)?.against;
      const today = model.observations.find(({ name }) => name === against);
      if (then === undefined || today === undefined) return [];
      const misses = then.labels.flatMap((label, i) => {
        const row = today.labels.indexOf(label);
        return row < 0 ? [] : [ln(today.values[row]! / today.factor / then.values[i]!)];
      });
      const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
      const square = mean(misses.map((miss) => miss * miss));
      const [newest, last] = [mean(misses.slice(-NEWEST)), then.labels.at(-1) ?? ""];
      return [
        {
          series,
          published,
          last,
          months: misses.length,
          mean: mean(misses),
          newest,
          rms: Math.sqrt(square),
        },
      ];
    }),
  );
  return { revisions, diagnostics };
}
