import { type Quantiles, quantiles } from "./quantiles.ts";

/** One outcome at one date, a number per draw; the same position is the same draw in all four columns. */
export interface PairedColumns {
  /** With the scenario. */
  readonly value: Float64Array;
  /** With no change. */
  readonly baseline: Float64Array;
  /** With the scenario, at the decision date. */
  readonly decision: Float64Array;
}

/** A scenario against no change of the same draws. */
export interface Comparison {
  readonly value: Quantiles;
  readonly change: Quantiles;
  /** Absent where no change is zero in some draw. */
  readonly relative?: Quantiles;
  readonly sinceDecision: Quantiles;
  /** Of 100 draws; the three add up to 100. With better "none" all that differ count as neither. */
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
  /** Draws that were compared: those that failed in neither run. */
  readonly draws: number;
}

/** Relative difference below which two runs of one draw count as the same: rounding, not an effect. */
export const SAME_WITHIN = 1e-9;

/** Scenario minus no change, per draw. */
export function pairedChange(value: Float64Array, baseline: Float64Array): Float64Array {
  const change = new Float64Array(value.length);
  for (let i = 0; i < value.length; i++) change[i] = value[i]! - baseline[i]!;
  return change;
}

/** Positions at which every column holds a finite number. */
export function commonDraws(columns: readonly Float64Array[]): readonly number[] {
  const first = columns[0];
  const kept: number[] = [];
  for (let i = 0; i < (first?.length ?? 0); i++) {
    if (columns.every((column) => Number.isFinite(column[i]!))) kept.push(i);
  }
  return kept;
}

/** Compares draw by draw; draws that failed in any column are left out. */
export function compare(columns: PairedColumns, better: "lower" | "higher" | "none"): Comparison {
  const kept = commonDraws([columns.value, columns.baseline, columns.decision]);
  const n = kept.length;
  const value = new Float64Array(n);
  const change = new Float64Array(n);
  const relative = new Float64Array(n);
  const since = new Float64Array(n);
  let hasRelative = n > 0;
  let up = 0;
  let down = 0;
  for (let k = 0; k < n; k++) {
    const i = kept[k]!;
    const v = columns.value[i]!;
    const b = columns.baseline[i]!;
    value[k] = v;
    change[k] = v - b;
    since[k] = v - columns.decision[i]!;
    if (b === 0) hasRelative = false;
    else relative[k] = (v - b) / Math.abs(b);
    if (Math.abs(v - b) <= SAME_WITHIN * Math.abs(b)) continue;
    if (v > b) up++;
    else down++;
  }
  const [betterCount, worseCount] =
    better === "none" ? [0, 0] : better === "higher" ? [up, down] : [down, up];
  const [betterOf100, worseOf100, sameOf100] = hundredths([
    betterCount,
    worseCount,
    n - betterCount - worseCount,
  ]);
  return {
    value: quantiles(value),
    change: quantiles(change),
    ...(hasRelative ? { relative: quantiles(relative) } : {}),
    sinceDecision: quantiles(since),
    betterOf100: betterOf100!,
    worseOf100: worseOf100!,
    sameOf100: sameOf100!,
    draws: n,
  };
}

/** Counts as whole numbers of 100 that add up to 100: the largest remainders are rounded up, the first on a tie. */
export function hundredths(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return counts.map(() => 0);
  const floors = counts.map((count) => Math.floor((count * 100) / total));
  let rest = 100 - floors.reduce((a, b) => a + b, 0);
  const order = counts
    .map((count, index) => ({ index, remainder: (count * 100) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order) {
    if (rest === 0) break;
    floors[index]! += 1;
    rest--;
  }
  return floors;
}
