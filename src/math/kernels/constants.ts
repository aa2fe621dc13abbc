/** Rows of the logarithm table: parts of LOG_ORIGIN <= z < 2 LOG_ORIGIN, each 1 / LOG_ROWS of the origin's binade wide. */
export const LOG_BITS = 7;
export const LOG_ROWS = 128;
/** Doubles in a row of the logarithm table: -1/c, high and low part of ln c, one of padding. */
export const LOG_COLUMNS = 4;
/** Rows of the exponential table: 2^(i / EXP_ROWS). */
export const EXP_BITS = 7;
export const EXP_ROWS = 128;
/** Doubles in a row of the exponential table: what 2^(i / EXP_ROWS) lacks as double, relative to it, and that double. */
export const EXP_COLUMNS = 2;
/**
 * High word of LOG_ORIGIN = 1 - (75 + 1/3) / 256, about 0.7057: 1 lies a third into its part of the table, so that 1/c = 1 serves
 * two parts that reach equally far to both sides of 1. The low word is 0.
 */
export const LOG_ORIGIN_HIGH = 0x3fe69555;
/** Adding it and taking it away rounds to a whole number, which then stands in the low bits of the sum. */
export const WHOLE = 6755399441055744;
/** Adding it and taking it away rounds to a multiple of 2^-20. */
export const COARSE = 6442450944;
export const MIN_NORMAL = 2.2250738585072014e-308;
