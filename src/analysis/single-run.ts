import { compileBatch, leverTable, type Schedules, timeOf } from "../engine/index.ts";
import type { Model } from "../model/model.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { centralParameters } from "./run-checks.ts";

/** Series of one run, in declared units, at the saved steps from the first date that is shown. */
export interface SingleRun {
  readonly times: readonly number[];
  readonly outputs: readonly {
    readonly name: string;
    readonly unit: string;
    readonly values: readonly number[];
  }[];
  /** Set when the run broke down: the variable that was no longer finite, and the time. Values from there on are NaN. */
  readonly stopped?: { readonly variable: string; readonly time: number };
}

/**
 * Runs the model once on its own values with a scenario's levers and constants. `names` are canonical; `seed` is that of
 * the noise of models that have it.
 */
export function singleRun(
  model: Model,
  scenario: ResolvedScenario,
  names: readonly string[],
  seed = 0,
): SingleRun {
  const { ir } = model;
  const parameters = centralParameters(ir);
  for (const { parameter, value } of scenario.parameters) parameters[parameter] = value;
  const saveSteps = shownSteps(model);
  const out = new Float64Array(names.length * saveSteps.length);
  const { failedStep, failedVariable } = compileBatch(ir, names).run({
    lanes: 1,
    params: parameters,
    levers: leverTable(ir, schedulesOf(model, scenario)),
    saveSteps,
    out,
    outputStride: saveSteps.length,
    saveStride: 1,
    laneStride: 0,
    noiseSeed: seed,
  });
  const outputs = names.map((name, o) => {
    const variable = model.variables.get(name);
    const values = Array.from(out.subarray(o * saveSteps.length, (o + 1) * saveSteps.length));
    const factor = variable?.factor ?? 1;
    return {
      name: variable?.text ?? name,
      unit: variable?.unit ?? "1",
      values: values.map((v) => v / factor),
    };
  });
  const times = saveSteps.map((step) => timeOf(ir.clock, step));
  const stop = failedStep[0]!;
  if (stop < 0) return { times, outputs };
  return { times, outputs, stopped: { variable: failedVariable[0]!, time: timeOf(ir.clock, stop) } };
}

/** Saved steps from the first whose results are shown. */
export function shownSteps({ ir }: Pick<Model, "ir">): readonly number[] {
  return ir.clock.saveSteps.filter((step) => step >= ir.clock.resultsFrom);
}

/** A resolved scenario's lever schedules by name. */
export function schedulesOf({ ir }: Pick<Model, "ir">, scenario: ResolvedScenario): Schedules {
  return Object.fromEntries(
    scenario.levers.map(({ lever, points }) => [
      ir.levers[lever]?.name ?? "",
      points.map(({ time, value }) => ({ at: time, value })),
    ]),
  );
}
