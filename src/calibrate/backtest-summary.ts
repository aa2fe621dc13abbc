import type { BacktestCell, Entry } from "./backtest.ts";
import { type Score, summariseScores } from "./scores.ts";

/** How one forecaster did over some scored cells, and the model on the same cells. */
export interface Standing {
  /** `model`, `full`, a rival or the id of a published path. */
  readonly by: string;
  /** Cells that both have and that are scored. */
  readonly cells: number;
  /** Mean score as a share of what happened, so that series of different sizes may be averaged. */
  readonly crps: number;
  /** The same of the model on these cells, and the one over the other: below 1 the model is better. */
  readonly modelCrps: number;
  readonly ratio: number;
  /** Cells in which the model's score is the lower one. */
  readonly modelWins: number;
  readonly meanLogError: number;
  readonly rmsLogError: number;
  /** Shares of cells inside the middle half and nine tenths; NaN for a point. */
  readonly coverage50: number;
  readonly coverage90: number;
}

/** Standings over the cells of one horizon and one series; `series` is absent over all of them. */
export interface BacktestSummary {
  readonly horizon: number;
  readonly series?: string;
  readonly standings: readonly Standing[];
}

/** Standings by horizon: over all series first, then series by series. Cells without an observed value do not count. */
export function backtestSummaries(cells: readonly BacktestCell[]): readonly BacktestSummary[] {
  const horizons = [...new Set(cells.map(({ horizon }) => horizon))];
  const series = [...new Set(cells.map((cell) => cell.series))];
  return horizons.flatMap((horizon) => {
    const own = cells.filter((cell) => cell.horizon === horizon && cell.observed !== undefined);
    if (own.length === 0) return [];
    return [
      { horizon, standings: standings(own) },
      ...series.map((name) => ({
        horizon,
        series: name,
        standings: standings(own.filter((cell) => cell.series === name)),
      })),
    ];
  });
}

function standings(cells: readonly BacktestCell[]): readonly Standing[] {
  const names = [...new Set(cells.flatMap(({ entries }) => entries.map(({ by }) => by)))];
  return names.map((by) => standing(by, cells));
}

function standing(by: string, cells: readonly BacktestCell[]): Standing {
  const pairs = cells.flatMap((cell) => {
    const entry = entryOf(cell, by);
    const model = entryOf(cell, "model");
    if (entry?.score === undefined || model?.score === undefined || cell.observed === undefined) return [];
    const share = (score: Score): Score => ({ ...score, crps: score.crps / cell.observed! });
    return [{ entry: share(entry.score), model: share(model.score), point: entry.point }];
  });
  const own = summariseScores(pairs.map(({ entry }) => entry));
  const model = summariseScores(pairs.map((pair) => pair.model));
  const point = pairs.some((pair) => pair.point);
  return {
    by,
    cells: pairs.length,
    crps: own.crps,
    modelCrps: model.crps,
    ratio: model.crps / own.crps,
    modelWins: pairs.filter((pair) => pair.model.crps < pair.entry.crps).length,
    meanLogError: own.meanLogError,
    rmsLogError: own.rmsLogError,
    coverage50: point ? Number.NaN : own.coverage50,
    coverage90: point ? Number.NaN : own.coverage90,
  };
}

/** What one forecaster said of a cell. */
export function entryOf(cell: BacktestCell, by: string): Entry | undefined {
  return cell.entries.find((entry) => entry.by === by);
}
