import type { Model } from "../model/model.ts";
import { importanceWeights } from "./importance-weights.ts";
import { type CalibrationPlan, chapterBlock } from "./observed-terms.ts";
import { systematicResample } from "./resample.ts";
import type { WeighedDraws } from "./weigh-draws.ts";

/** Parameter sets put together from draws that fit block by block. */
export interface CrossedDraws {
  /** Row a set, the columns of the prior draws. */
  readonly parameters: Float32Array;
  readonly count: number;
  /** Per set: the log-likelihood, block by block, of the prior draws that its parts come from. */
  readonly proposal: Float64Array;
  /** Per block: the prior draw of each set. */
  readonly chosen: readonly Int32Array[];
}

/**
 * Importance sampling by blocks of chapters. Prior draw i fits the drug series, prior draw j the series of violence and
 * trade, rarely both at once. Since the parameters of different draws are independent under the prior, the set with
 * the first block from i and the second from j, weighed by L(set) / (L1(i) L2(j)), has the posterior for its law,
 * exactly, whatever the blocks; how little those weights vary shows how nearly the blocks are independent.
 * `uniform` gives a number in [0, 1) for a purpose and an index.
 */
export function crossBlocks(
  model: Model,
  plan: CalibrationPlan,
  weighed: WeighedDraws,
  count: number,
  exponent: number,
  uniform: (purpose: string, index: number) => number,
): CrossedDraws {
  const chosen = weighed.byBlock.map((likelihoods, block) => {
    const { weights } = importanceWeights(likelihoods, exponent);
    const picks = systematicResample(weights, count, uniform(`start of block ${block}`, 0));
    return block === 0 ? picks : shuffled(picks, (i) => uniform(`order of block ${block}`, i));
  });
  const columns = weighed.columns.length;
  const parameters = new Float32Array(count * columns);
  weighed.columns.forEach((column, c) => {
    const owner = (model.ir.parameters[column]?.name ?? "").replace(/: \d+$/, "");
    const file = model.variables.get(owner)?.chapter ?? "";
    const picks = chosen[chapterBlock(plan.blocks, file)];
    for (let m = 0; m < count; m++)
      parameters[m * columns + c] = weighed.parameters[(picks?.[m] ?? 0) * columns + c] ?? Number.NaN;
  });
  const proposal = new Float64Array(count);
  chosen.forEach((picks, block) => {
    for (let m = 0; m < count; m++)
      proposal[m] = (proposal[m] ?? 0) + (weighed.byBlock[block]?.[picks[m] ?? 0] ?? 0);
  });
  return { parameters, count, proposal, chosen };
}

/** Fisher-Yates on a copy. */
function shuffled(values: Int32Array, uniform: (i: number) => number): Int32Array {
  const result = values.slice();
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(i) * (i + 1));
    const kept = result[i] ?? 0;
    result[i] = result[j] ?? 0;
    result[j] = kept;
  }
  return result;
}
