import { exp } from "../math/exp.ts";

export interface ImportanceWeights {
  /** One a draw, adding up to 1; all 0 when no draw has any weight. */
  readonly weights: Float64Array;
  /** Kish's effective sample size, 1 / sum of squared weights; 0 when no draw has any weight. */
  readonly effective: number;
  /** The power to which the likelihood was raised; 1 is the full likelihood. */
  readonly exponent: number;
}

/** Weights in proportion to exp(exponent x log-likelihood); -Infinity is a draw without weight. */
export function importanceWeights(logLikelihoods: Float64Array, exponent = 1): ImportanceWeights {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of logLikelihoods) if (value > highest) highest = value;
  const weights = new Float64Array(logLikelihoods.length);
  if (highest === Number.NEGATIVE_INFINITY) return { weights, effective: 0, exponent };
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = logLikelihoods[i] ?? Number.NEGATIVE_INFINITY;
    weights[i] = value === Number.NEGATIVE_INFINITY ? 0 : exp(exponent * (value - highest));
    total += weights[i] ?? 0;
  }
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = (weights[i] ?? 0) / total;
    squares += (weights[i] ?? 0) * (weights[i] ?? 0);
  }
  return { weights, effective: 1 / squares, exponent };
}

/**
 * Weights of the highest exponent, at most 1, whose effective sample size reaches `target` (found to 1 in 10,000).
 * Where even the flattest likelihood misses it (too few draws have any weight), the exponent is 0.
 */
export function temperedWeights(logLikelihoods: Float64Array, target: number): ImportanceWeights {
  const full = importanceWeights(logLikelihoods);
  if (full.effective >= target) return full;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 24 && high - low > 1e-4 * high; step++) {
    const middle = (low + high) / 2;
    if (importanceWeights(logLikelihoods, middle).effective >= target) low = middle;
    else high = middle;
  }
  return importanceWeights(logLikelihoods, low);
}
