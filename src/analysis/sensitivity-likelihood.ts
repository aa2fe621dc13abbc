import { ensembleRunner } from "../calibrate/ensemble-runner.ts";
import { calibrationPlan } from "../calibrate/observed-terms.ts";
import type { PosteriorInfo } from "../calibrate/posterior.ts";
import { rowScorer } from "../calibrate/score-rows.ts";
import type { Schedules } from "../engine/index.ts";
import type { Pool } from "../ensemble/index.ts";
import type { Model } from "../model/model.ts";

/** The likelihood that made a posterior, ready for rows of full parameter sets. */
export interface PosteriorLikelihood {
  /**
   * Log-likelihoods, to the power that made the posterior; -Infinity for a row that fails or that a bound excludes. Row i
   * has the noise of run i modulo `block`.
   */
  readonly of: (rows: Float64Array, count: number, block: number) => Promise<Float64Array>;
  readonly close: () => void;
}

/** Opens the likelihood of a posterior on a pool; `schedules` are the levers that its runs followed. */
export function posteriorLikelihood(
  model: Model,
  info: Pick<PosteriorInfo, "origin" | "stages">,
  schedules: Schedules,
  pool: Pool,
  noiseSeed: number,
  capacity = 4096,
): PosteriorLikelihood {
  const plan = calibrationPlan(model, info.origin);
  const width = model.ir.parameters.length;
  const runner = ensembleRunner(model.ir, plan, pool, { schedules, noiseSeed, capacity });
  const scorer = rowScorer(plan, runner, width);
  const power = info.stages.at(-1)?.exponent ?? 1;
  const noisy = (model.ir.noise ?? []).length > 0;
  return {
    async of(rows, count, block) {
      const result = new Float64Array(count);
      const step = noisy ? block : count;
      for (let from = 0; from < count; from += step) {
        const own = Math.min(step, count - from);
        const { normal } = await scorer.score({
          count: own,
          write: (row, params, at) =>
            params.set(rows.subarray((from + row) * width, (from + row + 1) * width), at),
        });
        normal.forEach((value, i) => {
          result[from + i] = value === Number.NEGATIVE_INFINITY ? value : power * value;
        });
      }
      return result;
    },
    close: runner.close,
  };
}
