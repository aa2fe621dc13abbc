import { exp } from "./exp.ts";

// Coefficients of Hart's algorithm 5666 in the form of G. West, "Better approximations to cumulative normal functions",
// Wilmott Magazine (2005): absolute error about 1e-15.
const TOP = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const BOTTOM = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

function polynomial(c: readonly number[], x: number): number {
  let sum = c[0]!;
  for (let i = 1; i < c.length; i++) sum = sum * x + c[i]!;
  return sum;
}

/** The share of the standard normal distribution below `z`, absolute error about 1e-15; 0 below -38, 1 above 8.3. */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size > 38) return z > 0 ? 1 : 0;
  const density = exp((-size * size) / 2);
  let tail: number;
  if (size < 7.07106781186547) tail = (density * polynomial(TOP, size)) / polynomial(BOTTOM, size);
  else {
    const fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
    tail = density / fraction / 2.506628274631;
  }
  return z > 0 ? 1 - tail : tail;
}
