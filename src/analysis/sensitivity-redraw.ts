import { shuffled } from "../base/shuffled.ts";
import { stream } from "../base/stream.ts";
import { priorQuantile } from "../ensemble/prior-quantile.ts";
import { exp } from "../math/exp.ts";
import type { IrPrior } from "../model/ir.ts";
import { type Candidate, candidateProposal, pickByWeight } from "./sensitivity-candidates.ts";

/** One uncertain input of a sensitivity analysis: a parameter, or several that are drawn by one line of the model. */
export interface SensitivityInput {
  readonly name: string;
  /** Columns of the rows, and the prior of each. */
  readonly columns: readonly number[];
  readonly priors: readonly IrPrior[];
  /** True where the likelihood depends on it, so that it depends on the other inputs; false: its prior is its law given the rest. */
  readonly conditional: boolean;
}

/** Rows of parameter values, one a draw. */
export interface ParameterRows {
  readonly values: Float64Array;
  readonly width: number;
  readonly draws: number;
}

/** What redrawing needs to know of the posterior. */
export interface RedrawOptions {
  /** Candidates per draw of an input that the likelihood depends on. */
  readonly candidates: number;
  readonly seed: number;
  /**
   * Log-likelihoods (to the power that made the posterior) of rows of full parameter sets: `draws` of each candidate, in the
   * order of the draws, one candidate after the other.
   */
  readonly logLikelihoods: (rows: Float64Array, count: number) => Promise<Float64Array>;
}

/** New values: `values[c * draws + d]` for column c of the input in draw d; NaN where nothing could be drawn. */
export type Redrawn = readonly Float64Array[];

/**
 * Draws inputs again given all others, for the draws `at` of the rows. An input of which the likelihood knows nothing is
 * drawn from its prior, which is exact. Of any other, a few candidates spread over its posterior are weighed by prior and
 * likelihood of the whole set, and one is picked: Gibbs sampling on a grid with random places (Ritter and Tanner 1992).
 */
export async function redraw(
  inputs: readonly SensitivityInput[],
  rows: ParameterRows,
  at: readonly number[],
  options: RedrawOptions,
): Promise<readonly Redrawn[]> {
  const asked = inputs.filter((input) => input.conditional);
  const proposals = new Map(asked.map((input) => [input, propose(input, rows, at, options)]));
  const all = asked.flatMap((input) =>
    (proposals.get(input) ?? []).map((candidates) => ({ input, candidates })),
  );
  const sets = new Float64Array(all.length * at.length * rows.width);
  all.forEach(({ input, candidates }, k) => {
    at.forEach((draw, i) => {
      const to = (k * at.length + i) * rows.width;
      sets.set(rows.values.subarray(draw * rows.width, (draw + 1) * rows.width), to);
      input.columns.forEach((column, c) => {
        sets[to + column] = candidates[c]?.[i]?.value ?? Number.NaN;
      });
    });
  });
  const likelihoods =
    all.length === 0 ? new Float64Array(0) : await options.logLikelihoods(sets, all.length * at.length);
  let first = 0;
  return inputs.map((input) => {
    const own = proposals.get(input);
    if (own === undefined) return fromPrior(input, at, options.seed);
    const from = first;
    first += own.length;
    return pick(
      input,
      own,
      at,
      (k, i) => likelihoods[(from + k) * at.length + i] ?? Number.NaN,
      options.seed,
    );
  });
}

/** Candidate k, column c, place i of `at`: [k][c][i]. */
type Proposals = readonly (readonly (readonly Candidate[])[])[];

function propose(
  input: SensitivityInput,
  rows: ParameterRows,
  at: readonly number[],
  { candidates, seed }: RedrawOptions,
): Proposals {
  const single = input.columns.length === 1;
  const byColumn = input.columns.map((column, c) => {
    const prior = input.priors[c];
    if (prior === undefined) throw new RangeError(`${input.name}: a column without a prior`);
    const known = single
      ? Array.from({ length: rows.draws }, (_, d) => rows.values[d * rows.width + column] ?? Number.NaN)
      : [];
    const places = stream(seed, `sensitivity places: ${input.name}: ${c}`);
    const order = stream(seed, `sensitivity order: ${input.name}: ${c}`);
    const proposal = candidateProposal(prior, known);
    return at.map((draw) => {
      const list = proposal(candidates, (k) => places.uniform(k, draw));
      return single ? list : inOrder(list, candidates, (k) => order.uniform(k, draw));
    });
  });
  const count = byColumn[0]?.[0]?.length ?? 0;
  return Array.from({ length: count }, (_, k) =>
    byColumn.map((lists) =>
      lists.map((list) => list[k] ?? { value: Number.NaN, logWeight: Number.NEGATIVE_INFINITY }),
    ),
  );
}

/** Several columns at once: the strata of one must not follow those of another. Options of a variant are drawn by weight. */
function inOrder(
  list: readonly Candidate[],
  count: number,
  uniform: (k: number) => number,
): readonly Candidate[] {
  if (list.length !== count) {
    const weights = list.map((candidate) => candidate.logWeight);
    return Array.from({ length: count }, (_, k) => ({
      value: list[pickByWeight(weights, uniform(k), exp)]?.value ?? Number.NaN,
      logWeight: 0,
    }));
  }
  return shuffled(list, uniform);
}

function pick(
  input: SensitivityInput,
  proposals: Proposals,
  at: readonly number[],
  likelihood: (k: number, i: number) => number,
  seed: number,
): Redrawn {
  const chance = stream(seed, `sensitivity pick: ${input.name}`);
  const picked = at.map((draw, i) => {
    const weights = proposals.map((columns, k) => {
      const own = columns.reduce((sum, list) => sum + (list[i]?.logWeight ?? 0), 0);
      const data = likelihood(k, i);
      return Number.isNaN(data) ? Number.NEGATIVE_INFINITY : own + data;
    });
    return pickByWeight(weights, chance.uniform(0, draw), exp);
  });
  return input.columns.map((_, c) =>
    Float64Array.from(picked, (k, i) => proposals[k]?.[c]?.[i]?.value ?? Number.NaN),
  );
}

function fromPrior(input: SensitivityInput, at: readonly number[], seed: number): Redrawn {
  return input.priors.map((prior, c) => {
    const quantile = priorQuantile(prior);
    const places = stream(seed, `sensitivity prior: ${input.name}: ${c}`);
    return Float64Array.from(at, (draw) => quantile(places.uniform(0, draw)));
  });
}
