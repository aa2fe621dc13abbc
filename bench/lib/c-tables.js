import { cArray, cNumber } from "./c-number.js";

/** Points up to which a vector counts the breakpoints below its argument; above, each lane searches. */
const COUNTED = 24;

/**
 * C of the tables: f<n>(V) for runs side by side, and s<n>(double) for one value, with the operations of
 * src/engine/tables.ts: y_i + (x - x_i) * slope_i between points, the ends outside unless the shape says otherwise.
 */
export function cTables(tables, lanes) {
  return tables.map((table, n) => one(table, n, lanes)).join("\n");
}

function one({ x, y, shape }, n, lanes) {
  const last = x.length - 1;
  const slope = x.map((at, i) => (i < last ? (y[i + 1] - y[i]) / (x[i + 1] - at) : 0));
  const inside = shape === "stepwise" ? "Y[i]" : "Y[i] + (at - X[i]) * S[i]";
  const arrays = [cArray(`tx${n}`, x), cArray(`ty${n}`, y), cArray(`ts${n}`, slope)].join("\n");
  const lowEnd = shape === "extrapolated" ? "" : `  if (at <= X[0]) return Y[0];\n`;
  const highEnd = shape === "extrapolated" ? "" : `  if (at >= X[${last}]) return Y[${last}];\n`;
  // Extrapolation goes on along the first and last segment: the same formula with i kept within them.
  const scalar = `static inline double s${n}(double at) {
  static int hint = 0;
  const double *X = tx${n}, *Y = ty${n}, *S = ts${n};
  (void)S;
${lowEnd}${highEnd}  if (at != at) return at;
  int i = hint;
  while (i > 0 && at < X[i]) i--;
  while (i < ${shape === "extrapolated" ? last - 1 : last - 1} && at >= X[i + 1]) i++;
  hint = i;
  return ${inside};
}`;
  if (lanes === 1) return `${arrays}\n${scalar}\n#define f${n}(x) s${n}(x)\n`;
  if (x.length > COUNTED || shape !== undefined)
    return `${arrays}\n${scalar}\nstatic inline V f${n}(V x) { return GATHER(s${n}(LANE(x, i))); }\n`;
  const counts = x
    .slice(1, -1)
    .map((at) => `  n = n - (x >= BC(${cNumber(at)}));`)
    .join("\n");
  return `${arrays}\n${scalar}
static inline V f${n}(V x) {
  M n = ZERO;
${counts}
  const V x0 = GATHER(tx${n}[LANE(n, i)]), y0 = GATHER(ty${n}[LANE(n, i)]), s0 = GATHER(ts${n}[LANE(n, i)]);
  const V r = y0 + (x - x0) * s0;
  return SEL(x <= BC(${cNumber(x[0])}), BC(${cNumber(y[0])}), SEL(x >= BC(${cNumber(x[last])}), BC(${cNumber(y[last])}), r));
}
`;
}
