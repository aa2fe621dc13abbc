import type { LeverPoints } from "./explorer-link.ts";
import type { Renamed } from "./renamed.ts";

/** What a link needs to know of a released model: a part of the explorer's facts. Values are in declared units, months `YYYY-MM`. */
export interface LinkFacts {
  readonly release: string;
  /** The month of the decision; the month from whose start a lever that is moved holds its value. */
  readonly decision: string;
  readonly leversFrom: string;
  /** Months at which outcomes are saved, in order. */
  readonly months: readonly string[];
  readonly levers: readonly {
    readonly name: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly kind: "slider" | "switch" | "month";
  }[];
  readonly outcomes: readonly { readonly name: string }[];
  readonly scenarios: readonly {
    readonly id: string;
    readonly group: string;
    readonly levers: readonly { readonly name: string; readonly schedule: LeverPoints }[];
  }[];
  /** Constants offered as assumptions. */
  readonly assumptions: readonly { readonly name: string }[];
  /** All constants that a link may hold at a value, with the ends of what their priors can give; an open end is left out. */
  readonly parameters?: readonly ParameterRange[];
  /** Columns of the stored draws: constants that may be held where `parameters` is absent. */
  readonly draws: { readonly parameters: readonly string[] };
  readonly variants: readonly {
    readonly name: string;
    readonly options: readonly { readonly name: string }[];
  }[];
  readonly headline: { readonly outcome: string; readonly at: string };
  /** What earlier releases called otherwise, to the names of this one: links with an old name that nothing has now are followed. */
  readonly renamed?: Renamed;
}

/** A constant and the ends of what its prior can give, in the declared unit. */
export interface ParameterRange {
  readonly name: string;
  readonly low?: number;
  readonly high?: number;
}

/** Id of the scenario of no change; "" in a model without one, where every lever keeps its own value. */
export function baselineId({ scenarios }: Pick<LinkFacts, "scenarios">): string {
  return scenarios.find(({ group }) => group === "baseline")?.id ?? "";
}

/** Constants that a link may hold, in the order of the model. */
export function heldConstants(
  facts: Pick<LinkFacts, "parameters" | "assumptions" | "draws" | "variants">,
): readonly ParameterRange[] {
  if (facts.parameters !== undefined) return facts.parameters;
  const variants = new Set(facts.variants.map(({ name }) => name));
  const names = new Set([...facts.draws.parameters, ...facts.assumptions.map(({ name }) => name)]);
  return [...names].filter((name) => !variants.has(name)).map((name) => ({ name }));
}

/** The first month at which a lever of a link may move: that of the decision, or of the earliest move of a scenario. */
export function earliestMove({ decision, scenarios }: Pick<LinkFacts, "decision" | "scenarios">): string {
  let first = decision;
  for (const { levers } of scenarios)
    for (const { schedule } of levers) for (const { at } of schedule) if (at < first) first = at;
  return first;
}
