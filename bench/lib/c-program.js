import { createEmitter } from "./c-emit.js";
import { heldLines, startLines } from "./c-held.js";
import { cHead } from "./c-lanes.js";
import { cMain } from "./c-main.js";
import { cNumber } from "./c-number.js";
import { cVectors } from "./c-sums.js";
import { cTables } from "./c-tables.js";

/** Nodes of a step up to which it is pasted into the loop, so that stocks stay in registers. */
const PASTED = 120;

/**
 * C of a program, `lanes` runs side by side, with all that our own back ends save: parts that are constant in a run, in a
 * step or in time are computed where they change, what is the same for all runs once per block of runs, equal
 * expressions once. `side` vectors of `lanes` go side by side, so that one need not wait for the other. `kernels` is the C text that defines k_exp(V) and the like.
 */
export function cProgram(program, { lanes, side = 1, kernels, saveSteps, block }) {
  const { ir, functions, nodes, derivatives, results } = program;
  const { clock, method } = ir;
  const count = ir.stocks.length;
  const body = (name) => createEmitter(program, name).lines();
  const stage = createEmitter(program, "stage");
  const stageLines = [...stage.lines(), ...derivatives.map((id, i) => `d[${i}] = ${stage.value(id)};`)];
  const report = createEmitter(program, "report");
  const reportLines = [...report.lines(), ...results.map((id, o) => `OUT(${o}) = ${report.value(id)};`)];
  const small = functions.stage.nodes.length <= PASTED;
  const arrays = ["p", "y", "d", "h", "S", "mark", "base", "sum"];
  const sizes = {
    p: ir.parameters.length,
    y: count,
    d: count,
    h: ir.held.length,
    S: program.slots,
    mark: ir.held.length,
    base: count,
    sum: count,
  };
  const declare = (word) => arrays.map((a) => `${word}V ${a}[${sizes[a] + 1}];`).join("\n");
  const parts = {
    CONSTANTS: body("run"),
    AT_STEP: body("step"),
    CLOCK: body("clock"),
    MOMENT: body("moment"),
    STAGE: stageLines,
    REPORT: reportLines,
    START: startLines(program),
    ...heldLines(program),
  };
  const args = "const double *u, const double *l, double t, double s, int k, double *out";
  const names = Object.keys(parts);
  const asFunctions = names.map(
    (name) =>
      `static __attribute__((noinline)) void do_${name}(${args}) {\n  (void)u; (void)l; (void)t; (void)s; (void)k; (void)out;\n${parts[name].join("\n")}\n}`,
  );
  const asMacros = names.map((name) => `#define DO_${name} { ${parts[name].join(" \\\n")} }`);
  const asCalls = names.map((name) =>
    parts[name].length === 0 ? `#define DO_${name}` : `#define DO_${name} do_${name}(u, l, t, s, k, out);`,
  );
  const usesParams = new Set();
  for (const n of nodes) {
    if (n.op === "param") usesParams.add(n.index);
    if (n.op === "pick") for (let i = 0; i < n.count; i++) usesParams.add(n.first + i);
  }
  const load = [...usesParams].map((i) => {
    return `  p[${i}] = GATHER(P[i * PARAMETERS + ${i}]);`;
  });
  return `${cHead(lanes, side, kernels)}
#define STEPS ${clock.steps}
#define START_INDEX ${cNumber(clock.startIndex)}
#define START_INT ${clock.startIndex}
#define PER_UNIT ${cNumber(clock.stepsPerUnit)}
#define PER_MONTH ${clock.stepsPerMonth}
#define PARAMETERS ${ir.parameters.length}
#define LEVERS ${ir.levers.length}
#define OUTPUTS ${results.length}
#define SAVES ${saveSteps.length}
#define STOCKS ${count}
#define HELD ${ir.held.length}
#define ROWS ${program.rows}
#define STAGES ${method === "rk4" ? 3 : method === "rk2" ? 2 : 1}
#define BLOCK ${block}
#define OUT(o) *(V *)(out + (o) * SAVES * LANES)
static const int SAVE_AT[SAVES + 1] = {${saveSteps.join(", ")}};
static inline int k_pick(double at, int count) {
  const double i = floor(at);
  return i > 0 ? (i < count ? (int)i : count - 1) : 0;
}
static inline double o_min(double a, double b) { return b < a ? b : a; }
static inline double o_max(double a, double b) { return a < b ? b : a; }
${cVectors(ir)}
${cTables(ir.tables, lanes)}
#define RING (STEPS + 2)
static V *ring[HELD + 1];
static int length[HELD + 1][LANES];
static double *U;
${small ? "" : declare("static ")}

static void uniform(double t, double s, const double *l, double *u) {
  (void)t; (void)s; (void)l; (void)u;
${body("uniform").join("\n")}
}
${small ? asMacros.join("\n") : `${asFunctions.join("\n")}\n${asCalls.join("\n")}`}

/* What is kept of a run at a step: stocks, held values, marks and rings. */
struct state { V y[STOCKS + 1], h[HELD + 1], mark[HELD + 1]; int length[HELD + 1][LANES]; V *ring[HELD + 1]; };

static void run(const double *P, const double *L, int from, int to, const struct state *state, struct state *keep, double *out) {
${small ? declare("") : ""}
  const double *u = 0;
  const double *l = L + from * LEVERS;
  double t = (START_INDEX + from) / PER_UNIT, s = t;
  int k = from, save = 0;
${load.join("\n")}
  u = U + from * STAGES * ROWS;
  DO_CONSTANTS
  if (state) {
    for (int i = 0; i < STOCKS; i++) y[i] = state->y[i];
    for (int i = 0; i < HELD; i++) {
      h[i] = state->h[i], mark[i] = state->mark[i];
      int most = 0;
      for (int j = 0; j < LANES; j++) { length[i][j] = state->length[i][j]; if (length[i][j] > most) most = length[i][j]; }
      if (most > 0) memcpy((void *)ring[i], (void *)state->ring[i], most * sizeof(V));
    }
  } else {
    for (int i = 0; i < HELD; i++) mark[i] = BC(-INFINITY);
    DO_START
  }
  while (save < SAVES && SAVE_AT[save] < from) save++, out += LANES;
  for (;;) {
    l = L + k * LEVERS;
    u = U + k * STAGES * ROWS;
    t = (START_INDEX + k) / PER_UNIT;
    s = t;
    if (keep && k == to) {
      for (int i = 0; i < STOCKS; i++) keep->y[i] = y[i];
      for (int i = 0; i < HELD; i++) {
        keep->h[i] = h[i], keep->mark[i] = mark[i];
        int most = 0;
        for (int j = 0; j < LANES; j++) { keep->length[i][j] = length[i][j]; if (length[i][j] > most) most = length[i][j]; }
        if (most > 0) { keep->ring[i] = ALLOC(V, most * sizeof(V)); memcpy((void *)keep->ring[i], (void *)ring[i], most * sizeof(V)); }
      }
      return;
    }
    if (k > 0) {
      DO_ADVANCE
      DO_SAMPLES
      if ((START_INT + k) % PER_MONTH == 0) { DO_RULES }
    }
    DO_AT_STEP
    ${method === "euler" ? "DO_CLOCK" : "if (k == from) { DO_CLOCK }"}
    DO_MOMENT
    DO_STAGE
    DO_PUSH
    if (save < SAVES && SAVE_AT[save] == k) { DO_REPORT save++, out += LANES; }
    if (k == to) break;
${integrate(method, count)}
    k++;
  }
}
${cMain()}
`;
}

/** The integrators of src/engine/integrate.ts, operation by operation. */
function integrate(method, count) {
  const all = (f) =>
    Array.from({ length: count }, (_, i) => `    ${f.replaceAll("#", String(i))}`).join("\n");
  if (method === "euler") return all("y[#] = y[#] + BC(1.0 / PER_UNIT) * d[#];");
  if (method !== "rk4") throw new Error(`no C for ${method}`);
  const half = "BC(1.0 / PER_UNIT / 2)";
  return `${all(`base[#] = y[#]; sum[#] = d[#]; y[#] = base[#] + ${half} * d[#];`)}
    t = (START_INDEX + k + 0.5) / PER_UNIT;
    u += ROWS;
    DO_CLOCK
    DO_MOMENT
    DO_STAGE
${all(`sum[#] = sum[#] + BC(2.0) * d[#]; y[#] = base[#] + ${half} * d[#];`)}
    DO_STAGE
${all("sum[#] = sum[#] + BC(2.0) * d[#]; y[#] = base[#] + BC(1.0 / PER_UNIT) * d[#];")}
    t = (START_INDEX + k + 1) / PER_UNIT;
    u += ROWS;
    DO_CLOCK
    DO_MOMENT
    DO_STAGE
${all("y[#] = base[#] + BC(1.0 / PER_UNIT / 6) * (sum[#] + d[#]);")}`;
}
