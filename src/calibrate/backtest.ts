import type { Pool } from "../ensemble/index.ts";
import { ln } from "../math/ln.ts";
import type { ForecastSeries, Model, Observation } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import type { PublishedPath } from "./backtest-published.ts";
import { publishedSum } from "./backtest-published.ts";
import { rivalForecasts } from "./backtest-rivals.ts";
import { FORECAST_LEVELS, type ForecastRow, forecast, forecastRows, valuesAt } from "./forecast.ts";
import { lastKnownMonth, rowsWithin } from "./forecast-known.ts";
import { firstMonth, type PathRun } from "./forecast-paths.ts";
import { pointWindow } from "./known-points.ts";
import { quantilePoints } from "./quantile-points.ts";
import { crps, type Score } from "./scores.ts";

/** One column of the model at one origin: draws weighed by what was known then, and what is run with them. */
export interface BacktestRun {
  /** Mechanisms conceived after the origin are kept: it knows what nobody knew. */
  readonly full: boolean;
  readonly posterior: string;
  /** Mechanisms (canonical names) that are left out. */
  readonly leftOut: readonly string[];
  readonly run: PathRun;
}

export interface BacktestOrigin {
  /** `YYYY-MM`. */
  readonly origin: string;
  readonly runs: readonly BacktestRun[];
}

export interface BacktestRequest {
  readonly model: Model;
  readonly origins: readonly BacktestOrigin[];
  /** Months from the origin to the end of the sums that are scored. */
  readonly horizons: readonly number[];
  readonly published: readonly PublishedPath[];
  readonly progress?: (done: number, total: number) => void;
}

/** Who forecast: `model`, `full`, a rival of `RIVALS` or a published path by its id. */
export interface Entry {
  readonly by: string;
  /** Quantiles in base units. */
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
  /** A point without a law: its score is the absolute error, and it has no bands. */
  readonly point: boolean;
  /** Absent where what happened is not known yet. */
  readonly score?: Score;
}

/** One series, one origin, one horizon. */
export interface BacktestCell {
  readonly origin: string;
  readonly horizon: number;
  /** The last month of the sum that is scored. */
  readonly month: string;
  readonly series: string;
  /** The last month of the series that was known at the origin. */
  readonly knownTo: string;
  readonly observed?: number;
  readonly entries: readonly Entry[];
}

/** The forecasts from one origin, month by month, for charts. */
export interface BacktestPath {
  readonly origin: string;
  readonly full: boolean;
  readonly posterior: string;
  readonly leftOut: readonly string[];
  readonly dropped: number;
  readonly rows: readonly ForecastRow[];
}

export interface Backtest {
  readonly cells: readonly BacktestCell[];
  readonly paths: readonly BacktestPath[];
  /** Published values by series, `YYYY-MM` and base units. */
  readonly history: readonly {
    readonly series: string;
    readonly months: readonly string[];
    readonly values: readonly number[];
  }[];
}

/**
 * Forecasts as they could have been made at each origin, beside rivals, scored on what was published later (in the numbers
 * of today). Each series is known up to the origin less its delay, so the distance that is bridged is longer than the horizon.
 */
export async function backtest(pool: Pool, request: BacktestRequest): Promise<Backtest> {
  const { model, origins, horizons } = request;
  const series = model.forecasts.map((one) => seriesHistory(model, one));
  const paths: BacktestPath[] = [];
  const cells: BacktestCell[] = [];
  const total = origins.reduce((sum, one) => sum + one.runs.length, 0);
  for (const one of origins) {
    const start = monthIndex(one.origin);
    const ends = horizons.map((horizon) => monthText(start + horizon));
    const byCell = new Map<string, Entry[]>();
    for (const { full, posterior, leftOut, run } of one.runs) {
      const known = { origin: one.origin };
      const found = await forecast(pool, { model, run, known, last: ends.at(-1)! });
      const { origin } = one;
      paths.push({ origin, full, posterior, leftOut, dropped: found.dropped, rows: forecastRows(found) });
      for (const ahead of found.series) {
        const history = series.find((s) => s.name === ahead.series.name)!;
        for (const month of ends) {
          const key = `${history.name} ${month}`;
          const entry = drawn(full ? "full" : "model", valuesAt(ahead, month), history.at(month));
          byCell.set(key, [...(byCell.get(key) ?? []), entry]);
        }
      }
      request.progress?.(paths.length, total);
    }
    for (const history of series) {
      for (const [h, month] of ends.entries()) {
        const rivals = rivalEntries(request, history, one.origin, month);
        const observed = history.at(month);
        cells.push({
          ...{ origin: one.origin, horizon: horizons[h]!, month, series: history.name },
          knownTo: monthText(history.knownTo(one.origin)),
          ...(observed === undefined ? {} : { observed }),
          entries: [...(byCell.get(`${history.name} ${month}`) ?? []), ...rivals],
        });
      }
    }
  }
  const history = series.map(({ name, months, values }) => ({ series: name, months, values }));
  return { cells, paths, history };
}

interface SeriesHistory {
  readonly name: string;
  readonly months: readonly string[];
  readonly values: readonly number[];
  readonly at: (month: string) => number | undefined;
  /** Last month, since year 0, that was published at an origin. */
  readonly knownTo: (origin: string) => number;
  readonly rivals: ReturnType<typeof rivalForecasts>;
}

/** The published series behind a forecast, month by month from its first to the last before a gap. */
function seriesHistory(model: Model, { name, against }: ForecastSeries): SeriesHistory {
  const observation = model.observations.find((one) => one.name === against) as Observation;
  const rows = rowsWithin(observation, firstMonth(model.ir), Number.POSITIVE_INFINITY);
  const ends = rows.map((row) => pointWindow(observation, row).last);
  const count = ends.findIndex((end, i) => i > 0 && end !== ends[i - 1]! + 1);
  const kept = rows.slice(0, count < 0 ? rows.length : count);
  const months = kept.map((_, i) => monthText(ends[i]!));
  const values = kept.map((row) => observation.values[row]!);
  return {
    name,
    months,
    values,
    at: (month) => values[months.indexOf(month)],
    knownTo: (origin) => {
      const last = lastKnownMonth(observation, origin);
      const end = ends[kept.length - 1] ?? last;
      return end < last ? end : last;
    },
    rivals: rivalForecasts(values, observation.windowMonths),
  };
}

function rivalEntries(
  { published }: BacktestRequest,
  history: SeriesHistory,
  origin: string,
  month: string,
): readonly Entry[] {
  const observed = history.at(month);
  const known = history.knownTo(origin);
  const end = history.months.indexOf(monthText(known));
  const naive = history
    .rivals(end, monthIndex(month) - known)
    .map(({ rival, values }) => drawn(rival, values, observed));
  const others = published.flatMap((path) => {
    const value = path.series === history.name && path.from <= origin ? publishedSum(path, month) : undefined;
    return value === undefined ? [] : [{ ...drawn(path.id, Float64Array.of(value), observed), point: true }];
  });
  return [...naive, ...others];
}

/** An entry from equally likely values, with its score where what happened is known. */
function drawn(by: string, values: Float64Array, observed: number | undefined): Entry {
  const [q05, q25, q50, q75, q95] = quantilePoints(values.slice(), FORECAST_LEVELS) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const entry = { by, q05, q25, q50, q75, q95, point: false };
  if (observed === undefined) return entry;
  const score = {
    crps: crps(values, observed),
    logError: ln(q50 / observed),
    inside50: observed >= q25 && observed <= q75,
    inside90: observed >= q05 && observed <= q95,
  };
  return { ...entry, score };
}
