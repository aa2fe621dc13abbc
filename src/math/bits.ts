/**
 * Bit access to doubles through typed-array views: `word[HIGH]` and `word[LOW]` are the two halves of
 * `double[0]`, on machines of either byte order.
 */
export const double = new Float64Array(1);
export const word = new Int32Array(double.buffer);

double[0] = 1;
/** Index of the half with sign, exponent and the top 20 bits of the fraction. */
export const HIGH: number = word[1] === 0x3ff00000 ? 1 : 0;
/** Index of the half with the low 32 bits of the fraction. */
export const LOW: number = 1 - HIGH;

/** The double made of two 32-bit halves. */
export function fromWords(high: number, low: number): number {
  word[HIGH] = high;
  word[LOW] = low;
  return double[0]!;
}
