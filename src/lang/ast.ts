import type { Span } from "../base/diagnostic.ts";

/**
 * The syntax tree of a chapter. Every node carries its span. Names are kept as written in `text`;
 * `canonicalName` (lang/names.ts) gives the form used for look-up: lower case, single spaces.
 */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** What stands between `[` and `]` in an expression: a name, or `age - 1`, the element that many places before. */
export interface Subscript extends Name {
  /** Places after (before, if negative) the element of the equation; 0 for a plain name. */
  readonly offset: number;
}

export type BinaryOp = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "=" | "<>" | "and" | "or";

export type Expr =
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  /** `2024-11` or `2024-11-05`; value in decimal years: year + (month-1)/12 + (day-1)/365.25. */
  | { readonly kind: "date"; readonly text: string; readonly value: number; readonly span: Span }
  /** `name` or `name[subscript, ...]`: the subscript of a variant is one of its options, of an array an element or dimension. */
  | {
      readonly kind: "name";
      readonly name: Name;
      readonly subscripts: readonly Subscript[];
      readonly span: Span;
    }
  /** `fn(args)`; `fn` may have several words, as in `sum over 12 months (x)`; it may also name a table. */
  | { readonly kind: "call"; readonly fn: Name; readonly args: readonly Expr[]; readonly span: Span }
  | { readonly kind: "unary"; readonly op: "-" | "not"; readonly arg: Expr; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly left: Expr;
      readonly right: Expr;
      readonly span: Span;
    }
  | {
      readonly kind: "if";
      readonly condition: Expr;
      readonly then: Expr;
      readonly otherwise: Expr;
      readonly span: Span;
    }
  /** Only in `range` and other places that the grammar names: `0..8`. */
  | { readonly kind: "range"; readonly low: Expr; readonly high: Expr; readonly span: Span };

/** The text between `[` and `]` in the head of a definition; parsed by `units/`. */
export interface UnitText {
  readonly text: string;
  readonly span: Span;
}

/** `@B-LAB-05`, `@judgement`, optionally followed by a quoted reason: `@B-LAB-05 "wider: rival view"`. */
export interface Reference {
  readonly id: string;
  readonly reason?: string;
  readonly span: Span;
}

/** `~ triangular(0.5, 2, 12)`, arguments in the declared unit; `anew each year` draws one value a year. */
export interface PriorNode {
  readonly distribution: Name;
  readonly args: readonly Expr[];
  readonly anew: "once" | "year";
  readonly span: Span;
}

/** `name = value` or `name[element] = value`, between the parentheses of `when` and `off`. */
export interface Setting {
  readonly name: Name;
  readonly subscripts?: readonly Name[];
  readonly value: Expr;
}

interface Base {
  readonly span: Span;
  readonly references: readonly Reference[];
}

/**
 * The name that a definition gives. `rate by region, age` is read as the name `rate by region` and the further
 * dimension `age`: only the model knows that `region` is a dimension, and splits the name.
 */
interface Head {
  readonly name: Name;
  readonly unit?: UnitText;
  /** Names after commas in the head. */
  readonly dimensions?: readonly Name[];
}

/** `except north = 0.5 ~ uniform(0, 1)`: one element, or a subrange, or `north, young`, has a line of its own. */
export interface Exception {
  readonly elements: readonly Name[];
  readonly expr: Expr;
  readonly prior?: PriorNode;
  readonly references: readonly Reference[];
  readonly span: Span;
}

export type Statement =
  /** `time from 2013-01 to 2036-01, 4 steps a month, rk4, results from 2015-01, save every 3 months` */
  | (Base & {
      readonly kind: "time";
      readonly from: Expr;
      readonly to: Expr;
      /** steps per `per`; `per` is "month", "year" or "unit" (plain time without a calendar). */
      readonly steps: number;
      readonly per: "month" | "year" | "unit";
      readonly method: "euler" | "rk2" | "rk4";
      readonly resultsFrom?: Expr;
      readonly decision?: Expr;
      /** in `saveUnit`s; default one month with a calendar, one step without. */
      readonly saveEvery?: number;
      readonly saveUnit?: "month" | "year" | "unit";
    })
  /** `unit kit` or `unit ounce = 28.35 g` */
  | (Base & { readonly kind: "unit"; readonly name: Name; readonly factor?: number; readonly of?: UnitText })
  | (Base &
      Head & {
        readonly kind: "stock";
        readonly start: Expr;
        readonly inflows: readonly Expr[];
        readonly outflows: readonly Expr[];
      })
  /** `name [unit] = expression ~ prior @refs`; a constant when the expression is a literal. */
  | (Base &
      Head & {
        readonly kind: "equation";
        readonly expr: Expr;
        readonly prior?: PriorNode;
        readonly exceptions?: readonly Exception[];
      })
  /**
   * `dimension region = north, south, east` | `dimension border regions of region = north, east` |
   * `dimension age = 0..80` | `dimension group = data/groups.csv: Node` (each value of the column once, in order) |
   * `dimension ally = group` (another name for the same elements, for arrays that hold a dimension twice: the one
   * name in `elements` is that of a dimension)
   */
  | (Base & {
      readonly kind: "dimension";
      readonly name: Name;
      readonly of?: Name;
      readonly elements?: readonly Name[];
      readonly range?: { readonly low: number; readonly high: number };
      readonly from?: { readonly file: string; readonly column: string; readonly source: Span };
    })
  /** `lever name [unit] = 0, range 0..8, ramp 6 months` */
  | (Base &
      Head & {
        readonly kind: "lever";
        readonly value: Expr;
        readonly low: Expr;
        readonly high: Expr;
        readonly rampMonths: number;
      })
  /** `table name [unit] of [unit] = (0, 1), (2, 3), extrapolated`; `shape` as in model/ir.ts. */
  | (Base & {
      readonly kind: "table";
      readonly name: Name;
      readonly unit?: UnitText;
      readonly of?: UnitText;
      readonly points: readonly { readonly x: Expr; readonly y: Expr }[];
      readonly shape?: "extrapolated" | "stepwise";
    })
  /**
   * `data name [unit] = data/file.csv: column`; linear between dates, held at both ends.
   * Of an array: `data share by group, ally [1] = data/file.csv: column, at Node, RNode, otherwise 0` are fixed numbers,
   * a row of the file for each element; without `at`, a series for each element, in the column named like it.
   */
  | (Base &
      Head & {
        readonly kind: "data";
        readonly file: string;
        readonly column: string;
        readonly source: Span;
        /** Columns that hold the elements, one for each dimension. */
        readonly at?: readonly Name[];
        /** Value of elements without a row; without it they are an error. In the declared unit. */
        readonly otherwise?: number;
      })
  /** `variant dose law = level | tolerance | rescue`; `level 2 | tolerance 1` gives weights. */
  | (Base & {
      readonly kind: "variant";
      readonly name: Name;
      readonly options: readonly { readonly name: Name; readonly weight: number }[];
    })
  /** `outcome name, lower is better`; of an array `outcome name[element]`, or all elements | `higher is better` | `no direction` */
  | (Base & {
      readonly kind: "outcome";
      readonly name: Name;
      readonly subscripts?: readonly Name[];
      readonly better: "lower" | "higher" | "none";
    })
  /**
   * `observe name [unit] = expression by data/file.csv: column, reported 4 months late,
   *  error relative 10 %, discrepancy 12 % over 18 months, from 2015-01 to 2024-12, every 6 months`
   */
  | (Base & {
      readonly kind: "observe";
      readonly name: Name;
      readonly unit?: UnitText;
      readonly expr: Expr;
      readonly file: string;
      readonly column: string;
      readonly source: Span;
      readonly lateMonths: number;
      /** relative: standard deviation of the log; absolute: in the declared unit. Absent: shown, not scored. */
      readonly error?: { readonly kind: "relative" | "absolute"; readonly value: number };
      /** What the model leaves out: standard deviation of a log, and the months over which it lasts. */
      readonly discrepancy?: { readonly value: number; readonly months: number; readonly span: Span };
      readonly from?: Expr;
      readonly to?: Expr;
      readonly everyMonths: number;
    })
  /** `held force level [1] = 0`: changes only between steps at month ends, by a rule. */
  | (Base &
      Head & {
        readonly kind: "held";
        readonly start: Expr;
      })
  /**
   * `rule ultimatum: from (deadline) when (condition) raise (force level) by (step) up to (limit),
   *  at most every (interval), until (condition)`; `from`, `up to`, `at most every`, `until` optional.
   */
  | (Base & {
      readonly kind: "rule";
      readonly name: Name;
      readonly from?: Expr;
      readonly when: Expr;
      readonly raise: Name;
      readonly by: Expr;
      readonly upTo?: Expr;
      readonly every?: Expr;
      readonly until?: Expr;
    })
  /**
   * `check "words": when (a = 0, start of b = 0) expect (x >= 0) from 2015-01 within 1 %`;
   * `baseline(x)` in expect is x in the run without the `when`.
   */
  | (Base & {
      readonly kind: "check";
      readonly title: string;
      readonly when: readonly (Setting & { readonly start: boolean })[];
      readonly expect: Expr;
      readonly from?: Expr;
      readonly to?: Expr;
      /** relative tolerance of `=`; default 1e-9. */
      readonly within: number;
    })
  /** `reject (condition)`: a prior draw for which it ever holds in the run has no weight. `, at DATE` limits it. */
  | (Base & { readonly kind: "reject"; readonly condition: Expr; readonly at?: Expr })
  /** `mechanism "supply shock" conceived 2023-11, off (size of the shock = 0)`: a cause that can be switched off. */
  | (Base & {
      readonly kind: "mechanism";
      readonly name: Name;
      /** `YYYY-MM`. */
      readonly conceived: string;
      readonly off: readonly Setting[];
    })
  /** `known until end of counted deaths, reported 4 months late`: a constant that says up to when an input is counted. */
  | (Base & {
      readonly kind: "known";
      readonly name: Name;
      readonly subscripts?: readonly Name[];
      readonly lateMonths: number;
    })
  /** `forecast all_drugs: synthetic deaths + other deaths, against all deaths`: names of observations. */
  | (Base & {
      readonly kind: "forecast";
      readonly name: Name;
      readonly components: readonly Name[];
      readonly against: Name;
    });

export interface Block {
  readonly statements: readonly Statement[];
  readonly span: Span;
}

/** A chapter: prose stays as Markdown; `blocks` are its fenced `model` blocks in order. */
export interface Chapter {
  readonly file: string;
  readonly title: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}
