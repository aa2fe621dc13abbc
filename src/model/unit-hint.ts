import type { Expr } from "../lang/ast.ts";
import { formatUnit } from "../units/format.ts";
import { divideUnits, isPure, PURE, sameDimensions, type Unit } from "../units/unit.ts";

/**
 * The likely next step when two sides differ, as data: `hint` is one of
 * `money` (nominal beside real), `number` (a bare number needs a name with a unit), `rate` (right side times a rate),
 * `time` (right side times a time), `rate-left` and `time-left` (the same for the left side), or `factor`, where
 * `factor` holds the unit that the right side lacks.
 */
export function mismatchHint(
  left: Unit,
  right: Unit,
  leftExpr: Expr | undefined,
  rightExpr: Expr,
  time: Unit,
): Readonly<Record<string, string>> {
  const holds = (unit: Unit, name: string): boolean => unit.dims[name] !== undefined;
  if (
    (holds(left, "USD") && holds(right, "nominal USD")) ||
    (holds(left, "nominal USD") && holds(right, "USD"))
  ) {
    return { hint: "money" };
  }
  const bare = (e: Expr | undefined, unit: Unit): boolean =>
    isPure(unit) && (e?.kind === "number" || (e?.kind === "unary" && e.arg.kind === "number"));
  if (bare(leftExpr, left)) return { hint: "number", wanted: formatUnit(right) };
  if (bare(rightExpr, right)) return { hint: "number", wanted: formatUnit(left) };
  const missing = divideUnits(left, right);
  if (!isPure(time)) {
    if (sameDimensions(missing, divideUnits(PURE, time))) return { hint: "rate" };
    if (sameDimensions(missing, time)) return { hint: "time" };
  }
  return { hint: "factor", factor: formatUnit(missing) };
}
