import { Code, TYPE, type ValueType } from "../../wasm/code.ts";
import type { SIMD } from "../../wasm/opcodes.ts";
import { EXP_BITS, EXP_ROWS, LOG_BITS, LOG_ROWS } from "./constants.ts";
import { type Kernel, type Node, needed } from "./graph.ts";
import { BIT_CONSTANTS, constantAt, LOG_TABLE } from "./table-image.ts";

/**
 * Kernels as WebAssembly SIMD, two lanes a vector:
 * - put `KERNEL_TABLES` (tables and constants) into memory at `tablesAt`, a multiple of 16,
 * - add `fullFunction(kernel, tablesAt)` to the module, once per kernel,
 * - write uses in line with `emitKernel`, one or two (or more) vectors interleaved; two are fastest: each constant is loaded
 *   once for both.
 *
 * Locals come from a `LocalPool`, which gives a local out again once its last reader is written.
 */
export class LocalPool {
  readonly #code: Code;
  readonly #free = new Map<ValueType, number[]>();

  constructor(code: Code) {
    this.#code = code;
  }

  take(type: ValueType): number {
    return this.#free.get(type)?.pop() ?? this.#code.local(type);
  }

  give(type: ValueType, local: number): void {
    const list = this.#free.get(type);
    if (list) list.push(local);
    else this.#free.set(type, [local]);
  }
}

type SimdOp = keyof typeof SIMD;

const DIRECT: Partial<Record<Node["op"], SimdOp>> = {
  ...{ add: "f64x2Add", sub: "f64x2Sub", mul: "f64x2Mul", div: "f64x2Div", neg: "f64x2Neg", abs: "f64x2Abs" },
  ...{ sqrt: "f64x2Sqrt", floor: "f64x2Floor", lt: "f64x2Lt", le: "f64x2Le", gt: "f64x2Gt", ge: "f64x2Ge" },
  ...{ eq: "f64x2Eq", ne: "f64x2Ne", and: "and", or: "or", xor: "xor", not: "not" },
};
const ALIASES = new Set<Node["op"]>(["input", "const", "whole"]);

/** Constants inside an operation, in the order in which it uses them. */
const INSIDE: Partial<Record<Node["op"], readonly (keyof typeof BIT_CONSTANTS)[]>> = {
  highPart: ["lowPartBits"],
  exponent: ["exponentShift"],
  exponentNumber: ["smallWhole", "smallWholeExcess"],
  mantissa: ["exponentBits"],
};

/** Values of one vector of a kernel while it is written. */
class Vector {
  readonly #at = new Map<Node | string, number>();
  readonly #inputs: readonly number[];
  constructor(inputs: readonly number[]) {
    this.#inputs = inputs;
  }
  set = (key: Node | string, local: number) => this.#at.set(key, local);
  has = (key: Node | string) => this.#at.has(key);
  drop = (key: Node | string) => this.#at.delete(key);
  get(key: Node | string): number {
    if (typeof key !== "string" && key.op === "input") return this.#inputs[key.value]!;
    if (typeof key !== "string" && key.op === "whole") return this.get(key.args[0]!);
    const local = this.#at.get(key);
    if (local === undefined) throw new Error(`no local for ${typeof key === "string" ? key : key.op}`);
    return local;
  }
}

class Writer {
  readonly #code: Code;
  readonly #pool: LocalPool;
  readonly #tablesAt: number;
  /** Locals of the constants of the operation that is being written. */
  readonly #constants = new Map<number, number>();

  constructor(code: Code, pool: LocalPool, tablesAt: number) {
    this.#code = code;
    this.#pool = pool;
    this.#tablesAt = tablesAt;
  }

  /**
   * Writes the nodes in order, each for every vector in turn; the outputs' locals stay taken. A constant is loaded once for all
   * vectors: putting it together from 64 bits costs V8 three instructions or four.
   */
  write(outputs: readonly Node[], vectors: readonly Vector[]): void {
    const nodes = needed(outputs).filter((node) => !ALIASES.has(node.op));
    const keep = new Set(outputs);
    const last = new Map<Node, Node>();
    for (const node of nodes)
      for (const arg of node.args) last.set(arg.op === "whole" ? arg.args[0]! : arg, node);
    const ends = new Map<Node, Node[]>();
    for (const [arg, reader] of last) {
      if (keep.has(arg) || ALIASES.has(arg.op)) continue;
      const list = ends.get(reader);
      if (list) list.push(arg);
      else ends.set(reader, [arg]);
    }
    for (const node of nodes) {
      const constants = node.args.flatMap((arg) => (arg.op === "const" ? [arg.value] : []));
      for (const name of INSIDE[node.op] ?? []) constants.push(BIT_CONSTANTS[name]);
      for (const value of constants) this.#load(value);
      for (const vector of vectors) this.#node(node, vector);
      for (const local of this.#constants.values()) this.#pool.give(TYPE.v128, local);
      this.#constants.clear();
      for (const arg of ends.get(node) ?? []) for (const vector of vectors) this.#free(arg, vector);
    }
  }

  /** Loads a constant into a local of its own, for the operation that is being written. */
  #load(value: number): void {
    if (this.#constants.has(value)) return;
    const local = this.#pool.take(TYPE.v128);
    this.#code
      .i32(0)
      .vector("load", this.#tablesAt + constantAt(value) * 8)
      .set(local);
    this.#constants.set(value, local);
  }

  #free(node: Node, vector: Vector): void {
    if (node.kind !== "row") {
      this.#pool.give(TYPE.v128, vector.get(node));
      return;
    }
    for (const lane of [0, 1]) this.#pool.give(TYPE.i32, vector.get(`${node.id} row ${lane}`));
  }

  /** Puts a value onto the stack. */
  push(node: Node, vector: Vector): Code {
    const constant = node.op === "const" ? this.#constants.get(node.value) : undefined;
    if (constant !== undefined) return this.#code.get(constant);
    return node.op === "const" ? this.#code.f64x2(node.value) : this.#code.get(vector.get(node));
  }

  #take(type: ValueType, key: Node | string, vector: Vector): void {
    const local = this.#pool.take(type);
    this.#code.set(local);
    vector.set(key, local);
  }

  #node(node: Node, vector: Vector): void {
    if (node.kind === "row") this.#row(node, vector);
    else {
      this.#value(node, vector);
      this.#take(TYPE.v128, node, vector);
    }
  }

  #value(node: Node, vector: Vector): void {
    const code = this.#code;
    const [a, b, c] = node.args as [Node, Node, Node];
    const inside = (i: number) => this.#constants.get(BIT_CONSTANTS[INSIDE[node.op]![i]!])!;
    const direct = DIRECT[node.op];
    if (direct) {
      for (const arg of node.args) this.push(arg, vector);
      code.simd(direct);
      return;
    }
    switch (node.op) {
      case "select":
        this.push(b, vector);
        this.push(c, vector);
        this.push(a, vector).simd("bitselect");
        return;
      case "highPart":
        this.push(a, vector).get(inside(0)).simd("andnot");
        return;
      case "exponent":
        this.push(a, vector).get(inside(0)).simd("i64x2Add");
        return;
      case "exponentNumber":
        this.push(a, vector).i32(52).simd("i64x2ShrU").get(inside(0)).simd("or");
        code.get(inside(1)).simd("f64x2Sub");
        return;
      case "mantissa":
        this.push(a, vector);
        this.push(b, vector).get(inside(0)).simd("and").simd("i64x2Sub");
        return;
      case "gather":
        this.#gather(a, node.value, vector);
        return;
      case "power":
        this.#gather(b, 1, vector);
        code
          .get(vector.get(a))
          .i32(52 - EXP_BITS)
          .simd("i64x2Shl")
          .simd("i64x2Add");
        return;
      default:
        throw new Error(`no code for ${node.op}`);
    }
  }

  /** Byte offsets of the two lanes' rows, as i32 locals. */
  #row(node: Node, vector: Vector): void {
    const code = this.#code;
    const log = node.op === "logRow";
    for (const lane of [0, 1]) {
      code.get(vector.get(node.args[0]!)).lane("i32x4ExtractLane", 2 * lane + (log ? 1 : 0));
      if (log)
        code
          .i32(20 - LOG_BITS - 5)
          .op("i32ShrU")
          .i32((LOG_ROWS - 1) << 5);
      else
        code
          .i32(4)
          .op("i32Shl")
          .i32((EXP_ROWS - 1) << 4);
      code.op("i32And");
      this.#take(TYPE.i32, `${node.id} row ${lane}`, vector);
    }
  }

  /** Leaves number `column` of both lanes' rows on the stack. */
  #gather(row: Node, column: number, vector: Vector): void {
    const at = this.#tablesAt + (row.op === "logRow" ? LOG_TABLE * 8 : 0) + column * 8;
    const [left, right] = [0, 1].map((lane) => vector.get(`${row.id} row ${lane}`)) as [number, number];
    this.#code.get(right).get(left).vector("load64Zero", at).lane64("load64Lane", at, 1);
  }
}

/** What `emitKernel` needs of its surroundings. */
export interface KernelPlace {
  readonly code: Code;
  readonly pool: LocalPool;
  /** Address of `KERNEL_TABLES`. */
  readonly tablesAt: number;
  /** Number of the kernel's `fullFunction` in the module. */
  readonly full: number;
}

/**
 * Writes a kernel in line: `args[v][i]` is the local with argument i of vector v. Gives the locals of the results, one
 * a vector, taken from the pool; the arguments keep their values. All vectors take the straight line together, or the full function
 * when a lane of theirs needs it.
 */
export function emitKernel(
  kernel: Kernel,
  place: KernelPlace,
  args: readonly (readonly number[])[],
): readonly number[] {
  const { code, pool, tablesAt, full } = place;
  const vectors = args.map((inputs) => new Vector(inputs));
  const writer = new Writer(code, pool, tablesAt);
  writer.write([...kernel.ordinary, ...kernel.core], vectors);
  const results = vectors.map((vector) => vector.get(kernel.core[0]!));
  if (kernel.ordinary.length === 0) return results;
  let first = true;
  for (const vector of vectors)
    for (const mask of kernel.ordinary) {
      writer.push(mask, vector);
      if (!first) code.simd("and");
      first = false;
      pool.give(TYPE.v128, vector.get(mask));
    }
  code.simd("i64x2Bitmask").i32(3).op("i32Ne").open("if");
  vectors.forEach((_, v) => {
    for (const local of args[v]!) code.get(local);
    code.call(full).set(results[v]!);
  });
  code.op("end");
  return results;
}

/** The function of one vector (v128 for each argument → v128) that is right for all arguments. */
export function fullFunction(kernel: Kernel, tablesAt: number): Code {
  const code = new Code(
    kernel.inputs.map(() => TYPE.v128),
    [TYPE.v128],
  );
  const vector = new Vector(kernel.inputs.map((_, i) => i));
  const writer = new Writer(code, new LocalPool(code), tablesAt);
  for (const [mask, value] of kernel.shared ?? []) {
    writer.write([mask], [vector]);
    writer.push(mask, vector).simd("i64x2Bitmask").i32(3).op("i32Eq").open("if");
    writer.write([value], [vector]);
    writer.push(value, vector).op("return").op("end");
  }
  writer.write(kernel.full, [vector]);
  writer.push(kernel.full[0]!, vector);
  return code;
}

/** The function of `vectors` vectors, arguments of the first vector first; `full` is the number of `fullFunction`. */
export function kernelFunction(kernel: Kernel, vectors: number, tablesAt: number, full: number): Code {
  const each = Array.from({ length: vectors }, (_, v) => v);
  const code = new Code(
    each.flatMap(() => kernel.inputs.map(() => TYPE.v128)),
    each.map(() => TYPE.v128),
  );
  const args = each.map((v) => kernel.inputs.map((_, i) => v * kernel.inputs.length + i));
  for (const local of emitKernel(kernel, { code, pool: new LocalPool(code), tablesAt, full }, args))
    code.get(local);
  return code;
}
