import type { Ir, IrAux, IrExpr, IrHeld, IrStock } from "./ir.ts";
import {
  auxRead,
  heldExpressions,
  heldStart,
  mapHeld,
  mapIr,
  moveAuxiliaries,
  walkReads,
} from "./ir-walk.ts";

/** The parts of an IR before its auxiliaries are in order. */
export interface Unordered {
  readonly stocks: readonly IrStock[];
  readonly auxiliaries: readonly Omit<IrAux, "phase">[];
  readonly held: readonly IrHeld[];
  readonly vectors?: Ir["vectors"];
}

export type Ordered = Pick<Ir, "stocks" | "auxiliaries" | "held" | "vectors" | "initialOrder"> & {
  /** Names in a loop of auxiliaries without a stock, each reading the one before it. */
  readonly cycles: readonly (readonly string[])[];
  /** Names in a loop of starts. */
  readonly startCycles: readonly (readonly string[])[];
  /** New index of each auxiliary by its old one. */
  readonly moved: readonly number[];
};

/**
 * Depth-first order of `count` nodes, each after what it needs; ties keep the given order. A loop is reported as the
 * nodes on it, and its last link is dropped.
 */
export function topologicalOrder(
  roots: Iterable<number>,
  needs: (node: number) => readonly number[],
): { readonly order: readonly number[]; readonly cycles: readonly (readonly number[])[] } {
  const order: number[] = [];
  const cycles: number[][] = [];
  const state = new Map<number, "open" | "done">();
  for (const root of roots) {
    if (state.has(root)) continue;
    const path: { node: number; list: readonly number[]; next: number }[] = [];
    const open = (node: number): void => {
      state.set(node, "open");
      path.push({ node, list: needs(node), next: 0 });
    };
    open(root);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const need = top.list[top.next];
      if (need === undefined) {
        state.set(top.node, "done");
        order.push(top.node);
        path.pop();
        continue;
      }
      top.next += 1;
      const seen = state.get(need);
      if (seen === undefined) open(need);
      else if (seen === "open") {
        const from = path.findIndex((entry) => entry.node === need);
        cycles.push(
          path
            .slice(from)
            .map((entry) => entry.node)
            .reverse(),
        );
      }
    }
  }
  return { order, cycles };
}

/** Puts auxiliaries in order of evaluation, tells their phases and finds the order of starts. */
export function orderIr(parts: Unordered): Ordered {
  const { auxiliaries, vectors } = parts;
  const all = topologicalOrder(auxiliaries.keys(), (i) => auxRead(auxiliaries[i]!.expr, vectors));
  const moved: number[] = [];
  all.order.forEach((old, index) => {
    moved[old] = index;
  });
  const renumber = (e: IrExpr): IrExpr =>
    mapIr(e, (leaf) => (leaf.op === "aux" ? { op: "aux", index: moved[leaf.index]! } : leaf));
  const stocks = parts.stocks.map((stock) => ({
    ...stock,
    initial: renumber(stock.initial),
    derivative: renumber(stock.derivative),
  }));
  const held = parts.held.map((one) => mapHeld(one, renumber));
  const unphased = all.order.map((old) => {
    const aux = auxiliaries[old]!;
    return { ...aux, expr: renumber(aux.expr) };
  });
  const movedVectors = vectors === undefined ? undefined : moveAuxiliaries(vectors, moved);
  const phases = phasesOf(unphased, stocks, held, movedVectors);
  const starts = startOrder(unphased, stocks, held, movedVectors, phases);
  return {
    stocks,
    held,
    auxiliaries: unphased.map((aux, i) => ({
      name: aux.name,
      unit: aux.unit,
      factor: aux.factor,
      phase: phases[i]!,
      expr: aux.expr,
    })),
    ...(movedVectors === undefined ? {} : { vectors: movedVectors }),
    initialOrder: starts.order,
    cycles: all.cycles.map((cycle) => cycle.map((i) => auxiliaries[i]!.name)),
    startCycles: starts.cycles,
    moved,
  };
}

const CHANGING: ReadonlySet<IrExpr["op"]> = new Set(["lever", "stock", "held", "time", "steptime", "noise"]);

/** Phase of each auxiliary; see `IrAux.phase`. */
function phasesOf(
  auxiliaries: readonly Omit<IrAux, "phase">[],
  stocks: readonly IrStock[],
  held: readonly IrHeld[],
  vectors: Ir["vectors"],
): readonly IrAux["phase"][] {
  const phases: IrAux["phase"][] = [];
  for (const [i, aux] of auxiliaries.entries()) {
    phases[i] = isConstant(aux.expr, phases, vectors) ? "constant" : "report";
  }
  const reach = (e: IrExpr): void => {
    for (const i of auxRead(e, vectors)) {
      if (phases[i] !== "report") continue;
      phases[i] = "dynamic";
      reach(auxiliaries[i]!.expr);
    }
  };
  for (const stock of stocks) reach(stock.derivative);
  for (const one of held) for (const e of heldExpressions(one)) reach(e);
  return phases;
}

/** Whether an expression reads only numbers, parameters and constant auxiliaries. */
export function isConstant(
  e: IrExpr,
  phases: readonly (IrAux["phase"] | undefined)[],
  vectors?: Ir["vectors"],
): boolean {
  let constant = true;
  walkReads(e, vectors, (x) => {
    if (CHANGING.has(x.op) || (x.op === "aux" && phases[x.index] !== "constant")) constant = false;
  });
  return constant;
}

type Start = Ir["initialOrder"][number];

function startOrder(
  auxiliaries: readonly Omit<IrAux, "phase">[],
  stocks: readonly IrStock[],
  held: readonly IrHeld[],
  vectors: Ir["vectors"],
  phases: readonly IrAux["phase"][],
): { readonly order: readonly Start[]; readonly cycles: readonly (readonly string[])[] } {
  const heldFrom = stocks.length;
  const auxFrom = heldFrom + held.length;
  const expressions = (node: number): readonly IrExpr[] => {
    if (node < heldFrom) return [stocks[node]!.initial];
    if (node < auxFrom) return heldStart(held[node - heldFrom]!);
    return [auxiliaries[node - auxFrom]!.expr];
  };
  const needs = (node: number): readonly number[] => {
    const found: number[] = [];
    for (const e of expressions(node)) {
      walkReads(e, vectors, (x) => {
        if (x.op === "stock") found.push(x.index);
        else if (x.op === "held") found.push(heldFrom + x.index);
        else if (x.op === "aux" && phases[x.index] !== "constant") found.push(auxFrom + x.index);
      });
    }
    return found;
  };
  const { order, cycles } = topologicalOrder(Array(auxFrom).keys(), needs);
  const name = (node: number): string => {
    if (node < heldFrom) return stocks[node]!.name;
    return node < auxFrom ? held[node - heldFrom]!.name : auxiliaries[node - auxFrom]!.name;
  };
  return {
    order: order.map((node): Start => {
      if (node < heldFrom) return { of: "stock", index: node };
      if (node < auxFrom) return { of: "held", index: node - heldFrom };
      return { of: "aux", index: node - auxFrom };
    }),
    cycles: cycles.map((cycle) => cycle.map(name)),
  };
}
