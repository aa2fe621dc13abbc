import { type EnsembleScenario, type Pool, runEnsemble } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Observation } from "../model/model.ts";

/** Simulated flows of observed sums, month by month: the number of draw d in month m stands at `[m * draws + d]`. */
export interface MonthlyFlows {
  /** Months since year 0 of the first month of the run. */
  readonly first: number;
  readonly months: number;
  readonly draws: number;
  /** One a component, in base units a month; NaN for a draw whose run failed. */
  readonly flows: readonly Float64Array[];
}

/** What is run: parameter rows and a scenario. */
export interface PathRun {
  readonly ir: Ir;
  readonly scenario: EnsembleScenario;
  /** Rows of `ir.parameters.length` values in base units. */
  readonly params: Float64Array;
  readonly draws: number;
  readonly seed: number;
}

/** Months since year 0 of the first month of a model's run. */
export function firstMonth({ clock }: Pick<Ir, "clock">): number {
  return Math.floor((clock.startIndex * 12) / clock.stepsPerUnit + 0.5);
}

/**
 * Runs the model to the end of the month `last` (months since year 0) and recovers the flow of each month from the moving
 * sums that observations see: a month's flow is the change of the sum, plus the flow that left it. Until a sum is full it
 * covers the time since the start, so the first months are exact too. Throws a RangeError for a run that ends earlier and for an
 * observation that is not a sum from 0 on.
 */
export async function monthlyFlows(
  pool: Pool,
  { ir, scenario, params, draws, seed }: PathRun,
  components: readonly Observation[],
  last: number,
): Promise<MonthlyFlows> {
  const first = firstMonth(ir);
  const months = last - first + 1;
  const { stepsPerMonth, steps } = ir.clock;
  if (months < 1 || months * stepsPerMonth > steps) throw new RangeError("the run does not reach that month");
  const outputs = components.map(({ aux }) => ir.auxiliaries[aux]!.name);
  const saveSteps = Array.from({ length: months + 1 }, (_, m) => m * stepsPerMonth);
  const shared = { ir, outputs, saveSteps, scenarios: [scenario], branchStep: 0, noiseSeed: seed };
  const { values, failedStep } = (await runEnsemble(pool, { ...shared, params, draws })).scenarios[0]!;
  const flows = components.map(({ windowMonths, name }, c) => {
    const sums = values.subarray(c * saveSteps.length * draws, (c + 1) * saveSteps.length * draws);
    const flow = new Float64Array(months * draws);
    for (let d = 0; d < draws; d++) {
      const failed = failedStep[d] !== -1;
      const scale = Math.abs(sums[months * draws + d]!);
      if (!failed && Math.abs(sums[d]!) > 1e-9 * scale)
        throw new RangeError(`${name} is not a sum from 0 on`);
      for (let m = 0; m < months; m++) {
        const leaving = m >= windowMonths ? flow[(m - windowMonths) * draws + d]! : 0;
        const change = sums[(m + 1) * draws + d]! - sums[m * draws + d]!;
        flow[m * draws + d] = failed ? Number.NaN : change + leaving;
      }
    }
    return flow;
  });
  return { first, months, draws, flows };
}
