import type { Ir, IrExpr, IrVector } from "../model/ir.ts";
import { mapChildren, mapHeld, slices } from "../model/ir-walk.ts";
import { heldInputs, heldStarts, reads } from "./dependencies.ts";
import { findVariable } from "./variables.ts";

/**
 * The model without what the named outputs never need: stocks, held variables, auxiliaries, tables, vectors and
 * noise go, parameters and levers keep their indices, every expression keeps its operations, so the outputs keep
 * their bits. Throws a DiagnosticError for a name that is not in the model.
 */
export function prune(ir: Ir, outputs: readonly string[]): Ir {
  const stocks = new Set<number>();
  const held = new Set<number>();
  const aux = new Set<number>();
  const tables = new Set<number>();
  const vectors = new Set<number>();
  const noise = new Set<number>();
  let roots: readonly IrExpr[] = outputs.map((name) => {
    const v = findVariable(ir, name);
    return { op: v.of, index: v.index };
  });
  while (roots.length > 0) {
    const r = reads(ir, roots);
    const next: IrExpr[] = [];
    for (const i of r.aux) aux.add(i);
    for (const i of r.table) tables.add(i);
    for (const i of r.vector) vectors.add(i);
    for (const i of r.noise) noise.add(i);
    for (const i of r.stock)
      if (!stocks.has(i)) {
        stocks.add(i);
        next.push(ir.stocks[i]!.initial, ir.stocks[i]!.derivative);
      }
    for (const i of r.held)
      if (!held.has(i)) {
        held.add(i);
        next.push(...heldInputs(ir.held[i]!), ...heldStarts(ir.held[i]!));
      }
    roots = next;
  }
  const maps = {
    stock: renumber(ir.stocks.length, stocks),
    held: renumber(ir.held.length, held),
    aux: renumber(ir.auxiliaries.length, aux),
    table: renumber(ir.tables.length, tables),
    vector: renumber(ir.vectors?.length ?? 0, vectors),
    noise: renumber(ir.noise?.length ?? 0, noise),
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
    ...(ir.vectors && {
      vectors: ir.vectors.filter((_, i) => vectors.has(i)).map((v) => rewriteVector(v, maps)),
    }),
    ...(ir.noise && { noise: ir.noise.filter((_, i) => noise.has(i)) }),
    initialOrder: ir.initialOrder
      .filter((o) => maps[o.of][o.index] !== -1)
      .map((o) => ({ of: o.of, index: maps[o.of][o.index]! })),
  };
}

type Maps = Readonly<Record<"stock" | "held" | "aux" | "table" | "vector" | "noise", readonly number[]>>;

/** New index of each old one, -1 for those that go. */
function renumber(length: number, kept: ReadonlySet<number>): readonly number[] {
  let next = 0;
  return Array.from({ length }, (_, i) => (kept.has(i) ? next++ : -1));
}

/** A vector keeps its length; a member that went, which no sum reads, is replaced by one that did not. */
function rewriteVector(vector: IrVector, maps: Maps): IrVector {
  if ("values" in vector) return vector;
  const moved = vector.members.map(({ of, index }) => ({
    of,
    index: of === "param" || of === "lever" ? index : maps[of][index]!,
  }));
  const kept = moved.find(({ index }) => index !== -1)!;
  return { ...vector, members: moved.map((member) => (member.index === -1 ? kept : member)) };
}

function rewrite(e: IrExpr, maps: Maps): IrExpr {
  if (e.op === "stock" || e.op === "held" || e.op === "aux" || e.op === "noise")
    return { op: e.op, index: maps[e.op][e.index]! };
  if (e.op === "sumproduct") {
    const [of, times] = slices(e).map((slice) => ({ ...slice, vector: maps.vector[slice.vector]! }));
    return { op: e.op, count: e.count, of: of!, ...(times && { times }) };
  }
  const inner = mapChildren(e, (child) => rewrite(child, maps));
  return inner.op === "lookup" ? { ...inner, table: maps.table[inner.table]! } : inner;
}
