// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.
// biome-ignore-all lint: as above.
import { cell } from "./cell.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;

/** cell[2] = atan of cell[0]; see `atan`. */
export function atanCell(): void {
  const x = io[0]!;
  const v1 = Math.abs(x);
  const m3 = v1 < 0.4375;
  const m5 = v1 < 0.6875;
  const m7 = v1 < 1.1875;
  const m9 = v1 < 2.4375;
  const v12 = m7 ? 1 : 1.5;
  const v14 = m5 ? 0.5 : v12;
  const v16 = m3 ? 0 : v14;
  const v17 = v1 - v16;
  const v19 = m9 ? v17 : (-1);
  const v20 = v16 * v1;
  const v21 = 1 + v20;
  const v22 = m9 ? v21 : v1;
  const v23 = v19 / v22;
  const v26 = m9 ? 0.982793723247329 : 1.5707963267948966;
  const v28 = m7 ? 0.7853981633974483 : v26;
  const v30 = m5 ? 0.4636476090008061 : v28;
  const v31 = m3 ? 0 : v30;
  const v34 = m9 ? 1.3903311031230998e-17 : 6.123233995736766e-17;
  const v36 = m7 ? 3.061616997868383e-17 : v34;
  const v38 = m5 ? 2.2698777452961687e-17 : v36;
  const v39 = m3 ? 0 : v38;
  const v40 = v23 * v23;
  const v41 = v40 * v40;
  const v44 = v41 * 0.017547235157290005;
  const v45 = 0.05033942776485848 + v44;
  const v47 = v41 * v45;
  const v48 = 0.06663239299107136 + v47;
  const v50 = v41 * v48;
  const v51 = 0.09090900195560148 + v50;
  const v53 = v41 * v51;
  const v54 = 0.1428571428314864 + v53;
  const v56 = v41 * v54;
  const v57 = 0.33333333333333326 + v56;
  const v60 = v41 * (-0.03782521866106712);
  const v61 = (-0.05847724720645106) + v60;
  const v63 = v41 * v61;
  const v64 = (-0.07692087348767168) + v63;
  const v66 = v41 * v64;
  const v67 = (-0.11111110900560475) + v66;
  const v69 = v41 * v67;
  const v70 = (-0.1999999999998777) + v69;
  const v71 = v40 * v57;
  const v72 = v41 * v70;
  const v73 = v71 + v72;
  const v74 = v23 * v73;
  const v75 = v74 - v39;
  const v76 = v75 - v23;
  const v77 = v31 - v76;
  const m78 = x === 0;
  const m79 = x < 0;
  const v80 = -v77;
  const v81 = m79 ? v80 : v77;
  const v82 = m78 ? x : v81;
  io[2] = v82;
}

/** Arc tangent in radians, -pi/2 .. pi/2, error below 0.85 ulp. */
export function atan(x: number): number {
  io[0] = x;
  atanCell();
  return io[2]!;
}
