import type { Ir, IrAux, IrExpr } from "../model/ir.ts";
import { children, mapChildren, mapHeld, moveAuxiliaries } from "../model/ir-walk.ts";
import { exprRate, type Rate, rates } from "./dependencies.ts";

/** Operations that are worth a slot of their own when they change less often than the equation around them. */
const COSTLY = new Set<IrExpr["op"]>([
  ...(["exp", "ln", "pow", "sqrt", "lookup", "div"] as const),
  ...(["sin", "cos", "tan", "atan", "sumproduct"] as const),
]);

/**
 * Gives parts of equations that change less often than the whole (a power of parameters, the exponential of the
 * time) auxiliaries of their own, named after their owner, so that they are computed only when they can change. Every
 * operation stays the same operation on the same operands: no bit changes.
 */
export function hoist(ir: Ir): Ir {
  const rate = rates(ir);
  const auxiliaries: IrAux[] = [];
  const newRates: Rate[] = [];
  const moved: number[] = [];

  /** Puts the costly parts of `expr` that are below `owner`'s rate into auxiliaries of their own. */
  function split(expr: IrExpr, owner: Rate, name: string): IrExpr {
    const own = exprRate(expr, newRates, ir.vectors, rate);
    if (own !== owner && isCostly(expr)) {
      auxiliaries.push({ name: `part of ${name}`, unit: "1", factor: 1, phase: "dynamic", expr });
      newRates.push(own);
      return { op: "aux", index: auxiliaries.length - 1 };
    }
    return mapChildren(expr, (child) => split(child, owner, name));
  }
  const renumber = (expr: IrExpr): IrExpr =>
    expr.op === "aux" ? { op: "aux", index: moved[expr.index]! } : mapChildren(expr, renumber);

  ir.auxiliaries.forEach((aux, i) => {
    const own = rate[i]!;
    const expr = own === "run" ? renumber(aux.expr) : split(renumber(aux.expr), own, aux.name);
    auxiliaries.push({ ...aux, expr });
    newRates.push(own);
    moved[i] = auxiliaries.length - 1;
  });
  const stocks = ir.stocks.map((s) => ({
    ...s,
    initial: renumber(s.initial),
    derivative: split(renumber(s.derivative), "stage", `change of ${s.name}`),
  }));
  const held = ir.held.map((h) => mapHeld(h, renumber));
  const initialOrder = ir.initialOrder.map((o) => (o.of === "aux" ? { ...o, index: moved[o.index]! } : o));
  const vectors = ir.vectors && { vectors: moveAuxiliaries(ir.vectors, moved) };
  return { ...ir, auxiliaries, stocks, held, ...vectors, initialOrder };
}

function isCostly(expr: IrExpr): boolean {
  return COSTLY.has(expr.op) || children(expr).some(isCostly);
}
