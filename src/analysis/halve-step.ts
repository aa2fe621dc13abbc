import { compileBatch, leverTable, type Schedules, timeOf } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Model } from "../model/model.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { centralParameters } from "./run-checks.ts";
import { schedulesOf } from "./single-run.ts";

/**
 * The same model with steps half as long; dates, saved times and month ends stay where they are, and a random number
 * lasts as long as before, so that what moves an outcome is the step alone.
 */
export function halveStep(ir: Ir): Ir {
  const { clock, noise } = ir;
  return {
    ...ir,
    ...(noise && { noise: noise.map((one) => ({ ...one, every: 2 * (one.every ?? 1) })) }),
    clock: {
      ...clock,
      startIndex: 2 * clock.startIndex,
      stepsPerUnit: 2 * clock.stepsPerUnit,
      steps: 2 * clock.steps,
      stepsPerMonth: clock.calendar ? 2 * clock.stepsPerMonth : clock.stepsPerMonth,
      resultsFrom: 2 * clock.resultsFrom,
      decision: 2 * clock.decision,
      saveSteps: clock.saveSteps.map((step) => 2 * step),
    },
  };
}

/** How far an outcome moves when the step is halved. */
export interface StepChange {
  readonly outcome: string;
  /** Largest difference over the saved times, as a share of the largest absolute value; NaN where a run failed. */
  readonly change: number;
  /** Time at which it is largest; absent where nothing moves. */
  readonly at?: number;
}

/**
 * The change of every outcome, on the model's own values and those that a scenario sets, from the first date whose
 * results are shown.
 */
export function stepChanges(model: Model, scenario?: ResolvedScenario): readonly StepChange[] {
  const names = model.outcomes.map((outcome) => outcome.name);
  const params = centralParameters(model.ir);
  for (const { parameter, value } of scenario?.parameters ?? []) params[parameter] = value;
  const schedules = scenario ? schedulesOf(model, scenario) : {};
  const whole = series(model.ir, names, params, schedules);
  const half = series(halveStep(model.ir), names, params, schedules);
  const { clock } = model.ir;
  const saves = clock.saveSteps.length;
  return names.map((outcome, o) => {
    let size = 0;
    let largest = 0;
    let at: number | undefined;
    for (let s = 0; s < saves && !Number.isNaN(largest); s++) {
      const step = clock.saveSteps[s] ?? 0;
      if (step < clock.resultsFrom) continue;
      const value = whole[o * saves + s] ?? Number.NaN;
      const difference = Math.abs(value - (half[o * saves + s] ?? Number.NaN));
      if (Math.abs(value) > size) size = Math.abs(value);
      if (!(difference <= largest)) {
        largest = difference;
        at = timeOf(clock, step);
      }
    }
    return at === undefined ? { outcome, change: 0 } : { outcome, change: largest / size, at };
  });
}

function series(ir: Ir, names: readonly string[], params: Float64Array, schedules: Schedules): Float64Array {
  const { saveSteps } = ir.clock;
  const out = new Float64Array(names.length * saveSteps.length);
  compileBatch(ir, names).run({
    lanes: 1,
    params,
    levers: leverTable(ir, schedules),
    saveSteps,
    out,
    outputStride: saveSteps.length,
    saveStride: 1,
    laneStride: 0,
  });
  return out;
}
