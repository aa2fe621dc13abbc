import {
  type ComparedOutcome,
  isNoChange,
  isUntried,
  type Language,
  leverPoints,
  type ModelFacts,
  movedLevers,
  type OutcomeFacts,
  type PathChoice,
  type Quantiles,
  scenarioFacts,
} from "downstream/explorer";
import type { ShownResult } from "../state/explorer-app.ts";
import { appWords } from "../words/app.ts";

/** Quantiles in base units as numbers of a declared unit. */
export function inUnit({ q05, q25, q50, q75, q95 }: Quantiles, factor: number): Quantiles {
  return { q05: q05 / factor, q25: q25 / factor, q50: q50 / factor, q75: q75 / factor, q95: q95 / factor };
}

/** B minus A of an outcome at the month compared, for sentences; undefined where the result does not hold it. */
export function comparedOutcome(
  result: ShownResult,
  facts: ModelFacts,
  outcome: OutcomeFacts,
  language: Language,
): (ComparedOutcome & { readonly at: string; readonly name: string }) | undefined {
  const found = result.comparison.at[facts.outcomes.indexOf(outcome)];
  if (found === undefined) return undefined;
  const { betterOf100, worseOf100, sameOf100 } = found;
  return {
    name: outcome.name,
    outcome: outcome.label[language],
    unit: outcome.unit[language],
    better: outcome.better,
    change: inUnit(found.change, outcome.factor),
    betterOf100,
    worseOf100,
    sameOf100,
    at: result.at,
  };
}

/** Quantiles of one path and outcome over the months saved: a view into the result, in base units. */
export function pathOf(quantiles: Float64Array, outcome: number, months: number): Float64Array {
  return quantiles.subarray(outcome * months * 5, (outcome + 1) * months * 5);
}

/** Outcomes shown at once, in the order of the model. */
export function panelOutcomes(facts: ModelFacts): readonly OutcomeFacts[] {
  return facts.outcomes
    .filter(({ panel }) => panel !== undefined)
    .sort((a, b) => (a.panel ?? 0) - (b.panel ?? 0));
}

/** The outcome with a name; the headline's where the model has none such. */
export function outcomeNamed(facts: ModelFacts, name: string): OutcomeFacts {
  const find = (wanted: string) => facts.outcomes.find((outcome) => outcome.name === wanted);
  return find(name) ?? find(facts.headline.outcome) ?? facts.outcomes[0]!;
}

/** What a path is called: its scenario, or that it is the visitor's own. */
export function pathName(path: PathChoice, facts: ModelFacts, language: Language): string {
  const own = Object.keys(path.levers).length > 0;
  if (own) return appWords[language].myMix;
  return scenarioFacts(facts, path.scenario)?.short[language] ?? path.scenario;
}

/** The scenario that a visitor's own path began with; undefined where it is no change or nothing was changed in it. */
export function mixOf(path: PathChoice, facts: ModelFacts, language: Language): string | undefined {
  const scenario = scenarioFacts(facts, path.scenario);
  if (Object.keys(path.levers).length === 0 || scenario === undefined) return undefined;
  return isNoChange({ scenario: path.scenario, levers: {} }, facts) ? undefined : scenario.short[language];
}

/** Labels of the levers of a path that go beyond what has been seen in the real world. */
export function untriedLevers(path: PathChoice, facts: ModelFacts, language: Language): readonly string[] {
  const moved = new Set(movedLevers(path, facts));
  return facts.levers
    .filter((lever) => moved.has(lever.name))
    .filter((lever) => leverPoints(path, lever.name, facts).some(({ value }) => isUntried(lever, value)))
    .map(({ label }) => label[language]);
}
