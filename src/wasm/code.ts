import { BULK, OP, SIMD } from "./opcodes.ts";

/** Types of values in their binary form; `none` is the type of a block that leaves nothing. */
export const TYPE = { i32: 0x7f, f64: 0x7c, v128: 0x7b, none: 0x40 } as const;
export type ValueType = (typeof TYPE)["i32" | "f64" | "v128"];

/** Bytes that grow; numbers are written as LEB128, doubles in little-endian order. */
export class Bytes {
  #data = new Uint8Array(256);
  #view = new DataView(this.#data.buffer);
  length = 0;

  #room(extra: number): void {
    if (this.length + extra <= this.#data.length) return;
    const bigger = new Uint8Array(Math.max(this.#data.length * 2, this.length + extra));
    bigger.set(this.#data);
    this.#data = bigger;
    this.#view = new DataView(bigger.buffer);
  }

  byte(value: number): this {
    this.#room(1);
    this.#data[this.length++] = value;
    return this;
  }

  /** An unsigned number below 2^32. */
  unsigned(value: number): this {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return this.byte(rest);
  }

  /** A signed 32-bit number. */
  signed(value: number): this {
    let rest = value | 0;
    for (;;) {
      const low = rest & 0x7f;
      rest >>= 7;
      if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return this.byte(low);
      this.byte(low | 0x80);
    }
  }

  double(value: number): this {
    this.#room(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
    return this;
  }

  bits64(value: bigint): this {
    this.#room(8);
    this.#view.setBigUint64(this.length, BigInt.asUintN(64, value), true);
    this.length += 8;
    return this;
  }

  append(other: Bytes): this {
    this.#room(other.length);
    this.#data.set(other.#data.subarray(0, other.length), this.length);
    this.length += other.length;
    return this;
  }

  text(value: string): this {
    const encoded = new TextEncoder().encode(value);
    this.unsigned(encoded.length);
    for (const byte of encoded) this.byte(byte);
    return this;
  }

  /** A copy of the bytes. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#data.slice(0, this.length);
  }
}

/**
 * The body of one function while it is written: a stack machine's instructions, in order. Parameters are locals
 * 0 .. parameters.length - 1; `local` declares more.
 */
export class Code {
  readonly bytes = new Bytes();
  readonly locals: ValueType[] = [];
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];

  constructor(parameters: readonly ValueType[] = [], results: readonly ValueType[] = []) {
    this.parameters = parameters;
    this.results = results;
  }

  /** Declares a local variable; gives its number. */
  local(type: ValueType): number {
    this.locals.push(type);
    return this.parameters.length + this.locals.length - 1;
  }

  op(name: keyof typeof OP): this {
    this.bytes.byte(OP[name]);
    return this;
  }

  simd(name: keyof typeof SIMD): this {
    this.bytes.byte(0xfd).unsigned(SIMD[name]);
    return this;
  }

  get(local: number): this {
    this.op("localGet").bytes.unsigned(local);
    return this;
  }

  set(local: number): this {
    this.op("localSet").bytes.unsigned(local);
    return this;
  }

  tee(local: number): this {
    this.op("localTee").bytes.unsigned(local);
    return this;
  }

  i32(value: number): this {
    this.op("i32Const").bytes.signed(value);
    return this;
  }

  f64(value: number): this {
    this.op("f64Const").bytes.double(value);
    return this;
  }

  /** The double in both lanes. */
  f64x2(value: number): this {
    this.simd("const").bytes.double(value).double(value);
    return this;
  }

  /** The 64 bits in both lanes. */
  i64x2(bits: bigint): this {
    this.simd("const").bytes.bits64(bits).bits64(bits);
    return this;
  }

  call(fn: number): this {
    this.op("call").bytes.unsigned(fn);
    return this;
  }

  /** `block`, `loop` or `if` with a result type; closed by `op("end")`. */
  open(kind: "block" | "loop" | "if", type: number = TYPE.none): this {
    this.op(kind).bytes.byte(type);
    return this;
  }

  /** Branch out of (or back to) the block that many levels around this place. */
  branch(kind: "br" | "brIf", depth: number): this {
    this.op(kind).bytes.unsigned(depth);
    return this;
  }

  /** Scalar load or store at the address on the stack + offset. */
  access(name: "i32Load" | "f64Load" | "i32Store" | "f64Store", offset: number): this {
    this.op(name)
      .bytes.unsigned(name.startsWith("i32") ? 2 : 3)
      .unsigned(offset);
    return this;
  }

  /** 128-bit load or store at the address on the stack + offset; 16-byte aligned as a hint. */
  vector(name: "load" | "store" | "load64Splat" | "load64Zero", offset: number): this {
    this.simd(name)
      .bytes.unsigned(name.startsWith("load64") ? 3 : 4)
      .unsigned(offset);
    return this;
  }

  /** Loads or stores one 64-bit lane of the vector on the stack. */
  lane64(name: "load64Lane" | "store64Lane", offset: number, lane: 0 | 1): this {
    this.simd(name).bytes.unsigned(3).unsigned(offset).byte(lane);
    return this;
  }

  /** An instruction that names a lane. */
  lane(
    name: "f64x2ExtractLane" | "f64x2ReplaceLane" | "i64x2ExtractLane" | "i32x4ExtractLane",
    lane: number,
  ): this {
    this.simd(name).bytes.byte(lane);
    return this;
  }

  /** memory.copy: target, source and length are on the stack. */
  copyMemory(): this {
    this.bytes.byte(0xfc).unsigned(BULK.copy).byte(0).byte(0);
    return this;
  }

  /** memory.fill: target, byte and length are on the stack. */
  fillMemory(): this {
    this.bytes.byte(0xfc).unsigned(BULK.fill).byte(0);
    return this;
  }
}
