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
  const m105 = x >= 2.2250738585072014e-308;
  if (!m105) return special();
  const m107 = x < Number.POSITIVE_INFINITY;
  if (!m107) return special();
  bits[0] = y;
  const hy = halves[high]!;
  const ly = halves[low]!;
  const m67 = (ly | (hy & 0xfffff)) !== 0;
  if (!m67) return special();
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
  const v22 = v20 - v21;
  const v23 = v22 + v17;
  const v24 = v5 * 5.497923018708371e-14;
  const v25 = logRow2[i6]!;
  const v26 = v24 + v25;
  const v28 = v14 * v14;
  const v29 = (-0.5) * v28;
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
  const v55 = v21 + v29;
  const v56 = v55 + v54;
  bits[0] = v56;
  const h56 = halves[high]!;
  const l56 = halves[low]!;
  const v57 = h56 < 0 ? v56 + (l56 & 0x7ffffff) * lastBits[(h56 >>> 20) & 2047]! : v56 - (l56 & 0x7ffffff) * lastBits[(h56 >>> 20) & 2047]!;
  const v61 = hy < 0 ? y + (ly & 0x7ffffff) * lastBits[(hy >>> 20) & 2047]! : y - (ly & 0x7ffffff) * lastBits[(hy >>> 20) & 2047]!;
  const v62 = v61 * v57;
  const v68 = Math.abs(v62);
  const m70 = v68 < 690;
  if (!m70) return special();
  const v58 = v21 - v57;
  const v59 = v58 + v29;
  const v60 = v59 + v54;
  const v63 = y - v61;
  const v64 = v63 * v57;
  const v65 = y * v60;
  const v66 = v64 + v65;
  const v75 = v62 * 184.6649652337873;
  const v76 = v75 + 6755399441055744;
  const v77 = v76 - 6755399441055744;
  const v78 = v77 * 0.005415212348111709;
  const v79 = v62 - v78;
  const v80 = v77 * 1.2864023111638346e-14;
  const v81 = v79 - v80;
  const v82 = v81 + v66;
  const v83 = v82 * v82;
  const v86 = v82 * 0.16666666666666666;
  const v87 = 0.5 + v86;
  const v90 = v82 * 0.008333333333333333;
  const v91 = 0.041666666666666664 + v90;
  const w92 = v77 | 0;
  const i93 = w92 & 127;
  const v94 = expRow1[i93]! * powers[(w92 >> 7) - lowest]!;
  const v95 = expRow0[i93]!;
  const v96 = v95 + v82;
  const v97 = v83 * v87;
  const v98 = v96 + v97;
  const v99 = v83 * v83;
  const v100 = v99 * v91;
  const v101 = v98 + v100;
  const v102 = v94 * v101;
  const v103 = v94 + v102;
  io[2] = v103;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const y = io[1]!;
  const m262 = y === 0;
  if (m262) {
    io[2] = 1;
    return;
  }
  const m263 = x !== x;
  const m264 = y !== y;
  const m265 = m263 || m264;
  if (m265) {
    io[2] = Number.NaN;
    return;
  }
  const v108 = Math.abs(x);
  const v256 = Math.abs(y);
  const m257 = v256 === Number.POSITIVE_INFINITY;
  const m267 = v108 === 1;
  const m268 = m257 && m267;
  if (m268) {
    io[2] = Number.NaN;
    return;
  }
  if (m257) {
    const m258 = v108 > 1;
    const m259 = y > 0;
    const m260 = m258 !== m259;
    if (m260) {
      io[2] = 0;
      return;
    }
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m269 = y === 1;
  if (m269) {
    io[2] = x;
    return;
  }
  const v248 = 1 / x;
  const m271 = y === (-1);
  if (m271) {
    io[2] = v248;
    return;
  }
  const m273 = y === 2;
  if (m273) {
    const v274 = x * x;
    io[2] = v274;
    return;
  }
  const m275 = y === 0.5;
  const m276 = x >= 0;
  const m277 = m275 && m276;
  if (m277) {
    const v278 = Math.sqrt(x);
    const v279 = v278 + 0;
    io[2] = v279;
    return;
  }
  const v239 = Math.floor(y);
  const m240 = v239 === y;
  const v241 = y * 0.5;
  const v242 = Math.floor(v241);
  const m243 = v242 !== v241;
  const m244 = m240 && m243;
  const m245 = v108 === 0;
  const m246 = v108 === Number.POSITIVE_INFINITY;
  const m247 = x < 0;
  const m249 = v248 < 0;
  const m250 = m245 && m249;
  const m251 = m247 || m250;
  const m252 = m251 && m244;
  const m280 = m245 || m246;
  if (m280) {
    const m253 = y < 0;
    const m254 = m245 !== m253;
    const v255 = m254 ? 0 : Number.POSITIVE_INFINITY;
    if (m252) {
      const v281 = -v255;
      io[2] = v281;
      return;
    }
    if (m254) {
      io[2] = 0;
      return;
    }
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m283 = !m240;
  const m284 = m247 && m283;
  if (m284) {
    io[2] = Number.NaN;
    return;
  }
  const m109 = v108 < 2.2250738585072014e-308;
  const v111 = v108 * 18014398509481984;
  const v112 = m109 ? v111 : v108;
  const m114 = v112 > 0;
  const m115 = v112 < Number.POSITIVE_INFINITY;
  const m116 = m114 && m115;
  const v117 = m116 ? v112 : 1;
  const v119 = m109 ? 54 : 0;
  const m121 = y > 36893488147419103000;
  const v122 = -36893488147419103000;
  const m123 = y < v122;
  const v124 = m123 ? v122 : y;
  const v125 = m121 ? 36893488147419103000 : v124;
  bits[0] = v117;
  const h117 = halves[high]!;
  const w126 = (h117 + 1075407531) | 0;
  const v127 = (w126 >>> 20) - 2048;
  const v128 = v127 - v119;
  const i129 = (w126 >>> 13) & 127;
  const v130 = logRow0[i129]!;
  const v131 = -v117 * powers[2048 - (w126 >>> 20) - lowest]!;
  const v132 = v131 + 6442450944;
  const v133 = v132 - 6442450944;
  const v134 = v133 * v130;
  const v135 = v134 - 1;
  const v136 = v131 - v133;
  const v137 = v136 * v130;
  const v138 = v135 + v137;
  const v139 = v128 * 0.6931471805598903;
  const v140 = logRow1[i129]!;
  const v141 = v139 + v140;
  const v142 = v141 + v138;
  const v143 = v141 - v142;
  const v144 = v143 + v138;
  const v145 = v128 * 5.497923018708371e-14;
  const v146 = logRow2[i129]!;
  const v147 = v145 + v146;
  const v148 = v135 * v135;
  const v149 = (-0.5) * v148;
  const v150 = v138 + v135;
  const v151 = v137 * v150;
  const v152 = (-0.5) * v151;
  const v153 = v138 * v138;
  const v154 = v138 * (-0.2500000000000001);
  const v155 = 0.3333333333333335 + v154;
  const v156 = v138 * (-0.16666666660036175);
  const v157 = 0.19999999992632794 + v156;
  const v158 = v138 * (-0.12500515000706897);
  const v159 = 0.14286286508387072 + v158;
  const v160 = v153 * v159;
  const v161 = v157 + v160;
  const v162 = v153 * v161;
  const v163 = v155 + v162;
  const v164 = v147 + v144;
  const v165 = v164 + v152;
  const v166 = v138 * v153;
  const v167 = v166 * v163;
  const v168 = v165 + v167;
  const v169 = v142 + v149;
  const v170 = v169 + v168;
  bits[0] = v170;
  const h170 = halves[high]!;
  const l170 = halves[low]!;
  const v171 = h170 < 0 ? v170 + (l170 & 0x7ffffff) * lastBits[(h170 >>> 20) & 2047]! : v170 - (l170 & 0x7ffffff) * lastBits[(h170 >>> 20) & 2047]!;
  const v172 = v142 - v171;
  const v173 = v172 + v149;
  const v174 = v173 + v168;
  bits[0] = v125;
  const h125 = halves[high]!;
  const l125 = halves[low]!;
  const v175 = h125 < 0 ? v125 + (l125 & 0x7ffffff) * lastBits[(h125 >>> 20) & 2047]! : v125 - (l125 & 0x7ffffff) * lastBits[(h125 >>> 20) & 2047]!;
  const v176 = v175 * v171;
  const v177 = v125 - v175;
  const v178 = v177 * v171;
  const v179 = v125 * v174;
  const v180 = v178 + v179;
  const m182 = v176 > 710;
  const m184 = v176 < (-746);
  const m185 = m182 || m184;
  const v186 = m185 ? 0 : v176;
  const v187 = v186 * 184.6649652337873;
  const v188 = v187 + 6755399441055744;
  const v189 = v188 - 6755399441055744;
  const v190 = v189 * 0.005415212348111709;
  const v191 = v186 - v190;
  const v192 = v189 * 1.2864023111638346e-14;
  const v193 = v191 - v192;
  const v194 = v193 + v180;
  const v195 = v194 * v194;
  const v196 = v194 * 0.16666666666666666;
  const v197 = 0.5 + v196;
  const v198 = v194 * 0.008333333333333333;
  const v199 = 0.041666666666666664 + v198;
  const m201 = v186 > 600;
  const m203 = v186 < (-600);
  const v206 = m203 ? (-130816) : 0;
  const v207 = m201 ? 129152 : v206;
  const v208 = v189 - v207;
  const w210 = v208 | 0;
  const i211 = w210 & 127;
  const v212 = expRow1[i211]! * powers[(w210 >> 7) - lowest]!;
  const v213 = expRow0[i211]!;
  const v214 = v213 + v194;
  const v215 = v195 * v197;
  const v216 = v214 + v215;
  const v217 = v195 * v195;
  const v218 = v217 * v199;
  const v219 = v216 + v218;
  const v220 = v212 * v219;
  const v221 = v212 + v220;
  const v222 = v212 - v221;
  const v223 = v222 + v220;
  const v224 = 1 + v221;
  const v225 = 1 - v224;
  const v226 = v225 + v221;
  const v227 = v226 + v223;
  const v228 = v224 + v227;
  const v229 = v228 - 1;
  const m230 = v221 < 1;
  const m231 = m203 && m230;
  const v233 = m203 ? 2.2250738585072014e-308 : 1;
  const v234 = m201 ? 5.486124068793689e+303 : v233;
  const v235 = m231 ? v229 : v221;
  const v236 = v235 * v234;
  const v237 = m184 ? 0 : v236;
  const v238 = m182 ? Number.POSITIVE_INFINITY : v237;
  if (m252) {
    const v285 = -v238;
    io[2] = v285;
    return;
  }
  if (m182) {
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  if (m184) {
    io[2] = 0;
    return;
  }
  io[2] = v236;
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
