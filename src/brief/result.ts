import type { Quantiles } from "../analysis/quantiles.ts";
import type { Text } from "../base/text.ts";
import type { Verdict } from "../explain/verdict-words.ts";
import type { ScenarioGroup } from "../scenario/scenario.ts";
import type { ValidationResult } from "./result-validation.ts";

/**
 * The result document of a brief: one JSON with every number, verdict, series and source id.
 * Renderers (HTML, Markdown), the explorer's first paint and the tests are pure functions of it.
 * `schema/brief.schema.json` is its published JSON Schema. Numbers of outcomes are in the outcome's
 * display unit; dates are `YYYY-MM`; shares are 0..1; quantiles are over draws.
 */
export type { Quantiles } from "../analysis/quantiles.ts";
export type { Text } from "../base/text.ts";
export type { Verdict } from "../explain/verdict-words.ts";
export type { ScenarioGroup } from "../scenario/scenario.ts";

export interface ClaimResult {
  readonly id: string;
  readonly claim: Text;
  readonly kind: Text;
  readonly says: Text;
  /** What was read, in words: the expression over series or the ids. */
  readonly read: string;
  /** The value read, formatted and raw; absent where nothing numeric was read. */
  readonly value?: {
    readonly text: Text;
    readonly number: number;
    readonly low?: number;
    readonly high?: number;
  };
  readonly rule: Text;
  readonly verdict: Verdict;
  readonly why: Text;
  readonly sources: readonly string[];
}

export interface ProposalResult {
  readonly id: string;
  readonly proposal: Text;
  readonly backers: Text;
  readonly scenario: string;
  readonly levers: readonly string[];
  readonly sources: readonly string[];
}

export interface ScenarioInfo {
  readonly id: string;
  readonly group: ScenarioGroup;
  /** Position on the ladder of escalation, from 1; absent elsewhere. */
  readonly rung?: number;
  readonly label: Text;
  readonly short: Text;
  readonly summary: Text;
  /** Lever settings that differ from no change, in words and numbers. */
  readonly settings: readonly {
    readonly lever: string;
    readonly label: Text;
    readonly unit: string;
    readonly schedule: readonly { readonly at: string; readonly value: number }[];
  }[];
  readonly extrapolation: boolean;
  readonly failedDraws: number;
}

export interface OutcomeInfo {
  readonly name: string;
  readonly label: Text;
  readonly short: Text;
  readonly sentence: Text;
  readonly unit: Text;
  readonly better: "lower" | "higher" | "none";
  readonly headline: boolean;
}

/** One scenario's outcome at one date, against no change of the same draw. */
export interface Cell {
  readonly scenario: string;
  readonly outcome: string;
  readonly at: string;
  readonly value: Quantiles;
  /** Scenario minus no change, per draw. */
  readonly change: Quantiles;
  /** change / no change, per draw, as shares; absent where no change is zero in some draw. */
  readonly relative?: Quantiles;
  /** Against the decision date of the same draw and scenario, as a difference. */
  readonly sinceDecision: Quantiles;
  /** Of 100 draws, in how many the outcome is better, worse, and the same as with no change. */
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
}

export interface ChartSeries {
  readonly scenario: string;
  readonly dates: readonly string[];
  readonly q05: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q95: readonly number[];
}

export interface ChartData {
  readonly id: string;
  readonly outcome: string;
  readonly title: Text;
  readonly unit: Text;
  /** Observed history: one or more series with their source file. */
  readonly history: readonly {
    readonly label: Text;
    readonly source: string;
    readonly dates: readonly string[];
    readonly values: readonly number[];
  }[];
  readonly series: readonly ChartSeries[];
  /** The date at which the document was written. */
  readonly decision: string;
}

export interface DriverTable {
  readonly outcome: string;
  readonly scenario: string;
  /** "value": drives the outcome itself; "change": drives the difference from no change. */
  readonly of: "value" | "change";
  readonly rows: readonly {
    readonly parameter: string;
    readonly label: Text;
    /** Spearman rank correlation over draws. */
    readonly rank: number;
    /** Median of the quantity in the lowest and the highest fifth of the parameter. */
    readonly low: number;
    readonly high: number;
    readonly sources: readonly string[];
  }[];
}

export interface VariantTable {
  readonly variant: string;
  readonly label: Text;
  readonly question: Text;
  readonly options: readonly {
    readonly option: string;
    readonly label: Text;
    /** Prior weight and weight after calibration. */
    readonly prior: number;
    readonly weight: number;
    /** Least and greatest weight over groups of draws and laws of errors; absent where the draws are not weighed by data. */
    readonly weightRange?: { readonly low: number; readonly high: number };
    /** Median change against no change for the headline outcome, per scenario shown. */
    readonly effects: readonly {
      readonly scenario: string;
      readonly outcome: string;
      readonly median: number;
    }[];
  }[];
}

export interface FitRow {
  readonly series: string;
  readonly label: Text;
  readonly source: string;
  readonly points: number;
  /** Mean absolute percentage error of the posterior median; share of points inside the 90 % range. */
  readonly mape: number;
  readonly inside90: number;
  readonly used: boolean;
}

export interface SourceRow {
  readonly id: string;
  readonly quantity: string;
  readonly value: string;
  readonly unit: string;
  readonly year: string;
  readonly source: string;
  readonly url: string;
  readonly status: string;
  readonly usedBy: readonly string[];
}

export interface BriefResult {
  readonly format: "downstream-brief";
  readonly version: 1;
  readonly made: {
    readonly program: string;
    readonly model: string;
    readonly modelVersion: string;
    readonly modelHash: string;
    readonly posterior: string;
    readonly seed: number;
    readonly draws: number;
    readonly engine: string;
    readonly command: string;
  };
  /** What a reader must know first, such as a posterior or a stored result of an older version of the model. */
  readonly warnings: readonly Text[];
  readonly title: Text;
  readonly document: { readonly date: string; readonly about: Text };
  readonly question: Text;
  /** The plain answer: short sentences with ranges, made from the numbers below. */
  readonly answer: readonly Text[];
  readonly claims: readonly ClaimResult[];
  readonly proposals: readonly ProposalResult[];
  readonly expectations: readonly { readonly id: string; readonly text: Text; readonly found: Text }[];
  readonly scenarios: readonly ScenarioInfo[];
  readonly outcomes: readonly OutcomeInfo[];
  readonly decision: string;
  /** Dates at which cells are given; `headlineAt` is the one in the table. */
  readonly dates: readonly string[];
  readonly headlineAt: string;
  readonly cells: readonly Cell[];
  readonly charts: readonly ChartData[];
  readonly drivers: readonly DriverTable[];
  readonly variants: readonly VariantTable[];
  readonly calibration: {
    /** Prior draws weighed, and draws kept of the posterior; 0 prior draws without a posterior. */
    readonly priorDraws: number;
    readonly draws: number;
    /** Independent draws that the kept ones are worth. */
    readonly effectiveSampleSize: number;
    /** The same in sentences. */
    readonly method: readonly Text[];
    readonly rejected: number;
    readonly fits: readonly FitRow[];
    readonly misfits: readonly Text[];
  };
  /** Absent for a model that has no stored results and no critiques. */
  readonly validation?: ValidationResult;
  readonly extrapolation: readonly Text[];
  /** What the document does not speak of and a reader needs; what the model itself leaves out. */
  readonly documentLeavesOut: readonly Text[];
  readonly leftOut: readonly Text[];
  readonly whatHappened: readonly {
    readonly date: string;
    readonly event: Text;
    readonly value: string;
    readonly source: string;
    readonly url: string;
  }[];
  readonly sources: readonly SourceRow[];
  readonly series: readonly { readonly file: string; readonly about: string }[];
}
