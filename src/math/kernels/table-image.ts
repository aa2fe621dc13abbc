import { EXP_BITS, EXP_COLUMNS, EXP_ROWS, LOG_COLUMNS, LOG_ORIGIN_HIGH, LOG_ROWS } from "./constants.ts";
import { needed } from "./graph.ts";
import { KERNELS } from "./kernels.ts";
import { TABLES } from "./tables.ts";

const fromBits = (bits: bigint): number =>
  new Float64Array(BigUint64Array.of(BigInt.asUintN(64, bits)).buffer)[0]!;

/** Constants of the operations on bits, as doubles with these bits (none is a NaN). */
export const BIT_CONSTANTS = {
  /** -Infinity: sign and exponent, a mask that clears the fraction. */
  exponentBits: fromBits(0xfff0000000000000n),
  /** What `highPart` clears. */
  lowPartBits: fromBits(0x7ffffffn),
  /** Moves the bits of a positive double so that the top 12 are the exponent k + 2048. */
  exponentShift: fromBits((0x80000000n - BigInt(LOG_ORIGIN_HIGH)) << 32n),
  /** 2^52 as bits to put a small whole number into, and what the double is too large by. */
  smallWhole: 4503599627370496,
  smallWholeExcess: 4503599627370496 + 2048,
} as const;

/** The constants of all kernels, each once. */
const CONSTANTS: readonly number[] = (() => {
  const found = new Set<number>(Object.values(BIT_CONSTANTS));
  for (const { ordinary, core, full } of Object.values(KERNELS))
    for (const node of needed([...ordinary, ...core, ...full]))
      if (node.op === "const") found.add(node.value);
  return [...found];
})();
const PLACE = new Map(CONSTANTS.map((value, i) => [value, i]));

/** Index of the logarithm table in `KERNEL_TABLES`. */
export const LOG_TABLE: number = EXP_ROWS * EXP_COLUMNS;
const CONSTANT_TABLE = LOG_TABLE + LOG_ROWS * LOG_COLUMNS;

/** Index in `KERNEL_TABLES` of two lanes with a constant of the kernels. */
export function constantAt(value: number): number {
  const place = PLACE.get(value);
  if (place === undefined) throw new Error(`${value} is no constant of a kernel`);
  return CONSTANT_TABLE + 2 * place;
}

/**
 * What kernels in WebAssembly read: the exponential table, the logarithm table, both row by row, and the constants, each for two
 * lanes. Row i of the exponential table holds the tail and the bits of 2^(i / EXP_ROWS) less i << (52 - EXP_BITS), so that adding
 * w << (52 - EXP_BITS) gives 2^(w / EXP_ROWS). It must stand at an address that is a multiple of 16.
 */
export const KERNEL_TABLES: Float64Array = (() => {
  const image = new Float64Array(CONSTANT_TABLE + 2 * CONSTANTS.length);
  const bits = new BigInt64Array(image.buffer);
  TABLES.exp.forEach((row, i) => {
    image.set(row, i * EXP_COLUMNS);
    bits[i * EXP_COLUMNS + 1]! -= BigInt(i) << BigInt(52 - EXP_BITS);
  });
  TABLES.log.forEach((row, i) => {
    image.set(row, LOG_TABLE + i * LOG_COLUMNS);
  });
  CONSTANTS.forEach((value, i) => {
    image.set([value, value], CONSTANT_TABLE + 2 * i);
  });
  return image;
})();
