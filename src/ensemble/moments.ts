import { type ExactSums, SQUARE_EXPONENT, SQUARE_LIMBS, SUM_EXPONENT, SUM_LIMBS } from "./exact-sums.ts";

export interface Moments {
  /** The exact mean, rounded once. NaN without numbers. */
  readonly mean: number;
  /** The exact variance of a sample (n - 1), rounded once. NaN with fewer than two numbers. */
  readonly variance: number;
}

/** Mean and variance of the `count` numbers of a cell from their exact, carried sums. */
export function momentsOf(sums: ExactSums, cell: number, count: number): Moments {
  if (count === 0) return { mean: Number.NaN, variance: Number.NaN };
  const n = BigInt(count);
  const sum = wholeNumber(sums.sums, cell * SUM_LIMBS, SUM_LIMBS);
  const mean = roundedRatio(sum, n, SUM_EXPONENT);
  if (count === 1) return { mean, variance: Number.NaN };
  const squares = wholeNumber(sums.squares, cell * SQUARE_LIMBS, SQUARE_LIMBS);
  const apart = BigInt(2 * SUM_EXPONENT - SQUARE_EXPONENT);
  const spread = n * squares - ((sum * sum) << apart);
  return { mean, variance: roundedRatio(spread, n * (n - 1n), SQUARE_EXPONENT) };
}

/** Limbs as one whole number. */
function wholeNumber(limbs: Float64Array, base: number, width: number): bigint {
  let value = 0n;
  for (let i = base + width - 1; i >= base; i--) value = (value << 32n) + BigInt(limbs[i]!);
  return value;
}

/**
 * The double nearest to (top / bottom) 2^exponent, ties to even; `bottom` is positive. Results below the smallest normal
 * double are rounded a second time.
 */
export function roundedRatio(top: bigint, bottom: bigint, exponent: number): number {
  if (top === 0n) return 0;
  const size = top < 0n ? -top : top;
  // A quotient of at least 64 bits, its last one standing for all that is cut off.
  const shift = 66 - bitLength(size) + bitLength(bottom);
  const scaled = shift >= 0 ? size << BigInt(shift) : size;
  const divisor = shift >= 0 ? bottom : bottom << BigInt(-shift);
  let quotient = scaled / divisor;
  if (quotient * divisor !== scaled) quotient |= 1n;
  // `Number` of a whole number rounds to the nearest double, ties to even.
  const value = timesPowerOf2(Number(quotient), exponent - shift);
  return top < 0n ? -value : value;
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

/** x 2^k in steps that stay exact as long as the result does. */
function timesPowerOf2(x: number, k: number): number {
  let value = x;
  let left = k;
  for (; left > 1000; left -= 1000) value *= TWO1000;
  for (; left < -1000; left += 1000) value /= TWO1000;
  let factor = 1;
  const down = left < 0;
  for (let i = 0; i < (down ? -left : left); i++) factor *= 2;
  return down ? value / factor : value * factor;
}

const TWO1000 = 1.0715086071862673e301;
