import { priorQuantile } from "../ensemble/prior-quantile.ts";
import { ln } from "../math/ln.ts";
import type { IrPrior } from "../model/ir.ts";

/** A value of an input and the logarithm of (prior density / density with which it is proposed). */
export interface Candidate {
  readonly value: number;
  readonly logWeight: number;
}

/** Proposes `count` values of one input; `uniform` gives a number in (0, 1) per place. */
export type Proposal = (count: number, uniform: (place: number) => number) => readonly Candidate[];

/** Equal steps of prior probability in which the known draws are counted. */
const BINS = 20;

/** Share of proposals that come from the prior whatever the draws say. */
const FLAT = 0.1;

const ALMOST_ONE = 1 - 1 / 1099511627776;

/**
 * Proposals for drawing an input again given the others. `known` are its values in posterior draws: places are spread in even strata
 * over their distribution (a histogram on steps of prior probability, mixed with the prior), so that a likelihood that
 * is narrow against the prior still meets several candidates. Of a categorical input every option is proposed once.
 */
export function candidateProposal(prior: IrPrior, known: ArrayLike<number>): Proposal {
  if (prior.distribution === "categorical") {
    const total = prior.args.reduce((sum, weight) => sum + weight, 0);
    const options = prior.args.map((weight, value) => ({
      value,
      logWeight: weight > 0 ? ln(weight / total) : Number.NEGATIVE_INFINITY,
    }));
    return () => options;
  }
  const quantile = priorQuantile(prior);
  const edges = Array.from({ length: BINS - 1 }, (_, i) => quantile((i + 1) / BINS));
  const counts = new Float64Array(BINS);
  for (let i = 0; i < known.length; i++) {
    const value = known[i] ?? 0;
    const bin = edges.findIndex((edge) => value < edge);
    const at = bin < 0 ? BINS - 1 : bin;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const mass = Array.from(counts, (count) =>
    known.length === 0 ? 1 / BINS : ((1 - FLAT) * count) / known.length + FLAT / BINS,
  );
  return (count, uniform) =>
    Array.from({ length: count }, (_, k) => {
      let left = (k + uniform(k)) / count;
      let bin = 0;
      while (bin < BINS - 1 && left >= (mass[bin] ?? 0)) left -= mass[bin++] ?? 0;
      const inside = left / (mass[bin] ?? 1);
      const probability = (bin + (inside < 1 ? inside : ALMOST_ONE)) / BINS;
      return { value: quantile(probability), logWeight: -ln((mass[bin] ?? 1) * BINS) };
    });
}

/** The place that a number in (0, 1) picks with probability in proportion to exp(logWeights); -1 where all are -Infinity. */
export function pickByWeight(logWeights: readonly number[], u: number, exp: (x: number) => number): number {
  const highest = Math.max(...logWeights);
  if (!(highest > Number.NEGATIVE_INFINITY)) return -1;
  const weights = logWeights.map((w) => (w > Number.NEGATIVE_INFINITY ? exp(w - highest) : 0));
  let left = u * weights.reduce((sum, w) => sum + w, 0);
  let last = -1;
  for (const [k, w] of weights.entries()) {
    if (w === 0) continue;
    last = k;
    left -= w;
    if (left < 0) return k;
  }
  return last;
}
