import { double, HIGH, word } from "../math/bits.ts";

/**
 * Exact sums of doubles and of their squares, many side by side: fixed-point numbers wide enough for every finite double,
 * in limbs of 32 bits that are held as doubles so that carries wait. Adding in any order, in any parts, gives the same
 * limbs once they are carried.
 */
export interface ExactSums {
  /** Limbs of cell c start at c * SUM_LIMBS; the lowest bit of a sum is worth 2^SUM_EXPONENT. */
  readonly sums: Float64Array;
  /** The same for sums of squares, with SQUARE_LIMBS and SQUARE_EXPONENT. */
  readonly squares: Float64Array;
}

export const SUM_LIMBS = 67;
export const SUM_EXPONENT = -1074;
export const SQUARE_LIMBS = 138;
/** Squares of the smallest doubles end at 2^-2252; the rest is room for the zeros below an error term. */
export const SQUARE_EXPONENT = -2316;

const LOW = 1 - HIGH;
const TWO32 = 4294967296;
/** 2^27 + 1 splits a mantissa in two halves whose products are exact. */
const SPLIT = 134217729;
const TWO54 = 18014398509481984;

/** Numbers that may be added to a cell before its limbs are carried: two of 2^32 each a number in limbs of 2^53. */
export const UNCARRIED = 1048576;

export function createSums(cells: number): ExactSums {
  return {
    sums: new Float64Array(cells * SUM_LIMBS),
    squares: new Float64Array(cells * SQUARE_LIMBS),
  };
}

/** Adds a finite number and its square to a cell; at most UNCARRIED times between two calls of `carry`. */
export function addExactly({ sums, squares }: ExactSums, cell: number, x: number): void {
  double[0] = x;
  const high = word[HIGH]!;
  const low = word[LOW]!;
  const biased = (high >>> 20) & 0x7ff;
  if (biased === 0) {
    addSmall(sums, squares, cell, x);
    return;
  }
  const sign = high < 0 ? -1 : 1;
  addBits(sums, cell * SUM_LIMBS, biased - 1, (high & 0xfffff) | 0x100000, low, sign);
  word[HIGH] = (high & 0xfffff) | 0x3ff00000;
  addSquare(squares, cell * SQUARE_LIMBS, double[0]!, biased - 1023);
}

/** Zero, and numbers without a leading one. */
function addSmall(sums: Float64Array, squares: Float64Array, cell: number, x: number): void {
  if (x === 0) return;
  addBits(sums, cell * SUM_LIMBS, 0, word[HIGH]! & 0xfffff, word[LOW]!, x < 0 ? -1 : 1);
  double[0] = x * TWO54;
  const high = word[HIGH]!;
  const exponent = ((high >>> 20) & 0x7ff) - 1023 - 54;
  word[HIGH] = (high & 0xfffff) | 0x3ff00000;
  addSquare(squares, cell * SQUARE_LIMBS, double[0]!, exponent);
}

/** Adds (m 2^exponent)^2 for 1 <= m < 2: the rounded square and, by Dekker's product, what rounding took away. */
function addSquare(squares: Float64Array, base: number, m: number, exponent: number): void {
  const square = m * m;
  const c = SPLIT * m;
  const a = c - (c - m);
  const b = m - a;
  const rest = a * a - square + 2 * a * b + b * b;
  const place = 2 * exponent - SQUARE_EXPONENT - 1075;
  double[0] = square;
  const high = word[HIGH]!;
  addBits(squares, base, (high >>> 20) + place, (high & 0xfffff) | 0x100000, word[LOW]!, 1);
  if (rest === 0) return;
  double[0] = rest;
  const top = word[HIGH]!;
  const sign = top < 0 ? -1 : 1;
  addBits(squares, base, ((top >>> 20) & 0x7ff) + place, (top & 0xfffff) | 0x100000, word[LOW]!, sign);
}

/** Adds 53 bits (21 in `high`, 32 in `low`) whose lowest is bit `place` of the limbs at `base`. */
function addBits(
  limbs: Float64Array,
  base: number,
  place: number,
  high: number,
  low: number,
  sign: number,
): void {
  const at = base + (place >>> 5);
  const shift = place & 31;
  if (shift === 0) {
    limbs[at]! += sign * (low >>> 0);
    limbs[at + 1]! += sign * high;
    return;
  }
  const back = 32 - shift;
  limbs[at]! += sign * ((low << shift) >>> 0);
  limbs[at + 1]! += sign * (((low >>> back) | (high << shift)) >>> 0);
  limbs[at + 2]! += sign * (high >>> back);
}

/** Brings every limb but a cell's last into 0 .. 2^32 - 1: equal sums then have equal limbs. */
export function carry({ sums, squares }: ExactSums): void {
  carryLimbs(sums, SUM_LIMBS);
  carryLimbs(squares, SQUARE_LIMBS);
}

function carryLimbs(limbs: Float64Array, width: number): void {
  for (let base = 0; base < limbs.length; base += width) {
    let rest = 0;
    for (let i = base; i < base + width - 1; i++) {
      const sum = limbs[i]! + rest;
      rest = Math.floor(sum / TWO32);
      limbs[i] = sum - rest * TWO32;
    }
    limbs[base + width - 1]! += rest;
  }
}

/** Adds carried sums of as many cells to `into`, which is carried afterwards. */
export function mergeSums(into: ExactSums, from: ExactSums): void {
  carry(into);
  for (let i = 0; i < into.sums.length; i++) into.sums[i]! += from.sums[i]!;
  for (let i = 0; i < into.squares.length; i++) into.squares[i]! += from.squares[i]!;
  carry(into);
}
