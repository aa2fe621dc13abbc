/**
 * Continuous ranked probability score of equally likely values against what happened, in the unit of the values: the mean
 * distance to it, less half the mean distance between two of them (each pair of different ones counted, so that few
 * values do not look better or worse than many). 0 is perfect; of a single value it is the absolute error.
 * Gneiting and Raftery 2007, Journal of the American Statistical Association 102:359-378.
 */
export function crps(values: ArrayLike<number>, observed: number): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    const value = sorted[i]!;
    distance += Math.abs(value - observed);
    spread += value * (2 * i + 1 - n);
  }
  return n < 2 ? distance : distance / n - spread / (n * (n - 1));
}

/** One forecast beside what happened. */
export interface Score {
  readonly crps: number;
  /** Logarithm of median over observed: above 0 where too much was forecast. */
  readonly logError: number;
  /** Whether the middle half and the middle nine tenths of the forecast held what happened. */
  readonly inside50: boolean;
  readonly inside90: boolean;
}

/** Means over some scores. */
export interface ScoreSummary {
  readonly count: number;
  readonly crps: number;
  readonly meanLogError: number;
  /** Root of the mean square of the log errors. */
  readonly rmsLogError: number;
  readonly coverage50: number;
  readonly coverage90: number;
}

/** Means over scores; NaN of none. */
export function summariseScores(scores: readonly Score[]): ScoreSummary {
  const mean = (of: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    count: scores.length,
    crps: mean((score) => score.crps),
    meanLogError: mean((score) => score.logError),
    rmsLogError: Math.sqrt(mean((score) => score.logError * score.logError)),
    coverage50: mean((score) => (score.inside50 ? 1 : 0)),
    coverage90: mean((score) => (score.inside90 ? 1 : 0)),
  };
}
