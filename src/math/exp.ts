import { cell } from "./cell.ts";
import { powerOfTwo } from "./scale.ts";

// Method and coefficients: fdlibm e_exp.c (Sun Microsystems, 1993; freely distributable).
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const HALF_LN2 = 0.34657359027997264;
const THREE_HALVES_LN2 = 1.0397207708399179;
const TINY = 3.725290298461914e-9;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/** cell[2] = e^cell[0]; see `exp`. */
export function expCell(): void {
  let x = cell[0]!;
  const size = Math.abs(x);
  let k = 0;
  let high = 0;
  let low = 0;
  if (size > HALF_LN2) {
    if (!(x <= OVERFLOW)) {
      cell[2] = x * Number.POSITIVE_INFINITY;
      return;
    }
    if (x < UNDERFLOW) {
      cell[2] = 0;
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
    cell[2] = 1 + x;
    return;
  }
  const t = x * x;
  const c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) {
    cell[2] = 1 - ((x * c) / (c - 2) - x);
    return;
  }
  const y = 1 - (low - (x * c) / (2 - c) - high);
  if (k >= -1021) cell[2] = k === 1024 ? y * 2 * HUGE : y * powerOfTwo(k);
  else cell[2] = y * powerOfTwo(k + 1000) * TINY_SCALE;
}

const HUGE = 8.98846567431158e307;
const TINY_SCALE = 9.332636185032189e-302;

/** e^x, error below 1 ulp. exp(-Infinity) = 0, overflow gives Infinity, NaN stays NaN. */
export function exp(x: number): number {
  cell[0] = x;
  expCell();
  return cell[2]!;
}
