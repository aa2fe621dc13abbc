import { EXP_BITS, EXP_COLUMNS, EXP_ROWS, LOG_COLUMNS, LOG_ROWS } from "./constants.ts";
import { TABLES } from "./tables.ts";

/** Index of the logarithm table in `KERNEL_TABLES`. */
export const LOG_TABLE: number = EXP_ROWS * EXP_COLUMNS;

/**
 * The tables as WebAssembly and C read them, row by row: the exponential table, then the logarithm table. Row i of the
 * former holds the tail and the bits of 2^(i / EXP_ROWS) less i << (52 - EXP_BITS), so that adding w << (52 - EXP_BITS) gives
 * 2^(w / EXP_ROWS). It must stand at an address that is a multiple of 16.
 */
export const KERNEL_TABLES: Float64Array = (() => {
  const image = new Float64Array(EXP_ROWS * EXP_COLUMNS + LOG_ROWS * LOG_COLUMNS);
  const bits = new BigInt64Array(image.buffer);
  TABLES.exp.forEach((row, i) => {
    image.set(row, i * EXP_COLUMNS);
    bits[i * EXP_COLUMNS + 1]! -= BigInt(i) << BigInt(52 - EXP_BITS);
  });
  TABLES.log.forEach((row, i) => {
    image.set(row, LOG_TABLE + i * LOG_COLUMNS);
  });
  return image;
})();
