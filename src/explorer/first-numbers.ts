import { commonDraws, compare } from "../analysis/compare.ts";
import { type Quantiles, quantiles, take } from "../analysis/quantiles.ts";
import { type Runs, runScenarios } from "../brief/brief-runs.ts";
import type { Pool } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ModelFacts, OutcomeFacts } from "./model-facts.ts";

/** The numbers of the first paint, in declared units: those that the page itself finds for the same draws. */
export interface FirstNumbers {
  readonly draws: number;
  /** Headline outcome with no change, a month of `facts.months` each. */
  readonly path: readonly Quantiles[];
  /** Every scenario offered with one click at the headline's month, by outcome shown at once. */
  readonly cells: readonly FirstCell[];
}

/** One outcome of one scenario against no change of the same draws. */
export interface FirstCell {
  readonly scenario: string;
  readonly outcome: string;
  readonly value: Quantiles;
  readonly change: Quantiles;
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
}

export interface FirstRequest {
  readonly facts: ModelFacts;
  readonly ir: Ir;
  readonly scenarios: readonly Scenario[];
  /** Parameter rows of the draws, base units. */
  readonly params: Float64Array;
  readonly draws: number;
  readonly seed: number;
  readonly pool: Pool;
  readonly progress?: (done: number, total: number) => void;
}

/** Runs no change and the scenarios offered with one click, all with the same draws. */
export async function firstNumbers(request: FirstRequest): Promise<FirstNumbers> {
  const { facts, scenarios, draws } = request;
  const { headline, months, decision } = facts;
  const chips = facts.chips.flatMap((id) => scenarios.find((scenario) => scenario.id === id) ?? []);
  const baseline = baselineOf(facts);
  const outcomes = panelOutcomes(facts);
  const runs = await runScenarios(
    {
      ...{ ir: request.ir, params: request.params, draws, pool: request.pool, noiseSeed: request.seed },
      scenarios: chips,
      paths: new Set([baseline]),
      outputs: outcomes.map(({ name }) => name),
      at: [decision, headline.at],
      progress: request.progress,
    },
    months,
  );
  const shown = outcomes.find(({ name }) => name === headline.outcome) ?? outcomes[0]!;
  return {
    draws,
    path: months.map((month) => {
      const values = column(runs, shown, baseline, month);
      return quantiles(take(values, commonDraws([values])));
    }),
    cells: chips.flatMap(({ id }) =>
      outcomes.map((outcome) => cell(runs, outcome, id, baseline, headline.at)),
    ),
  };
}

/** The scenario of no change: the first offered. */
export function baselineOf({ chips, scenarios }: ModelFacts): string {
  const found = scenarios.find(({ group }) => group === "baseline");
  return found?.id ?? chips[0] ?? "";
}

/** Outcomes shown at once, in their order, that of the headline first. */
export function panelOutcomes({ outcomes, headline }: ModelFacts): readonly OutcomeFacts[] {
  const place = ({ name, panel }: OutcomeFacts) => (name === headline.outcome ? -1 : (panel ?? 0));
  return outcomes
    .filter(({ name, panel }) => panel !== undefined || name === headline.outcome)
    .sort((a, b) => place(a) - place(b));
}

function column(runs: Runs, { name, factor }: OutcomeFacts, scenario: string, month: string): Float64Array {
  return runs.column(scenario, name, month).map((value) => value / factor);
}

function cell(runs: Runs, outcome: OutcomeFacts, scenario: string, baseline: string, at: string): FirstCell {
  const value = column(runs, outcome, scenario, at);
  const without = column(runs, outcome, baseline, at);
  const {
    value: level,
    change,
    betterOf100,
    worseOf100,
    sameOf100,
  } = compare({ value, baseline: without, decision: without }, outcome.better);
  return { scenario, outcome: outcome.name, value: level, change, betterOf100, worseOf100, sameOf100 };
}
