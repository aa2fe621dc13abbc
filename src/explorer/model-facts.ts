import type { Text } from "../base/text.ts";
import type { ParameterRange } from "../scenario/explorer-link-facts.ts";
import type { Renamed } from "../scenario/renamed.ts";

/**
 * What the explorer's page knows of a released model before any evidence: plain JSON, `facts.json` beside the release's `ir.json`
 * and `draws.bin`. Names are canonical names of the model; values of levers and parameters are in their declared unit; months are `YYYY-MM`.
 */
export interface ModelFacts {
  readonly format: "downstream-explorer-facts";
  readonly version: 1;
  /** Name of the model, its release (`2026.1`; `2026.1+c0564e7` for text that is not released), and the day of it. */
  readonly model: string;
  readonly release: string;
  readonly released: string;
  /** One line under the title: what the page is, and what it is not. */
  readonly about?: Text;
  readonly modelHash: string;
  readonly numberVersion: number;
  /** Draws: name of the posterior, how many are stored, their columns and what the origin fixed (`posteriorRows`). */
  readonly draws: {
    readonly posterior: string;
    readonly stored: number;
    readonly parameters: readonly string[];
    readonly fixed: readonly { readonly name: string; readonly value: number }[];
  };
  /** The month of the decision, and the month from whose start a lever that is moved holds its value. */
  readonly decision: string;
  readonly leversFrom: string;
  /** Months at which outcomes are saved, in order: those of `ir.clock.saveSteps`. */
  readonly months: readonly string[];
  /** Last month whose data the draws know. */
  readonly knownUntil: string;
  readonly leverGroups: readonly LeverGroup[];
  readonly levers: readonly LeverFacts[];
  readonly outcomes: readonly OutcomeFacts[];
  readonly scenarios: readonly ScenarioFacts[];
  /** Ids of the scenarios offered with one click, no change first; the order says nothing of their effects. */
  readonly chips: readonly string[];
  /** Uncertain constants that matter most, offered as assumptions; all others are in the evidence. */
  readonly assumptions: readonly AssumptionFacts[];
  readonly variants: readonly VariantFacts[];
  /**
   * All constants that a link may hold at a value (those with a prior that are no variants), in the model's order, with the ends of what
   * their priors can give in the declared unit; an open end is left out.
   */
  readonly parameters?: readonly ParameterRange[];
  /** The outcome and the month that the headline speaks of at first. */
  readonly headline: { readonly outcome: string; readonly at: string };
  /** What earlier releases called otherwise, names as in links, to the names of this one; absent where nothing was. */
  readonly renamed?: Renamed;
}

/** A step of the supply chain with its levers, in order. */
export interface LeverGroup {
  readonly id: string;
  readonly label: Text;
  /** Shown at once: these; folded: the others. */
  readonly shown: readonly string[];
  readonly folded: readonly string[];
}

export interface LeverFacts {
  readonly name: string;
  readonly label: Text;
  readonly short: Text;
  readonly sentence: Text;
  readonly for: Text;
  readonly against: Text;
  /** Who has proposed it. */
  readonly proposed?: Text;
  /** Unit in words: "raids a month". */
  readonly unit: Text;
  /** Base units per declared unit. */
  readonly factor: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Distance between two places of the slider. */
  readonly step: number;
  /** "switch": 0 or 1; "month": decimal years, shown as a month. */
  readonly kind: "slider" | "switch" | "month";
  /** Months until a change is in full force. */
  readonly rampMonths: number;
  /** Range of values that have been seen in the real world; absent where nobody has tried it. */
  readonly tried?: {
    readonly low: number;
    readonly high: number;
    readonly note: Text;
    readonly sources: readonly string[];
  };
  /** Where there is no such range: why, in one sentence. */
  readonly untried?: Text;
}

export interface ObservedSeries {
  readonly label: Text;
  /** File of the model's data, below the model's folder. */
  readonly source: string;
  readonly months: readonly string[];
  /** In the outcome's declared unit. */
  readonly values: readonly number[];
  /** How many of the first values were published by the decision; the others came out since. */
  readonly known: number;
}

export interface OutcomeFacts {
  readonly name: string;
  readonly label: Text;
  readonly short: Text;
  readonly sentence: Text;
  readonly unit: Text;
  readonly factor: number;
  readonly better: "lower" | "higher" | "none";
  /** The value axis holds 0. */
  readonly zero: boolean;
  /** Place among the charts shown at once, from 0; absent: in the list of all outcomes only. */
  readonly panel?: number;
  readonly observed: readonly ObservedSeries[];
}

export interface ScenarioFacts {
  readonly id: string;
  readonly group: "baseline" | "proposal" | "ladder" | "alternative" | "package" | "happened";
  readonly label: Text;
  readonly short: Text;
  readonly summary: Text;
  readonly extrapolation: boolean;
  readonly levers: readonly {
    readonly name: string;
    readonly schedule: readonly { readonly at: string; readonly value: number }[];
  }[];
  /** Constants that the scenario itself holds at a value, and variants at an option; absent where it holds none. */
  readonly set?: Readonly<Record<string, number>>;
  readonly variants?: Readonly<Record<string, string>>;
}

export interface AssumptionFacts {
  readonly name: string;
  readonly label: Text;
  readonly unit: Text;
  readonly factor: number;
  /** The value in force where nothing is drawn, and what a slider spans: the 1 and 99 % points of prior and posterior together. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface VariantFacts {
  readonly name: string;
  readonly label: Text;
  readonly question: Text;
  readonly options: readonly { readonly name: string; readonly label: Text }[];
}
