/** Operations on one number; `not` gives 1 for 0, else 0; `trunc` drops the fraction. Angles are in radians. */
export type UnaryOp =
  | ("neg" | "not" | "abs" | "sqrt" | "exp" | "ln" | "floor" | "trunc")
  | ("sin" | "cos" | "tan" | "atan");

/** Operations on two numbers; comparisons and logic give 1 or 0. */
export type BinaryOp =
  | ("add" | "sub" | "mul" | "div" | "pow" | "min" | "max")
  | ("lt" | "le" | "gt" | "ge" | "eq" | "ne")
  | ("and" | "or");

/**
 * The intermediate representation: plain JSON, everything in coherent base units
 * (year, kg, person, 2024 US dollar, 1). `schema/ir.schema.json` is its published JSON Schema.
 * Variables are named by canonical name; references in expressions are by index into the arrays below.
 */
export type IrExpr =
  | { readonly op: "const"; readonly value: number }
  | { readonly op: "param"; readonly index: number }
  /** The lever's value in force in the current step: constant within a step. */
  | { readonly op: "lever"; readonly index: number }
  | { readonly op: "stock"; readonly index: number }
  | { readonly op: "aux"; readonly index: number }
  | { readonly op: "held"; readonly index: number }
  /** Time of the current stage, in time units (decimal years with a calendar). */
  | { readonly op: "time" }
  /** Time at the start of the current step: what STEP and PULSE compare, so edges lie on step boundaries. */
  | { readonly op: "steptime" }
  /** Length of a step in time units. */
  | { readonly op: "dt" }
  | { readonly op: UnaryOp; readonly arg: IrExpr }
  | { readonly op: BinaryOp; readonly left: IrExpr; readonly right: IrExpr }
  | { readonly op: "if"; readonly condition: IrExpr; readonly then: IrExpr; readonly otherwise: IrExpr }
  /** The value of a table at `arg`; see `IrTable.shape`. */
  | { readonly op: "lookup"; readonly table: number; readonly arg: IrExpr }
  /** params[first + clamp(floor(arg), 0, count - 1)]: a constant drawn anew each year. */
  | { readonly op: "pick"; readonly first: number; readonly count: number; readonly arg: IrExpr }
  /** noise[index] of the current step: the same in all stages of a step. */
  | { readonly op: "noise"; readonly index: number }
  /**
   * o0 t0 + o1 t1 + ..., one product and one addition after the other, starting from the first product; without
   * `times` the sum of the elements `of`. `count` is at least 1.
   */
  | { readonly op: "sumproduct"; readonly count: number; readonly of: IrSlice; readonly times?: IrSlice };

/** Elements first, first + stride, first + 2 stride ... of a vector. */
export interface IrSlice {
  readonly vector: number;
  readonly first: number;
  readonly stride: number;
}

/** An array that sums run over: quantities of the model in order, or fixed numbers in base units. */
export type IrVector = { readonly name: string } & (
  | {
      readonly members: readonly {
        readonly of: "param" | "lever" | "stock" | "aux" | "held";
        readonly index: number;
      }[];
    }
  | { readonly values: readonly number[] }
);

/**
 * A random number for every step of every run, from the stream of `name`: key (noise seed, name), counter
 * (run, step). `uniform`: strictly between 0 and 1; `normal`: mean 0, standard deviation 1.
 */
export interface IrNoise {
  readonly name: string;
  readonly distribution: "uniform" | "normal";
  /** Steps that share a number: step k takes the number of floor(k / every). Default 1; 2 when a step is halved. */
  readonly every?: number;
}

export type IrPrior = {
  readonly distribution:
    | "uniform"
    | "loguniform"
    | "triangular"
    | "pert"
    | "normal"
    | "lognormal"
    | "beta"
    | "categorical";
  /** In base units. categorical: the weights of 0, 1, 2 ... */
  readonly args: readonly number[];
};

export interface IrParameter {
  readonly name: string;
  /** Display unit text and the factor that turns a displayed number into base units. */
  readonly unit: string;
  readonly factor: number;
  readonly value: number;
  readonly prior?: IrPrior;
  /** For a variant: the names of its options; `value` is the index of the first. */
  readonly options?: readonly string[];
}

export interface IrLever {
  readonly name: string;
  readonly unit: string;
  readonly factor: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly rampMonths: number;
}

export interface IrStock {
  readonly name: string;
  readonly unit: string;
  readonly factor: number;
  /** May read params, auxiliaries (in `initialOrder`), held starts and other stocks' starts. */
  readonly initial: IrExpr;
  readonly derivative: IrExpr;
}

export interface IrAux {
  readonly name: string;
  readonly unit: string;
  readonly factor: number;
  /**
   * constant: reads only params and constants, computed once a run.
   * dynamic: a derivative or a held variable depends on it; computed in every stage.
   * report: nothing that runs depends on it; computed only where results are saved.
   */
  readonly phase: "constant" | "dynamic" | "report";
  readonly expr: IrExpr;
}

/** Held variables change only between steps, never inside a stage. */
export type IrHeld = {
  readonly name: string;
  readonly unit: string;
  readonly factor: number;
} & (
  | {
      /** Value of `input` `duration` earlier, rounded to whole steps (at least one); `initial` before that. */
      readonly kind: "delay";
      readonly input: IrExpr;
      readonly duration: IrExpr;
      readonly initial: IrExpr;
    }
  /** Follows `input` at step boundaries until time >= `at`, then keeps it. */
  | { readonly kind: "sample"; readonly input: IrExpr; readonly at: IrExpr }
  | {
      /** Tested at month ends (every step without a calendar). See lang/ast.ts for the meaning of the parts. */
      readonly kind: "rule";
      readonly initial: IrExpr;
      readonly from: IrExpr;
      readonly when: IrExpr;
      readonly by: IrExpr;
      readonly upTo: IrExpr;
      readonly every: IrExpr;
      readonly until: IrExpr;
    }
);

export interface IrTable {
  readonly name: string;
  /**
   * Between points linear, outside them the value of the nearest end, unless `shape` says otherwise. extrapolated:
   * goes on along the first and the last segment. stepwise: the value of the last point at or before `arg`.
   */
  readonly shape?: "extrapolated" | "stepwise";
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** time(k) = (startIndex + k) / stepsPerUnit, k = 0 .. steps; never a running sum. */
export interface IrClock {
  readonly calendar: boolean;
  readonly startIndex: number;
  readonly stepsPerUnit: number;
  readonly steps: number;
  /** Steps between month ends; 1 without a calendar. */
  readonly stepsPerMonth: number;
  /** First step whose results are shown. */
  readonly resultsFrom: number;
  /** Step of the decision date; 0 when the model names none. */
  readonly decision: number;
  /** Steps at which results are saved unless a run says otherwise, ascending. */
  readonly saveSteps: readonly number[];
}

export interface Ir {
  readonly version: 1;
  readonly model: string;
  readonly method: "euler" | "rk2" | "rk4";
  readonly clock: IrClock;
  readonly parameters: readonly IrParameter[];
  readonly levers: readonly IrLever[];
  readonly stocks: readonly IrStock[];
  /** In an order in which each reads only earlier ones, stocks, held, params, levers and time. */
  readonly auxiliaries: readonly IrAux[];
  readonly held: readonly IrHeld[];
  readonly tables: readonly IrTable[];
  readonly vectors?: readonly IrVector[];
  readonly noise?: readonly IrNoise[];
  /** Order in which starts are computed: entries are indices into stocks, held and auxiliaries. */
  readonly initialOrder: readonly { readonly of: "stock" | "held" | "aux"; readonly index: number }[];
}
