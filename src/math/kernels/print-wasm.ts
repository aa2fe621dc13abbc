import { Code, TYPE, type ValueType } from "../../wasm/code.ts";
import type { SIMD } from "../../wasm/opcodes.ts";
import { EXP_BITS, EXP_ROWS, LOG_BITS, LOG_ORIGIN_HIGH, LOG_ROWS } from "./constants.ts";
import { type Kernel, type Node, needed } from "./graph.ts";
import { LOG_TABLE } from "./table-image.ts";

/**
 * Kernels as WebAssembly SIMD, two lanes a vector:
 * - put `KERNEL_TABLES` into memory at `tablesAt` (a multiple of 16),
 * - add `fullFunction(kernel, tablesAt)` to the module, once per kernel,
 * - write calls in line with `emitKernel`, one or two (or more) vectors interleaved.
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

const EXPONENT_BITS = 0xfff0000000000000n;
const HIGH_PART_BITS = ~0x7ffffffn;
/** Moves the bits of a positive double so that the top 12 are the exponent k + 2048. */
const EXPONENT_SHIFT = (0x80000000n - BigInt(LOG_ORIGIN_HIGH)) << 32n;
/** 2^52 as bits to put a small whole number into, and what the double is too large by. */
const SMALL_WHOLE = 0x4330000000000000n;
const SMALL_WHOLE_EXCESS = 4503599627370496 + 2048;
const LOW_LANES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const HIGH_LANES = LOW_LANES.map((byte) => byte + 8);

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

  constructor(code: Code, pool: LocalPool, tablesAt: number) {
    this.#code = code;
    this.#pool = pool;
    this.#tablesAt = tablesAt;
  }

  /** Writes the nodes in order, each for every vector in turn; locals of `kept` stay taken. */
  write(outputs: readonly Node[], vectors: readonly Vector[]): void {
    const nodes = needed(outputs).filter((node) => !ALIASES.has(node.op));
    const keep = new Set(outputs);
    const last = new Map<Node, Node>();
    for (const node of nodes)
      for (const arg of node.args) last.set(arg.op === "whole" ? arg.args[0]! : arg, node);
    for (const node of nodes) {
      for (const vector of vectors) this.#node(node, vector);
      for (const [arg, reader] of last) {
        if (reader !== node || keep.has(arg) || ALIASES.has(arg.op)) continue;
        for (const vector of vectors) this.#free(arg, vector);
      }
    }
  }

  #free(node: Node, vector: Vector): void {
    if (node.kind !== "row") {
      this.#pool.give(TYPE.v128, vector.get(node));
      return;
    }
    for (const lane of [0, 1]) this.#pool.give(TYPE.i32, vector.get(`${node.id} row ${lane}`));
    for (const pair of [0, 1])
      for (const lane of [0, 1]) {
        const key = `${node.id} pair ${pair} ${lane}`;
        if (vector.has(key)) this.#pool.give(TYPE.v128, vector.get(key));
      }
  }

  /** Puts a value onto the stack. */
  push(node: Node, vector: Vector): Code {
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
      case "fraction":
        this.push(a, vector).i64x2(EXPONENT_BITS).simd("and");
        this.push(a, vector).simd("f64x2Ne");
        return;
      case "highPart":
        this.push(a, vector).i64x2(HIGH_PART_BITS).simd("and");
        return;
      case "exponent":
        this.push(a, vector).i64x2(EXPONENT_SHIFT).simd("i64x2Add");
        return;
      case "exponentNumber":
        this.push(a, vector).i32(52).simd("i64x2ShrU").i64x2(SMALL_WHOLE).simd("or");
        code.f64x2(SMALL_WHOLE_EXCESS).simd("f64x2Sub");
        return;
      case "mantissa":
        this.push(a, vector);
        this.push(b, vector).i64x2(EXPONENT_BITS).simd("and").simd("i64x2Sub");
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
    const [a] = node.args as [Node];
    const log = node.op === "logRow";
    code.get(vector.get(a));
    if (log) {
      code
        .i32(52 - LOG_BITS - 5)
        .simd("i64x2ShrU")
        .i64x2(BigInt((LOG_ROWS - 1) << 5))
        .simd("and");
    } else
      code
        .i32(4)
        .simd("i64x2Shl")
        .i64x2(BigInt((EXP_ROWS - 1) << 4))
        .simd("and");
    const offsets = this.#pool.take(TYPE.v128);
    code.tee(offsets).lane("i32x4ExtractLane", 0);
    this.#take(TYPE.i32, `${node.id} row 0`, vector);
    code.get(offsets).lane("i32x4ExtractLane", 2);
    this.#take(TYPE.i32, `${node.id} row 1`, vector);
    this.#pool.give(TYPE.v128, offsets);
  }

  /** Leaves number `column` of both lanes' rows on the stack; columns 0 and 1 are loaded together. */
  #gather(row: Node, column: number, vector: Vector): void {
    const code = this.#code;
    const at = this.#tablesAt + (row.op === "logRow" ? LOG_TABLE * 8 : 0);
    const [left, right] = [0, 1].map((lane) => vector.get(`${row.id} row ${lane}`)) as [number, number];
    if (column > 1) {
      code
        .get(right)
        .get(left)
        .vector("load64Zero", at + column * 8);
      code.lane64("load64Lane", at + column * 8, 1);
      return;
    }
    const key = (lane: number) => `${row.id} pair 0 ${lane}`;
    for (const [lane, address] of [left, right].entries()) {
      if (vector.has(key(lane))) continue;
      code.get(address).vector("load", at);
      this.#take(TYPE.v128, key(lane), vector);
    }
    code.get(vector.get(key(0))).get(vector.get(key(1)));
    code.bytes.byte(0xfd).unsigned(0x0d);
    for (const byte of column === 0 ? LOW_LANES : HIGH_LANES) code.bytes.byte(byte);
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
