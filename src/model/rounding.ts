import { type Builder, choose, ONE, shared, two, ZERO } from "./builder.ts";
import type { IrExpr } from "./ir.ts";

/** The least whole number that is not below x. */
export function ceil(x: IrExpr): IrExpr {
  return { op: "neg", arg: { op: "floor", arg: { op: "neg", arg: x } } };
}

/** The whole number nearest to x, the one farther from 0 where two are equally near (IEEE 754 roundTiesToAway). */
export function round(b: Builder, owner: string, x: IrExpr): IrExpr {
  const value = shared(b, owner, "round input", x);
  const whole = shared(b, owner, "round whole part", { op: "trunc", arg: value });
  // The fraction and its double are exact, so that no half is missed.
  const fraction = shared(b, owner, "round fraction", two("sub", value, whole));
  return two("add", whole, { op: "trunc", arg: two("add", fraction, fraction) });
}

/**
 * The multiple of `unit` nearest to x on the side of 0: unit * trunc(x / unit); x itself where `unit` is not above 0
 * (Vensim's QUANTUM).
 */
export function quantum(b: Builder, owner: string, x: IrExpr, unit: IrExpr): IrExpr {
  if (unit.op === "const" && unit.value > 0) {
    return two("mul", unit, { op: "trunc", arg: two("div", x, unit) });
  }
  const value = shared(b, owner, "quantum input", x);
  const by = shared(b, owner, "quantum unit", unit);
  const none = two("le", by, ZERO);
  const count: IrExpr = { op: "trunc", arg: two("div", value, choose(none, ONE, by)) };
  return choose(none, value, two("mul", by, count));
}

/** What quantum leaves: x - quantum(x, unit), of the sign of x, 0 where `unit` is not above 0 (Vensim's MODULO). */
export function modulo(b: Builder, owner: string, x: IrExpr, unit: IrExpr): IrExpr {
  const value = shared(b, owner, "modulo input", x);
  return two("sub", value, quantum(b, owner, value, unit));
}
