import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { pow } from "../math/pow.ts";
import type { CheckReader, CheckTree } from "../model/check-tree.ts";

/**
 * Value of an expectation at one time; 1 is true, 0 false. `=`, `<=` and `>=` allow the relative difference `within`
 * of the larger side, so 0 is met only by 0; NaN meets nothing.
 */
export function evaluateCheck(tree: CheckTree, reader: CheckReader, within: number): number {
  const at = (inner: CheckTree) => evaluateCheck(inner, reader, within);
  switch (tree.op) {
    case "const":
      return tree.value;
    case "time":
      return reader.time;
    case "read":
      return tree.of === "run" ? reader.run(tree.name) : reader.baseline(tree.name);
    case "if":
      return at(tree.condition) !== 0 ? at(tree.then) : at(tree.otherwise);
    case "neg":
    case "not":
    case "abs":
    case "sqrt":
    case "exp":
    case "ln":
    case "floor":
      return unary(tree.op, at(tree.arg));
    default:
      return binary(tree.op, at(tree.left), at(tree.right), within);
  }
}

type Unary = "neg" | "not" | "abs" | "sqrt" | "exp" | "ln" | "floor";
type Binary = Exclude<Extract<CheckTree, { readonly left: CheckTree }>["op"], undefined>;

function unary(op: Unary, x: number): number {
  switch (op) {
    case "neg":
      return -x;
    case "not":
      return x === 0 ? 1 : 0;
    case "abs":
      return Math.abs(x);
    case "sqrt":
      return Math.sqrt(x);
    case "exp":
      return exp(x);
    case "ln":
      return ln(x);
    case "floor":
      return Math.floor(x);
  }
}

function binary(op: Binary, a: number, b: number, within: number): number {
  const close = () => a === b || Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "pow":
      return pow(a, b);
    case "min":
      return b < a ? b : a;
    case "max":
      return a < b ? b : a;
    case "lt":
      return a < b ? 1 : 0;
    case "gt":
      return a > b ? 1 : 0;
    case "le":
      return a <= b || close() ? 1 : 0;
    case "ge":
      return a >= b || close() ? 1 : 0;
    case "eq":
      return close() ? 1 : 0;
    case "ne":
      return close() ? 0 : 1;
    case "and":
      return a !== 0 && b !== 0 ? 1 : 0;
    case "or":
      return a !== 0 || b !== 0 ? 1 : 0;
  }
}
