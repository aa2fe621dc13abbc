import type { CheckReader, CheckTree } from "../model/check-tree.ts";
import type { BinaryOp } from "../model/ir.ts";
import { binary, unary } from "../model/operations.ts";

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
    default:
      if ("arg" in tree) return unary(tree.op, at(tree.arg));
      return binaryWithin(tree.op, at(tree.left), at(tree.right), within);
  }
}

/** An operation on two numbers, with comparisons that let `a` and `b` be equal allowed the relative difference. */
function binaryWithin(op: BinaryOp, a: number, b: number, within: number): number {
  const close = () => a === b || Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
  switch (op) {
    case "le":
      return a <= b || close() ? 1 : 0;
    case "ge":
      return a >= b || close() ? 1 : 0;
    case "eq":
      return close() ? 1 : 0;
    case "ne":
      return close() ? 0 : 1;
    default:
      return binary(op, a, b);
  }
}
