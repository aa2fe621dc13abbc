// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.
// biome-ignore-all lint: as above.
import { cell } from "./cell.ts";
import { EXP_COLUMN } from "./kernels/columns.ts";
import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const [expRow0, expRow1] = EXP_COLUMN;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;

/** cell[2] = exp of cell[0]; see `exp`. */
export function expCell(): void {
  const x = io[0]!;
  const v1 = Math.abs(x);
  const m3 = v1 < 690;
  if (!m3) return special();
  const v8 = x * 184.6649652337873;
  const v9 = v8 + 6755399441055744;
  const v10 = v9 - 6755399441055744;
  const v11 = v10 * 0.005415212348111709;
  const v12 = x - v11;
  const v13 = v10 * 1.2864023111638346e-14;
  const v14 = v12 - v13;
  const v15 = v14 * v14;
  const v18 = v14 * 0.16666666666666666;
  const v19 = 0.5 + v18;
  const v22 = v14 * 0.008333333333333333;
  const v23 = 0.041666666666666664 + v22;
  const w24 = v10 | 0;
  const i25 = w24 & 127;
  const v26 = expRow1[i25]! * powers[(w24 >> 7) - lowest]!;
  const v27 = expRow0[i25]!;
  const v28 = v27 + v14;
  const v29 = v15 * v19;
  const v30 = v28 + v29;
  const v31 = v15 * v15;
  const v32 = v31 * v23;
  const v33 = v30 + v32;
  const v34 = v26 * v33;
  const v35 = v26 + v34;
  io[2] = v35;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const m37 = x > 710;
  if (m37) {
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m39 = x < (-746);
  if (m39) {
    io[2] = 0;
    return;
  }
  const m40 = m37 || m39;
  const v42 = m40 ? 0 : x;
  const v43 = v42 * 184.6649652337873;
  const v44 = v43 + 6755399441055744;
  const v45 = v44 - 6755399441055744;
  const v46 = v45 * 0.005415212348111709;
  const v47 = v42 - v46;
  const v48 = v45 * 1.2864023111638346e-14;
  const v49 = v47 - v48;
  const v50 = v49 * v49;
  const v51 = v49 * 0.16666666666666666;
  const v52 = 0.5 + v51;
  const v53 = v49 * 0.008333333333333333;
  const v54 = 0.041666666666666664 + v53;
  const m56 = v42 > 600;
  const m58 = v42 < (-600);
  const v61 = m58 ? (-130816) : 0;
  const v62 = m56 ? 129152 : v61;
  const v63 = v45 - v62;
  const w65 = v63 | 0;
  const i66 = w65 & 127;
  const v67 = expRow1[i66]! * powers[(w65 >> 7) - lowest]!;
  const v68 = expRow0[i66]!;
  const v69 = v68 + v49;
  const v70 = v50 * v52;
  const v71 = v69 + v70;
  const v72 = v50 * v50;
  const v73 = v72 * v54;
  const v74 = v71 + v73;
  const v75 = v67 * v74;
  const v76 = v67 + v75;
  const v77 = v67 - v76;
  const v78 = v77 + v75;
  const v80 = 1 + v76;
  const v81 = 1 - v80;
  const v82 = v81 + v76;
  const v83 = v82 + v78;
  const v84 = v80 + v83;
  const v85 = v84 - 1;
  const m86 = v76 < 1;
  const m87 = m58 && m86;
  const v90 = m58 ? 2.2250738585072014e-308 : 1;
  const v91 = m56 ? 5.486124068793689e+303 : v90;
  const v92 = m87 ? v85 : v76;
  const v93 = v92 * v91;
  io[2] = v93;
}

/** e^x, error below 0.52 ulp. exp(-Infinity) = 0, overflow gives Infinity, NaN stays NaN. */
export function exp(x: number): number {
  io[0] = x;
  expCell();
  return io[2]!;
}
