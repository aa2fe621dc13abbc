import { LocalPool } from "../../math/kernels/print-wasm.ts";
import { Code, TYPE } from "../../wasm/code.ts";
import type { Node } from "./graph.ts";
import type { Place } from "./group-places.ts";
import { type Group, isSums } from "./groups.ts";
import type { KernelWriter } from "./kernel-writer.ts";
import type { GroupedPhase, Plan } from "./memory-plan.ts";
import { placeOf, rowOf } from "./place-of.ts";
import { addFiniteness, pushUpdated, type Update, writeSuspicion } from "./write-integrator.ts";
import { writeLookup, writePick } from "./write-lookup.ts";
import { writeSums } from "./write-sum.ts";

/** Operations of one instruction. */
const SIMPLE = {
  neg: "f64x2Neg",
  abs: "f64x2Abs",
  sqrt: "f64x2Sqrt",
  floor: "f64x2Floor",
  trunc: "f64x2Trunc",
  add: "f64x2Add",
  sub: "f64x2Sub",
  mul: "f64x2Mul",
  div: "f64x2Div",
  min: "f64x2Pmin",
  max: "f64x2Pmax",
  lt: "f64x2Lt",
  le: "f64x2Le",
  gt: "f64x2Gt",
  ge: "f64x2Ge",
  eq: "f64x2Eq",
  ne: "f64x2Ne",
  and: "and",
  or: "or",
  not: "not",
} as const;

/**
 * The code of one group while it is written. Its function takes the bytes of lanes to go through and a base address:
 * of the stocks in a stage, of a block of outputs in a report. `vectors` pairs of lanes go side by side, operation
 * by operation, so that neighbouring instructions do not wait for each other.
 */
export class GroupWriter {
  readonly code = new Code([TYPE.i32, TYPE.i32]);
  readonly plan: Plan;
  readonly vectors: number;
  readonly kernels: KernelWriter;
  readonly update: Update | undefined;
  /** Locals: byte offset of the lanes at hand, and the base address + it. */
  readonly lane: number;
  readonly based: number;
  readonly #phase: GroupedPhase;
  readonly #values = new Map<number, readonly number[]>();
  readonly #uses = new Map<number, number>();
  readonly pool: LocalPool;

  /** With an `update` derivatives go straight into the stocks, at the end of each pass. */
  constructor(plan: Plan, phase: GroupedPhase, vectors: number, kernels: KernelWriter, update?: Update) {
    this.plan = plan;
    this.#phase = phase;
    this.update = update;
    this.vectors = vectors;
    this.kernels = kernels;
    this.pool = new LocalPool(this.code);
    this.lane = this.code.local(TYPE.i32);
    this.based = this.code.local(TYPE.i32);
  }

  node(id: number): Node {
    return this.plan.model.graph.nodes[id]!;
  }

  /** Writes the whole group; one pass where it is the same for all lanes, else a loop over them. */
  write(group: Group, uniform: boolean): Code {
    if (isSums(this.plan.model.graph, group)) return writeSums(this.plan, this.#phase, group);
    const { code } = this;
    for (const id of group.nodes) for (const arg of this.node(id).args) this.#count(arg);
    for (const store of group.stores) this.#count(store.node);
    if (!uniform) {
      code.open("loop");
      code.get(1).get(this.lane).op("i32Add").set(this.based);
    }
    for (const id of group.nodes) this.#writeNode(this.node(id));
    const total = this.update ? this.#writeUpdates(group, this.update) : this.#writeStores(group);
    if (!uniform) {
      code
        .get(this.lane)
        .i32(16 * this.vectors)
        .op("i32Add")
        .tee(this.lane);
      code.get(0).op("i32LtU").branch("brIf", 0).op("end");
    }
    if (total !== undefined) writeSuspicion(code, this.plan.memory, total);
    return code;
  }

  /** Stores rows; gives the local that tells whether all outputs among them are finite. */
  #writeStores({ stores }: Group): number | undefined {
    const { code } = this;
    const reports = stores.some(({ to }) => to.kind === "output");
    const total = reports ? code.local(TYPE.v128) : undefined;
    for (const { node, to } of stores) {
      const target = rowOf(this.plan.memory, to);
      if (reports) this.inLocals(node);
      else this.#prepare(node);
      for (let v = 0; v < this.vectors; v++) {
        this.address(target);
        this.push(node, v);
        code.vector("store", target.at + 16 * v);
        if (total === undefined) continue;
        code.get(total);
        this.push(node, v);
        code.f64x2(0).simd("f64x2Mul").simd("f64x2Add").set(total);
      }
      this.#used(node);
    }
    return total;
  }

  /** Moves the stocks by their derivatives, which are all read first; gives the local that tells whether all is finite. */
  #writeUpdates({ stores }: Group, update: Update): number | undefined {
    const { code } = this;
    const { memory } = this.plan;
    const total = update.target === "trial" ? undefined : code.local(TYPE.v128);
    for (const { node } of stores) if (this.node(node).op !== "const") this.inLocals(node);
    const next = this.take();
    for (const { node, to } of stores)
      for (let v = 0; v < this.vectors; v++) {
        const row = to.index * memory.stride + 16 * v;
        const address = () => code.get(this.lane);
        pushUpdated(code, memory, update, { address, row, slope: () => this.push(node, v) });
        code.set(next).get(this.lane).get(next);
        code.vector("store", (update.target === "trial" ? memory.trial : memory.stocks) + row);
        if (total !== undefined) addFiniteness(code, total, next);
      }
    return total;
  }

  #count(id: number): void {
    this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1);
  }

  /** A local of two lanes, perhaps one that held another value. */
  take(): number {
    return this.pool.take(TYPE.v128);
  }

  give(locals: readonly number[]): void {
    for (const local of locals) this.pool.give(TYPE.v128, local);
  }

  /** Pushes what `at` of a place is counted from. */
  address(place: Place): void {
    if (place.space === "lane") this.code.get(this.lane);
    else if (place.space === "based") this.code.get(this.based);
    else this.code.i32(0);
  }

  #load(place: Place, v: number): void {
    this.address(place);
    this.code.vector("load", place.at + (place.space === "uniform" ? 0 : 16 * v));
  }

  /** Pushes a value of vector `v`. */
  push(id: number, v: number): void {
    const node = this.node(id);
    const locals = this.#values.get(id);
    if (locals) this.code.get(locals[v] ?? locals[0]!);
    else if (node.op === "const") this.code.f64x2(node.value);
    else if (node.op === "always") this.code.i64x2(node.value === 1 ? -1n : 0n);
    else this.#load(placeOf(this.plan, this.#phase, id), v);
  }

  /** Loads a value that stands in memory and is read more than once. */
  #prepare(id: number): void {
    const node = this.node(id);
    if (this.#values.has(id) || node.op === "const" || node.op === "always") return;
    if (this.#uses.get(id)! > 1 || (node.uniform && this.vectors > 1)) this.inLocals(id);
  }

  /** The value in locals, one for each vector or one for all. */
  inLocals(id: number): readonly number[] {
    const known = this.#values.get(id);
    if (known) return known;
    const count = this.node(id).uniform ? 1 : this.vectors;
    const locals = Array.from({ length: count }, () => this.take());
    locals.forEach((local, v) => {
      this.push(id, v);
      this.code.set(local);
    });
    this.#values.set(id, locals);
    return locals;
  }

  #used(id: number): void {
    const left = this.#uses.get(id)! - 1;
    this.#uses.set(id, left);
    const locals = this.#values.get(id);
    if (left > 0 || locals === undefined) return;
    this.#values.delete(id);
    this.give(locals);
  }

  #writeNode(node: Node): void {
    const { code, vectors } = this;
    const { id, op, args } = node;
    for (const arg of args) this.#prepare(arg);
    const kernel = this.kernels.write(this, op, args);
    const target = kernel ?? Array.from({ length: vectors }, () => this.take());
    const each = (write: (v: number) => void) => {
      for (let v = 0; v < vectors; v++) {
        write(v);
        code.set(target[v]!);
      }
    };
    const pushAll = (v: number) => {
      for (const arg of args) this.push(arg, v);
    };
    switch (op) {
      case "copy":
        each(pushAll);
        break;
      case "number":
        each((v) => {
          pushAll(v);
          code.f64x2(1).simd("and");
        });
        break;
      case "truth":
        each((v) => {
          pushAll(v);
          code.f64x2(0).simd("f64x2Ne");
        });
        break;
      case "select":
        each((v) => {
          this.push(args[1]!, v);
          this.push(args[2]!, v);
          this.push(args[0]!, v);
          code.simd("bitselect");
        });
        break;
      case "lookup":
        writeLookup(this, node, target);
        break;
      case "pick":
        writePick(this, node, target);
        break;
      default: {
        if (kernel) break;
        const instruction = SIMPLE[op as keyof typeof SIMPLE];
        each((v) => {
          pushAll(v);
          code.simd(instruction);
        });
      }
    }
    for (const arg of args) this.#used(arg);
    this.#values.set(id, target);
    const place = this.#phase.places.get(id);
    if (place)
      for (let v = 0; v < vectors; v++) {
        this.address(place);
        code.get(target[v]!).vector("store", place.at + 16 * v);
      }
    if (!this.#uses.has(id)) {
      this.#values.delete(id);
      this.give(target);
    }
  }
}
