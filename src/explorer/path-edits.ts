import type { ExplorerChoice, LeverPoints, PathChoice } from "../scenario/explorer-link.ts";
import { normalPath } from "../scenario/normal-link.ts";
import type { LeverFacts, ModelFacts, ScenarioFacts } from "./model-facts.ts";

/** The two sides of a comparison. */
export type Side = "a" | "b";

/** The scenario with this id; undefined where the model has none. */
export function scenarioFacts(facts: ModelFacts, id: string): ScenarioFacts | undefined {
  return facts.scenarios.find((scenario) => scenario.id === id);
}

/** Break points of a lever on one path: its own, else its scenario's; empty where the lever keeps the model's value. */
export function leverPoints(path: PathChoice, lever: string, facts: ModelFacts): LeverPoints {
  return path.levers[lever] ?? scenarioPoints(path, lever, facts);
}

/** The value that a lever of a path ends at, in the declared unit. */
export function leverValue(path: PathChoice, lever: LeverFacts, facts: ModelFacts): number {
  return leverPoints(path, lever.name, facts).at(-1)?.value ?? lever.value;
}

/** A path with a lever held at a value from the month on at which levers move; at its scenario's own value it is not an edit. */
export function setLever(path: PathChoice, lever: LeverFacts, value: number, facts: ModelFacts): PathChoice {
  const levers = { ...path.levers, [lever.name]: [{ at: facts.leversFrom, value }] };
  return normalPath({ scenario: path.scenario, levers }, facts);
}

/** A path with a lever as its scenario has it. */
export function clearLever(path: PathChoice, lever: string): PathChoice {
  const own = { ...path.levers };
  delete own[lever];
  return { scenario: path.scenario, levers: own };
}

/** Names of the levers of a path that differ from no change, in the model's order. */
export function movedLevers(path: PathChoice, facts: ModelFacts): readonly string[] {
  return facts.levers
    .filter((lever) => leverPoints(path, lever.name, facts).some(({ value }) => value !== lever.value))
    .map(({ name }) => name);
}

/** Whether a path changes nothing. */
export function isNoChange(path: PathChoice, facts: ModelFacts): boolean {
  return movedLevers(path, facts).length === 0;
}

/** Whether two paths set every lever alike. */
export function samePath(a: PathChoice, b: PathChoice, facts: ModelFacts): boolean {
  return facts.levers.every(({ name }) =>
    samePoints(leverPoints(a, name, facts), leverPoints(b, name, facts)),
  );
}

/** What a later choice has other than an earlier one, for words and for steps of undo. */
export interface ChoiceChange {
  /** Levers of each side whose break points differ, where the scenario is the same. */
  readonly levers: readonly { readonly side: Side; readonly name: string }[];
  readonly scenarios: readonly Side[];
  readonly assumptions: readonly string[];
  readonly explanation: boolean;
}

export function choiceChange(before: ExplorerChoice, after: ExplorerChoice): ChoiceChange {
  const sides: readonly Side[] = ["a", "b"];
  const scenarios = sides.filter((side) => before[side].scenario !== after[side].scenario);
  return {
    levers: sides
      .filter((side) => !scenarios.includes(side))
      .flatMap((side) =>
        union(before[side].levers, after[side].levers)
          .filter((name) => !samePoints(before[side].levers[name], after[side].levers[name]))
          .map((name) => ({ side, name })),
      ),
    scenarios,
    assumptions: union(before.assumptions, after.assumptions).filter(
      (name) => before.assumptions[name] !== after.assumptions[name],
    ),
    explanation:
      before.explanation?.variant !== after.explanation?.variant ||
      before.explanation?.option !== after.explanation?.option,
  };
}

/** A text that two choices share only if all that decides their numbers is written alike. */
export function choiceKey(choice: ExplorerChoice): string {
  const path = ({ scenario, levers }: PathChoice) => [
    scenario,
    Object.keys(levers)
      .sort()
      .map((name) => [name, levers[name]!.map(({ at, value }) => [at, value])]),
  ];
  const { release, seed, a, b, assumptions, explanation } = choice;
  const held = Object.keys(assumptions)
    .sort()
    .map((name) => [name, assumptions[name]]);
  return JSON.stringify([release, seed, path(a), path(b), held, explanation?.variant, explanation?.option]);
}

function scenarioPoints(path: PathChoice, lever: string, facts: ModelFacts): LeverPoints {
  return scenarioFacts(facts, path.scenario)?.levers.find(({ name }) => name === lever)?.schedule ?? [];
}

function samePoints(a: LeverPoints | undefined, b: LeverPoints | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every(({ at, value }, i) => b[i]!.at === at && b[i]!.value === value);
}

function union(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
