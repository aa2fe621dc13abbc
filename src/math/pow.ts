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
  const m109 = x >= 2.2250738585072014e-308;
  if (!m109) return special();
  const m111 = x < Number.POSITIVE_INFINITY;
  if (!m111) return special();
  const m68 = y !== 2;
  if (!m68) return special();
  const m70 = y !== 0.5;
  if (!m70) return special();
  const m72 = y !== (-1);
  if (!m72) return special();
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
  bits[0] = y;
  const hy = halves[high]!;
  const ly = halves[low]!;
  const v61 = hy < 0 ? y + (ly & 0x7ffffff) * lastBits[(hy >>> 20) & 2047]! : y - (ly & 0x7ffffff) * lastBits[(hy >>> 20) & 2047]!;
  const v62 = v61 * v57;
  const v73 = Math.abs(v62);
  const m75 = v73 < 690;
  if (!m75) return special();
  const v58 = v21 - v57;
  const v59 = v58 + v29;
  const v60 = v59 + v54;
  const v63 = y - v61;
  const v64 = v63 * v57;
  const v65 = y * v60;
  const v66 = v64 + v65;
  const v80 = v62 * 184.6649652337873;
  const v81 = v80 + 6755399441055744;
  const v82 = v81 - 6755399441055744;
  const v83 = v82 * 0.005415212348111709;
  const v84 = v62 - v83;
  const v85 = v82 * 1.2864023111638346e-14;
  const v86 = v84 - v85;
  const v87 = v86 + v66;
  const v88 = v87 * v87;
  const v90 = v87 * 0.16666666666666666;
  const v91 = 0.5 + v90;
  const v94 = v87 * 0.008333333333333333;
  const v95 = 0.041666666666666664 + v94;
  const w96 = v82 | 0;
  const i97 = w96 & 127;
  const v98 = expRow1[i97]! * powers[(w96 >> 7) - lowest]!;
  const v99 = expRow0[i97]!;
  const v100 = v99 + v87;
  const v101 = v88 * v91;
  const v102 = v100 + v101;
  const v103 = v88 * v88;
  const v104 = v103 * v95;
  const v105 = v102 + v104;
  const v106 = v98 * v105;
  const v107 = v98 + v106;
  io[2] = v107;
}

/** All arguments that the straight line is not for. */
function special(): void {
  const x = io[0]!;
  const y = io[1]!;
  const m266 = y === 0;
  if (m266) {
    io[2] = 1;
    return;
  }
  const m267 = x !== x;
  const m268 = y !== y;
  const m269 = m267 || m268;
  if (m269) {
    io[2] = Number.NaN;
    return;
  }
  const v112 = Math.abs(x);
  const v260 = Math.abs(y);
  const m261 = v260 === Number.POSITIVE_INFINITY;
  const m271 = v112 === 1;
  const m272 = m261 && m271;
  if (m272) {
    io[2] = Number.NaN;
    return;
  }
  if (m261) {
    const m262 = v112 > 1;
    const m263 = y > 0;
    const m264 = m262 !== m263;
    if (m264) {
      io[2] = 0;
      return;
    }
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m273 = y === 1;
  if (m273) {
    io[2] = x;
    return;
  }
  const m274 = y === 2;
  if (m274) {
    const v275 = x * x;
    io[2] = v275;
    return;
  }
  const m276 = y === 0.5;
  const m277 = x >= 0;
  const m278 = m276 && m277;
  if (m278) {
    const v279 = Math.sqrt(x);
    const v280 = v279 + 0;
    io[2] = v280;
    return;
  }
  const v252 = 1 / x;
  const m281 = y === (-1);
  if (m281) {
    io[2] = v252;
    return;
  }
  const v243 = Math.floor(y);
  const m244 = v243 === y;
  const v245 = y * 0.5;
  const v246 = Math.floor(v245);
  const m247 = v246 !== v245;
  const m248 = m244 && m247;
  const m249 = v112 === 0;
  const m250 = v112 === Number.POSITIVE_INFINITY;
  const m251 = x < 0;
  const m253 = v252 < 0;
  const m254 = m249 && m253;
  const m255 = m251 || m254;
  const m256 = m255 && m248;
  const m282 = m249 || m250;
  if (m282) {
    const m257 = y < 0;
    const m258 = m249 !== m257;
    const v259 = m258 ? 0 : Number.POSITIVE_INFINITY;
    if (m256) {
      const v283 = -v259;
      io[2] = v283;
      return;
    }
    if (m258) {
      io[2] = 0;
      return;
    }
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  const m285 = !m244;
  const m286 = m251 && m285;
  if (m286) {
    io[2] = Number.NaN;
    return;
  }
  const m113 = v112 < 2.2250738585072014e-308;
  const v115 = v112 * 18014398509481984;
  const v116 = m113 ? v115 : v112;
  const m118 = v116 > 0;
  const m119 = v116 < Number.POSITIVE_INFINITY;
  const m120 = m118 && m119;
  const v121 = m120 ? v116 : 1;
  const v123 = m113 ? 54 : 0;
  const m125 = y > 36893488147419103000;
  const v126 = -36893488147419103000;
  const m127 = y < v126;
  const v128 = m127 ? v126 : y;
  const v129 = m125 ? 36893488147419103000 : v128;
  bits[0] = v121;
  const h121 = halves[high]!;
  const w130 = (h121 + 1075407531) | 0;
  const v131 = (w130 >>> 20) - 2048;
  const v132 = v131 - v123;
  const i133 = (w130 >>> 13) & 127;
  const v134 = logRow0[i133]!;
  const v135 = -v121 * powers[2048 - (w130 >>> 20) - lowest]!;
  const v136 = v135 + 6442450944;
  const v137 = v136 - 6442450944;
  const v138 = v137 * v134;
  const v139 = v138 - 1;
  const v140 = v135 - v137;
  const v141 = v140 * v134;
  const v142 = v139 + v141;
  const v143 = v132 * 0.6931471805598903;
  const v144 = logRow1[i133]!;
  const v145 = v143 + v144;
  const v146 = v145 + v142;
  const v147 = v145 - v146;
  const v148 = v147 + v142;
  const v149 = v132 * 5.497923018708371e-14;
  const v150 = logRow2[i133]!;
  const v151 = v149 + v150;
  const v152 = v139 * v139;
  const v153 = (-0.5) * v152;
  const v154 = v142 + v139;
  const v155 = v141 * v154;
  const v156 = (-0.5) * v155;
  const v157 = v142 * v142;
  const v158 = v142 * (-0.2500000000000001);
  const v159 = 0.3333333333333335 + v158;
  const v160 = v142 * (-0.16666666660036175);
  const v161 = 0.19999999992632794 + v160;
  const v162 = v142 * (-0.12500515000706897);
  const v163 = 0.14286286508387072 + v162;
  const v164 = v157 * v163;
  const v165 = v161 + v164;
  const v166 = v157 * v165;
  const v167 = v159 + v166;
  const v168 = v151 + v148;
  const v169 = v168 + v156;
  const v170 = v142 * v157;
  const v171 = v170 * v167;
  const v172 = v169 + v171;
  const v173 = v146 + v153;
  const v174 = v173 + v172;
  bits[0] = v174;
  const h174 = halves[high]!;
  const l174 = halves[low]!;
  const v175 = h174 < 0 ? v174 + (l174 & 0x7ffffff) * lastBits[(h174 >>> 20) & 2047]! : v174 - (l174 & 0x7ffffff) * lastBits[(h174 >>> 20) & 2047]!;
  const v176 = v146 - v175;
  const v177 = v176 + v153;
  const v178 = v177 + v172;
  bits[0] = v129;
  const h129 = halves[high]!;
  const l129 = halves[low]!;
  const v179 = h129 < 0 ? v129 + (l129 & 0x7ffffff) * lastBits[(h129 >>> 20) & 2047]! : v129 - (l129 & 0x7ffffff) * lastBits[(h129 >>> 20) & 2047]!;
  const v180 = v179 * v175;
  const v181 = v129 - v179;
  const v182 = v181 * v175;
  const v183 = v129 * v178;
  const v184 = v182 + v183;
  const m186 = v180 > 710;
  const m188 = v180 < (-746);
  const m189 = m186 || m188;
  const v190 = m189 ? 0 : v180;
  const v191 = v190 * 184.6649652337873;
  const v192 = v191 + 6755399441055744;
  const v193 = v192 - 6755399441055744;
  const v194 = v193 * 0.005415212348111709;
  const v195 = v190 - v194;
  const v196 = v193 * 1.2864023111638346e-14;
  const v197 = v195 - v196;
  const v198 = v197 + v184;
  const v199 = v198 * v198;
  const v200 = v198 * 0.16666666666666666;
  const v201 = 0.5 + v200;
  const v202 = v198 * 0.008333333333333333;
  const v203 = 0.041666666666666664 + v202;
  const m205 = v190 > 600;
  const m207 = v190 < (-600);
  const v210 = m207 ? (-130816) : 0;
  const v211 = m205 ? 129152 : v210;
  const v212 = v193 - v211;
  const w214 = v212 | 0;
  const i215 = w214 & 127;
  const v216 = expRow1[i215]! * powers[(w214 >> 7) - lowest]!;
  const v217 = expRow0[i215]!;
  const v218 = v217 + v198;
  const v219 = v199 * v201;
  const v220 = v218 + v219;
  const v221 = v199 * v199;
  const v222 = v221 * v203;
  const v223 = v220 + v222;
  const v224 = v216 * v223;
  const v225 = v216 + v224;
  const v226 = v216 - v225;
  const v227 = v226 + v224;
  const v228 = 1 + v225;
  const v229 = 1 - v228;
  const v230 = v229 + v225;
  const v231 = v230 + v227;
  const v232 = v228 + v231;
  const v233 = v232 - 1;
  const m234 = v225 < 1;
  const m235 = m207 && m234;
  const v237 = m207 ? 2.2250738585072014e-308 : 1;
  const v238 = m205 ? 5.486124068793689e+303 : v237;
  const v239 = m235 ? v233 : v225;
  const v240 = v239 * v238;
  const v241 = m188 ? 0 : v240;
  const v242 = m186 ? Number.POSITIVE_INFINITY : v241;
  if (m256) {
    const v287 = -v242;
    io[2] = v287;
    return;
  }
  if (m186) {
    io[2] = Number.POSITIVE_INFINITY;
    return;
  }
  if (m188) {
    io[2] = 0;
    return;
  }
  io[2] = v240;
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
