import { expect, test } from "vitest";
import type { BacktestCell, Entry } from "./backtest.ts";
import { backtestSummaries } from "./backtest-summary.ts";

const entry = (by: string, crps: number, inside = true, point = false): Entry => ({
  ...{ by, q05: 1, q25: 2, q50: 3, q75: 4, q95: 5, point },
  score: { crps, logError: 0.1, inside50: inside, inside90: inside },
});

const cell = (
  series: string,
  horizon: number,
  observed: number | undefined,
  entries: readonly Entry[],
): BacktestCell => ({
  ...{ origin: "2020-01", horizon, month: "2021-01", series, knownTo: "2019-08", entries },
  ...(observed === undefined ? {} : { observed }),
});

test("standings pair the model with each rival on the cells that both have", () => {
  const cells = [
    cell("a", 12, 100, [entry("model", 10), entry("last value", 20, false), entry("report", 5, true, true)]),
    cell("b", 12, 10, [entry("model", 3, false), entry("last value", 2)]),
    cell("a", 24, undefined, [entry("model", 1)]),
  ];
  const summaries = backtestSummaries(cells);
  expect(summaries.map(({ horizon, series }) => [horizon, series])).toEqual([
    [12, undefined],
    [12, "a"],
    [12, "b"],
  ]);
  const [model, last, report] = summaries[0]!.standings;
  expect(model).toMatchObject({ by: "model", cells: 2, ratio: 1, coverage50: 0.5 });
  expect(model!.crps).toBeCloseTo((0.1 + 0.3) / 2, 12);
  expect(last).toMatchObject({ cells: 2, modelWins: 1, coverage90: 0.5 });
  expect(last!.ratio).toBeCloseTo(0.4 / (0.2 + 0.2), 12);
  // Only the cell that the report speaks of: there the model has 10 % of what happened, the report 5 %.
  expect(report).toMatchObject({ cells: 1, modelWins: 0, modelCrps: 0.1, ratio: 2, coverage90: Number.NaN });
});
