import type { Observation } from "../model/model.ts";
import { monthIndex } from "../scenario/month.ts";
import { firstFlows, flowsOfSums, SUM_MONTHS } from "./history-flows.ts";
import type { HistorySeries } from "./history-plan.ts";

/**
 * Published half-years of a series of moving sums, by the index of their last month (months since year 0), ascending.
 * Where `monthly` counts cover a calendar year, its published sum falls on the halves as the counts do, so that late
 * and differently defined counts do not shift the level. Elsewhere they are recovered from the sums (`flowsOfSums`): the
 * year of the first sum has the counts of `firstYear`, or of `monthly`, and an even remainder.
 */
export function publishedHalves(series: HistorySeries): ReadonlyMap<number, number> {
  const sums = byMonth(series.observation);
  const monthly = byMonth(series.monthly);
  const [first = 0] = sums.keys();
  const last = [...sums.keys()].at(-1) ?? first;
  const flows = recovered(sums, first, last, series.firstYear ?? series.monthly);
  const halves = new Map<number, number>();
  for (let end = first - (first % 6) + 5; end <= last; end += 6) {
    const december = end - (end % SUM_MONTHS) + SUM_MONTHS - 1;
    const year = sums.get(december) ?? Number.NaN;
    const counted = sumOf(monthly, december - SUM_MONTHS + 1, december);
    const shared = (year * sumOf(monthly, end - 5, end)) / counted;
    const value = Number.isFinite(shared) ? shared : sumOf(flows, end - 5, end);
    if (Number.isFinite(value)) halves.set(end, value);
  }
  return halves;
}

/** Monthly flows by month, from the sums that end in months `first` .. `last`. */
function recovered(
  sums: ReadonlyMap<number, number>,
  first: number,
  last: number,
  counts: Observation | undefined,
): ReadonlyMap<number, number> {
  const series = Array.from({ length: last - first + 1 }, (_, i) => sums.get(first + i) ?? Number.NaN);
  const counted = byMonth(counts);
  const year = Array.from({ length: SUM_MONTHS }, (_, i) => counted.get(first - 11 + i) ?? Number.NaN);
  const begin = firstFlows(series[0] ?? Number.NaN, year.every(Number.isFinite) ? year : undefined);
  return new Map(Array.from(flowsOfSums(series, begin), (flow, i) => [first - 11 + i, flow]));
}

function byMonth(observation: Observation | undefined): ReadonlyMap<number, number> {
  if (observation === undefined) return new Map();
  const pairs = observation.labels.map((label, i) => [monthIndex(label), observation.values[i]!] as const);
  return new Map(pairs.filter(([, value]) => Number.isFinite(value)));
}

/** Sum over months `from` .. `to`; NaN when one is missing. */
function sumOf(values: ReadonlyMap<number, number>, from: number, to: number): number {
  let sum = 0;
  for (let month = from; month <= to; month++) sum += values.get(month) ?? Number.NaN;
  return sum;
}
