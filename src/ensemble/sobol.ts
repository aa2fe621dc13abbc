import { stream, toUnit } from "../base/stream.ts";
import type { Column } from "./sampler.ts";
import { SOBOL_DIRECTIONS } from "./sobol-directions.ts";

/**
 * `shift`: each column is moved by its own random digits (XOR), so that no value is 0 and the strata stay.
 * `none`: the published sequence, for comparison with other programs; its 0 (draw 0 of every parameter) becomes
 * 2^-33, the middle of the smallest stratum.
 */
export type Scramble = "none" | "shift";

/** Number of dimensions for which there are direction numbers. */
export const SOBOL_DIMENSIONS = SOBOL_DIRECTIONS.length;

/** Number of the block of a parameter's stream that holds its shift; the other samplers use lower ones. */
const SHIFT = 2000;
const TWO_MINUS_32 = 2.3283064365386963e-10;
const TWO_MINUS_33 = 1.1641532182693481e-10;

/**
 * The Sobol sequence in one dimension (0 .. SOBOL_DIMENSIONS - 1): point `i` (a whole number below 2^32) as 32
 * binary digits, an unsigned whole number. Points come in the order of Antonov and Saleev, as in other programs,
 * but each is worked out from i alone.
 */
export function sobol(dimension: number): (i: number) => number {
  const directions = directionNumbers(dimension);
  return (i) => {
    let digits = 0;
    for (let rest = (i ^ (i >>> 1)) >>> 0, bit = 0; rest !== 0; rest >>>= 1, bit++)
      if (rest & 1) digits ^= directions[bit]!;
    return digits >>> 0;
  };
}

/** The column of the parameter `name` in dimension `dimension`: no other parameter and no number of draws changes it. */
export function sobolColumn(seed: number, name: string, dimension: number, scramble: Scramble): Column {
  const at = sobol(dimension);
  if (scramble === "none") return (i) => at(i) * TWO_MINUS_32 || TWO_MINUS_33;
  const shift = new Uint32Array(2);
  stream(seed, name).bits(0, SHIFT, shift);
  return (i) => toUnit(at(i) ^ shift[0]!, shift[1]!);
}

/** Bit k of a point's number stands for direction number k: 32 binary digits, by the recurrence of Bratley and Fox. */
function directionNumbers(dimension: number): Uint32Array {
  const [polynomial = 1, ...initial] = SOBOL_DIRECTIONS[dimension]!;
  const degree = initial.length;
  const v = new Uint32Array(32);
  for (let k = 0; k < 32; k++) {
    // The first dimension is the radical inverse: it has no polynomial, and all its numbers are 1.
    if (k < degree || degree === 0) {
      v[k] = (initial[k] ?? 1) << (31 - k);
      continue;
    }
    let next = v[k - degree]! ^ (v[k - degree]! >>> degree);
    for (let j = 1; j < degree; j++) if ((polynomial >>> (degree - j)) & 1) next ^= v[k - j]!;
    v[k] = next;
  }
  return v;
}
