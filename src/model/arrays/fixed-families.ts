import type { Expr } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import { someExpression } from "../../lang/walk.ts";
import { parameterLiteral } from "../allocate.ts";
import type { Family } from "./family.ts";
import { reductionCall } from "./reduction.ts";

/** Functions of numbers alone: no memory, no time, no chance. */
const PURE_FUNCTIONS: ReadonlySet<string> = new Set(
  [
    "abs",
    "min",
    "max",
    "exp",
    "ln",
    "log10",
    "sqrt",
    "floor",
    "ceil",
    "int",
    "integer",
    "trunc",
    "round",
  ].concat([
    "modulo",
    "quantum",
    "safediv",
    "zidz",
    "xidz",
    "logistic",
    "sin",
    "cos",
    "tan",
    "arctan",
    "position",
    "pi",
  ]),
);

/**
 * Arrays that are numbers fixed by the model's text and files, in an order in which each reads earlier ones: data read
 * by element, and equations (not plain numbers, which a scenario may set) of nothing but numbers and fixed arrays.
 */
export function fixedFamilies(
  families: ReadonlyMap<string, Family>,
  isScalar: (name: string) => boolean,
): readonly string[] {
  const fixed = new Set<string>();
  const open = new Set<string>();
  for (const { name, written } of families.values()) {
    const { statement } = written;
    if (statement.kind === "data" && statement.at !== undefined) fixed.add(name);
    if (statement.kind === "equation" && parameterLiteral(statement) === undefined) open.add(name);
  }
  for (let found = true; found; ) {
    found = false;
    for (const name of open) {
      const { statement } = families.get(name)!.written;
      if (statement.kind !== "equation") continue;
      const lines = [statement, ...(statement.exceptions ?? [])];
      if (lines.some((line) => line.prior !== undefined || someExpression(line.expr, moves))) continue;
      fixed.add(name);
      open.delete(name);
      found = true;
    }
  }
  return [...fixed];

  function moves(e: Expr): boolean {
    if (e.kind === "date") return true;
    if (e.kind === "call") {
      const fn = canonicalName(e.fn.text);
      return !PURE_FUNCTIONS.has(fn) && reductionCall(fn) === undefined;
    }
    if (e.kind !== "name") return false;
    const name = canonicalName(e.name.text);
    if (name === "time" || name === "dt" || isScalar(name)) return true;
    return families.has(name) && !fixed.has(name);
  }
}
