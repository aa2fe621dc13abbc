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
  const m129 = x >= 2.2250738585072014e-308;
  if (!m129) return special();
  const m130 = x < Number.POSITIVE_INFINITY;
  if (!m130) return special();
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
  bits[0] = v54;
  const h54 = halves[high]!;
  const l54 = halves[low]!;
  const v55 = h54 < 0 ? v54 + (l54 & 0x7ffffff) * lastBits[(h54 >>> 20) & 2047]! : v54 - (l54 & 0x7ffffff) * lastBits[(h54 >>> 20) & 2047]!;
  const v56 = v20 - v55;
  const v57 = v56 + v28;
  const v58 = v57 + v53;
  const v131 = v55 + v58;
  io[2] = v131;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const m123 = x > 0;
  if (m123) {
    const m120 = x === Number.POSITIVE_INFINITY;
    if (m120) {
      io[2] = Number.POSITIVE_INFINITY;
      return;
    }
    const m60 = x < 2.2250738585072014e-308;
    const v62 = x * 18014398509481984;
    const v63 = m60 ? v62 : x;
    const m65 = v63 > 0;
    const m67 = v63 < Number.POSITIVE_INFINITY;
    const m68 = m65 && m67;
    const v69 = m68 ? v63 : 1;
    const v71 = m60 ? 54 : 0;
    bits[0] = v69;
    const h69 = halves[high]!;
    const w72 = (h69 + 1075407531) | 0;
    const v73 = (w72 >>> 20) - 2048;
    const v74 = v73 - v71;
    const i75 = (w72 >>> 13) & 127;
    const v76 = logRow0[i75]!;
    const v77 = -v69 * powers[2048 - (w72 >>> 20) - lowest]!;
    const v78 = v77 + 6442450944;
    const v79 = v78 - 6442450944;
    const v80 = v79 * v76;
    const v81 = v80 - 1;
    const v82 = v77 - v79;
    const v83 = v82 * v76;
    const v84 = v81 + v83;
    const v85 = v74 * 0.6931471805598903;
    const v86 = logRow1[i75]!;
    const v87 = v85 + v86;
    const v88 = v87 + v84;
    const v89 = v87 - v88;
    const v90 = v89 + v84;
    const v91 = v74 * 5.497923018708371e-14;
    const v92 = logRow2[i75]!;
    const v93 = v91 + v92;
    const v94 = v81 * v81;
    const v95 = (-0.5) * v94;
    const v96 = v84 + v81;
    const v97 = v83 * v96;
    const v98 = (-0.5) * v97;
    const v99 = v84 * v84;
    const v100 = v84 * (-0.2500000000000001);
    const v101 = 0.3333333333333335 + v100;
    const v102 = v84 * (-0.16666666660036175);
    const v103 = 0.19999999992632794 + v102;
    const v104 = v84 * (-0.12500515000706897);
    const v105 = 0.14286286508387072 + v104;
    const v106 = v99 * v105;
    const v107 = v103 + v106;
    const v108 = v99 * v107;
    const v109 = v101 + v108;
    const v110 = v93 + v90;
    const v111 = v110 + v98;
    const v112 = v84 * v99;
    const v113 = v112 * v109;
    const v114 = v111 + v113;
    const v115 = v88 + v95;
    bits[0] = v115;
    const h115 = halves[high]!;
    const l115 = halves[low]!;
    const v116 = h115 < 0 ? v115 + (l115 & 0x7ffffff) * lastBits[(h115 >>> 20) & 2047]! : v115 - (l115 & 0x7ffffff) * lastBits[(h115 >>> 20) & 2047]!;
    const v117 = v88 - v116;
    const v118 = v117 + v95;
    const v119 = v118 + v114;
    const v121 = v116 + v119;
    io[2] = v121;
    return;
  }
  const m124 = x === 0;
  if (m124) {
    io[2] = Number.NEGATIVE_INFINITY;
    return;
  }
  io[2] = Number.NaN;
}

/** Natural logarithm, error below 0.51 ulp. ln(0) = -Infinity; a negative number or NaN gives NaN. */
export function ln(x: number): number {
  io[0] = x;
  lnCell();
  return io[2]!;
}
