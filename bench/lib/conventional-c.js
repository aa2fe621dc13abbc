import { cHead, libmKernels } from "./c-lanes.js";
import { cMain } from "./c-main.js";
import { cArray, cNumber } from "./c-number.js";
import { chunks, conventionalParts, rowValues } from "./conventional.js";
import { lookupC } from "./conventional-lookup.js";

/** C of a model in the form that model compilers emit: variables of the file, functions of 30 equations, libm. */
export function conventionalC(ir, outputs, { saveSteps, block }) {
  const parts = conventionalParts(ir, outputs, "c", "globals");
  const { clock } = ir;
  const fn = (name, lines) => {
    const cut = chunks(lines);
    const bodies = cut.map((part, i) => `void ${name}${i}(void) {\n${part.join("\n")}\n}`);
    return `${bodies.join("\n")}\nstatic void ${name}(void) { ${cut.map((_, i) => `${name}${i}();`).join(" ")} }`;
  };
  const whole = (name, lines) => `static void ${name}(void) {\n${lines.join("\n")}\n}`;
  return `${cHead(1, 1, libmKernels(1))}
#define STEPS ${clock.steps}
#define START_INDEX ${cNumber(clock.startIndex)}
#define START_INT ${clock.startIndex}
#define PER_UNIT ${cNumber(clock.stepsPerUnit)}
#define PER_MONTH ${clock.stepsPerMonth}
#define PARAMETERS ${ir.parameters.length}
#define LEVERS ${ir.levers.length}
#define OUTPUTS ${outputs.length}
#define SAVES ${saveSteps.length}
#define HELD ${ir.held.length}
#define ROWS 0
#define STAGES 1
#define BLOCK ${block}
#define RING (STEPS + 2)
static const int SAVE_AT[SAVES + 1] = {${saveSteps.join(", ")}};
${parts.names.map((n) => `double ${n};`).join("\n")}
double t, s;
int k;
static V *ring[HELD + 1];
static int length[HELD + 1];
static double *U;
static const double *P_now, *L_now;
static double *result;
#define P P_now
#define L L_now
#define at 0
static int pick(double x, int count) { const double i = floor(x); return i > 0 ? (i < count ? (int)i : count - 1) : 0; }
static int reached(int step, double date) { return START_INDEX + step >= date * PER_UNIT - 1e-6; }
static void ring_start(int i, double late, double x) {
  const double n = floor(late * PER_UNIT + 0.5);
  length[i] = n > STEPS ? STEPS + 1 : n >= 1 ? (int)n : 1;
  for (int m = 0; m < length[i]; m++) ring[i][m] = x;
}
static double ring_get(int i, int step) { return ring[i][step % length[i]]; }
static void ring_put(int i, int step, double x) { ring[i][step % length[i]] = x; }
static double sum1(int n, const double *a) { double x = a[0]; for (int j = 1; j < n; j++) x = x + a[j]; return x; }
static double sum2(int n, const double *a, const double *b) { double x = a[0] * b[0]; for (int j = 1; j < n; j++) x = x + a[j] * b[j]; return x; }
#undef at
${lookupC(ir.tables)}
#define at 0
${parts.fixed.map((r) => cArray(r.name, rowValues(ir, r))).join("\n")}
${parts.moving.map((r) => `static double ${r.name}[${r.count}];`).join("\n")}
__attribute__((noinline)) static void outputVar(double x) { *result = x; result += SAVES; }
static void uniform(double a, double b, const double *c, double *d) { (void)a; (void)b; (void)c; (void)d; }
${fn("initConstants", parts.constants)}
${whole("setLevers", parts.levers)}
${whole("initLevels", parts.levels)}
${whole("advance", parts.advance)}
${whole("samples", parts.samples)}
${whole("rules", parts.rules)}
${fn("evalAux", parts.aux)}
${fn("evalReport", parts.report)}
${whole("push", parts.push)}
${parts.integrate.map((lines, i) => fn(`evalLevels${"abcd"[i]}`, lines)).join("\n")}
struct state { double kept[${parts.state.length + 1}]; int length[HELD + 1]; double *ring[HELD + 1]; };
#undef P
#undef L
#undef at
static void run(const double *P, const double *L, int from, int to, const struct state *state, struct state *keep, double *out) {
  P_now = P; L_now = L; k = from;
  t = s = (START_INDEX + k) / PER_UNIT;
  initConstants();
  setLevers();
  if (state) {
${parts.state.map((ref, i) => `    ${ref} = state->kept[${i}];`).join("\n")}
    for (int i = 0; i < HELD; i++) {
      length[i] = state->length[i];
      if (length[i] > 0) memcpy(ring[i], state->ring[i], length[i] * 8);
    }
  } else {
${parts.state
  .filter((ref) => /_mark\d+$/.test(ref))
  .map((ref) => `    ${ref} = -INFINITY;`)
  .join("\n")}
    initLevels();
  }
  int save = 0;
  while (save < SAVES && SAVE_AT[save] < from) save++;
  for (;;) {
    t = s = (START_INDEX + k) / PER_UNIT;
    setLevers();
    if (keep && k == to) {
${parts.state.map((ref, i) => `      keep->kept[${i}] = ${ref};`).join("\n")}
      for (int i = 0; i < HELD; i++) {
        keep->length[i] = length[i];
        if (length[i] > 0) { keep->ring[i] = ALLOC(double, length[i] * 8); memcpy(keep->ring[i], ring[i], length[i] * 8); }
      }
      return;
    }
    if (k > 0) {
      advance();
      samples();
      if ((START_INT + k) % PER_MONTH == 0) rules();
    }
    evalAux();
    push();
    if (save < SAVES && SAVE_AT[save] == k) {
      evalReport();
      result = out + save;
${parts.results.map((ref) => `      outputVar(${ref});`).join("\n")}
      save++;
    }
    if (k == to) break;
    evalLevelsa();
${ir.method === "rk4" ? "    t = (START_INDEX + k + 0.5) / PER_UNIT;\n    evalAux();\n    evalLevelsb();\n    evalAux();\n    evalLevelsc();\n    t = (START_INDEX + k + 1) / PER_UNIT;\n    evalAux();\n    evalLevelsd();" : ""}
    k++;
  }
}
${cMain()}
`;
}
