import { double, HIGH, LOW, word } from "./bits.ts";
import { cell } from "./cell.ts";
import { scale } from "./scale.ts";

// Method and coefficients: fdlibm e_pow.c (Sun Microsystems, 1993; freely distributable).
const DP_HIGH = 5.84962487220764160156e-1;
const DP_LOW = 1.35003920212974897128e-8;
const TWO53 = 9007199254740992;
const L1 = 5.99999999999994648725e-1;
const L2 = 4.28571428578550184252e-1;
const L3 = 3.33333329818377432918e-1;
const L4 = 2.72728123808534006489e-1;
const L5 = 2.30660745775561754067e-1;
const L6 = 2.06975017800338417784e-1;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;
const LG2 = 6.93147180559945286227e-1;
const LG2_HIGH = 6.93147182464599609375e-1;
const LG2_LOW = -1.90465429995776804525e-9;
const OVERFLOW_TAIL = 8.0085662595372944372e-17;
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
const INVERSE_LN2 = 1.442695040888963387;
const INVERSE_LN2_HIGH = 1.44269502162933349609;
const INVERSE_LN2_LOW = 1.92596299112661746887e-8;

/** 2 when `y` is an even whole number, 1 when odd, 0 otherwise. */
function wholeness(y: number): number {
  if (Math.floor(y) !== y) return 0;
  const half = y * 0.5;
  return Math.floor(half) === half ? 2 : 1;
}

/** Cases with an exact or conventional answer; NaN where the general path must decide is never returned. */
function special(x: number, y: number): boolean {
  const size = Math.abs(x);
  if (y === 0) cell[2] = 1;
  else if (x !== x || y !== y) cell[2] = Number.NaN;
  else if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (size === 1) cell[2] = Number.NaN;
    else cell[2] = size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  } else if (y === 1) cell[2] = x;
  else if (y === -1) cell[2] = 1 / x;
  else if (y === 2) cell[2] = x * x;
  else if (y === 0.5 && x >= 0) cell[2] = Math.sqrt(x) + 0;
  else if (size === 0 || size === Number.POSITIVE_INFINITY || size === 1) {
    const z = y < 0 ? 1 / size : size;
    if (!(x < 0 || Object.is(x, -0))) cell[2] = z;
    else {
      const whole = wholeness(y);
      cell[2] = whole === 1 ? -z : whole === 0 && size === 1 ? Number.NaN : z;
    }
  } else if (x < 0 && wholeness(y) === 0) cell[2] = Number.NaN;
  else return false;
  return true;
}

/** cell[2] = cell[0] ^ cell[1]; see `pow`. */
export function powCell(): void {
  const x = cell[0]!;
  const y = cell[1]!;
  // One test lets ordinary arguments (finite x > 0 but 1, finite y) pass to the general path.
  if (
    !(x > 0 && x < Number.POSITIVE_INFINITY) ||
    x === 1 ||
    y * 0 !== 0 ||
    y === 0 ||
    y === 1 ||
    y === -1 ||
    y === 2 ||
    y === 0.5
  ) {
    if (special(x, y)) return;
  }
  const sign = x < 0 && wholeness(y) === 1 ? -1 : 1;
  let ax = Math.abs(x);
  double[0] = ax;
  let ix = word[HIGH]!;
  let t1 = 0;
  let t2 = 0;
  const sizeOfY = Math.abs(y);
  // t1 + t2 = log2(ax)
  if (sizeOfY >= 2147483648) {
    const grows = ax > 1 === y > 0;
    if (sizeOfY >= 18446744073709551616 || ix < 0x3fefffff || ix > 0x3ff00000) {
      cell[2] = sign * (grows ? Number.POSITIVE_INFINITY : 0);
      return;
    }
    const t = ax - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * t;
    const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
    double[0] = u + v;
    word[LOW] = 0;
    t1 = double[0]!;
    t2 = v - (t1 - u);
  } else {
    let n = 0;
    if (ix < 0x00100000) {
      ax *= TWO53;
      n = -53;
      double[0] = ax;
      ix = word[HIGH]!;
    }
    n += (ix >> 20) - 1023;
    const j = ix & 0x000fffff;
    ix = j | 0x3ff00000;
    let above = false; // interval around 1.5 rather than around 1
    if (j > 0x3988e) {
      if (j < 0xbb67a) above = true;
      else {
        n += 1;
        ix -= 0x00100000;
      }
    }
    word[HIGH] = ix;
    ax = double[0]!;
    const bp = above ? 1.5 : 1;
    const u = ax - bp;
    const v = 1 / (ax + bp);
    const ss = u * v;
    double[0] = ss;
    word[LOW] = 0;
    const sHigh = double[0]!;
    word[HIGH] = ((ix >> 1) | 0x20000000) + 0x00080000 + (above ? 1 << 18 : 0);
    word[LOW] = 0;
    const rootHigh = double[0]!;
    const rootLow = ax - (rootHigh - bp);
    const sLow = v * (u - sHigh * rootHigh - sHigh * rootLow);
    const s4 = ss * ss;
    const r = s4 * s4 * (L1 + s4 * (L2 + s4 * (L3 + s4 * (L4 + s4 * (L5 + s4 * L6))))) + sLow * (sHigh + ss);
    const s2 = sHigh * sHigh;
    double[0] = 3 + s2 + r;
    word[LOW] = 0;
    const tHigh = double[0]!;
    const tLow = r - (tHigh - 3 - s2);
    const pu = sHigh * tHigh;
    const pv = sLow * tHigh + tLow * ss;
    double[0] = pu + pv;
    word[LOW] = 0;
    const pHigh = double[0]!;
    const pLow = pv - (pHigh - pu);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + (above ? DP_LOW : 0);
    const dHigh = above ? DP_HIGH : 0;
    double[0] = zHigh + zLow + dHigh + n;
    word[LOW] = 0;
    t1 = double[0]!;
    t2 = zLow - (t1 - n - dHigh - zHigh);
  }
  // pHigh + pLow = y log2(ax)
  double[0] = y;
  word[LOW] = 0;
  const y1 = double[0]!;
  const pLow = (y - y1) * t1 + y * t2;
  let pHigh = y1 * t1;
  let z = pLow + pHigh;
  if (z >= 1024 && (z > 1024 || pLow + OVERFLOW_TAIL > z - pHigh)) {
    cell[2] = sign * Number.POSITIVE_INFINITY;
    return;
  }
  if (z <= -1075 && (z < -1075 || pLow <= z - pHigh)) {
    cell[2] = sign * 0;
    return;
  }
  // 2^(pHigh + pLow) = 2^n 2^rest
  let n = 0;
  if (Math.abs(z) > 0.5) {
    double[0] = z;
    const j = word[HIGH]!;
    let k = ((j & 0x7fffffff) >> 20) - 1023;
    n = (j + (0x00100000 >> (k + 1))) | 0;
    k = ((n & 0x7fffffff) >> 20) - 1023;
    word[HIGH] = n & ~(0x000fffff >> k);
    word[LOW] = 0;
    const whole = double[0]!;
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (j < 0) n = -n;
    pHigh -= whole;
  }
  double[0] = pLow + pHigh;
  word[LOW] = 0;
  let t = double[0]!;
  const u = t * LG2_HIGH;
  const v = (pLow - (t - pHigh)) * LG2 + t * LG2_LOW;
  z = u + v;
  const w = v - (z - u);
  t = z * z;
  const c = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  z = 1 - ((z * c) / (c - 2) - (w + z * w) - z);
  double[0] = z;
  const exponent = (word[HIGH]! >> 20) + n;
  if (exponent <= 0) z = scale(z, n);
  else {
    word[HIGH] = (word[HIGH]! + (n << 20)) | 0;
    z = double[0]!;
  }
  cell[2] = sign * z;
}

/**
 * x^y, error below 1 ulp. x^0 = 1 for every x; a negative x with a fractional y gives NaN;
 * (+-1)^(+-Infinity) = NaN, as in ECMAScript.
 */
export function pow(x: number, y: number): number {
  cell[0] = x;
  cell[1] = y;
  powCell();
  return cell[2]!;
}
