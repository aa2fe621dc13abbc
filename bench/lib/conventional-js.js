import { chunks, conventionalParts, rowValues } from "./conventional.js";
import { lookupJs } from "./conventional-lookup.js";

/** Functions that SDEverywhere's JavaScript calls through an object. */
const FNS = `const fns = { ABS: Math.abs, ATAN: Math.atan, COS: Math.cos, EXP: Math.exp, FLOOR: Math.floor, LN: Math.log, MAX: Math.max,
  MIN: Math.min, POW: Math.pow, SIN: Math.sin, SQRT: Math.sqrt, TAN: Math.tan, TRUNC: Math.trunc };`;

const table = ({ x, y }, n) => `const lookup${n} = (() => {
  const X = new Float64Array([${x}]), Y = new Float64Array([${y}]);
  const S = X.map((at, i) => (i + 1 < X.length ? (Y[i + 1] - Y[i]) / (X[i + 1] - at) : 0));
  let i = 0;
  return (at) => {
    if (at <= X[0]) return Y[0];
    if (at >= X[${x.length - 1}]) return Y[${x.length - 1}];
    if (at !== at) return at;
    while (at < X[i]) i--;
    while (at >= X[i + 1]) i++;
    return Y[i] + (at - X[i]) * S[i];
  };
})();`;

/**
 * A module of JavaScript in one of the forms that model compilers emit (\`globals\`, \`array\`, \`locals\`). It exports
 * \`run(P, at, L, from, to, state, keep, out, o)\`: one run with the parameters at P[at], its outputs [output][save] at out[o]; gives the
 * state at \`to\` when \`keep\`.
 */
export function conventionalJs(ir, outputs, form, { saveSteps }) {
  const p = conventionalParts(ir, outputs, "js", form);
  const { clock } = ir;
  const locals = form === "locals";
  const fn = (name, lines) => {
    const cut = chunks(lines);
    const bodies = cut.map((part, i) => `function ${name}${i}() {\n${part.join("\n")}\n}`);
    return `${bodies.join("\n")}\nfunction ${name}() { ${cut.map((_, i) => `${name}${i}();`).join(" ")} }`;
  };
  const whole = (name, lines) => `function ${name}() {\n${lines.join("\n")}\n}`;
  const bodies = {
    initConstants: p.constants,
    setLevers: p.levers,
    initLevels: p.levels,
    advance: p.advance,
    samples: p.samples,
    rules: p.rules,
    evalAux: p.aux,
    evalReport: p.report,
    push: p.push,
    ...Object.fromEntries(p.integrate.map((lines, i) => [`evalLevels${"abcd"[i]}`, lines])),
  };
  const split = new Set([
    "initConstants",
    "evalAux",
    "evalReport",
    "evalLevelsa",
    "evalLevelsb",
    "evalLevelsc",
    "evalLevelsd",
  ]);
  const functions = Object.entries(bodies).map(([name, lines]) =>
    (split.has(name) ? fn : whole)(name, lines),
  );
  const call = (name) => (locals ? `{ ${bodies[name].join("\n")} }` : `${name}();`);
  const declare =
    form === "array"
      ? `const v = new Float64Array(${p.total});`
      : `let ${p.names.map((n) => `${n} = 0`).join(", ")};`;
  const report = `if (save < SAVES && saveAt[save] === k) {
      ${call("evalReport")}
      outAt = o + save;
      ${p.results.map((ref) => `outputVar(${ref});`).join("\n      ")}
      save++;
    }`;
  const timeAt = (after) => `t = (${clock.startIndex} + k + ${after}) / PER_UNIT;`;
  const [first, ...later] = p.integrate.map((_, i) => call(`evalLevels${"abcd"[i]}`));
  const separate = () => {
    const stages = later.map(
      (levels, i) => `${["0.5", "", "1"][i] ? timeAt(["0.5", "", "1"][i]) : ""} ${call("evalAux")} ${levels}`,
    );
    return `${call("evalAux")} ${call("push")} ${report} if (k === to) break; ${first} ${stages.join("\n    ")}`;
  };
  /** All equations stand once, in a loop over the stages of a step. */
  const oneLoop = () => `let ended = false;
    for (let stage = 0; stage < ${p.integrate.length}; stage++) {
      if (stage === 1) ${timeAt("0.5")}
      if (stage === 3) ${timeAt("1")}
      ${call("evalAux")}
      if (stage === 0) {
        ${call("push")}
        ${report}
        if (k === to) { ended = true; break; }
        ${first}
      } ${later.map((levels, i) => `else if (stage === ${i + 1}) ${levels}`).join(" ")}
    }
    if (ended) break;`;
  const marks = p.state.filter((_, i) => i >= ir.stocks.length + ir.held.length);
  const globals = form === "globals" ? `let ${p.names.join(", ")};` : form === "array" ? declare : "";
  return `${FNS}
const PER_UNIT = ${clock.stepsPerUnit}, LEVERS = ${ir.levers.length}, SAVES = ${saveSteps.length};
const saveAt = [${saveSteps}];
${locals ? "" : "let P, at, L, t, s, k;"}
let rings = [${ir.held.map((h) => (h.kind === "delay" ? "new Float64Array(1)" : "undefined")).join(", ")}];
function pick(x, count) { const i = Math.floor(x); return i > 0 ? (i < count ? i : count - 1) : 0; }
function reached(step, date) { return ${clock.startIndex} + step >= date * PER_UNIT - 1e-6; }
function ring_start(i, late, x) {
  const n = Math.floor(late * PER_UNIT + 0.5);
  const length = n > ${clock.steps} ? ${clock.steps + 1} : n >= 1 ? n : 1;
  if (rings[i].length !== length) rings[i] = new Float64Array(length);
  rings[i].fill(x);
}
function ring_get(i, step) { return rings[i][step % rings[i].length]; }
function ring_put(i, step, x) { rings[i][step % rings[i].length] = x; }
function sum1(n, a) { let x = a[0]; for (let j = 1; j < n; j++) x = x + a[j]; return x; }
function sum2(n, a, b) { let x = a[0] * b[0]; for (let j = 1; j < n; j++) x = x + a[j] * b[j]; return x; }
${form === "globals" ? lookupJs(ir.tables) : ir.tables.map(table).join("\n")}
${p.fixed.map((r) => `const ${r.name} = new Float64Array([${rowValues(ir, r)}]);`).join("\n")}
${p.moving.map((r) => `const ${r.name} = new Float64Array(${r.count});`).join("\n")}
${globals}
${locals ? "" : functions.join("\n")}
let save = 0, outAt = 0, outTo;
function outputVar(x) { outTo[outAt] = x; outAt += SAVES; }
export function run(P_, at_, L_, from, to, state, keep, out, o) {
  ${locals ? "const P = P_, at = at_, L = L_; let t = 0, s = 0, k = from;" : "P = P_; at = at_; L = L_; k = from;"}
  ${locals ? declare : ""}
  save = 0;
  outTo = out;
  t = s = (${clock.startIndex} + k) / PER_UNIT;
  ${call("initConstants")}
  ${call("setLevers")}
  if (state) {
    ${p.state.map((ref, i) => `${ref} = state.kept[${i}];`).join("\n    ")}
    rings = state.rings.map((r) => r?.slice());
  } else {
    ${marks.map((ref) => `${ref} = -Infinity;`).join("\n    ")}
    ${call("initLevels")}
  }
  while (save < SAVES && saveAt[save] < from) save++;
  for (;;) {
    t = s = (${clock.startIndex} + k) / PER_UNIT;
    ${call("setLevers")}
    if (keep && k === to) return { kept: Float64Array.of(${p.state.join(", ")}), rings: rings.map((r) => r?.slice()) };
    if (k > 0) {
      ${call("advance")}
      ${call("samples")}
      if ((${clock.startIndex} + k) % ${clock.stepsPerMonth} === 0) { ${call("rules")} }
    }
    ${locals ? oneLoop() : separate()}
    k++;
  }
  return undefined;
}
`;
}
