import { cell } from "./cell.ts";
import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;
// Method and coefficients: fdlibm e_exp.c (Sun Microsystems, 1993; freely distributable).
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
const HALF_LN2 = 0.34657359027997264;
const THREE_HALVES_LN2 = 1.0397207708399179;
const TINY = 3.725290298461914e-9;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

/** cell[2] = e^cell[0]; see `exp`. */
export function expCell(): void {
  let x = io[0]!;
  const size = Math.abs(x);
  let k = 0;
  let high = 0;
  let low = 0;
  if (size > HALF_LN2) {
    if (!(x <= OVERFLOW)) {
      io[2] = x * Number.POSITIVE_INFINITY;
      return;
    }
    if (x < UNDERFLOW) {
      io[2] = 0;
      return;
    }
    if (size < THREE_HALVES_LN2) {
      if (x > 0) {
        high = x - LN2_HIGH;
        low = LN2_LOW;
        k = 1;
      } else {
        high = x + LN2_HIGH;
        low = -LN2_LOW;
        k = -1;
      }
    } else {
      k = (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    x = high - low;
  } else if (!(size >= TINY)) {
    io[2] = 1 + x;
    return;
  }
  const t = x * x;
  const c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) {
    io[2] = 1 - ((x * c) / (c - 2) - x);
    return;
  }
  const y = 1 - (low - (x * c) / (2 - c) - high);
  if (k >= -1021) io[2] = k === 1024 ? y * 2 * powers[1023 - lowest]! : y * powers[k - lowest]!;
  else io[2] = y * powers[k + 1000 - lowest]! * powers[-1000 - lowest]!;
}

/** e^x, error below 1 ulp. exp(-Infinity) = 0, overflow gives Infinity, NaN stays NaN. */
export function exp(x: number): number {
  io[0] = x;
  expCell();
  return io[2]!;
}
