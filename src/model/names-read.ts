import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { walkExpression } from "../lang/walk.ts";
import { reductionCall } from "./arrays/reduction.ts";
import { BUILT_IN, FUNCTIONS, windowCall } from "./functions.ts";

/** Canonical names that an expression reads, tables used as functions included; `time`, `pi` and their like are not names. */
export function namesRead(e: Expr, into: Set<string> = new Set()): Set<string> {
  walkExpression(e, (inner) => {
    if (inner.kind === "name") {
      const name = canonicalName(inner.name.text);
      if (!BUILT_IN.has(name)) into.add(name);
    } else if (inner.kind === "call") {
      const fn = canonicalName(inner.fn.text);
      const isKnown = FUNCTIONS.has(fn) || fn === "position";
      if (!isKnown && windowCall(fn) === undefined && reductionCall(fn) === undefined) into.add(fn);
    }
  });
  return into;
}
