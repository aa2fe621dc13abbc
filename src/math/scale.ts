import { double, HIGH, LOW, word } from "./bits.ts";

/** 2^k for whole k in -1022..1023, exactly. */
export function powerOfTwo(k: number): number {
  word[HIGH] = (1023 + k) << 20;
  word[LOW] = 0;
  return double[0]!;
}

/**
 * x * 2^k for any whole k, rounded once: large steps are split so that no intermediate value
 * overflows or loses bits before the last multiplication.
 */
export function scale(x: number, k: number): number {
  if (k > 1023) {
    x *= HUGE_STEP;
    k -= 1023;
    if (k > 1023) {
      x *= HUGE_STEP;
      k = k - 1023 > 1023 ? 1023 : k - 1023;
    }
  } else if (k < -1022) {
    x *= TINY_STEP;
    k += 969;
    if (k < -1022) {
      x *= TINY_STEP;
      k = k + 969 < -1022 ? -1022 : k + 969;
    }
  }
  return x * powerOfTwo(k);
}

/** 2^1023, the largest power of two. */
const HUGE_STEP = 8.98846567431158e307;
/** 2^-969 = 2^-1022 * 2^53: leaves room so that only the last product rounds into the subnormals. */
const TINY_STEP = 2.004168360008973e-292;
