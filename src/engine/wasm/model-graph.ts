import { cell } from "../../math/cell.ts";
import type { Ir, IrExpr, IrSlice } from "../../model/ir.ts";
import { auxRead, elements, slices } from "../../model/ir-walk.ts";
import { tableKernel } from "../tables.ts";
import { findVariable } from "../variables.ts";
import { Graph } from "./graph.ts";
import { type GraphParts, heldChanges, type Scope, scopeOf, startStores } from "./held-graph.ts";

/** Sums of so many terms are written out; longer ones loop over rows of memory. */
const WRITTEN_OUT = 24;

/** Where a value of the model goes: a row of memory with one number for every lane. */
export interface Row {
  readonly kind: "stock" | "derivative" | "held" | "mark" | "length" | "input" | "output";
  readonly index: number;
}

export interface Store {
  readonly node: number;
  readonly to: Row;
}

/** Numbers that a sum runs over: element i stands at first + i * stride of fixed numbers or of rows of lanes. */
export type SumOperand =
  | { readonly kind: "values"; readonly vector: number; readonly first: number; readonly stride: number }
  | {
      readonly kind: "stock" | "param" | "held" | "block";
      /** Of a block: its number. */
      readonly block: number;
      readonly first: number;
      readonly stride: number;
    };

export interface Sum {
  readonly count: number;
  readonly of: SumOperand;
  readonly times?: SumOperand;
}

/**
 * The values of a pruned model and where they go. `start`: starts of stocks and held variables. `samples`, `rules`:
 * held variables and what they remember, after a change. `push`: inputs of delays. `blocks`: lengths of the arrays
 * that sums loop over; `placed`: the row of a block that a node is computed into.
 */
export interface ModelGraph {
  readonly ir: Ir;
  readonly graph: Graph;
  readonly start: readonly Store[];
  readonly samples: readonly Store[];
  readonly rules: readonly Store[];
  readonly stage: readonly Store[];
  readonly push: readonly Store[];
  readonly report: readonly Store[];
  readonly sums: readonly Sum[];
  readonly blocks: readonly number[];
  readonly placed: ReadonlyMap<number, { readonly block: number; readonly row: number }>;
}

/** Builds the values of a pruned model for the named outputs; sums of up to `writtenOut` terms are not loops. */
export function modelGraph(ir: Ir, outputs: readonly string[], writtenOut = WRITTEN_OUT): ModelGraph {
  const graph = new Graph();
  const sums: Sum[] = [];
  const blocks: number[] = [];
  const placed = new Map<number, { block: number; row: number }>();
  const dt = 1 / ir.clock.stepsPerUnit;
  const number = (value: number) => graph.constant(value);

  /** Builds the auxiliaries that an expression needs, in the model's order, so that no call nests deeply. */
  function value(expr: IrExpr, at: Scope): number {
    const missing = new Set<number>();
    const pending = [...auxRead(expr, ir.vectors)];
    for (let i = pending.pop(); i !== undefined; i = pending.pop()) {
      if (missing.has(i) || at.auxiliaries.has(i)) continue;
      missing.add(i);
      pending.push(...auxRead(ir.auxiliaries[i]!.expr, ir.vectors));
    }
    for (const i of [...missing].sort((a, b) => a - b))
      at.auxiliaries.set(i, build(ir.auxiliaries[i]!.expr, at));
    return build(expr, at);
  }

  function condition(e: IrExpr, at: Scope): number {
    switch (e.op) {
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "eq":
      case "ne":
        return graph.binary(e.op, build(e.left, at), build(e.right, at));
      case "and":
      case "or":
        return graph.logic(e.op, condition(e.left, at), condition(e.right, at));
      case "not":
        return graph.not(condition(e.arg, at));
      default:
        return graph.truth(build(e, at));
    }
  }

  function build(e: IrExpr, at: Scope): number {
    switch (e.op) {
      case "const":
        return number(e.value);
      case "dt":
        return number(dt);
      case "param":
      case "lever":
      case "noise":
        return graph.leaf(e.op, e.index);
      case "time":
      case "steptime":
        return graph.leaf(e.op);
      case "stock":
        return at.stock(e.index);
      case "held":
        return at.held[e.index]!;
      case "aux":
        return at.auxiliaries.get(e.index)!;
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "eq":
      case "ne":
      case "and":
      case "or":
      case "not":
        return graph.number(condition(e, at));
      case "if":
        return graph.select(condition(e.condition, at), build(e.then, at), build(e.otherwise, at));
      case "lookup":
        return lookup(e.table, build(e.arg, at));
      case "pick":
        return pick(e.first, e.count, build(e.arg, at));
      case "sumproduct":
        return sum(e, at);
      case "neg":
      case "abs":
      case "sqrt":
      case "exp":
      case "ln":
      case "floor":
      case "trunc":
      case "sin":
      case "cos":
      case "tan":
      case "atan":
        return graph.unary(e.op, build(e.arg, at));
      default:
        return graph.binary(e.op, build(e.left, at), build(e.right, at));
    }
  }

  function lookup(table: number, arg: number): number {
    const node = graph.nodes[arg]!;
    if (node.op !== "const") return graph.lookup(table, arg);
    cell[0] = node.value;
    tableKernel(ir.tables[table]!)();
    return number(cell[2]!);
  }

  function pick(first: number, count: number, arg: number): number {
    const node = graph.nodes[arg]!;
    if (node.op !== "const") return graph.pick(first, count, arg);
    const i = Math.floor(node.value);
    return graph.leaf("param", first + (i > 0 ? (i < count ? i : count - 1) : 0));
  }

  function sum(e: Extract<IrExpr, { op: "sumproduct" }>, at: Scope): number {
    const terms = slices(e).map((slice) =>
      elements(ir.vectors![slice.vector]!, slice, e.count).map((x) => build(x, at)),
    );
    const [of, times] = terms as [number[], number[] | undefined];
    const fixed = terms.flat().every((id) => graph.nodes[id]!.op === "const");
    if (fixed || e.count <= writtenOut) {
      const products = times ? of.map((x, i) => graph.binary("mul", x, times[i]!)) : of;
      return products.reduce((total, x) => graph.binary("add", total, x));
    }
    const args: number[] = [];
    const first = operand(e.of, of, at, args);
    const second = e.times && operand(e.times, times!, at, args);
    sums.push(second ? { count: e.count, of: first, times: second } : { count: e.count, of: first });
    return graph.sumproduct(sums.length - 1, args);
  }

  /** Puts the elements of a slice into rows of memory; adds the nodes that must be there first to `args`. */
  function operand(slice: IrSlice, members: readonly number[], at: Scope, args: number[]): SumOperand {
    const vector = ir.vectors![slice.vector]!;
    const { first, stride } = slice;
    if ("values" in vector) return { kind: "values", vector: slice.vector, first, stride };
    const nodes = members.map((id) => graph.nodes[id]!);
    const { op, value: start } = nodes[0]!;
    const step = nodes[1]!.value - start;
    if (op === "stock" || op === "param" || op === "held") {
      if (nodes.every((node, i) => node.op === op && node.value === start + i * step)) {
        args.push(...members);
        return { kind: op, block: 0, first: start, stride: step };
      }
    }
    let block = at.blocks.get(slice.vector);
    if (block === undefined) {
      block = blocks.push(vector.members.length) - 1;
      at.blocks.set(slice.vector, block);
    }
    members.forEach((id, i) => {
      args.push(place(id, block, first + i * stride));
    });
    return { kind: "block", block, first, stride };
  }

  /** The node that fills a row of a block: the member itself if it has no row yet, or a copy of it. */
  function place(id: number, block: number, row: number): number {
    const node = graph.nodes[id]!;
    const known = placed.get(id);
    if (known?.block === block && known.row === row) return id;
    const computed = node.args.length > 0 && !node.uniform && !node.mask && known === undefined;
    const target = computed ? id : graph.copy(id, `${block}/${row}`);
    placed.set(target, { block, row });
    return target;
  }

  const parts: GraphParts = { ir, graph, value };
  const main = scopeOf(parts, 0);
  const stage = ir.stocks.map(
    (s, index): Store => ({ node: value(s.derivative, main), to: { kind: "derivative", index } }),
  );
  const push = ir.held.flatMap((h, index): Store[] =>
    h.kind === "delay" ? [{ node: value(h.input, main), to: { kind: "input", index } }] : [],
  );
  const report = outputs.map((name, index): Store => {
    const { of, index: i } = findVariable(ir, name);
    return { node: value({ op: of, index: i }, main), to: { kind: "output", index } };
  });
  return {
    ir,
    graph,
    start: startStores(parts),
    samples: heldChanges(parts, "sample"),
    rules: heldChanges(parts, "rule"),
    stage,
    push,
    report,
    sums,
    blocks,
    placed,
  };
}
