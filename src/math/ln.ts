// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.
// biome-ignore-all lint: as above.
import { double, HIGH, word } from "./bits.ts";
import { cell } from "./cell.ts";
import { LOG_COLUMN } from "./kernels/columns.ts";
import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const bits = double;
const halves = word;
const high = HIGH;
const [logRow0, logRow1, logRow2] = LOG_COLUMN;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;

/** cell[2] = ln of cell[0]; see `ln`. */
export function lnCell(): void {
  const x = io[0]!;
  const m69 = x >= 2.2250738585072014e-308;
  if (!m69) return special();
  const m70 = x < Number.POSITIVE_INFINITY;
  if (!m70) return special();
  bits[0] = x;
  const hx = halves[high]!;
  const w71 = (hx + 1075407531) | 0;
  const v72 = (w71 >>> 20) - 2048;
  const i73 = (w71 >>> 13) & 127;
  const v74 = logRow0[i73]!;
  const v75 = -x * powers[2048 - (w71 >>> 20) - lowest]!;
  const v76 = v75 + 6442450944;
  const v77 = v76 - 6442450944;
  const v78 = v77 * v74;
  const v79 = v78 - 1;
  const v80 = v75 - v77;
  const v81 = v80 * v74;
  const v82 = v79 + v81;
  const v83 = v72 * 0.6931471805598903;
  const v84 = logRow1[i73]!;
  const v85 = v83 + v84;
  const v86 = v85 + v82;
  const v87 = v85 - v86;
  const v88 = v87 + v82;
  const v89 = v72 * 5.497923018708371e-14;
  const v90 = logRow2[i73]!;
  const v91 = v89 + v90;
  const v92 = v82 * v82;
  const v93 = v82 * 0.3333333333333333;
  const v94 = (-0.5) + v93;
  const v95 = v82 * 0.1999999999590713;
  const v96 = (-0.24999999995395525) + v95;
  const v97 = v82 * 0.1428619113626723;
  const v98 = (-0.16667203123203855) + v97;
  const v99 = v92 * v98;
  const v100 = v96 + v99;
  const v101 = v92 * v100;
  const v102 = v94 + v101;
  const v103 = v91 + v88;
  const v104 = v92 * v102;
  const v105 = v103 + v104;
  const v106 = v86 + v105;
  io[2] = v106;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const m63 = x > 0;
  if (m63) {
    const m2 = x === Number.POSITIVE_INFINITY;
    if (m2) {
      io[2] = Number.POSITIVE_INFINITY;
      return;
    }
    const m4 = x < 2.2250738585072014e-308;
    const v6 = x * 18014398509481984;
    const v7 = m4 ? v6 : x;
    const m9 = v7 > 0;
    const m10 = v7 < Number.POSITIVE_INFINITY;
    const m11 = m9 && m10;
    const v13 = m11 ? v7 : 1;
    const v15 = m4 ? 54 : 0;
    bits[0] = v13;
    const h13 = halves[high]!;
    const w18 = (h13 + 1075407531) | 0;
    const v19 = (w18 >>> 20) - 2048;
    const v20 = v19 - v15;
    const i21 = (w18 >>> 13) & 127;
    const v22 = logRow0[i21]!;
    const v23 = -v13 * powers[2048 - (w18 >>> 20) - lowest]!;
    const v25 = v23 + 6442450944;
    const v26 = v25 - 6442450944;
    const v27 = v26 * v22;
    const v28 = v27 - 1;
    const v29 = v23 - v26;
    const v30 = v29 * v22;
    const v31 = v28 + v30;
    const v32 = v20 * 0.6931471805598903;
    const v33 = logRow1[i21]!;
    const v34 = v32 + v33;
    const v35 = v34 + v31;
    const v36 = v34 - v35;
    const v37 = v36 + v31;
    const v38 = v20 * 5.497923018708371e-14;
    const v39 = logRow2[i21]!;
    const v40 = v38 + v39;
    const v41 = v31 * v31;
    const v48 = v31 * 0.3333333333333333;
    const v49 = (-0.5) + v48;
    const v50 = v31 * 0.1999999999590713;
    const v51 = (-0.24999999995395525) + v50;
    const v52 = v31 * 0.1428619113626723;
    const v53 = (-0.16667203123203855) + v52;
    const v54 = v41 * v53;
    const v55 = v51 + v54;
    const v56 = v41 * v55;
    const v57 = v49 + v56;
    const v58 = v40 + v37;
    const v59 = v41 * v57;
    const v60 = v58 + v59;
    const v61 = v35 + v60;
    io[2] = v61;
    return;
  }
  const m64 = x === 0;
  if (m64) {
    io[2] = Number.NEGATIVE_INFINITY;
    return;
  }
  io[2] = Number.NaN;
}

/** Natural logarithm, error below 0.52 ulp. ln(0) = -Infinity; a negative number or NaN gives NaN. */
export function ln(x: number): number {
  io[0] = x;
  lnCell();
  return io[2]!;
}
