import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { pow } from "../math/pow.ts";

/** Value of a quantity in base units, by canonical name; NaN where it has none. `subscripts` are those of the place that reads it. */
export type ValueOf = (name: string, subscripts: readonly string[]) => number;

/** Value of a table of the model at a point; NaN for a name that is no table. */
export type TableOf = (name: string, x: number) => number;

/** Functions that follow their first argument in time: here they stand at rest, at its value. */
const FOLLOWING =
  /^(?:smth1|smth3|smthn|delay1|delay3|delayn|delay|previous|sample|init|(?:sum|mean) over .*)$/;

/**
 * An expression at one moment, everything that remembers at rest. What cannot be told from values at a moment is NaN. It serves to see
 * which way a quantity moves another, not to run a model: that is the engine's work.
 */
export function evaluateAtRest(e: Expr, value: ValueOf, table: TableOf): number {
  const of = (part: Expr) => evaluateAtRest(part, value, table);
  switch (e.kind) {
    case "number":
    case "date":
      return e.value;
    case "name":
      return value(
        canonicalName(e.name.text),
        e.subscripts.map((one) => canonicalName(one.text)),
      );
    case "unary":
      return e.op === "-" ? -of(e.arg) : of(e.arg) === 0 ? 1 : 0;
    case "if":
      return of(e.condition) !== 0 ? of(e.then) : of(e.otherwise);
    case "binary":
      return binary(e.op, of(e.left), of(e.right));
    case "call": {
      const fn = canonicalName(e.fn.text);
      const [first = Number.NaN, ...more] = e.args.map(of);
      if (FOLLOWING.test(fn)) return first;
      if (fn === "step") return value("time", []) >= (more[0] ?? Number.NaN) ? first : 0;
      return call(fn, first, more) ?? table(fn, first);
    }
    case "range":
      return Number.NaN;
  }
}

function binary(op: Extract<Expr, { kind: "binary" }>["op"], a: number, b: number): number {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "^":
      return pow(a, b);
    case "<":
      return a < b ? 1 : 0;
    case "<=":
      return a <= b ? 1 : 0;
    case ">":
      return a > b ? 1 : 0;
    case ">=":
      return a >= b ? 1 : 0;
    case "=":
      return a === b ? 1 : 0;
    case "<>":
      return a !== b ? 1 : 0;
    case "and":
      return a !== 0 && b !== 0 ? 1 : 0;
    case "or":
      return a !== 0 || b !== 0 ? 1 : 0;
  }
}

function call(fn: string, first: number, more: readonly number[]): number | undefined {
  switch (fn) {
    case "min":
      return more.reduce((a, b) => (b < a ? b : a), first);
    case "max":
      return more.reduce((a, b) => (b > a ? b : a), first);
    case "exp":
      return exp(first);
    case "ln":
      return ln(first);
    case "sqrt":
      return Math.sqrt(first);
    case "abs":
      return Math.abs(first);
    case "logistic":
      return 1 / (1 + exp(-first));
    default:
      return undefined;
  }
}
