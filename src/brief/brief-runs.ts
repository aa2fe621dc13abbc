import { drawsOf, type EnsembleScenario, type Pool, runEnsemble } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import { monthTime } from "../scenario/month.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What a brief runs: every scenario with the same draws. */
export interface RunsRequest {
  readonly ir: Ir;
  readonly scenarios: readonly Scenario[];
  /** Scenarios whose whole path is saved, for charts. */
  readonly paths: ReadonlySet<string>;
  readonly outputs: readonly string[];
  /** Months at which every scenario is saved, `YYYY-MM`. */
  readonly at: readonly string[];
  /** Parameter rows, `ir.parameters.length` columns, base units. */
  readonly params: Float64Array;
  readonly draws: number;
  /** Seed of the noise of models that have it. */
  readonly noiseSeed: number;
  readonly pool: Pool;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Results by name, in base units. */
export interface Runs {
  readonly draws: number;
  /** Values over draws at a month; NaN where a draw failed. Throws a RangeError for what was not saved. */
  readonly column: (scenario: string, output: string, month: string) => Float64Array;
  readonly failed: (scenario: string) => number;
}

/** The step of a month's start on the model's clock. */
function monthStep(ir: Ir, month: string): number {
  return Math.round(monthTime(month) * ir.clock.stepsPerUnit) - ir.clock.startIndex;
}

/** A resolved scenario in the shape that the ensemble takes. */
export function ensembleScenario(scenario: Scenario, ir: Ir): EnsembleScenario {
  const resolved = resolveScenario(scenario, ir);
  return {
    id: scenario.id,
    schedules: Object.fromEntries(
      resolved.levers.map(({ lever, points }) => [
        ir.levers[lever]!.name,
        points.map(({ time, value }) => ({ at: time, value })),
      ]),
    ),
    overrides: Object.fromEntries(
      resolved.parameters.map(({ parameter, value }) => [ir.parameters[parameter]!.name, value]),
    ),
  };
}

/**
 * Runs all scenarios from the decision date on, paired. Those with a chart save every step of `months`; the others
 * only `at`, which keeps the results of 20 scenarios and 2,000 draws small.
 */
export async function runScenarios(request: RunsRequest, months: readonly string[]): Promise<Runs> {
  const { ir, params, draws, pool, outputs, noiseSeed } = request;
  const saved = [...new Set([...months, ...request.at])].sort();
  const saveSteps = saved.map((month) => monthStep(ir, month));
  const few = saveSteps.filter((_, i) => request.at.includes(saved[i]!));
  const result = await runEnsemble(
    pool,
    {
      ir,
      outputs,
      saveSteps,
      scenarios: request.scenarios.map((scenario) => ({
        ...ensembleScenario(scenario, ir),
        ...(request.paths.has(scenario.id) ? {} : { saveSteps: few }),
      })),
      branchStep: ir.clock.decision,
      params,
      draws,
      noiseSeed,
    },
    {
      progress:
        request.progress &&
        ((done) => request.progress?.(done * request.scenarios.length, draws * request.scenarios.length)),
    },
  );
  const find = (scenario: string) => {
    const index = result.scenarioIds.indexOf(scenario);
    if (index < 0) throw new RangeError(`scenario ${scenario} was not run`);
    return index;
  };
  return {
    draws,
    column: (scenario, output, month) => {
      const o = result.outputs.indexOf(output);
      const save = saved.indexOf(month);
      if (o < 0 || save < 0) throw new RangeError(`${output} of ${scenario} was not saved at ${month}`);
      return drawsOf(result, find(scenario), o, save);
    },
    failed: (scenario) => {
      return result.scenarios[find(scenario)]!.failedStep.reduce(
        (count, step) => count + (step >= 0 ? 1 : 0),
        0,
      );
    },
  };
}
