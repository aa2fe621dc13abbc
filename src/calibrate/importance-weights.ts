import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";

export interface ImportanceWeights {
  /** One a draw, adding up to 1; all 0 when no draw has any weight. */
  readonly weights: Float64Array;
  /** Kish's effective sample size, 1 / sum of squared weights; 0 when no draw has any weight. */
  readonly effective: number;
  /** Logarithm of the sum of exp(log-weight) over the draws; -Infinity when none has any weight. */
  readonly logSum: number;
}

/** Weights in proportion to exp(log-weight); -Infinity is a draw without weight. */
export function importanceWeights(logWeights: Float64Array): ImportanceWeights {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of logWeights) if (value > highest) highest = value;
  const weights = new Float64Array(logWeights.length);
  if (highest === Number.NEGATIVE_INFINITY) return { weights, effective: 0, logSum: highest };
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = logWeights[i] ?? Number.NEGATIVE_INFINITY;
    weights[i] = value === Number.NEGATIVE_INFINITY ? 0 : exp(value - highest);
    total += weights[i] ?? 0;
  }
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = (weights[i] ?? 0) / total;
    squares += (weights[i] ?? 0) * (weights[i] ?? 0);
  }
  return { weights, effective: 1 / squares, logSum: highest + ln(total) };
}

/**
 * The furthest step in (0, most] at which weights exp(step x gain) still have an effective sample size of `target`, to 1 in
 * 10,000. 0 where even the smallest step misses it: too few draws have any weight.
 */
export function longestStep(gains: Float64Array, target: number, most: number): number {
  const effective = (step: number) => importanceWeights(gains.map((gain) => step * gain)).effective;
  if (effective(most) >= target) return most;
  let low = 0;
  let high = most;
  for (let round = 0; round < 60 && high - low > 1e-4 * high; round++) {
    // Steps span many powers of ten, so the middle of the logarithms once the lower end is above 0.
    const middle = low === 0 ? high / 8 : Math.sqrt(low * high);
    if (effective(middle) >= target) low = middle;
    else high = middle;
  }
  return low;
}
