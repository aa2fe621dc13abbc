import { TABLES } from "./tables.ts";

// The tables as generated TypeScript reads them: a column is an array of its own.
const column = (rows: readonly (readonly number[])[], at: number) =>
  Float64Array.from(rows, (row) => row[at]!);

/** Columns of the logarithm table: -1/c, high and low part of ln c. */
export const LOG_COLUMN = [0, 1, 2].map((at) => column(TABLES.log, at)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];
/** Columns of the exponential table: the tail and the value of 2^(i / EXP_ROWS). */
export const EXP_COLUMN = [0, 1].map((at) => column(TABLES.exp, at)) as [Float64Array, Float64Array];

/** What the last bit of a double's fraction is worth, by its 11 bits of exponent. */
export const LAST_BITS: Float64Array = (() => {
  const units = new Float64Array(2048);
  let unit = 5e-324;
  for (let exponent = 1; exponent < 2048; exponent++) {
    units[exponent] = unit;
    unit *= 2;
  }
  units[0] = 5e-324;
  return units;
})();
