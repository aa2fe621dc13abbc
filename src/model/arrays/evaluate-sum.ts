import type { IrExpr, IrVector } from "../ir.ts";
import { elements, slices } from "../ir-walk.ts";

/** Value of a sum over vectors whose elements `value` knows; undefined where it does not know one. */
export function evaluateSum(
  vectors: readonly IrVector[],
  e: Extract<IrExpr, { op: "sumproduct" }>,
  value: (e: IrExpr) => number | undefined,
): number | undefined {
  const [of = [], times] = slices(e).map((slice) =>
    elements(vectors[slice.vector]!, slice, e.count).map(value),
  );
  const terms = of.map((x, i) => (times === undefined ? x : both(x, times[i], (a, b) => a * b)));
  return terms.reduce((sum, x) => both(sum, x, (a, b) => a + b));
}

function both(
  x: number | undefined,
  y: number | undefined,
  join: (a: number, b: number) => number,
): number | undefined {
  return x === undefined || y === undefined ? undefined : join(x, y);
}
