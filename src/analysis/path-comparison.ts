import type { Quantiles } from "./quantiles.ts";

/**
 * Two paths of the same draws as an explorer shows them. Numbers are in base units; indices are those of the request's outputs and
 * saves. Draws that failed in either path are left out of both.
 */
export interface PathComparison {
  /** Draws asked for, draws kept (not failed, and holding the explanation asked for). */
  readonly draws: number;
  readonly kept: number;
  /** [output][save][q05, q25, q50, q75, q95] of each path; the history of a path that was run from the branch is the shared one. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** B minus A at the month asked for, output by output. */
  readonly at: readonly OutcomeComparison[];
}

/** B minus A of one outcome at one month. */
export interface OutcomeComparison {
  readonly a: Quantiles;
  readonly b: Quantiles;
  readonly change: Quantiles;
  /** As shares of A; absent where A is 0 in some draw. */
  readonly relative?: Quantiles;
  /** Of 100 draws, B better, worse, the same (a relative 1e-9); with better "none" all that differ count as neither. */
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
  /** Quantile dots of the change: `dots[i]` is the (i + 0.5) / 50 quantile. */
  readonly dots: Float64Array;
}

/** One option of a variant: the same comparison among the draws that hold it. */
export interface ExplanationComparison {
  readonly variant: string;
  readonly option: string;
  readonly draws: number;
  /** Of the outcome asked for; absent where fewer than 20 draws hold the option. */
  readonly change?: Quantiles;
  readonly betterOf100?: number;
}

/** B minus A of one output over time: [save][q05, q25, q50, q75, q95]. */
export type ChangePath = Float64Array;
