import { type Schedules, stepOf } from "../engine/index.ts";
import { drawsOf, type EnsembleScenario, type Pool, runEnsemble } from "../ensemble/index.ts";
import { ln } from "../math/ln.ts";
import type { Mechanism, Model, Observation } from "../model/model.ts";
import { inSubset } from "./fall-shares-coalitions.ts";
import { switchedOff } from "./history-causes.ts";
import type { HistoryDraws } from "./history-draws.ts";

/** Last months (since year 0) of the two periods whose ratio is the fall. */
export interface FallWindow {
  readonly from: number;
  readonly to: number;
}

/** A figure for the sums of 12 months and for the half-years that end in the two months. */
export interface FallMeasures<Value> {
  readonly sums: Value;
  readonly halfYears: Value;
}

interface FallRequest {
  readonly observation: Observation;
  readonly mechanisms: readonly Mechanism[];
  /** Subsets of the mechanisms that are on (`allSubsets`). */
  readonly subsets: readonly number[];
  readonly window: FallWindow;
  readonly schedules?: Schedules | undefined;
  readonly seed: number;
}

/**
 * Logarithms of later over earlier, per subset and draw, of runs without levers; `levers` are those of the sums with all
 * mechanisms on and the levers of `schedules`. NaN where a run failed or a figure is not above 0.
 */
export async function fallRuns(
  { ir }: Pick<Model, "ir">,
  { params, draws }: HistoryDraws,
  pool: Pool,
  { observation, mechanisms, subsets, window, schedules, seed }: FallRequest,
): Promise<FallMeasures<readonly Float64Array[]> & { readonly levers?: Float64Array }> {
  const { clock } = ir;
  const output = ir.auxiliaries[observation.aux]?.name ?? "";
  const start = Math.round((clock.startIndex * 12) / clock.stepsPerUnit);
  const stepAfter = (month: number) => stepOf(clock, (month + 1) / 12);
  const scenarios: EnsembleScenario[] = subsets.map((subset) => {
    const overrides = switchedOff(mechanisms.filter((_, i) => !inSubset(subset, i)));
    return { id: `subset ${subset}`, schedules: {}, overrides };
  });
  if (schedules !== undefined) scenarios.push({ id: "levers", schedules });
  const months = [window.from, window.to].flatMap((last) => halvesBefore(last, start));
  const saveSteps = [...new Set(months.map(stepAfter))].sort((a, b) => a - b);
  const common = { ir, outputs: [output], saveSteps, scenarios, branchStep: 0, noiseSeed: seed };
  const result = await runEnsemble(pool, { ...common, params, draws });
  const column = (scenario: number, month: number) =>
    drawsOf(result, scenario, 0, saveSteps.indexOf(stepAfter(month)));
  const halfYear = (scenario: number, last: number): Float64Array => {
    const total = new Float64Array(draws);
    // A half-year is its sum of 12 months less the half-year before it, and so back to the start, where sums are 0.
    halvesBefore(last, start).forEach((month, i) => {
      const sums = column(scenario, month);
      for (let draw = 0; draw < draws; draw++) total[draw]! += i % 2 === 0 ? sums[draw]! : -sums[draw]!;
    });
    return total;
  };
  const change = (of: (scenario: number, month: number) => Float64Array, scenario: number) => {
    const [before, after] = [of(scenario, window.from), of(scenario, window.to)];
    return before.map((value, draw) => logRatio(value, after[draw]!));
  };
  return {
    sums: subsets.map((_, scenario) => change(column, scenario)),
    halfYears: subsets.map((_, scenario) => change(halfYear, scenario)),
    ...(schedules === undefined ? {} : { levers: change(column, subsets.length) }),
  };
}

/** The month, and every sixth before it down to the start of the run. */
function halvesBefore(last: number, start: number): readonly number[] {
  const count = Math.max(1, Math.ceil((last + 1 - start) / 6));
  return Array.from({ length: count }, (_, i) => last - 6 * i);
}

/** Logarithm of later over earlier; NaN unless both are above 0. */
export function logRatio(before: number, after: number): number {
  return before > 0 && after > 0 ? ln(after / before) : Number.NaN;
}
