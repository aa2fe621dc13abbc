import type { Ir, IrExpr } from "../../model/ir.ts";
import type { Graph } from "./graph.ts";
import type { Store } from "./model-graph.ts";

/** Steps by which a date or a duration may miss a step and still mean it, as in `held-memory.ts`. */
const SLACK = 1e-6;

/** What an expression's leaves stand for at one place of a step, and the auxiliaries and blocks built so far. */
export interface Scope {
  readonly stock: (index: number) => number;
  readonly held: number[];
  readonly auxiliaries: Map<number, number>;
  readonly blocks: Map<number, number>;
}

/** A graph while it is built: `value` gives the node of an expression. */
export interface GraphParts {
  readonly ir: Ir;
  readonly graph: Graph;
  readonly value: (expr: IrExpr, at: Scope) => number;
}

/** A scope that reads stocks and held variables from memory; `version` 0 once held variables have changed, 1 before. */
export function scopeOf({ ir, graph }: GraphParts, version: 0 | 1): Scope {
  return {
    stock: (index) => graph.leaf("stock", index),
    held: ir.held.map((_, i) => graph.leaf("held", i, version)),
    auxiliaries: new Map(),
    blocks: new Map(),
  };
}

/** True from the step of a date on; `at` is the number of the step counted from time 0. */
function reached({ ir, graph }: GraphParts, at: number, date: number): number {
  const due = graph.binary("mul", date, graph.constant(ir.clock.stepsPerUnit));
  return graph.binary("ge", at, graph.binary("sub", due, graph.constant(SLACK)));
}

/** Starts of stocks and held variables, what samples and rules remember, lengths of rings: each from those before it. */
export function startStores(parts: GraphParts): Store[] {
  const { ir, graph, value } = parts;
  const { stepsPerUnit, steps } = ir.clock;
  const number = (x: number) => graph.constant(x);
  const stocks: number[] = [];
  const at: Scope = { ...scopeOf(parts, 1), stock: (i) => stocks[i] ?? graph.leaf("stock", i) };
  const stores: Store[] = [];
  for (const { of, index } of ir.initialOrder) {
    if (of === "aux") continue;
    const h = ir.held[index]!;
    if (of === "stock") stocks[index] = value(ir.stocks[index]!.initial, at);
    else at.held[index] = value(h.kind === "sample" ? h.input : h.initial, at);
  }
  ir.stocks.forEach((_, index) => {
    stores.push({ node: stocks[index]!, to: { kind: "stock", index } });
  });
  const starts = [...at.held];
  ir.held.forEach((h, index) => {
    if (h.kind === "delay") {
      const duration = value(h.duration, at);
      const wanted = graph.unary(
        "floor",
        graph.binary("add", graph.binary("mul", duration, number(stepsPerUnit)), number(0.5)),
      );
      const atLeast = graph.select(graph.binary("ge", wanted, number(1)), wanted, number(1));
      const length = graph.select(graph.binary("gt", wanted, number(steps)), number(steps + 1), atLeast);
      stores.push({ node: length, to: { kind: "length", index } });
      const sound = graph.binary("eq", duration, duration);
      starts[index] = graph.select(sound, starts[index]!, number(Number.NaN));
    }
    const mark =
      h.kind === "sample"
        ? graph.number(reached(parts, number(ir.clock.startIndex), value(h.at, at)))
        : number(Number.NEGATIVE_INFINITY);
    stores.push({ node: starts[index]!, to: { kind: "held", index } });
    stores.push({ node: mark, to: { kind: "mark", index } });
  });
  return stores;
}

/** Samples or rules one after the other: each reads what earlier ones have changed. */
export function heldChanges(parts: GraphParts, kind: "sample" | "rule"): Store[] {
  const { ir, graph, value } = parts;
  const number = (x: number) => graph.constant(x);
  const at = scopeOf(parts, 1);
  const now = graph.leaf("index");
  const stores: Store[] = [];
  ir.held.forEach((h, index) => {
    if (h.kind !== kind) return;
    const old = at.held[index]!;
    const mark = graph.leaf("mark", index);
    let next: readonly [number, number];
    if (h.kind === "sample") {
      const settled = graph.truth(mark);
      const settles = graph.number(reached(parts, now, value(h.at, at)));
      next = [graph.select(settled, old, value(h.input, at)), graph.select(settled, mark, settles)];
    } else if (h.kind === "rule") {
      const step = graph.leaf("step");
      const on = reached(parts, now, value(h.from, at));
      const off = graph.truth(value(h.until, at));
      const every = graph.binary("mul", value(h.every, at), number(ir.clock.stepsPerUnit));
      const since = graph.binary("sub", step, mark);
      const rested = graph.binary("ge", since, graph.binary("sub", every, number(SLACK)));
      const raises = graph.logic("and", graph.truth(value(h.when, at)), rested);
      const raised = graph.binary("add", old, value(h.by, at));
      const limited = graph.binary("min", raised, value(h.upTo, at));
      const changed = graph.select(off, value(h.initial, at), graph.select(raises, limited, old));
      const marked = graph.select(off, mark, graph.select(raises, step, mark));
      next = [graph.select(on, changed, old), graph.select(on, marked, mark)];
    } else return;
    at.held[index] = next[0];
    at.auxiliaries.clear();
    at.blocks.clear();
    stores.push({ node: next[0], to: { kind: "held", index } });
    stores.push({ node: next[1], to: { kind: "mark", index } });
  });
  return stores;
}
