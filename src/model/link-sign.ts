import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import type { Defining } from "./definitions.ts";
import { namesRead } from "./names-read.ts";

export type Sign = "+" | "-" | "?";

const flip = (sign: Sign): Sign => (sign === "+" ? "-" : sign === "-" ? "+" : "?");
const times = (a: Sign, b: Sign): Sign => (b === "+" ? a : b === "-" ? flip(a) : "?");

/** Sign of two influences together: `undefined` is none. */
function both(a: Sign | undefined, b: Sign | undefined): Sign | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a === b ? a : "?";
}

type SignOf = (name: string) => Sign;

/** Sign of the value of an expression, quantities having the signs that `signOf` gives. */
function valueSign(e: Expr, signOf: SignOf): Sign {
  switch (e.kind) {
    case "number":
      return e.value < 0 ? "-" : "+";
    case "date":
      return "+";
    case "name":
      return signOf(canonicalName(e.name.text));
    case "unary":
      return e.op === "-" ? flip(valueSign(e.arg, signOf)) : "+";
    case "binary": {
      const left = valueSign(e.left, signOf);
      const right = valueSign(e.right, signOf);
      if (e.op === "+") return left === right ? left : "?";
      if (e.op === "-") return left !== right && right === flip(left) ? left : "?";
      if (e.op === "*" || e.op === "/") return times(left, right);
      return e.op === "^" ? (left === "+" ? "+" : "?") : "+";
    }
    case "if":
      return both(valueSign(e.then, signOf), valueSign(e.otherwise, signOf)) ?? "?";
    case "call":
      return "?";
    case "range":
      return "?";
  }
}

const RISING: ReadonlySet<string> = new Set([
  ...["exp", "ln", "log10", "sqrt", "floor", "ceil", "int", "integer", "round", "arctan"],
  ...["logistic", "min", "max"],
]);
const FOLLOWING: ReadonlySet<string> = new Set([
  "smth1",
  "smth3",
  "smthn",
  "delay1",
  "delay3",
  "delayn",
  "delay",
  "previous",
  "sample",
  "init",
  "step",
  "pulse",
]);

/** Direction in which `e` moves when `name` rises; undefined where `e` does not read it. */
function influence(e: Expr, name: string, signOf: SignOf): Sign | undefined {
  const of = (inner: Expr): Sign | undefined => influence(inner, name, signOf);
  switch (e.kind) {
    case "number":
    case "date":
    case "range":
      return undefined;
    case "name":
      if (canonicalName(e.name.text) !== name) return undefined;
      return e.subscripts.length > 0 ? "?" : "+";
    case "unary": {
      const arg = of(e.arg);
      return arg === undefined ? undefined : flip(arg);
    }
    case "if": {
      if (namesRead(e.condition).has(name)) return "?";
      return both(of(e.then), of(e.otherwise));
    }
    case "binary": {
      const left = of(e.left);
      const right = of(e.right);
      const scaled = (s: Sign | undefined, by: Expr): Sign | undefined =>
        s === undefined ? undefined : times(s, valueSign(by, signOf));
      switch (e.op) {
        case "+":
          return both(left, right);
        case "-":
          return both(left, right === undefined ? undefined : flip(right));
        case "*":
          return both(scaled(left, e.right), scaled(right, e.left));
        case "/": {
          const below = scaled(right, e.left);
          return both(scaled(left, e.right), below === undefined ? undefined : flip(below));
        }
        case "^":
          if (right !== undefined) return "?";
          return valueSign(e.left, signOf) === "+"
            ? scaled(left, e.right)
            : left === undefined
              ? undefined
              : "?";
        case ">":
        case ">=":
          return both(left, right === undefined ? undefined : flip(right));
        case "<":
        case "<=":
          return both(left === undefined ? undefined : flip(left), right);
        case "and":
        case "or":
          return both(left, right);
        default:
          return left === undefined && right === undefined ? undefined : "?";
      }
    }
    case "call": {
      const fn = canonicalName(e.fn.text);
      const inner = e.args.map(of);
      if (RISING.has(fn) || fn.includes(" over ")) return inner.reduce(both, undefined);
      if (FOLLOWING.has(fn)) return inner[1] === undefined ? inner.reduce(both) : "?";
      return inner.some((s) => s !== undefined) || fn === name ? "?" : undefined;
    }
  }
}

/** Sign of the link from `name` to the definition that reads it. */
export function linkSign(statement: Defining, name: string, signOf: SignOf): Sign {
  switch (statement.kind) {
    case "stock": {
      const into = statement.inflows.map((e) => influence(e, name, signOf)).reduce(both, undefined);
      const out = statement.outflows.map((e) => influence(e, name, signOf)).reduce(both, undefined);
      return both(into, out === undefined ? undefined : flip(out)) ?? "?";
    }
    case "equation":
    case "observe":
      return influence(statement.expr, name, signOf) ?? "?";
    default:
      return "?";
  }
}
