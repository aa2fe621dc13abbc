import { type Builder, constant, ONE, shared, two } from "./builder.ts";
import type { IrExpr } from "./ir.ts";

const root = (arg: IrExpr): IrExpr => ({ op: "sqrt", arg });
const arctangent = (arg: IrExpr): IrExpr => ({ op: "atan", arg });

/** The angle between -pi/2 and pi/2 whose sine is x; no number outside -1..1. Both factors are exact near the ends. */
export function arcsine(b: Builder, owner: string, x: IrExpr): IrExpr {
  const value = shared(b, owner, "arcsin input", x);
  return arctangent(two("div", value, root(two("mul", two("sub", ONE, value), two("add", ONE, value)))));
}

/** The angle between 0 and pi whose cosine is x; no number outside -1..1. */
export function arccosine(b: Builder, owner: string, x: IrExpr): IrExpr {
  const value = shared(b, owner, "arccos input", x);
  const half = arctangent(root(two("div", two("sub", ONE, value), two("add", ONE, value))));
  return two("mul", constant(2), half);
}
