import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { FUNCTIONS, windowCall } from "./functions.ts";

/** The expressions directly inside one expression. */
export function children(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case "call":
      return e.args;
    case "unary":
      return [e.arg];
    case "binary":
      return [e.left, e.right];
    case "if":
      return [e.condition, e.then, e.otherwise];
    case "range":
      return [e.low, e.high];
    default:
      return [];
  }
}

/** Canonical names that an expression reads, tables used as functions included; `time` and `dt` are not names. */
export function namesRead(e: Expr, into: Set<string> = new Set()): Set<string> {
  if (e.kind === "name") {
    const name = canonicalName(e.name.text);
    if (name !== "time" && name !== "dt") into.add(name);
  } else if (e.kind === "call") {
    const fn = canonicalName(e.fn.text);
    if (!FUNCTIONS.has(fn) && windowCall(fn) === undefined) into.add(fn);
  }
  for (const child of children(e)) namesRead(child, into);
  return into;
}

/** Whether any expression inside (or `e` itself) satisfies `test`. */
export function someExpr(e: Expr, test: (e: Expr) => boolean): boolean {
  return test(e) || children(e).some((child) => someExpr(child, test));
}
