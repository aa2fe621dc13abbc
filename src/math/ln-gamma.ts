import { ln } from "./ln.ts";

const HALF_LN_TWO_PI = 0.9189385332046728;

/**
 * Logarithm of the gamma function for x > 0: Stirling's series from 12 on, below it by the recurrence.
 * Absolute error about 1e-15 times the larger of 1 and the result.
 */
export function lnGamma(x: number): number {
  let product = 1;
  let z = x;
  while (z < 12) {
    product *= z;
    z += 1;
  }
  const r = 1 / (z * z);
  const series =
    (1 / 12 -
      r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))))))) /
    z;
  return (z - 0.5) * ln(z) - z + HALF_LN_TWO_PI + series - ln(product);
}
