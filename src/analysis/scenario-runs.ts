import type { EnsembleScenario } from "../ensemble/index.ts";
import type { Model } from "../model/model.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { schedulesOf } from "./single-run.ts";

/** A resolved scenario as the ensemble takes it. */
export function ensembleScenario(model: Pick<Model, "ir">, scenario: ResolvedScenario): EnsembleScenario {
  const overrides = scenario.parameters.map(
    ({ parameter, value }) => [model.ir.parameters[parameter]?.name ?? "", value] as const,
  );
  return {
    id: scenario.id,
    schedules: schedulesOf(model, scenario),
    ...(overrides.length > 0 ? { overrides: Object.fromEntries(overrides) } : {}),
  };
}
