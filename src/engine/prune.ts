import type { Ir, IrExpr } from "../model/ir.ts";
import { mapChildren, mapHeld } from "../model/ir-walk.ts";
import { heldInputs, heldStarts, reads } from "./dependencies.ts";
import { findVariable } from "./variables.ts";

/**
 * The model without what the named outputs never need: stocks, held variables, auxiliaries and tables go,
 * parameters and levers keep their indices, every expression keeps its operations, so the outputs keep
 * their bits. Throws a DiagnosticError for a name that is not in the model.
 */
export function prune(ir: Ir, outputs: readonly string[]): Ir {
  const stocks = new Set<number>();
  const held = new Set<number>();
  const aux = new Set<number>();
  const tables = new Set<number>();
  const pending: IrExpr[] = outputs.map((name) => {
    const v = findVariable(ir, name);
    return { op: v.of, index: v.index };
  });
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    const r = reads(ir, [root]);
    for (const i of r.aux) aux.add(i);
    for (const i of r.table) tables.add(i);
    for (const i of r.stock)
      if (!stocks.has(i)) {
        stocks.add(i);
        pending.push(ir.stocks[i]!.initial, ir.stocks[i]!.derivative);
      }
    for (const i of r.held)
      if (!held.has(i)) {
        held.add(i);
        pending.push(...heldInputs(ir.held[i]!), ...heldStarts(ir.held[i]!));
      }
  }
  const maps = {
    stock: renumber(ir.stocks.length, stocks),
    held: renumber(ir.held.length, held),
    aux: renumber(ir.auxiliaries.length, aux),
    table: renumber(ir.tables.length, tables),
  };
  const at = (e: IrExpr) => rewrite(e, maps);
  return {
    ...ir,
    stocks: ir.stocks
      .filter((_, i) => stocks.has(i))
      .map((s) => ({ ...s, initial: at(s.initial), derivative: at(s.derivative) })),
    held: ir.held.filter((_, i) => held.has(i)).map((h) => mapHeld(h, at)),
    auxiliaries: ir.auxiliaries.filter((_, i) => aux.has(i)).map((a) => ({ ...a, expr: at(a.expr) })),
    tables: ir.tables.filter((_, i) => tables.has(i)),
    initialOrder: ir.initialOrder
      .filter((o) => maps[o.of][o.index] !== -1)
      .map((o) => ({ of: o.of, index: maps[o.of][o.index]! })),
  };
}

type Maps = Readonly<Record<"stock" | "held" | "aux" | "table", readonly number[]>>;

/** New index of each old one, -1 for those that go. */
function renumber(length: number, kept: ReadonlySet<number>): readonly number[] {
  let next = 0;
  return Array.from({ length }, (_, i) => (kept.has(i) ? next++ : -1));
}

function rewrite(e: IrExpr, maps: Maps): IrExpr {
  if (e.op === "stock" || e.op === "held" || e.op === "aux") return { op: e.op, index: maps[e.op][e.index]! };
  const inner = mapChildren(e, (child) => rewrite(child, maps));
  return inner.op === "lookup" ? { ...inner, table: maps.table[inner.table]! } : inner;
}
