import { cNumber } from "./c-number.js";
import { createSums } from "./c-sums.js";

const ARITHMETIC = { add: "+", sub: "-", mul: "*", div: "/" };
const COMPARE = { lt: "<", le: "<=", gt: ">", ge: ">=", eq: "==", ne: "!=" };
const LOGIC = new Set(["and", "or", "not", ...Object.keys(COMPARE)]);
const FUNCTIONS = { abs: "ABS", sqrt: "SQRT", floor: "FLOOR", trunc: "TRUNC" };
const KERNELS = new Set(["exp", "ln", "sin", "cos", "tan", "atan"]);
const HOST = { exp: "exp", ln: "log", sin: "sin", cos: "cos", tan: "tan", atan: "atan" };
const SCALAR = { abs: "fabs", sqrt: "sqrt", floor: "floor", trunc: "trunc" };

/**
 * Writes nodes of one function (all that `roots` need, by default those of the function) as C. In `uniform` everything is a plain double (`one`), and the kernels are those
 * of one value; elsewhere values are V and what is the same for all runs is broadcast. Nodes read once stand in
 * their reader's expression, so that the branch of a scalar `?:` that is not taken costs nothing.
 */
export function createEmitter(program, name, { roots, prefix = "n" } = {}) {
  const { nodes, functions } = program;
  const one = name === "uniform";
  const all = new Set(functions[name].nodes);
  const wanted = roots ? within(roots) : functions[name].nodes;
  const local = new Set(wanted);
  const sums = createSums(program, one);
  const uses = new Map();
  const use = (id) => uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const id of wanted) nodes[id].args.forEach(use);
  (roots ?? functions[name].roots).forEach(use);
  const named = new Set(wanted.filter((id) => keeps(nodes[id])));
  /** Nodes of this function that some need, in order. */
  function within(from) {
    const seen = new Set();
    const go = (id) => {
      if (!all.has(id) || seen.has(id)) return;
      seen.add(id);
      nodes[id].args.forEach(go);
    };
    from.forEach(go);
    return [...seen].sort((a, b) => a - b);
  }
  function isStored(n) {
    return n.stored === true && program.homeOf(n) === name;
  }
  function keeps(n) {
    if (isStored(n)) return true;
    return (uses.get(n.id) ?? 0) > 1 || n.op === "sumproduct";
  }
  const isMask = (n) => LOGIC.has(n.op);
  const splat = (text) => (one ? text : `BC(${text})`);

  function leaf(n) {
    if (n.op === "const") return splat(cNumber(n.value));
    if (n.op === "time") return splat("t");
    if (n.op === "steptime") return splat("s");
    if (n.op === "lever") return splat(`l[${n.index}]`);
    return { param: `p[${n.index}]`, stock: `y[${n.index}]`, held: `h[${n.index}]` }[n.op];
  }
  /** A value as a number. */
  function value(id) {
    const n = nodes[id];
    if (n.leaf) return leaf(n);
    if (!local.has(id)) return n.rate === "uniform" ? splat(`u[${n.slot}]`) : `S[${n.slot}]`;
    if (named.has(id)) return isMask(n) ? num(`${prefix}${id}`) : `${prefix}${id}`;
    return isMask(n) ? num(mask(id)) : text(n);
  }
  const num = (m) => (one ? `((${m}) ? 1.0 : 0.0)` : `NUM(${m})`);
  /** A value as a condition. */
  function mask(id) {
    const n = nodes[id];
    if (!isMask(n) || !local.has(id)) return `(${value(id)} != ${splat("0.0")})`;
    if (named.has(id)) return `${prefix}${id}`;
    return maskText(n);
  }
  function maskText(n) {
    if (n.op === "not") return one ? `!${mask(n.args[0])}` : `NOT(${mask(n.args[0])})`;
    if (n.op === "and" || n.op === "or") {
      const [a, b] = n.args.map(mask);
      return one ? `(${a} ${n.op === "and" ? "&&" : "||"} ${b})` : `${n.op.toUpperCase()}(${a}, ${b})`;
    }
    return `(${value(n.args[0])} ${COMPARE[n.op]} ${value(n.args[1])})`;
  }
  function text(n) {
    const sign = ARITHMETIC[n.op];
    if (sign) return `(${value(n.args[0])} ${sign} ${value(n.args[1])})`;
    if (n.op === "neg") return `(-${value(n.args[0])})`;
    if (n.op === "min" || n.op === "max") {
      const [a, b] = n.args.map(value);
      return one ? `o_${n.op}(${a}, ${b})` : `k_${n.op}(${a}, ${b})`;
    }
    if (n.op === "if") {
      const [c, a, b] = [mask(n.args[0]), value(n.args[1]), value(n.args[2])];
      return one ? `(${c} ? ${a} : ${b})` : `SEL(${c}, ${a}, ${b})`;
    }
    if (n.op in FUNCTIONS) return `${one ? SCALAR[n.op] : FUNCTIONS[n.op]}(${value(n.args[0])})`;
    if (KERNELS.has(n.op))
      return one ? `o_${HOST[n.op]}(${value(n.args[0])})` : `k_${n.op}(${value(n.args[0])})`;
    if (n.op === "pow") return `${one ? "o" : "k"}_pow(${n.args.map(value).join(", ")})`;
    if (n.op === "lookup") return `${one ? "s" : "f"}${n.table}(${value(n.args[0])})`;
    if (n.op === "pick") {
      const at = nodes[n.args[0]];
      const where = (v) => `${n.first} + k_pick(${v}, ${n.count})`;
      if (at.rate === "uniform") return `p[${where(at.leaf ? leafOne(at) : `u[${at.slot}]`)}]`;
      return `({ const V w = ${value(n.args[0])}; GATHER(LANE(p[${where("LANE(w, i)")}], i)); })`;
    }
    throw new Error(`no C for ${n.op}`);
  }
  const leafOne = (n) =>
    ({ const: () => cNumber(n.value), time: () => "t", steptime: () => "s", lever: () => `l[${n.index}]` })[
      n.op
    ]();

  const written = new Set();
  /** Statements for what `from` needs (default: everything) and that has not been written yet. */
  function lines(from) {
    const result = [];
    for (const id of from ? within(from) : wanted) {
      const n = nodes[id];
      if (!named.has(id) || written.has(id)) continue;
      if (n.op === "sumproduct") {
        const among = wanted.map((other) => nodes[other]).filter((other) => !written.has(other.id));
        const list = sums.together(n, [n, ...among.filter((other) => other.id > id)]);
        result.push(...sums.lines(list, value, (m) => `${prefix}${m.id}`));
        for (const m of list) {
          written.add(m.id);
          if (isStored(m)) result.push(`${one ? "u" : "S"}[${m.slot}] = ${prefix}${m.id};`);
        }
        continue;
      }
      written.add(id);
      const type = isMask(n) ? (one ? "int" : "M") : one ? "double" : "V";
      result.push(`const ${type} ${prefix}${id} = ${isMask(n) ? maskText(n) : text(n)};`);
      if (isStored(n))
        result.push(
          `${one ? "u" : "S"}[${n.slot}] = ${isMask(n) ? num(`${prefix}${id}`) : `${prefix}${id}`};`,
        );
    }
    return result;
  }
  return { lines, value, mask };
}
