import type { Span } from "../base/diagnostic.ts";
import type { EvidenceRow } from "../evidence/register.ts";
import type { Chapter, Expr, Reference } from "../lang/ast.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckTree } from "./check-tree.ts";
import type { Ir, IrExpr, IrPrior } from "./ir.ts";

export type VariableKind =
  | "stock"
  | "auxiliary"
  | "parameter"
  | "lever"
  | "table"
  | "data"
  | "variant"
  | "held"
  | "observation";

/**
 * Where a variable stands in the IR. A constant drawn anew each year holds `count` parameters from `index`; an array of
 * fixed numbers is one variable, a vector.
 */
export interface IrPlace {
  readonly of: "param" | "lever" | "stock" | "aux" | "held" | "table" | "vector";
  readonly index: number;
  readonly count?: number;
}

/** A public name of the model. Numbers are in base units; `factor` turns a displayed number into base units. */
export interface Variable {
  /** Canonical name: lower case, single spaces. */
  readonly name: string;
  /** Of an element of an array: the name of the array, and the element's place in it. */
  readonly family?: string;
  /** The name as its definition writes it. */
  readonly text: string;
  readonly kind: VariableKind;
  /** Unit as declared, or inferred and printed when the model declares none; "1" for a pure number. */
  readonly unit: string;
  readonly factor: number;
  /** Dimensions, when known. */
  readonly dimensions?: Unit;
  /** File of the chapter. */
  readonly chapter: string;
  readonly span: Span;
  /** Source text of the right side (for a stock: of its start). */
  readonly source: string;
  readonly expr?: Expr;
  readonly references: readonly Reference[];
  /** Names that the definition reads, and names whose definitions read it; arrays by their own name. */
  readonly uses: readonly string[];
  readonly usedBy: readonly string[];
  readonly place: IrPlace;
  /** Of a parameter or a lever: the value in force unless a run says otherwise, in base units. */
  readonly value?: number;
  readonly prior?: IrPrior;
  /** Of a variant. */
  readonly options?: readonly string[];
}

/** An array: its elements are variables named `rate[north]`, or, of fixed numbers, it is one variable itself. */
export interface ModelArray {
  readonly name: string;
  /** The name as its definition writes it, without the dimensions. */
  readonly text: string;
  readonly dimensions: readonly {
    readonly name: string;
    readonly text: string;
    readonly elements: readonly string[];
  }[];
  /** Canonical names of the elements, the last dimension running fastest; empty for an array of fixed numbers. */
  readonly elements: readonly string[];
  readonly chapter: string;
  readonly span: Span;
}

/** A dimension, a subrange of one or a second name for one. */
export interface ModelDimension {
  readonly name: string;
  readonly text: string;
  /** Canonical names of the elements in order, and the same as written. */
  readonly elements: readonly string[];
  readonly texts: readonly string[];
  /** The dimension whose elements these are. */
  readonly base: string;
}

export interface Outcome {
  readonly name: string;
  readonly better: "lower" | "higher" | "none";
  readonly chapter: string;
}

/** A data series beside the auxiliary (of the same name) that computes what it observes. Values in base units. */
export interface Observation {
  readonly name: string;
  readonly text: string;
  readonly unit: string;
  readonly factor: number;
  readonly chapter: string;
  readonly file: string;
  readonly column: string;
  /** Index of the auxiliary in `ir.auxiliaries`. */
  readonly aux: number;
  /**
   * Model time at which each value is compared, in decimal years. A row stands for the period from its date to the
   * next row's: an expression with a sum or mean over months is read at the period's end, any other at the date.
   */
  readonly dates: readonly number[];
  /** The row's own month, `YYYY-MM`. */
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** Indices of the rows that are scored: inside from..to and every so many months. Empty when `error` is absent. */
  readonly scored: readonly number[];
  readonly lateMonths: number;
  /** relative: standard deviation of the log; absolute: in base units. Absent: shown, never scored. */
  readonly error?: { readonly kind: "relative" | "absolute"; readonly value: number };
  /** What the model leaves out, beside the reporting `error`: a lasting miss; see `Discrepancy`. */
  readonly discrepancy?: Discrepancy;
  /**
   * Months over which one value sums or averages what is observed, the longest window where there are several: 12 for a
   * 12-month sum; 0 for a value at a date.
   */
  readonly windowMonths: number;
  /** Months that a row stands for: the usual distance between rows of the file. */
  readonly spacingMonths: number;
  /** Limits on the rows' own dates, decimal years. */
  readonly from?: number;
  readonly to?: number;
  readonly everyMonths: number;
  readonly references: readonly Reference[];
}

/**
 * How far the world departs from the model in one series, and for how long: the logarithm of (observed flow / simulated
 * flow) is a stationary process with standard deviation `value`, whose correlation falls as exp(-months apart / `months`).
 */
export interface Discrepancy {
  readonly value: number;
  readonly months: number;
}

/** A cause in the model that can be switched off, and the month in which it was first put forward. */
export interface Mechanism {
  /** Canonical name; `text` as its statement writes it. */
  readonly name: string;
  readonly text: string;
  /** `YYYY-MM`: analyses from an earlier origin leave it out. */
  readonly conceived: string;
  /**
   * Constants (canonical names, elements of arrays one by one, none twice) and the values, in base units, at which the
   * mechanism does nothing.
   */
  readonly off: readonly { readonly parameter: string; readonly value: number }[];
  readonly chapter: string;
  readonly span: Span;
  readonly references: readonly Reference[];
}

/** A constant that says up to which date an input is counted: an analysis from an origin sets it to what was known then. */
export interface KnownUntil {
  readonly parameter: string;
  /** Months from the end of a counted period to its publication. */
  readonly lateMonths: number;
  readonly chapter: string;
  readonly span: Span;
}

/** A series that `forecast` and `backtest` predict: the sum of observed components, scored against another observation. */
export interface ForecastSeries {
  /** As rows of output name it, in lower case: `all_drugs`. */
  readonly name: string;
  /** Canonical names of observations of the same window and unit, each with an error and a discrepancy, none twice. */
  readonly components: readonly string[];
  /** Canonical name of the observation, of that window and unit, that holds the published values of the sum. */
  readonly against: string;
  readonly chapter: string;
  readonly span: Span;
}

/** One setting of a check or a run: a variable replaced by a value in base units, or a stock's start. */
export interface Override {
  readonly name: string;
  readonly start?: boolean;
  readonly value: number | IrExpr;
}

export interface ModelCheck {
  readonly title: string;
  readonly chapter: string;
  readonly span: Span;
  readonly when: readonly Override[];
  readonly expect: CheckTree;
  /** Source text of the expectation. */
  readonly source: string;
  /** IR names whose saved series the expectation reads, of the run and of the baseline. */
  readonly reads: readonly string[];
  readonly readsBaseline: readonly string[];
  /** Limits in decimal years (plain time without a calendar). */
  readonly from?: number;
  readonly to?: number;
  readonly within: number;
}

/** A prior draw has no weight when the auxiliary `name` is not 0 at any saved step (or at `at`). */
export interface ModelReject {
  readonly name: string;
  readonly aux: number;
  readonly at?: number;
  readonly source: string;
  readonly chapter: string;
  readonly span: Span;
}

/** A feedback loop through at least one stock or delay: each name reads the one before it, the first the last. */
export interface Loop {
  readonly names: readonly string[];
  /** "+" reinforcing, "-" balancing, "?" where the structure alone does not tell. */
  readonly sign: "+" | "-" | "?";
}

export interface Model {
  readonly name: string;
  readonly chapters: readonly Chapter[];
  /** By canonical name, in order of definition. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** By canonical name, in order of definition. */
  readonly arrays: ReadonlyMap<string, ModelArray>;
  /** Dimensions by canonical name. */
  readonly dimensions: ReadonlyMap<string, ModelDimension>;
  readonly ir: Ir;
  /** SHA-256 of the canonical JSON of the IR, hexadecimal. */
  readonly hash: string;
  readonly outcomes: readonly Outcome[];
  readonly levers: readonly string[];
  readonly variants: readonly string[];
  readonly observations: readonly Observation[];
  readonly checks: readonly ModelCheck[];
  readonly rejects: readonly ModelReject[];
  readonly mechanisms: readonly Mechanism[];
  readonly known: readonly KnownUntil[];
  readonly forecasts: readonly ForecastSeries[];
  readonly loops: readonly Loop[];
  /** The register beside the chapters; empty for a model without an `evidence/` folder. */
  readonly evidence: ReadonlyMap<string, EvidenceRow>;
}
