// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.
// biome-ignore-all lint: as above.
import { double, HIGH, LOW, word } from "./bits.ts";
import { cell } from "./cell.ts";
import { EXP_COLUMN, LAST_BITS, LOG_COLUMN } from "./kernels/columns.ts";
import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";

// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.
const io = cell;
const bits = double;
const halves = word;
const high = HIGH;
const low = LOW;
const [expRow0, expRow1] = EXP_COLUMN;
const [logRow0, logRow1, logRow2] = LOG_COLUMN;
const lastBits = LAST_BITS;
const powers = POWERS_OF_TWO;
const lowest = LOWEST_POWER;

/** cell[2] = pow of cell[0] and cell[1]; see `pow`. */
export function powCell(): void {
  const x = io[0]!;
  const y = io[1]!;
  const m104 = x >= 2.2250738585072014e-308;
  if (!m104) return special();
  const m106 = x < Number.POSITIVE_INFINITY;
  if (!m106) return special();
  bits[0] = y;
  const hy = halves[high]!;
  const ly = halves[low]!;
  const m66 = (ly | (hy & 0xfffff)) !== 0;
  if (!m66) return special();
  bits[0] = x;
  const hx = halves[high]!;
  const w4 = (hx + 1075407531) | 0;
  const v5 = (w4 >>> 20) - 2048;
  const i6 = (w4 >>> 13) & 127;
  const v7 = logRow0[i6]!;
  const v8 = -x * powers[2048 - (w4 >>> 20) - lowest]!;
  const v10 = v8 + 6442450944;
  const v11 = v10 - 6442450944;
  const v12 = v11 * v7;
  const v14 = v12 - 1;
  const v15 = v8 - v11;
  const v16 = v15 * v7;
  const v17 = v14 + v16;
  const v18 = v5 * 0.6931471805598903;
  const v19 = logRow1[i6]!;
  const v20 = v18 + v19;
  const v21 = v20 + v17;
  const v28 = v14 * v14;
  const v29 = (-0.5) * v28;
  const v55 = v21 + v29;
  bits[0] = v55;
  const h55 = halves[high]!;
  const l55 = halves[low]!;
  const v56 = h55 < 0 ? v55 + (l55 & 0x7ffffff) * lastBits[(h55 >>> 20) & 2047]! : v55 - (l55 & 0x7ffffff) * lastBits[(h55 >>> 20) & 2047]!;
  const v60 = hy < 0 ? y + (ly & 0x7ffffff) * lastBits[(hy >>> 20) & 2047]! : y - (ly & 0x7ffffff) * lastBits[(hy >>> 20) & 2047]!;
  const v61 = v60 * v56;
  const v67 = Math.abs(v61);
  const m69 = v67 < 690;
  if (!m69) return special();
  const v22 = v20 - v21;
  const v23 = v22 + v17;
  const v24 = v5 * 5.497923018708371e-14;
  const v25 = logRow2[i6]!;
  const v26 = v24 + v25;
  const v30 = v17 + v14;
  const v31 = v16 * v30;
  const v32 = (-0.5) * v31;
  const v33 = v17 * v17;
  const v40 = v17 * (-0.2500000000000001);
  const v41 = 0.3333333333333335 + v40;
  const v42 = v17 * (-0.16666666660036175);
  const v43 = 0.19999999992632794 + v42;
  const v44 = v17 * (-0.12500515000706897);
  const v45 = 0.14286286508387072 + v44;
  const v46 = v33 * v45;
  const v47 = v43 + v46;
  const v48 = v33 * v47;
  const v49 = v41 + v48;
  const v50 = v26 + v23;
  const v51 = v50 + v32;
  const v52 = v17 * v33;
  const v53 = v52 * v49;
  const v54 = v51 + v53;
  const v57 = v21 - v56;
  const v58 = v57 + v29;
  const v59 = v58 + v54;
  const v62 = y - v60;
  const v63 = v62 * v56;
  const v64 = y * v59;
  const v65 = v63 + v64;
  const v74 = v61 * 184.6649652337873;
  const v75 = v74 + 6755399441055744;
  const v76 = v75 - 6755399441055744;
  const v77 = v76 * 0.005415212348111709;
  const v78 = v61 - v77;
  const v79 = v76 * 1.2864023111638346e-14;
  const v80 = v78 - v79;
  const v81 = v80 + v65;
  const v82 = v81 * v81;
  const v85 = v81 * 0.16666666666666666;
  const v86 = 0.5 + v85;
  const v89 = v81 * 0.008333333333333333;
  const v90 = 0.041666666666666664 + v89;
  const w91 = v76 | 0;
  const i92 = w91 & 127;
  const v93 = expRow1[i92]! * powers[(w91 >> 7) - lowest]!;
  const v94 = expRow0[i92]!;
  const v95 = v94 + v81;
  const v96 = v82 * v86;
  const v97 = v95 + v96;
  const v98 = v82 * v82;
  const v99 = v98 * v90;
  const v100 = v97 + v99;
  const v101 = v93 * v100;
  const v102 = v93 + v101;
  io[2] = v102;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const y = io[1]!;
  const m260 = y === 0;
  if (m260) {
    io[2] = 1;
    return;
  }
  const m261 = x !== x;
  const m262 = y !== y;
  const m263 = m261 || m262;
  if (m263) {
    io[2] = Number.NaN;
    return;
  }
  const v107 = Math.abs(x);
  const v254 = Math.abs(y);
  const m255 = v254 === Number.POSITIVE_INFINITY;
  const m265 = v107 === 1;
  const m266 = m255 && m265;
  if (m266) {
    io[2] = Number.NaN;
    return;
  }
  if (m255) {
    const m256 = v107 > 1;
    const m257 = y > 0;
    const m258 = m256 !== m257;
    if (m258) {
      io[2] = 0;
      return;
    }
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m267 = y === 1;
  if (m267) {
    io[2] = x;
    return;
  }
  const v246 = 1 / x;
  const m269 = y === (-1);
  if (m269) {
    io[2] = v246;
    return;
  }
  const m271 = y === 2;
  if (m271) {
    const v272 = x * x;
    io[2] = v272;
    return;
  }
  const m273 = y === 0.5;
  const m274 = x >= 0;
  const m275 = m273 && m274;
  if (m275) {
    const v276 = Math.sqrt(x);
    const v277 = v276 + 0;
    io[2] = v277;
    return;
  }
  const v237 = Math.floor(y);
  const m238 = v237 === y;
  const v239 = y * 0.5;
  const v240 = Math.floor(v239);
  const m241 = v240 !== v239;
  const m242 = m238 && m241;
  const m243 = v107 === 0;
  const m244 = v107 === Number.POSITIVE_INFINITY;
  const m245 = x < 0;
  const m247 = v246 < 0;
  const m248 = m243 && m247;
  const m249 = m245 || m248;
  const m250 = m249 && m242;
  const m278 = m243 || m244;
  if (m278) {
    const m251 = y < 0;
    const m252 = m243 !== m251;
    const v253 = m252 ? 0 : Number.POSITIVE_INFINITY;
    if (m250) {
      const v279 = -v253;
      io[2] = v279;
      return;
    }
    if (m252) {
      io[2] = 0;
      return;
    }
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m281 = !m238;
  const m282 = m245 && m281;
  if (m282) {
    io[2] = Number.NaN;
    return;
  }
  const m108 = v107 < 2.2250738585072014e-308;
  const v110 = v107 * 18014398509481984;
  const v111 = m108 ? v110 : v107;
  const m113 = v111 > 0;
  const m114 = v111 < Number.POSITIVE_INFINITY;
  const m115 = m113 && m114;
  const v116 = m115 ? v111 : 1;
  const v118 = m108 ? 54 : 0;
  const m120 = y > 36893488147419103000;
  const v121 = -36893488147419103000;
  const m122 = y < v121;
  const v123 = m122 ? v121 : y;
  const v124 = m120 ? 36893488147419103000 : v123;
  bits[0] = v116;
  const h116 = halves[high]!;
  const w125 = (h116 + 1075407531) | 0;
  const v126 = (w125 >>> 20) - 2048;
  const v127 = v126 - v118;
  const i128 = (w125 >>> 13) & 127;
  const v129 = logRow0[i128]!;
  const v130 = -v116 * powers[2048 - (w125 >>> 20) - lowest]!;
  const v131 = v130 + 6442450944;
  const v132 = v131 - 6442450944;
  const v133 = v132 * v129;
  const v134 = v133 - 1;
  const v135 = v130 - v132;
  const v136 = v135 * v129;
  const v137 = v134 + v136;
  const v138 = v127 * 0.6931471805598903;
  const v139 = logRow1[i128]!;
  const v140 = v138 + v139;
  const v141 = v140 + v137;
  const v142 = v140 - v141;
  const v143 = v142 + v137;
  const v144 = v127 * 5.497923018708371e-14;
  const v145 = logRow2[i128]!;
  const v146 = v144 + v145;
  const v147 = v134 * v134;
  const v148 = (-0.5) * v147;
  const v149 = v137 + v134;
  const v150 = v136 * v149;
  const v151 = (-0.5) * v150;
  const v152 = v137 * v137;
  const v153 = v137 * (-0.2500000000000001);
  const v154 = 0.3333333333333335 + v153;
  const v155 = v137 * (-0.16666666660036175);
  const v156 = 0.19999999992632794 + v155;
  const v157 = v137 * (-0.12500515000706897);
  const v158 = 0.14286286508387072 + v157;
  const v159 = v152 * v158;
  const v160 = v156 + v159;
  const v161 = v152 * v160;
  const v162 = v154 + v161;
  const v163 = v146 + v143;
  const v164 = v163 + v151;
  const v165 = v137 * v152;
  const v166 = v165 * v162;
  const v167 = v164 + v166;
  const v168 = v141 + v148;
  bits[0] = v168;
  const h168 = halves[high]!;
  const l168 = halves[low]!;
  const v169 = h168 < 0 ? v168 + (l168 & 0x7ffffff) * lastBits[(h168 >>> 20) & 2047]! : v168 - (l168 & 0x7ffffff) * lastBits[(h168 >>> 20) & 2047]!;
  const v170 = v141 - v169;
  const v171 = v170 + v148;
  const v172 = v171 + v167;
  bits[0] = v124;
  const h124 = halves[high]!;
  const l124 = halves[low]!;
  const v173 = h124 < 0 ? v124 + (l124 & 0x7ffffff) * lastBits[(h124 >>> 20) & 2047]! : v124 - (l124 & 0x7ffffff) * lastBits[(h124 >>> 20) & 2047]!;
  const v174 = v173 * v169;
  const v175 = v124 - v173;
  const v176 = v175 * v169;
  const v177 = v124 * v172;
  const v178 = v176 + v177;
  const m180 = v174 > 710;
  const m182 = v174 < (-746);
  const m183 = m180 || m182;
  const v184 = m183 ? 0 : v174;
  const v185 = v184 * 184.6649652337873;
  const v186 = v185 + 6755399441055744;
  const v187 = v186 - 6755399441055744;
  const v188 = v187 * 0.005415212348111709;
  const v189 = v184 - v188;
  const v190 = v187 * 1.2864023111638346e-14;
  const v191 = v189 - v190;
  const v192 = v191 + v178;
  const v193 = v192 * v192;
  const v194 = v192 * 0.16666666666666666;
  const v195 = 0.5 + v194;
  const v196 = v192 * 0.008333333333333333;
  const v197 = 0.041666666666666664 + v196;
  const m199 = v184 > 600;
  const m201 = v184 < (-600);
  const v204 = m201 ? (-130816) : 0;
  const v205 = m199 ? 129152 : v204;
  const v206 = v187 - v205;
  const w208 = v206 | 0;
  const i209 = w208 & 127;
  const v210 = expRow1[i209]! * powers[(w208 >> 7) - lowest]!;
  const v211 = expRow0[i209]!;
  const v212 = v211 + v192;
  const v213 = v193 * v195;
  const v214 = v212 + v213;
  const v215 = v193 * v193;
  const v216 = v215 * v197;
  const v217 = v214 + v216;
  const v218 = v210 * v217;
  const v219 = v210 + v218;
  const v220 = v210 - v219;
  const v221 = v220 + v218;
  const v222 = 1 + v219;
  const v223 = 1 - v222;
  const v224 = v223 + v219;
  const v225 = v224 + v221;
  const v226 = v222 + v225;
  const v227 = v226 - 1;
  const m228 = v219 < 1;
  const m229 = m201 && m228;
  const v231 = m201 ? 2.2250738585072014e-308 : 1;
  const v232 = m199 ? 5.486124068793689e+303 : v231;
  const v233 = m229 ? v227 : v219;
  const v234 = v233 * v232;
  const v235 = m182 ? 0 : v234;
  const v236 = m180 ? Number.POSITIVE_INFINITY : v235;
  if (m250) {
    const v283 = -v236;
    io[2] = v283;
    return;
  }
  if (m180) {
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  if (m182) {
    io[2] = 0;
    return;
  }
  io[2] = v234;
}

/**
 * x^y, error below 0.54 ulp. x^0 = 1 for every x; a negative x with a fractional y gives NaN;
 * (+-1)^(+-Infinity) = NaN, as in ECMAScript. y = -1, 0.5 and 2 give 1 / x, the square root and x * x.
 */
export function pow(x: number, y: number): number {
  io[0] = x;
  io[1] = y;
  powCell();
  return io[2]!;
}
