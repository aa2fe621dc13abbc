import { double, HIGH, word } from "./bits.ts";
import { cell } from "./cell.ts";
import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;
const bits = double;
const halves = word;
const high32 = HIGH;
// Method and coefficients: fdlibm e_log.c (Sun Microsystems, 1993; freely distributable).
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO54 = 18014398509481984;
const MIN_NORMAL = 2.2250738585072014e-308;
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** cell[2] = natural logarithm of cell[0]; see `ln`. */
export function lnCell(): void {
  let x = io[0]!;
  let k = 0;
  if (!(x >= MIN_NORMAL)) {
    if (!(x > 0)) {
      io[2] = x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
      return;
    }
    k = -54;
    x *= TWO54;
  } else if (x === Number.POSITIVE_INFINITY) {
    io[2] = x;
    return;
  }
  // x = 2^k (1 + f) with sqrt(2)/2 < 1 + f < sqrt(2)
  bits[0] = x;
  const high = halves[high32]!;
  const hx = high & 0x000fffff;
  const down = (high >> 20) - 1023 + ((hx + 0x95f64) >> 20);
  k += down;
  const f = x * powers[-down - lowest]! - 1;
  if ((0x000fffff & (2 + hx)) < 3) {
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    io[2] = k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
    return;
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (L2 + w * (L4 + w * L6));
  const t2 = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const r = t2 + t1;
  if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
    const half = 0.5 * f * f;
    io[2] =
      k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  } else {
    io[2] = k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
  }
}

/** Natural logarithm, error below 1 ulp. ln(0) = -Infinity; a negative number or NaN gives NaN. */
export function ln(x: number): number {
  io[0] = x;
  lnCell();
  return io[2]!;
}
