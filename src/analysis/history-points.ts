import type { MonthWindow } from "../calibrate/window-covariance.ts";
import { stepOf } from "../engine/index.ts";
import type { IrClock } from "../model/ir.ts";
import type { Observation } from "../model/model.ts";
import { monthIndex } from "../scenario/month.ts";
import { flowsOfSums, SUM_MONTHS } from "./history-flows.ts";
import { publishedHalves } from "./history-halves.ts";
import type { HistoryPlan, HistorySeries } from "./history-plan.ts";

/** One published figure beside what each draw says of it. Base units. */
export interface HistoryPoint {
  readonly window: MonthWindow;
  readonly observed: number;
  /** One number a draw; NaN where the run failed. */
  readonly simulated: Float64Array;
  /** The published figure of a year before; NaN where there is none. */
  readonly yearBefore: number;
}

/** Values over draws of the variable that an observation sees, at a step: what an ensemble gives. */
export type HistoryReader = (observation: Observation, step: number) => Float64Array;

/** Steps that the points of a plan read, ascending. */
export function historySteps(
  clock: IrClock,
  observations: readonly Observation[],
  plan: HistoryPlan,
): readonly number[] {
  const rows = observations.flatMap((one) =>
    comparedRows(clock, one, plan).map((row) => stepOf(clock, one.dates[row]!)),
  );
  const months = plan.series.length > 0 ? monthSteps(clock, plan.to) : [];
  return [...new Set([...rows, ...months])].sort((a, b) => a - b);
}

/**
 * Every published row of an observation from the plan's first to its last month, and not before the observation's own
 * first month, that the run covers with a whole window.
 */
export function rowPoints(
  clock: IrClock,
  observation: Observation,
  plan: HistoryPlan,
  read: HistoryReader,
): readonly HistoryPoint[] {
  const { labels, dates, values, windowMonths } = observation;
  return comparedRows(clock, observation, plan).map((row) => {
    const month = monthIndex(labels[row]!);
    return {
      window:
        windowMonths > 0
          ? { last: Math.round(dates[row]! * 12) - 1, months: windowMonths }
          : { last: month, months: 1 },
      observed: values[row]!,
      simulated: read(observation, stepOf(clock, dates[row]!)),
      yearBefore: values[labels.findIndex((label) => monthIndex(label) === month - 12)] ?? Number.NaN,
    };
  });
}

/**
 * Half-years of a series of moving sums: what was published (`publishedHalves`) beside the run's own, recovered from its
 * moving sums, which is exact, since they begin at 0 with the run.
 */
export function halfYearPoints(
  clock: IrClock,
  series: HistorySeries,
  plan: HistoryPlan,
  read: HistoryReader,
): readonly HistoryPoint[] {
  const columns = monthSteps(clock, plan.to).map((step) => read(series.observation, step));
  const nothing = new Float64Array(SUM_MONTHS);
  const flows = Array.from({ length: columns[0]?.length ?? 0 }, (_, draw) =>
    flowsOfSums(
      Float64Array.from(columns, (column) => column[draw]!),
      nothing,
    ),
  );
  const published = publishedHalves(series);
  // Flow i is that of month start - 12 + i: the year of nothing stands before the start.
  const start = startMonth(clock);
  return [...published].flatMap(([last, observed]): readonly HistoryPoint[] => {
    const at = last - start + SUM_MONTHS;
    if (last - 5 < monthIndex(plan.from) || last > monthIndex(plan.to) || at - 5 < SUM_MONTHS) return [];
    return [
      {
        window: { last, months: 6 },
        observed,
        simulated: Float64Array.from(flows, (own) =>
          own.subarray(at - 5, at + 1).reduce((sum, flow) => sum + flow, 0),
        ),
        yearBefore: published.get(last - 12) ?? Number.NaN,
      },
    ];
  });
}

/** Rows of an observation that are compared, as indices into its arrays. */
function comparedRows(clock: IrClock, observation: Observation, plan: HistoryPlan): readonly number[] {
  const { labels, dates, values, windowMonths, from } = observation;
  const [first, last] = [monthIndex(plan.from), monthIndex(plan.to)];
  const begun = clock.startIndex / clock.stepsPerUnit + windowMonths / 12;
  const end = (clock.startIndex + clock.steps) / clock.stepsPerUnit;
  return labels.flatMap((label, row) => {
    const month = monthIndex(label);
    const date = dates[row]!;
    const inside = month >= first && month <= last && date >= begun - 1e-6 && date <= end + 1e-6;
    // A row before `from` is one that the model's author holds not to be comparable.
    const comparable = from === undefined || month >= Math.round(from * 12);
    return inside && comparable && Number.isFinite(values[row]!) ? [row] : [];
  });
}

/** Steps at the start of each month from the start of the run to the end of the month `to`. */
function monthSteps(clock: IrClock, to: string): readonly number[] {
  const start = startMonth(clock);
  const months = Math.max(0, monthIndex(to) + 2 - start);
  return Array.from({ length: months }, (_, i) => stepOf(clock, (start + i) / 12));
}

function startMonth(clock: IrClock): number {
  return Math.round((clock.startIndex * 12) / clock.stepsPerUnit);
}
