import { double, HIGH, word } from "./bits.ts";
import { cell } from "./cell.ts";
import { LOWEST_POWER, POWERS_OF_TWO, scale } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;
const bits = double;
const halves = word;
const high32 = HIGH;
// Method and coefficients: fdlibm e_pow.c (Sun Microsystems, 1993; freely distributable). Where fdlibm clears the
// low half of a double to split it, `Math.fround` splits here: 24 bits, so products of two halves stay exact.
const DP_HIGH = 0.5849624872207642;
const DP_LOW = 1.350039202129749e-8;
const TWO53 = 9007199254740992;
const TWO64 = 18446744073709552000;
const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;
const LG2 = Math.LN2;
const LG2_HIGH = 0.6931471824645996;
const LG2_LOW = -1.904654299957768e-9;
const OVERFLOW_TAIL = 8.008566259537294e-17;
const CP = 0.9617966939259756;
const CP_HIGH = 0.9617967009544373;
const CP_LOW = -7.028461650952758e-9;
const INVERSE_LN2 = Math.LOG2E;
const INVERSE_LN2_HIGH = 1.4426950216293335;
const INVERSE_LN2_LOW = 1.9259629911266175e-8;

/** 2 when `y` is an even whole number, 1 when odd, 0 otherwise. */
function wholeness(y: number): number {
  if (Math.floor(y) !== y) return 0;
  const half = y * 0.5;
  return Math.floor(half) === half ? 2 : 1;
}

/** Cases with an exact or conventional answer; NaN where the general path must decide is never returned. */
function special(x: number, y: number): boolean {
  const size = Math.abs(x);
  if (y === 0) io[2] = 1;
  else if (Number.isNaN(x) || Number.isNaN(y)) io[2] = Number.NaN;
  else if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (size === 1) io[2] = Number.NaN;
    else io[2] = size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  } else if (y === 1) io[2] = x;
  else if (y === -1) io[2] = 1 / x;
  else if (y === 2) io[2] = x * x;
  else if (y === 0.5 && x >= 0) io[2] = Math.sqrt(x) + 0;
  else if (size === 0 || size === Number.POSITIVE_INFINITY || size === 1) {
    const z = y < 0 ? 1 / size : size;
    if (!(x < 0 || Object.is(x, -0))) io[2] = z;
    else {
      const whole = wholeness(y);
      io[2] = whole === 1 ? -z : whole === 0 && size === 1 ? Number.NaN : z;
    }
  } else if (x < 0 && wholeness(y) === 0) io[2] = Number.NaN;
  else return false;
  return true;
}

/** cell[2] = cell[0] ^ cell[1]; see `pow`. */
export function powCell(): void {
  const x = io[0]!;
  const y = io[1]!;
  // Ordinary arguments (finite x > 0, y no multiple of 1/2) pass with three tests; NaN passes through as NaN.
  const twice = y + y;
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && twice !== Math.floor(twice))) {
    if (special(x, y)) return;
  }
  const sign = x < 0 && wholeness(y) === 1 ? -1 : 1;
  let ax = Math.abs(x);
  bits[0] = ax;
  let ix = halves[high32]!;
  let t1 = 0;
  let t2 = 0;
  const sizeOfY = Math.abs(y);
  // t1 + t2 = log2(ax)
  if (sizeOfY >= 2147483648) {
    const grows = ax > 1 === y > 0;
    if (sizeOfY >= TWO64 || ix < 0x3fefffff || ix > 0x3ff00000) {
      io[2] = sign * (grows ? Number.POSITIVE_INFINITY : 0);
      return;
    }
    const t = ax - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * t;
    const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
    t1 = Math.fround(u + v);
    t2 = v - (t1 - u);
  } else {
    let n = 0;
    if (ix < 0x00100000) {
      ax *= TWO53;
      n = -53;
      bits[0] = ax;
      ix = halves[high32]!;
    }
    n += (ix >> 20) - 1023;
    const j = ix & 0x000fffff;
    let above = false; // interval around 1.5 rather than around 1
    let down = (ix >> 20) - 1023;
    if (j > 0x3988e) {
      if (j < 0xbb67a) above = true;
      else {
        n += 1;
        down += 1;
      }
    }
    ax *= powers[-down - lowest]!;
    const bp = above ? 1.5 : 1;
    const u = ax - bp;
    const v = 1 / (ax + bp);
    const ss = u * v;
    const sHigh = Math.fround(ss);
    const rootHigh = Math.fround(ax + bp);
    const rootLow = ax - (rootHigh - bp);
    const sLow = v * (u - sHigh * rootHigh - sHigh * rootLow);
    const s4 = ss * ss;
    const r = s4 * s4 * (L1 + s4 * (L2 + s4 * (L3 + s4 * (L4 + s4 * (L5 + s4 * L6))))) + sLow * (sHigh + ss);
    const s2 = sHigh * sHigh;
    const tHigh = Math.fround(3 + s2 + r);
    const tLow = r - (tHigh - 3 - s2);
    const pu = sHigh * tHigh;
    const pv = sLow * tHigh + tLow * ss;
    const pHigh = Math.fround(pu + pv);
    const pLow = pv - (pHigh - pu);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + (above ? DP_LOW : 0);
    const dHigh = above ? DP_HIGH : 0;
    t1 = Math.fround(zHigh + zLow + dHigh + n);
    t2 = zLow - (t1 - n - dHigh - zHigh);
  }
  // pHigh + pLow = y log2(ax)
  const y1 = Math.fround(y);
  const pLow = (y - y1) * t1 + y * t2;
  let pHigh = y1 * t1;
  let z = pLow + pHigh;
  if (z >= 1024 && (z > 1024 || pLow + OVERFLOW_TAIL > z - pHigh)) {
    io[2] = sign * Number.POSITIVE_INFINITY;
    return;
  }
  if (z <= -1075 && (z < -1075 || pLow <= z - pHigh)) {
    io[2] = sign * 0;
    return;
  }
  // 2^(pHigh + pLow) = 2^n 2^rest
  const n = Math.floor(z + 0.5);
  pHigh -= n;
  let t = Math.fround(pLow + pHigh);
  const u = t * LG2_HIGH;
  const v = (pLow - (t - pHigh)) * LG2 + t * LG2_LOW;
  z = u + v;
  const w = v - (z - u);
  t = z * z;
  const c = z - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  z = 1 - ((z * c) / (c - 2) - (w + z * w) - z);
  io[2] = sign * (n > -1022 && n < 1024 ? z * powers[n - lowest]! : scale(z, n));
}

/**
 * x^y, error below 1 ulp. x^0 = 1 for every x; a negative x with a fractional y gives NaN;
 * (+-1)^(+-Infinity) = NaN, as in ECMAScript.
 */
export function pow(x: number, y: number): number {
  io[0] = x;
  io[1] = y;
  powCell();
  return io[2]!;
}
