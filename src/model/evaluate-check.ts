import type { CheckReader, CheckTree } from "./check-tree.ts";
import { binary, unary } from "./operations.ts";

/** |a - b| as a share of the larger of the two; equal numbers (also infinite ones) are 0 apart. */
function apart(a: number, b: number): number {
  if (a === b) return 0;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Value of an expectation at one saved time. `=`, `<>`, `<=` and `>=` take numbers within a relative distance of
 * `within` as equal; a comparison with a number that is not finite does not hold.
 */
export function evaluateCheck(tree: CheckTree, at: CheckReader, within: number): number {
  const value = (inner: CheckTree): number => evaluateCheck(inner, at, within);
  switch (tree.op) {
    case "const":
      return tree.value;
    case "time":
      return at.time;
    case "read":
      return tree.of === "run" ? at.run(tree.name) : at.baseline(tree.name);
    case "if":
      return value(tree.condition) !== 0 ? value(tree.then) : value(tree.otherwise);
    case "neg":
    case "not":
    case "abs":
    case "sqrt":
    case "exp":
    case "ln":
    case "floor":
      return unary(tree.op, value(tree.arg));
    case "eq":
    case "ne":
    case "le":
    case "ge": {
      const a = value(tree.left);
      const b = value(tree.right);
      if (!Number.isFinite(a) || !Number.isFinite(b)) return 0;
      const equal = apart(a, b) <= within;
      if (tree.op === "eq") return equal ? 1 : 0;
      if (tree.op === "ne") return equal ? 0 : 1;
      return equal || (tree.op === "le" ? a < b : a > b) ? 1 : 0;
    }
    default:
      return binary(tree.op, value(tree.left), value(tree.right));
  }
}

/** The numbers on both sides where the expectation is one comparison: what a failed check shows. */
export function checkSides(
  tree: CheckTree,
  at: CheckReader,
  within: number,
): { readonly left: number; readonly right: number } | undefined {
  if (!["eq", "ne", "lt", "le", "gt", "ge"].includes(tree.op) || !("left" in tree)) return undefined;
  return { left: evaluateCheck(tree.left, at, within), right: evaluateCheck(tree.right, at, within) };
}
