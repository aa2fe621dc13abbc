import { type Design, drawParameters, type Pool, runEnsemble } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { CalibrationRunner } from "./weigh-draws.ts";

/** Runs calibration's prior draws on a pool. The model's levers keep their values: the run ends at the origin. */
export function ensembleRunner(ir: Ir, design: Design, pool: Pool): CalibrationRunner {
  return {
    prior: (first, count) => drawParameters(ir, design, first, first + count),
    async run(params, draws, { outputs, saveSteps }, firstDraw = 0) {
      const scenarios = [{ id: "calibration", schedules: {} }];
      const settings = { branchStep: 0, firstDraw, noiseSeed: design.seed };
      const request = { ...settings, ir, outputs, saveSteps, scenarios, params, draws };
      const block = (await runEnsemble(pool, request)).scenarios[0];
      if (block === undefined) throw new RangeError("an ensemble without results");
      return block;
    },
  };
}
