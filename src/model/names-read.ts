import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { walkExpression } from "../lang/walk.ts";
import { BUILT_IN, FUNCTIONS, windowCall } from "./functions.ts";

/** Canonical names that an expression reads, tables used as functions included; `time`, `pi` and their like are not names. */
export function namesRead(e: Expr, into: Set<string> = new Set()): Set<string> {
  walkExpression(e, (inner) => {
    if (inner.kind === "name") {
      const name = canonicalName(inner.name.text);
      if (!BUILT_IN.has(name)) into.add(name);
    } else if (inner.kind === "call") {
      const fn = canonicalName(inner.fn.text);
      if (!FUNCTIONS.has(fn) && windowCall(fn) === undefined) into.add(fn);
    }
  });
  return into;
}
