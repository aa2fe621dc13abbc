import { exp } from "./exp.ts";
import { ln } from "./ln.ts";
import { lnGamma } from "./ln-gamma.ts";

const EPSILON = 2.220446049250313e-16;
const TINY = 1e-300;

/** Continued fraction of the incomplete beta function by Lentz's method; converges fast for x < (a + 1) / (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < EPSILON) break;
  }
  return h;
}

/** A beta distribution on 0..1 with shapes a, b > 0: distribution function and quantile function. */
export interface Beta {
  readonly cdf: (x: number) => number;
  readonly quantile: (u: number) => number;
}

/** Relative accuracy about 1e-13 for shapes up to some thousands; the constants of a and b are computed once. */
export function beta(a: number, b: number): Beta {
  const lnBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const density = (x: number) => exp((a - 1) * ln(x) + (b - 1) * ln(1 - x) - lnBeta);

  function cdf(x: number): number {
    if (!(x > 0)) return x <= 0 ? 0 : Number.NaN;
    if (x >= 1) return 1;
    const front = exp(a * ln(x) + b * ln(1 - x) - lnBeta);
    return x < (a + 1) / (a + b + 2)
      ? (front * fraction(a, b, x)) / a
      : 1 - (front * fraction(b, a, 1 - x)) / b;
  }

  /** Newton's method kept inside a bracket that halves when a step would leave it. */
  function quantile(u: number): number {
    if (!(u > 0)) return u <= 0 ? 0 : Number.NaN;
    if (u >= 1) return 1;
    let low = 0;
    let high = 1;
    let x = a / (a + b);
    for (let i = 0; i < 200; i++) {
      const miss = cdf(x) - u;
      if (miss > 0) high = x;
      else low = x;
      let next = x - miss / density(x);
      if (!(next >= low && next <= high)) next = 0.5 * (low + high);
      const moved = Math.abs(next - x);
      x = next;
      if (moved <= 2 * EPSILON * x) break;
    }
    return x;
  }
  return { cdf, quantile };
}
