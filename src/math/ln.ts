// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.
// biome-ignore-all lint: as above.
import { double, HIGH, LOW, word } from "./bits.ts";
import { cell } from "./cell.ts";
import { LAST_BITS, LOG_COLUMN } from "./kernels/columns.ts";
import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const bits = double;
const halves = word;
const high = HIGH;
const low = LOW;
const [logRow0, logRow1, logRow2] = LOG_COLUMN;
const lastBits = LAST_BITS;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;

/** cell[2] = ln of cell[0]; see `ln`. */
export function lnCell(): void {
  const x = io[0]!;
  const m131 = x >= 2.2250738585072014e-308;
  if (!m131) return special();
  const m132 = x < Number.POSITIVE_INFINITY;
  if (!m132) return special();
  bits[0] = x;
  const hx = halves[high]!;
  const w3 = (hx + 1075407531) | 0;
  const v4 = (w3 >>> 20) - 2048;
  const i5 = (w3 >>> 13) & 127;
  const v6 = logRow0[i5]!;
  const v7 = -x * powers[2048 - (w3 >>> 20) - lowest]!;
  const v9 = v7 + 6442450944;
  const v10 = v9 - 6442450944;
  const v11 = v10 * v6;
  const v13 = v11 - 1;
  const v14 = v7 - v10;
  const v15 = v14 * v6;
  const v16 = v13 + v15;
  const v17 = v4 * 0.6931471805598903;
  const v18 = logRow1[i5]!;
  const v19 = v17 + v18;
  const v20 = v19 + v16;
  const v21 = v19 - v20;
  const v22 = v21 + v16;
  const v23 = v4 * 5.497923018708371e-14;
  const v24 = logRow2[i5]!;
  const v25 = v23 + v24;
  const v27 = v13 * v13;
  const v28 = (-0.5) * v27;
  const v29 = v16 + v13;
  const v30 = v15 * v29;
  const v31 = (-0.5) * v30;
  const v32 = v16 * v16;
  const v39 = v16 * (-0.2500000000000001);
  const v40 = 0.3333333333333335 + v39;
  const v41 = v16 * (-0.16666666660036175);
  const v42 = 0.19999999992632794 + v41;
  const v43 = v16 * (-0.12500515000706897);
  const v44 = 0.14286286508387072 + v43;
  const v45 = v32 * v44;
  const v46 = v42 + v45;
  const v47 = v32 * v46;
  const v48 = v40 + v47;
  const v49 = v25 + v22;
  const v50 = v49 + v31;
  const v51 = v16 * v32;
  const v52 = v51 * v48;
  const v53 = v50 + v52;
  const v54 = v20 + v28;
  const v55 = v54 + v53;
  bits[0] = v55;
  const h55 = halves[high]!;
  const l55 = halves[low]!;
  const v56 = h55 < 0 ? v55 + (l55 & 0x7ffffff) * lastBits[(h55 >>> 20) & 2047]! : v55 - (l55 & 0x7ffffff) * lastBits[(h55 >>> 20) & 2047]!;
  const v57 = v20 - v56;
  const v58 = v57 + v28;
  const v59 = v58 + v53;
  const v133 = v56 + v59;
  io[2] = v133;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const m125 = x > 0;
  if (m125) {
    const m122 = x === Number.POSITIVE_INFINITY;
    if (m122) {
      io[2] = Number.POSITIVE_INFINITY;
      return;
    }
    const m61 = x < 2.2250738585072014e-308;
    const v63 = x * 18014398509481984;
    const v64 = m61 ? v63 : x;
    const m66 = v64 > 0;
    const m68 = v64 < Number.POSITIVE_INFINITY;
    const m69 = m66 && m68;
    const v70 = m69 ? v64 : 1;
    const v72 = m61 ? 54 : 0;
    bits[0] = v70;
    const h70 = halves[high]!;
    const w73 = (h70 + 1075407531) | 0;
    const v74 = (w73 >>> 20) - 2048;
    const v75 = v74 - v72;
    const i76 = (w73 >>> 13) & 127;
    const v77 = logRow0[i76]!;
    const v78 = -v70 * powers[2048 - (w73 >>> 20) - lowest]!;
    const v79 = v78 + 6442450944;
    const v80 = v79 - 6442450944;
    const v81 = v80 * v77;
    const v82 = v81 - 1;
    const v83 = v78 - v80;
    const v84 = v83 * v77;
    const v85 = v82 + v84;
    const v86 = v75 * 0.6931471805598903;
    const v87 = logRow1[i76]!;
    const v88 = v86 + v87;
    const v89 = v88 + v85;
    const v90 = v88 - v89;
    const v91 = v90 + v85;
    const v92 = v75 * 5.497923018708371e-14;
    const v93 = logRow2[i76]!;
    const v94 = v92 + v93;
    const v95 = v82 * v82;
    const v96 = (-0.5) * v95;
    const v97 = v85 + v82;
    const v98 = v84 * v97;
    const v99 = (-0.5) * v98;
    const v100 = v85 * v85;
    const v101 = v85 * (-0.2500000000000001);
    const v102 = 0.3333333333333335 + v101;
    const v103 = v85 * (-0.16666666660036175);
    const v104 = 0.19999999992632794 + v103;
    const v105 = v85 * (-0.12500515000706897);
    const v106 = 0.14286286508387072 + v105;
    const v107 = v100 * v106;
    const v108 = v104 + v107;
    const v109 = v100 * v108;
    const v110 = v102 + v109;
    const v111 = v94 + v91;
    const v112 = v111 + v99;
    const v113 = v85 * v100;
    const v114 = v113 * v110;
    const v115 = v112 + v114;
    const v116 = v89 + v96;
    const v117 = v116 + v115;
    bits[0] = v117;
    const h117 = halves[high]!;
    const l117 = halves[low]!;
    const v118 = h117 < 0 ? v117 + (l117 & 0x7ffffff) * lastBits[(h117 >>> 20) & 2047]! : v117 - (l117 & 0x7ffffff) * lastBits[(h117 >>> 20) & 2047]!;
    const v119 = v89 - v118;
    const v120 = v119 + v96;
    const v121 = v120 + v115;
    const v123 = v118 + v121;
    io[2] = v123;
    return;
  }
  const m126 = x === 0;
  if (m126) {
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
