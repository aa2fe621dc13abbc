import { bandsFrom, medianAt, rangeAt, shownMonths } from "./path-geometry.ts";
import type { MonthsChartOptions, PathChartOptions, PathQuantiles } from "./path-options.ts";

/** The least and greatest value that a path chart has to hold, in its unit; with 0 where its axis holds it. */
export function pathExtent(options: PathChartOptions): readonly [number, number] {
  const factor = options.factor ?? 1;
  const [first, last] = shownMonths(options);
  const bands = bandsFrom(options);
  const values: number[] = options.zero ? [0] : [];
  for (const line of [options.a, ...(options.b === undefined ? [] : [options.b])]) {
    for (let m = first; m <= last; m++) {
      if (m < bands) values.push(medianAt(line.quantiles, m, factor));
      else values.push(...rangeAt(line.quantiles, m, factor));
    }
  }
  if (options.ghost !== undefined) {
    for (let m = bands; m <= last; m++) values.push(medianAt(options.ghost, m, factor));
  }
  const [from, to] = [options.months[first] ?? "", options.months[last] ?? ""];
  for (const series of options.observed) {
    series.months.forEach((month, i) => {
      if (month >= from && month <= to) values.push(series.values[i] ?? Number.NaN);
    });
  }
  return span(values);
}

/** The least and greatest value of a change over time, with 0. */
export function changeExtent(
  options: MonthsChartOptions & { readonly change: PathQuantiles },
): readonly [number, number] {
  const [first, last] = shownMonths(options);
  const values = [0];
  for (let m = first; m <= last; m++) values.push(...rangeAt(options.change, m, options.factor ?? 1));
  return span(values);
}

/** How much of an axis must be filled for it to stay as it is. */
const FILLED = 0.6;

/**
 * The extent to draw with, given the one before: while a lever moves the axis stays as it is, and grows only for what would leave it; at rest
 * it stays too as long as what is drawn fills most of it.
 */
export function holdExtent(
  before: readonly [number, number] | undefined,
  now: readonly [number, number],
  moving: boolean,
): readonly [number, number] {
  if (before === undefined) return now;
  const inside = now[0] >= before[0] && now[1] <= before[1];
  if (moving) return inside ? before : [Math.min(before[0], now[0]), Math.max(before[1], now[1])];
  return inside && now[1] - now[0] >= FILLED * (before[1] - before[0]) ? before : now;
}

/** Least and greatest of the finite numbers; a span of nothing is widened, so that an axis can be drawn. */
function span(values: readonly number[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  return low === high
    ? [low - (Math.abs(low) / 10 || 0.5), high + (Math.abs(high) / 10 || 0.5)]
    : [low, high];
}
