import { quantileOf } from "../analysis/quantiles.ts";
import { priorQuantile } from "../ensemble/prior-quantile.ts";
import type { IrParameter } from "../model/ir.ts";
import type { Spread } from "./evidence-record.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import { parameterSpan, posteriorColumn } from "./offered-assumptions.ts";

/** Heights of a density picture. */
const HEIGHTS = 28;
/** Points of the prior: the middles of as many equal strata. */
const STRATA = 2000;

/** The distributions of an uncertain number before and after the data, in its declared unit, and what their axis spans. */
export interface Spreads {
  readonly low: number;
  readonly high: number;
  readonly prior: Spread;
  /** Absent where the draws do not hold it: the data say nothing of it, or there are none. */
  readonly posterior?: Spread;
}

/**
 * The spreads of a parameter with a prior; `parameters` are its draws' names: one, or one a year for a number drawn anew each
 * year, whose years are taken together. Undefined without a prior.
 */
export function parameterSpreads(
  parts: ExplorerParts,
  parameters: readonly IrParameter[],
): Spreads | undefined {
  const [first] = parameters;
  if (first?.prior === undefined) return undefined;
  const spans = parameters.map((one) => parameterSpan(parts, one));
  const low = Math.min(...spans.map((one) => one.low));
  const high = Math.max(...spans.map((one) => one.high));
  const quantile = priorQuantile(first.prior);
  const before = Float64Array.from({ length: STRATA }, (_, i) => quantile((i + 0.5) / STRATA) / first.factor);
  const columns = parameters.flatMap(({ name }) => posteriorColumn(parts.posterior, name) ?? []);
  const after = Float64Array.from(columns.flatMap((column) => [...column])).map(
    (value) => value / first.factor,
  );
  return {
    low,
    high,
    prior: spread(before, low, high),
    ...(after.length === 0 ? {} : { posterior: spread(after.sort(), low, high) }),
  };
}

/** Five points of ascending values and the shape of their density between `low` and `high`, the greatest height 1. */
export function spread(sorted: Float64Array, low: number, high: number): Spread {
  const digits = Math.max(4, significantDigits(low, high));
  const at = (p: number) => Number(quantileOf(sorted, p).toPrecision(digits));
  return {
    q05: at(0.05),
    q25: at(0.25),
    q50: at(0.5),
    q75: at(0.75),
    q95: at(0.95),
    density: heights(sorted, low, high),
  };
}

/** Digits that tell values between two ends apart to a thousandth of their distance: a date needs more than four. */
function significantDigits(low: number, high: number): number {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const width = high - low;
  if (!(width > 0) || !(largest > 0)) return 0;
  return Math.min(12, Number((largest / width).toExponential().split("e")[1]) + 4);
}

/** Counts in equal steps, smoothed over neighbours: the counts of some thousand draws are uneven by chance. */
function heights(values: Float64Array, low: number, high: number): readonly number[] {
  const counts = new Array<number>(HEIGHTS).fill(0);
  if (!(high > low)) return counts.fill(1);
  for (const value of values) {
    const place = Math.floor(((value - low) / (high - low)) * HEIGHTS);
    if (place >= 0 && place < HEIGHTS) counts[place] = (counts[place] ?? 0) + 1;
  }
  const smooth = smoothed(smoothed(counts));
  const top = Math.max(...smooth);
  return smooth.map((height) => Number((top > 0 ? height / top : 0).toFixed(2)));
}

/** Weights 1, 2, 1; beyond an end stands the end's own height. */
function smoothed(counts: readonly number[]): readonly number[] {
  return counts.map((count, i) => ((counts[i - 1] ?? count) + 2 * count + (counts[i + 1] ?? count)) / 4);
}
