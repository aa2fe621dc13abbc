import type { BinaryOp, UnaryOp } from "./ir.ts";

/**
 * An expectation of a check as plain data: reads saved series by IR name, of the run or of the baseline (the run
 * without the check's settings), in base units. Truth is 1, falsehood 0.
 */
export type CheckTree =
  | { readonly op: "const"; readonly value: number }
  | { readonly op: "time" }
  | { readonly op: "read"; readonly name: string; readonly of: "run" | "baseline" }
  | { readonly op: UnaryOp; readonly arg: CheckTree }
  | { readonly op: BinaryOp; readonly left: CheckTree; readonly right: CheckTree }
  | {
      readonly op: "if";
      readonly condition: CheckTree;
      readonly then: CheckTree;
      readonly otherwise: CheckTree;
    };

/** Values at one saved time: the time itself and each series by IR name. */
export interface CheckReader {
  readonly time: number;
  readonly run: (name: string) => number;
  readonly baseline: (name: string) => number;
}

/** Names that the tree reads from the run or from the baseline, each once. */
export function checkReads(tree: CheckTree, of: "run" | "baseline"): readonly string[] {
  const names = new Set<string>();
  const walk = (t: CheckTree): void => {
    if (t.op === "read") {
      if (t.of === of) names.add(t.name);
    } else if ("left" in t) {
      walk(t.left);
      walk(t.right);
    } else if ("arg" in t) walk(t.arg);
    else if (t.op === "if") {
      walk(t.condition);
      walk(t.then);
      walk(t.otherwise);
    }
  };
  walk(tree);
  return [...names];
}
