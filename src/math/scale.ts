/** Smallest k for which 2^k is a double. */
export const LOWEST_POWER = -1074;

/** 2^k for whole k in -1074..1023 stands at index k + 1074: a load instead of the assembly of bits. */
export const POWERS_OF_TWO: Float64Array = (() => {
  const powers = new Float64Array(1024 - LOWEST_POWER);
  powers[-LOWEST_POWER] = 1;
  for (let k = 1; k <= 1023; k++) powers[k - LOWEST_POWER] = powers[k - 1 - LOWEST_POWER]! * 2;
  for (let k = -1; k >= LOWEST_POWER; k--) powers[k - LOWEST_POWER] = powers[k + 1 - LOWEST_POWER]! / 2;
  return powers;
})();

/** 2^k for whole k in -1074..1023, exactly. */
function powerOfTwo(k: number): number {
  return POWERS_OF_TWO[k - LOWEST_POWER]!;
}

/**
 * x * 2^k for any whole k, rounded once: large steps are split so that no intermediate value
 * overflows or loses bits before the last multiplication.
 */
export function scale(x: number, k: number): number {
  if (k > 1023) {
    x *= powerOfTwo(1023);
    k -= 1023;
    if (k > 1023) {
      x *= powerOfTwo(1023);
      k = k - 1023 > 1023 ? 1023 : k - 1023;
    }
  } else if (k < -1022) {
    // 2^-969 = 2^-1022 * 2^53 leaves room so that only the last product rounds into the subnormals.
    x *= powerOfTwo(-969);
    k += 969;
    if (k < -1022) {
      x *= powerOfTwo(-969);
      k = k + 969 < -1022 ? -1022 : k + 969;
    }
  }
  return x * powerOfTwo(k);
}
