import type { Backtest } from "../calibrate/backtest.ts";
import { entryOf } from "../calibrate/backtest-summary.ts";
import { type BacktestNames, forecasterName } from "../explain/backtest-tables.ts";
import { type BacktestPanel, backtestChart, type MonthValue } from "./backtest-chart.ts";
import type { Chart } from "./chart.ts";

/** A chart of hits and misses for every series of a backtest. `unit` says what the values are. */
export function backtestFigures(result: Backtest, names: BacktestNames, unit: string): readonly Chart[] {
  return result.history.map(({ series, months, values }) => {
    const shown = (value: number): number => value / names.factor(series);
    const cells = result.cells.filter((cell) => cell.series === series);
    const rivals = [...new Set(cells.flatMap(({ entries }) => entries.map(({ by }) => by)))].filter(
      (by) => by !== "model" && by !== "full",
    );
    const panels = result.paths
      .filter(({ full }) => !full)
      .map((path): BacktestPanel => {
        const rows = path.rows.filter((row) => row.series === series);
        const own = cells.filter(({ origin }) => origin === path.origin);
        const full = result.paths.find((other) => other.full && other.origin === path.origin);
        const medians = (by: string): readonly MonthValue[] =>
          own.flatMap((cell) => {
            const entry = entryOf(cell, by);
            return entry === undefined ? [] : [{ month: cell.month, value: shown(entry.q50) }];
          });
        return {
          origin: path.origin,
          knownTo: own[0]?.knownTo ?? path.origin,
          months: rows.map(({ date }) => date),
          q05: rows.map((row) => shown(row.q05)),
          q25: rows.map((row) => shown(row.q25)),
          q50: rows.map((row) => shown(row.q50)),
          q75: rows.map((row) => shown(row.q75)),
          q95: rows.map((row) => shown(row.q95)),
          full: (full?.rows ?? [])
            .filter((row) => row.series === series)
            .map((row) => ({ month: row.date, value: shown(row.q50) })),
          rivals: rivals.map(medians),
          scored: own.flatMap((cell) => {
            const score = entryOf(cell, "model")?.score;
            if (cell.observed === undefined || score === undefined) return [];
            return [{ month: cell.month, value: shown(cell.observed), inside: score.inside90 }];
          }),
        };
      });
    return backtestChart({
      id: `backtest-${series.replaceAll("_", "-")}`,
      title: names.series(series),
      unit,
      language: names.language,
      rivals: rivals.map((by) => forecasterName(by, names)),
      history: months.map((month, i) => ({ month, value: shown(values[i]!) })),
      panels,
    });
  });
}
