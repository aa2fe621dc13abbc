import type { Schedules } from "../engine/index.ts";
import { openRowRuns, type Pool } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { CalibrationPlan } from "./observed-terms.ts";

/** How calibration reaches the engine, on whatever threads there are: the plan's outputs of one batch of rows after another. */
export interface CalibrationRunner {
  /** Most rows in one run. */
  readonly capacity: number;
  /** Rows of `ir.parameters.length` values in base units: fill as many as are run. */
  readonly params: Float64Array;
  /**
   * Runs the first `count` rows. Output o, save s, row d stands at `values[(o * saves + s) * capacity + d]`, until the next
   * run; `failedStep[d]` is -1 for a run that did not fail. `first` (default 0) is the number of the first row: it decides
   * the noise of models that have it.
   */
  readonly run: (
    count: number,
    first?: number,
  ) => Promise<{ readonly values: Float64Array; readonly failedStep: Int32Array }>;
  readonly close: () => void;
}

/** What the runs of a calibration have in common beside the plan. */
export interface RunnerSettings {
  /** Levers up to the origin: what happened. Those not named keep the model's values. */
  readonly schedules?: Schedules;
  readonly noiseSeed?: number;
  readonly capacity?: number;
}

/** Enough rows to keep some workers busy between two batches; the series of so many are held at once. */
const CAPACITY = 1024;

/** Opens the runs of a plan on a pool. The model is compiled once a worker, to the outputs of the plan alone. */
export function ensembleRunner(
  ir: Ir,
  plan: CalibrationPlan,
  pool: Pool,
  { schedules = {}, noiseSeed = 0, capacity = CAPACITY }: RunnerSettings = {},
): CalibrationRunner {
  const { outputs, saveSteps } = plan;
  const scenarios = [{ id: "calibration", schedules }];
  const runs = openRowRuns(pool, { ir, outputs, saveSteps, scenarios, branchStep: 0, noiseSeed }, capacity);
  return {
    capacity,
    params: runs.params,
    async run(count, first = 0) {
      const block = (await runs.run(count, first)).scenarios[0];
      if (block === undefined) throw new RangeError("an ensemble without results");
      return block;
    },
    close: runs.close,
  };
}
