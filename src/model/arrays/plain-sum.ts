import type { Expr } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import type { ArraySlice, PlainSum } from "./array-expression.ts";
import type { Dimension } from "./dimensions.ts";
import type { Expansion } from "./expand-expression.ts";
import type { Family } from "./family.ts";
import { elementRead, type Read, type Scope } from "./scope.ts";

/**
 * The sum of `body` over a dimension, where the body is an array's element or a product of two whose places in their
 * arrays lie at equal distances: a row or a column. Undefined for any other; then nothing is reported.
 */
export function plainSum(
  x: Expansion,
  body: Expr,
  dimension: Dimension,
  scope: Scope | undefined,
): PlainSum | undefined {
  const count = dimension.elements.length;
  if (body.kind === "name") {
    const of = slice(x, body, dimension, scope);
    return of === undefined ? undefined : { count, of };
  }
  if (body.kind !== "binary" || body.op !== "*") return undefined;
  const { left, right } = body;
  if (left.kind !== "name" || right.kind !== "name") return undefined;
  const of = slice(x, left, dimension, scope);
  const times = of === undefined ? undefined : slice(x, right, dimension, scope);
  return of === undefined || times === undefined ? undefined : { count, of, times };
}

function slice(
  x: Expansion,
  e: Read,
  dimension: Dimension,
  outer: Scope | undefined,
): ArraySlice | undefined {
  const family = x.families.get(canonicalName(e.name.text));
  if (family === undefined) return undefined;
  const index = (at: number): number | undefined =>
    elementRead(family, e, { dimension, at, outer }, x.dimensions, () => {});
  const last = dimension.elements.length - 1;
  const first = index(0);
  const end = index(last);
  if (first === undefined || end === undefined) return undefined;
  const second = last === 0 ? first : index(1);
  if (second === undefined) return undefined;
  const stride = second - first;
  if (last > 1 && !isEven(family, dimension)) {
    for (let at = 2; at <= last; at++) if (index(at) !== first + at * stride) return undefined;
  }
  return end === first + last * stride ? { array: family.name, first, stride } : undefined;
}

/** Whether equal steps through the dimension are equal steps through the array, without looking at each. */
function isEven(family: Family, dimension: Dimension): boolean {
  return dimension.even && family.dimensions.every((d) => d.elements.length === 1 || isWhole(d));
}

/** Whether a dimension holds all elements of its base in order. */
function isWhole(d: Dimension): boolean {
  return d.name === d.base || d.name === d.line;
}
