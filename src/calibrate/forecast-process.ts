import { exp } from "../math/exp.ts";
import type { Discrepancy } from "../model/model.ts";
import { cholesky, solveLower, solveUpper } from "./cholesky.ts";

/** A published sum as the process of monthly misses sees it: a weighted mean of the misses of its months, with an error. */
export interface SumOfMonths {
  /** Place of its first month among the months of the process; one weight a month, adding up to 1. */
  readonly first: number;
  readonly weights: ArrayLike<number>;
}

/** What the published sums say of the monthly misses, as numbers that serve any draw. */
export interface ConditionedMisses {
  /** The expected miss of every month given the residual of every sum. */
  readonly mean: (residuals: ArrayLike<number>) => Float64Array;
  /** Of the last `tail` months: what each sum's residual adds to the expected miss, a row a month. */
  readonly gain: Float64Array;
  /**
   * Root (lower triangle, row after row) of the covariance that is left among the last `tail` months: times independent
   * normal numbers, and added to the mean, it gives a sample of them together.
   */
  readonly root: Float64Array;
  readonly tail: number;
}

/** Share of the variance added to the diagonal, so that what the sums leave no doubt about still has a root. */
const JITTER = 1e-10;

/**
 * Conditions the logarithm of (actual / simulated monthly flow), a stationary normal process of `months` months with the
 * given size and length (`Discrepancy`), on sums that were published with a relative error.
 */
export function conditionMisses(
  process: Discrepancy,
  error: number,
  months: number,
  sums: readonly SumOfMonths[],
  tail: number,
): ConditionedMisses {
  const n = sums.length;
  const variance = process.value * process.value;
  const decay = Float64Array.from({ length: months }, (_, apart) => variance * exp(-apart / process.months));
  const cross = sums.map((sum) => crossCovariance(decay, months, sum));
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = weighed(sums[j]!, cross[i]!) + (i === j ? error * error : 0);
      covariance[i * n + j] = value;
      covariance[j * n + i] = value;
    }
  }
  const lower = cholesky(covariance, n);
  if (lower === undefined) throw new RangeError("the covariance of the published sums has no root");
  const { gain, root } = tailOf(decay, cross, lower, months, tail);
  return {
    mean(residuals) {
      const scaled = Float64Array.from(residuals);
      solveLower(lower, n, scaled);
      solveUpper(lower, n, scaled);
      const mean = new Float64Array(months);
      cross.forEach((column, i) => {
        for (let m = 0; m < months; m++) mean[m]! += column[m]! * scaled[i]!;
      });
      return mean;
    },
    gain,
    root,
    tail,
  };
}

/** Covariance of every month's miss with a sum. */
function crossCovariance(decay: Float64Array, months: number, { first, weights }: SumOfMonths): Float64Array {
  const column = new Float64Array(months);
  for (let m = 0; m < months; m++) {
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += weights[k]! * decay[Math.abs(m - first - k)]!;
    column[m] = sum;
  }
  return column;
}

function weighed({ first, weights }: SumOfMonths, column: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * column[first + k]!;
  return sum;
}

/** Gain of the last `tail` months, and the root of what the sums leave of their covariance. */
function tailOf(
  decay: Float64Array,
  cross: readonly Float64Array[],
  lower: Float64Array,
  months: number,
  tail: number,
): Pick<ConditionedMisses, "gain" | "root"> {
  const n = cross.length;
  const known = Array.from({ length: tail }, (_, t) => {
    const row = Float64Array.from(cross, (column) => column[months - tail + t]!);
    solveLower(lower, n, row);
    return row;
  });
  const left = new Float64Array(tail * tail);
  for (let i = 0; i < tail; i++) {
    for (let j = 0; j < tail; j++) {
      let sum = decay[Math.abs(i - j)]!;
      for (let k = 0; k < n; k++) sum -= known[i]![k]! * known[j]![k]!;
      left[i * tail + j] = sum + (i === j ? decay[0]! * JITTER : 0);
    }
  }
  const root = cholesky(left, tail);
  if (root === undefined) throw new RangeError("the covariance of the months ahead has no root");
  const gain = new Float64Array(tail * n);
  known.forEach((row, t) => {
    solveUpper(lower, n, row);
    gain.set(row, t * n);
  });
  return { gain, root };
}
