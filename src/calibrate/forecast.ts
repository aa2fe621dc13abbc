import { DiagnosticError } from "../base/diagnostic.ts";
import type { Pool } from "../ensemble/index.ts";
import type { ForecastSeries, Model, Observation } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import { sampleComponent } from "./forecast-component.ts";
import { lastKnownMonth, rowsWithin } from "./forecast-known.ts";
import { firstMonth, type MonthlyFlows, monthlyFlows, type PathRun } from "./forecast-paths.ts";
import { pointWindow } from "./known-points.ts";
import { quantilePoints } from "./quantile-points.ts";

/** How far the published series of the components are known. */
export type KnownTo =
  /** To a month, `YYYY-MM`, whenever it was published. */
  | { readonly month: string }
  /** What had been published by an origin: each series ends earlier by its own delay. */
  | { readonly origin: string };

export interface ForecastRequest {
  readonly model: Model;
  /** The run: levers, parameter rows, draws, seed. Its `ir` may hold fewer inputs than the model's own. */
  readonly run: PathRun;
  readonly known: KnownTo;
  /** The last month that is forecast, `YYYY-MM`. */
  readonly last: string;
  /** The model's own paths, without the process that takes them to what was published. */
  readonly mechanismOnly?: boolean;
}

/** Equally likely values of one series: the sum that ends with month m in draw d stands at `[m * draws + d]`. */
export interface SeriesForecast {
  readonly series: ForecastSeries;
  /** The first month forecast: the one after the last that is known of every component. */
  readonly first: string;
  readonly months: number;
  readonly draws: number;
  /** In base units; draws that failed are not among them. */
  readonly values: Float64Array;
}

export interface Forecast {
  readonly series: readonly SeriesForecast[];
  /** Draws left out because a run failed or a flow was not above 0. */
  readonly dropped: number;
}

/** Levels of the quantiles in which forecasts are shown. */
export const FORECAST_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Forecasts every series that the model declares. Each component is a monthly flow: the simulated one of a draw times a lasting
 * miss, sampled for each draw given all published sums that are known; sums over months and over components are taken within a
 * draw. With draws from a posterior that was weighed with the same errors this is a sample of the posterior predictive, but
 * for the logarithm of a sum, which is made linear. Throws DiagnosticError `forecast-no-series`, `forecast-no-data` (nothing
 * is published where the forecast should start), `forecast-beyond-run`.
 */
export async function forecast(pool: Pool, request: ForecastRequest): Promise<Forecast> {
  const { model, run, known, last } = request;
  if (model.forecasts.length === 0) throw failure("forecast-no-series", { model: model.name });
  const names = [...new Set(model.forecasts.flatMap(({ components }) => components))];
  const components = names.map((name) => model.observations.find((one) => one.name === name)!);
  const start = firstMonth(run.ir);
  const rows = components.map((one) => {
    const end = "month" in known ? monthIndex(known.month) : lastKnownMonth(one, known.origin);
    const inside = rowsWithin(one, start, end);
    if (inside.length === 0) throw noData(one, end);
    return inside;
  });
  const ends = components.map((one, c) => pointWindow(one, rows[c]!.at(-1)!).last);
  components.forEach((one, c) => {
    if ("month" in known && ends[c]! < monthIndex(known.month)) throw noData(one, monthIndex(known.month));
  });
  const first = Math.min(...ends) + 1;
  const end = monthIndex(last);
  checkReach(run, start, end);
  const paths = await monthlyFlows(pool, run, components, end);
  const longest = Math.max(...components.map(({ windowMonths }) => windowMonths));
  const tail = Math.min(end - first + longest, paths.months);
  const flows = components.map((observation, index) =>
    request.mechanismOnly
      ? paths.flows[index]!.subarray((paths.months - tail) * paths.draws)
      : sampleComponent({ observation, paths, index, rows: rows[index]!, tail, seed: run.seed }),
  );
  return summed(model, components, flows, { first, end, tail, paths });
}

interface Span {
  readonly first: number;
  readonly end: number;
  readonly tail: number;
  readonly paths: MonthlyFlows;
}

/** Sums over the months of each window and over the components, draw by draw. */
function summed(
  model: Model,
  components: readonly Observation[],
  flows: readonly Float64Array[],
  { first, end, tail, paths: { draws } }: Span,
): Forecast {
  const months = end - first + 1;
  const sound = Array.from({ length: draws }, (_, d) => d).filter((d) =>
    flows.every((flow) => {
      for (let t = 0; t < tail; t++) if (!Number.isFinite(flow[t * draws + d]!)) return false;
      return true;
    }),
  );
  const series = model.forecasts.map((one) => {
    const values = new Float64Array(months * sound.length);
    for (const name of one.components) {
      const c = components.findIndex((component) => component.name === name);
      const window = components[c]!.windowMonths;
      for (let m = 0; m < months; m++) {
        const to = tail - months + m;
        sound.forEach((d, i) => {
          for (let t = to - window + 1; t <= to; t++)
            values[m * sound.length + i]! += flows[c]![t * draws + d]!;
        });
      }
    }
    return { series: one, first: monthText(first), months, draws: sound.length, values };
  });
  return { series, dropped: draws - sound.length };
}

/** Values of a forecast series for the sum that ends with a month, one a draw. */
export function valuesAt({ first, months, draws, values }: SeriesForecast, month: string): Float64Array {
  const m = monthIndex(month) - monthIndex(first);
  if (m < 0 || m >= months) throw new RangeError(`${month} is not forecast`);
  return values.slice(m * draws, (m + 1) * draws);
}

/** One row of a forecast: quantiles of the sum that ends with a month, in base units. */
export interface ForecastRow {
  readonly date: string;
  readonly series: string;
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
}

/** Every month of every series as quantiles, series after series within a month. */
export function forecastRows({ series }: Forecast): readonly ForecastRow[] {
  const months = series[0]?.months ?? 0;
  return Array.from({ length: months }, (_, m) =>
    series.map((one) => {
      const date = monthText(monthIndex(one.first) + m);
      const [q05, q25, q50, q75, q95] = quantilePoints(valuesAt(one, date), FORECAST_LEVELS);
      return { date, series: one.series.name, q05: q05!, q25: q25!, q50: q50!, q75: q75!, q95: q95! };
    }),
  ).flat();
}

function checkReach({ ir }: PathRun, start: number, end: number): void {
  const { steps, stepsPerMonth } = ir.clock;
  const reach = start + Math.floor(steps / stepsPerMonth) - 1;
  if (end > reach) throw failure("forecast-beyond-run", { month: monthText(end), last: monthText(reach) });
}

function noData(observation: Observation, wanted: number): DiagnosticError {
  const rows = rowsWithin(observation, 0, Number.POSITIVE_INFINITY);
  const month = (row: number | undefined) => (row === undefined ? "" : observation.labels[row]!);
  const { text, file } = observation;
  const data = {
    name: text,
    file,
    month: monthText(wanted),
    first: month(rows[0]),
    last: month(rows.at(-1)),
  };
  return failure("forecast-no-data", data);
}

function failure(code: string, data: Readonly<Record<string, string>>): DiagnosticError {
  return new DiagnosticError([{ code, severity: "error", data }]);
}
