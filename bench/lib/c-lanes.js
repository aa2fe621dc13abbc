// What the optimised C forms are written in: V holds the values of LANES runs, M the outcome of a comparison. One run: a
// double. More: GCC vectors (W) of 2, 4 or 8 doubles, `side` of them next to each other.

const LIST = [
  ["exp", "exp"],
  ["ln", "log"],
  ["sin", "sin"],
  ["cos", "cos"],
  ["tan", "tan"],
  ["atan", "atan"],
];

const SCALAR = `
typedef double V;
typedef int M;
#define ZERO 0
#define BC(x) (x)
#define SEL(m, a, b) ((m) ? (a) : (b))
#define NUM(m) ((m) ? 1.0 : 0.0)
#define NOT(m) (!(m))
#define AND(m, n) ((m) & (n))
#define OR(m, n) ((m) | (n))
#define ANY(m) (m)
#define LANE(x, i) (x)
#define ABS(x) fabs(x)
#define SQRT(x) sqrt(x)
#define FLOOR(x) floor(x)
#define TRUNC(x) trunc(x)
#define GATHER(expr) ({ const int i = 0; (V)(expr); })
`;

/** Roots and roundings of one width, which GCC's vectors do not have. */
const WIDE = {
  2: ["_mm_sqrt_pd(x)", "_mm_floor_pd(x)", "_mm_round_pd(x, 11)", "__m128d"],
  4: ["_mm256_sqrt_pd(x)", "_mm256_floor_pd(x)", "_mm256_round_pd(x, 11)", "__m256d"],
  8: ["_mm512_sqrt_pd(x)", "_mm512_roundscale_pd(x, 9)", "_mm512_roundscale_pd(x, 11)", "__m512d"],
};

/** One vector of `lanes` doubles: W and its mask N. */
function one(lanes) {
  const [root, floor, trunc, type] = WIDE[lanes];
  const all = (f) => Array.from({ length: lanes }, (_, i) => f(i));
  const rounding = (name, call) =>
    `static inline W w_${name}(W v) { const ${type} x = (${type})v; return (W)${call}; }`;
  return `
#include <immintrin.h>
typedef double W __attribute__((vector_size(${8 * lanes}), aligned(${8 * lanes})));
typedef long long N __attribute__((vector_size(${8 * lanes}), aligned(${8 * lanes})));
static inline W w_all(double x) { return (W){${all(() => "x").join(", ")}}; }
static inline N n_all(long long x) { return (N){${all(() => "x").join(", ")}}; }
#ifdef __cplusplus
static inline W w_sel(N m, W a, W b) { return m ? a : b; }
#else
static inline W w_sel(N m, W a, W b) { return (W)(((N)a & m) | ((N)b & ~m)); }
#endif
static inline W w_num(N m) { return (W)((N)w_all(1.0) & m); }
static inline int w_any(N m) { return (${all((i) => `m[${i}]`).join(" | ")}) != 0; }
static inline W w_abs(W x) { return (W)((N)x & n_all(0x7fffffffffffffffLL)); }
${rounding("sqrt", root)}
${rounding("floor", floor)}
${rounding("trunc", trunc)}
`;
}

const ALONE = `
typedef W V;
typedef N M;
#define ZERO n_all(0)
#define BC(x) w_all(x)
#define SEL(m, a, b) w_sel(m, a, b)
#define NUM(m) w_num(m)
#define NOT(m) (~(m))
#define AND(m, n) ((m) & (n))
#define OR(m, n) ((m) | (n))
#define ANY(m) w_any(m)
#define LANE(x, i) ((x)[i])
#define ABS(x) w_abs(x)
#define SQRT(x) w_sqrt(x)
#define FLOOR(x) w_floor(x)
#define TRUNC(x) w_trunc(x)
#define GATHER(expr) ({ V g; for (int i = 0; i < LANES; i++) g[i] = (expr); g; })
`;

/** `side` vectors as one value; needs C++. */
function several(lanes, side, kernels) {
  const all = (f) => Array.from({ length: side }, (_, i) => f(i)).join(", ");
  const binary = (type, result, op) =>
    `static inline ${result} operator${op}(${type} a, ${type} b) { return (${result}){{${all((i) => `a.w[${i}] ${op} b.w[${i}]`)}}}; }`;
  const map = (name, result, args, f) =>
    `static inline ${result} ${name}(${args}) { return (${result}){{${all(f)}}}; }`;
  return `
struct M { N w[${side}]; };
struct V { W w[${side}]; };
${["+", "-", "*", "/"].map((op) => binary("V", "V", op)).join("\n")}
${["<", "<=", ">", ">=", "==", "!="].map((op) => binary("V", "M", op)).join("\n")}
${binary("M", "M", "-")}
static inline V operator-(V a) { return (V){{${all((i) => `-a.w[${i}]`)}}}; }
${map("BC", "V", "double x", () => "w_all(x)")}
${map("SEL", "V", "M m, V a, V b", (i) => `w_sel(m.w[${i}], a.w[${i}], b.w[${i}])`)}
${map("NUM", "V", "M m", (i) => `w_num(m.w[${i}])`)}
${map("NOT", "M", "M m", (i) => `~m.w[${i}]`)}
${map("AND", "M", "M m, M n", (i) => `m.w[${i}] & n.w[${i}]`)}
${map("OR", "M", "M m, M n", (i) => `m.w[${i}] | n.w[${i}]`)}
static inline int ANY(M m) { return ${Array.from({ length: side }, (_, i) => `w_any(m.w[${i}])`).join(" || ")}; }
${["ABS", "SQRT", "FLOOR", "TRUNC"].map((f) => map(f, "V", "V x", (i) => `w_${f.toLowerCase()}(x.w[${i}])`)).join("\n")}
#define ZERO (M){{${all(() => "n_all(0)")}}}
#define LANE(x, i) ((x).w[(i) / ${lanes}][(i) % ${lanes}])
#define GATHER(expr) ({ V g; for (int i = 0; i < LANES; i++) g.w[i / ${lanes}][i % ${lanes}] = (expr); g; })
${LIST.filter(([name]) => kernels.includes(`w_${name}(`))
  .map(([name]) => map(`k_${name}`, "V", "V x", (i) => `w_${name}(x.w[${i}])`))
  .join("\n")}
${map("k_pow", "V", "V x, V y", (i) => `w_pow(x.w[${i}], y.w[${i}])`)}
`;
}

/** The kernels by libm: w_exp(W) and the like, one lane after the other; o_exp(double) for one value. */
export function libmKernels(lanes) {
  const single = LIST.map(([, f]) => `#define o_${f}(x) ${f}(x)`);
  const lane = `for (int i = 0; i < ${lanes}; i++) r[i] = `;
  const wide = LIST.map(
    ([name, f]) => `static inline W w_${name}(W x) { W r; ${lane}${f}(x[i]); return r; }`,
  );
  return [
    ...single,
    "#define o_pow(x, y) pow(x, y)",
    ...(lanes === 1
      ? []
      : [...wide, `static inline W w_pow(W x, W y) { W r; ${lane}pow(x[i], y[i]); return r; }`]),
  ].join("\n");
}

/**
 * Head of a C file of `side` vectors of `lanes` runs; `kernels` defines w_exp(W) ... w_pow(W, W) where lanes > 1, and
 * o_exp(double), o_log ... o_pow for one value.
 */
export function cHead(lanes, side, kernels) {
  const alone = LIST.map(([name, f]) => `#define k_${name}(x) ${lanes === 1 ? `o_${f}` : `w_${name}`}(x)`);
  alone.push(`#define k_pow(x, y) ${lanes === 1 ? "o" : "w"}_pow(x, y)`);
  return `#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define LANES ${lanes * side}
#define ALLOC(type, bytes) ((type *)aligned_alloc(64, ((bytes) + 127) / 64 * 64))
${lanes === 1 ? SCALAR : one(lanes)}
${kernels}
${lanes === 1 ? alone.join("\n") : side === 1 ? ALONE + alone.join("\n") : several(lanes, side, kernels)}
static inline V k_min(V a, V b) { return SEL(b < a, b, a); }
static inline V k_max(V a, V b) { return SEL(a < b, b, a); }
`;
}
