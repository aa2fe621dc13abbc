import {
  drawsOf,
  type EnsembleResult,
  type EnsembleScenario,
  type Pool,
  runEnsemble,
} from "../ensemble/index.ts";
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
  const { ir, params, draws, pool, outputs } = request;
  const branchStep = ir.clock.decision;
  const groups = [
    {
      scenarios: request.scenarios.filter((s) => request.paths.has(s.id)),
      months: [...new Set([...months, ...request.at])].sort(),
    },
    { scenarios: request.scenarios.filter((s) => !request.paths.has(s.id)), months: [...request.at].sort() },
  ].filter((group) => group.scenarios.length > 0);
  const share = groups.map((group) => group.scenarios.length / request.scenarios.length);
  const results: { result: EnsembleResult; months: readonly string[] }[] = [];
  for (const [index, group] of groups.entries()) {
    const before = share.slice(0, index).reduce((a, b) => a + b, 0);
    const result = await runEnsemble(
      pool,
      {
        ir,
        outputs,
        saveSteps: group.months.map((month) => monthStep(ir, month)),
        scenarios: group.scenarios.map((scenario) => ensembleScenario(scenario, ir)),
        branchStep,
        params,
        draws,
      },
      {
        progress: (done, total) => {
          const all = request.scenarios.length * draws;
          request.progress?.(Math.round(all * (before + (share[index]! * done) / total)), all);
        },
      },
    );
    results.push({ result, months: group.months });
  }
  const find = (scenario: string) => {
    for (const one of results) {
      const index = one.result.scenarioIds.indexOf(scenario);
      if (index >= 0) return { ...one, index };
    }
    throw new RangeError(`scenario ${scenario} was not run`);
  };
  return {
    draws,
    column: (scenario, output, month) => {
      const { result, index, months: saved } = find(scenario);
      const o = result.outputs.indexOf(output);
      const save = saved.indexOf(month);
      if (o < 0 || save < 0) throw new RangeError(`${output} of ${scenario} was not saved at ${month}`);
      return drawsOf(result, index, o, save);
    },
    failed: (scenario) => {
      const { result, index } = find(scenario);
      return result.scenarios[index]!.failedStep.reduce((count, step) => count + (step >= 0 ? 1 : 0), 0);
    },
  };
}
