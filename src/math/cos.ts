// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.
// biome-ignore-all lint: as above.
import { cell } from "./cell.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;

/** cell[2] = cos of cell[0]; see `cos`. */
export function cosCell(): void {
  const x = io[0]!;
  const v94 = Math.abs(x);
  const m96 = v94 < 1048576;
  if (!m96) return special();
  const v3 = x * 0.6366197723675814;
  const v4 = v3 + 6755399441055744;
  const v5 = v4 - 6755399441055744;
  const v7 = v5 * 1.5707963267341256;
  const v9 = v5 * 6.077100506303966e-11;
  const v11 = v5 * 2.0222662487111665e-21;
  const v13 = v5 * 8.4784276603689e-32;
  const v14 = x - v7;
  const v15 = v14 - v9;
  const v16 = v14 - v15;
  const v17 = v16 - v9;
  const v18 = v15 - v11;
  const v19 = v15 - v18;
  const v20 = v19 - v11;
  const v21 = v17 + v20;
  const v22 = v13 - v21;
  const v23 = v18 - v22;
  const v24 = v18 - v23;
  const v25 = v24 - v22;
  const v27 = v5 * 0.25;
  const v28 = Math.floor(v27);
  const v30 = 4 * v28;
  const v31 = v5 - v30;
  const v32 = v23 * v23;
  const v33 = v32 * v23;
  const v36 = v32 * 1.5916480269048027e-10;
  const v37 = (-2.505110882200661e-8) + v36;
  const v39 = v32 * v37;
  const v40 = 0.000002755731599143529 + v39;
  const v42 = v32 * v40;
  const v43 = (-0.00019841269836543094) + v42;
  const v45 = v32 * v43;
  const v46 = 0.008333333333330806 + v45;
  const v48 = 0.5 * v25;
  const v49 = v33 * v46;
  const v50 = v48 - v49;
  const v51 = v32 * v50;
  const v52 = v51 - v25;
  const v54 = v33 * (-0.16666666666666666);
  const v55 = v52 - v54;
  const v56 = v23 - v55;
  const v57 = 0.5 * v32;
  const v59 = 1 - v57;
  const v60 = v32 * v32;
  const v63 = v32 * (-1.1381600803648663e-11);
  const v64 = 2.0876131865438917e-9 + v63;
  const v66 = v32 * v64;
  const v67 = (-2.755731720221659e-7) + v66;
  const v69 = v32 * v67;
  const v70 = 0.00002480158729863089 + v69;
  const v72 = v32 * v70;
  const v73 = (-0.0013888888888887309) + v72;
  const v75 = v32 * v73;
  const v76 = 0.041666666666666664 + v75;
  const v77 = v60 * v76;
  const v78 = 1 - v59;
  const v79 = v78 - v57;
  const v80 = v23 * v25;
  const v81 = v77 - v80;
  const v82 = v79 + v81;
  const v83 = v59 + v82;
  const m84 = v31 === 1;
  const m86 = v31 === 3;
  const m87 = m84 || m86;
  const v88 = m87 ? v56 : v83;
  const m90 = v31 === 2;
  const m91 = m84 || m90;
  const v92 = -v88;
  const v93 = m91 ? v92 : v88;
  io[2] = v93;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const v94 = Math.abs(x);
  const m98 = v94 < 35184372088832;
  if (m98) {
    const v3 = x * 0.6366197723675814;
    const v4 = v3 + 6755399441055744;
    const v5 = v4 - 6755399441055744;
    const v7 = v5 * 1.5707963267341256;
    const v9 = v5 * 6.077100506303966e-11;
    const v11 = v5 * 2.0222662487111665e-21;
    const v13 = v5 * 8.4784276603689e-32;
    const v14 = x - v7;
    const v15 = v14 - v9;
    const v16 = v14 - v15;
    const v17 = v16 - v9;
    const v18 = v15 - v11;
    const v19 = v15 - v18;
    const v20 = v19 - v11;
    const v21 = v17 + v20;
    const v22 = v13 - v21;
    const v23 = v18 - v22;
    const v24 = v18 - v23;
    const v25 = v24 - v22;
    const v27 = v5 * 0.25;
    const v28 = Math.floor(v27);
    const v30 = 4 * v28;
    const v31 = v5 - v30;
    const v32 = v23 * v23;
    const v33 = v32 * v23;
    const v36 = v32 * 1.5916480269048027e-10;
    const v37 = (-2.505110882200661e-8) + v36;
    const v39 = v32 * v37;
    const v40 = 0.000002755731599143529 + v39;
    const v42 = v32 * v40;
    const v43 = (-0.00019841269836543094) + v42;
    const v45 = v32 * v43;
    const v46 = 0.008333333333330806 + v45;
    const v48 = 0.5 * v25;
    const v49 = v33 * v46;
    const v50 = v48 - v49;
    const v51 = v32 * v50;
    const v52 = v51 - v25;
    const v54 = v33 * (-0.16666666666666666);
    const v55 = v52 - v54;
    const v56 = v23 - v55;
    const v57 = 0.5 * v32;
    const v59 = 1 - v57;
    const v60 = v32 * v32;
    const v63 = v32 * (-1.1381600803648663e-11);
    const v64 = 2.0876131865438917e-9 + v63;
    const v66 = v32 * v64;
    const v67 = (-2.755731720221659e-7) + v66;
    const v69 = v32 * v67;
    const v70 = 0.00002480158729863089 + v69;
    const v72 = v32 * v70;
    const v73 = (-0.0013888888888887309) + v72;
    const v75 = v32 * v73;
    const v76 = 0.041666666666666664 + v75;
    const v77 = v60 * v76;
    const v78 = 1 - v59;
    const v79 = v78 - v57;
    const v80 = v23 * v25;
    const v81 = v77 - v80;
    const v82 = v79 + v81;
    const v83 = v59 + v82;
    const m84 = v31 === 1;
    const m86 = v31 === 3;
    const m87 = m84 || m86;
    const v88 = m87 ? v56 : v83;
    const m90 = v31 === 2;
    const m91 = m84 || m90;
    if (m91) {
      const v92 = -v88;
      io[2] = v92;
      return;
    }
    if (m87) {
      io[2] = v56;
      return;
    }
    io[2] = v83;
    return;
  }
  io[2] = Number.NaN;
}

/** Cosine of an angle in radians, error below 0.8 ulp for |x| < 2^20. From there on right for an angle within a unit in the last place of x; from 2^45 on NaN. */
export function cos(x: number): number {
  io[0] = x;
  cosCell();
  return io[2]!;
}
