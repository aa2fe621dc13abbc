import { comparePaths } from "../analysis/path-comparison.ts";
import { pathDraws } from "../analysis/path-draws.ts";
import type { Quantiles } from "../analysis/quantiles.ts";
import { openSession, type Pool } from "../ensemble/index.ts";
import type { PathChoice } from "../scenario/explorer-link.ts";
import type { ModelFacts, OutcomeFacts } from "./model-facts.ts";
import { pathScenarios } from "./path-scenarios.ts";
import type { ReleaseParts } from "./release-rows.ts";
import { releaseSession } from "./release-rows.ts";

/** The numbers of the first paint: those that the page itself finds for the same draws. */
export interface FirstNumbers {
  readonly draws: number;
  /** Headline outcome with no change, in base units: [month of `facts.months`][q05, q25, q50, q75, q95]. */
  readonly path: Float64Array;
  /** Every scenario offered with one click at the headline's month, by outcome shown at once. */
  readonly cells: readonly FirstCell[];
}

/** One outcome of one scenario against no change of the same draws, in the outcome's declared unit. */
export interface FirstCell {
  readonly scenario: string;
  readonly outcome: string;
  readonly value: Quantiles;
  readonly change: Quantiles;
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
}

export interface FirstOptions {
  readonly draws: number;
  readonly seed: number;
  readonly progress?: (done: number, total: number) => void;
}

/** Runs no change and the scenarios offered with one click through the session that the page opens, all with the same draws. */
export async function firstNumbers(
  pool: Pool,
  parts: ReleaseParts,
  { draws, seed, progress }: FirstOptions,
): Promise<FirstNumbers> {
  const { facts, ir } = parts;
  const others = facts.chips.filter((id) => id !== noChange(facts));
  const total = (others.length + 2) * draws;
  let runs = 0;
  const step = () => {
    const before = draws * runs++;
    return progress && { progress: (done: number) => progress(before + done, total) };
  };
  const pathOf = (id: string) => {
    const path: PathChoice = { scenario: id, levers: {} };
    return pathScenarios({ a: path, b: path, assumptions: {} }, facts, ir).b;
  };
  const session = await openSession(pool, releaseSession(parts, draws, seed), step());
  try {
    const better = facts.outcomes.map((one) => one.better);
    const at = facts.months.indexOf(facts.headline.at);
    const a = pathDraws(session, await session.move(pathOf(noChange(facts)), step()));
    const own = comparePaths({ a, b: a, better, at });
    const cells = cellsOf(facts, noChange(facts), own.at);
    for (const id of others) {
      const b = pathDraws(session, await session.move(pathOf(id), step()));
      cells.push(...cellsOf(facts, id, comparePaths({ a, b, better, at }).at));
    }
    return { draws, path: headlinePath(facts, own.a), cells };
  } finally {
    session.close();
  }
}

/** Id of the scenario of no change; "" for a model that has none, where every lever keeps its own value. */
export function noChange({ scenarios }: Pick<ModelFacts, "scenarios">): string {
  return scenarios.find(({ group }) => group === "baseline")?.id ?? "";
}

/** Outcomes shown at once, in their order, that of the headline first. */
export function panelOutcomes({ outcomes, headline }: ModelFacts): readonly OutcomeFacts[] {
  const place = ({ name, panel }: OutcomeFacts) => (name === headline.outcome ? -1 : (panel ?? 0));
  return outcomes
    .filter(({ name, panel }) => panel !== undefined || name === headline.outcome)
    .sort((a, b) => place(a) - place(b));
}

/** A scenario's row of cells; `at` is output by output in base units. */
function cellsOf(
  facts: ModelFacts,
  scenario: string,
  at: ReturnType<typeof comparePaths>["at"],
): FirstCell[] {
  return panelOutcomes(facts).map((outcome) => {
    const { b, change, betterOf100, worseOf100, sameOf100 } = at[facts.outcomes.indexOf(outcome)]!;
    const { name, factor } = outcome;
    const counts = { betterOf100, worseOf100, sameOf100 };
    return { scenario, outcome: name, value: shown(b, factor), change: shown(change, factor), ...counts };
  });
}

/** The headline outcome's part of [output][save][five points]. */
function headlinePath({ outcomes, headline, months }: ModelFacts, points: Float64Array): Float64Array {
  const output = outcomes.findIndex(({ name }) => name === headline.outcome);
  return points.slice(output * months.length * 5, (output + 1) * months.length * 5);
}

/** Base units as the declared unit. */
function shown({ q05, q25, q50, q75, q95 }: Quantiles, factor: number): Quantiles {
  return { q05: q05 / factor, q25: q25 / factor, q50: q50 / factor, q75: q75 / factor, q95: q95 / factor };
}
