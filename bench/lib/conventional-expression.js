import { cNumber } from "./c-number.js";
import { children, slices } from "./program.js";

const SIGN = { add: "+", sub: "-", mul: "*", div: "/", and: "&&", or: "||" };
const COMPARE = { lt: "<", le: "<=", gt: ">", ge: ">=" };
const LOGIC = new Set(["and", "or", "not", "eq", "ne", ...Object.keys(COMPARE)]);

/** How one language writes the functions; `js.fns` is the object through which SDEverywhere's JavaScript calls them. */
export const WORDS = {
  c: { eq: "==", ne: "!=", call: (op) => ({ ln: "log", abs: "fabs", min: "fmin", max: "fmax" })[op] ?? op },
  js: { eq: "===", ne: "!==", call: (op) => `Math.${op === "ln" ? "log" : op}` },
  fns: { eq: "===", ne: "!==", call: (op) => `fns.${op.toUpperCase()}` },
};

/**
 * Text of an expression of the IR as a model compiler writes it, every operation where the equation has it. `ref(of, index)` names a
 * quantity; `row(slice, count)` gives what a sum reads: (index text) => text.
 */
export function conventionalExpression(ir, words, ref, row) {
  const condition = (e) => (LOGIC.has(e.op) ? logic(e) : `(${value(e)} ${words.ne} 0)`);
  function logic(e) {
    if (e.op === "not") return `(!${condition(e.arg)})`;
    if (e.op === "and" || e.op === "or") return `(${condition(e.left)} ${SIGN[e.op]} ${condition(e.right)})`;
    return `(${value(e.left)} ${COMPARE[e.op] ?? words[e.op]} ${value(e.right)})`;
  }
  function value(e) {
    if (LOGIC.has(e.op)) return `(${logic(e)} ? 1.0 : 0.0)`;
    switch (e.op) {
      case "const":
        return cNumber(e.value);
      case "dt":
        return cNumber(1 / ir.clock.stepsPerUnit);
      case "time":
        return "t";
      case "steptime":
        return "s";
      case "param":
      case "lever":
      case "stock":
      case "aux":
      case "held":
        return ref(e.op, e.index);
      case "neg":
        return `(-${value(e.arg)})`;
      case "if":
        return `(${condition(e.condition)} ? ${value(e.then)} : ${value(e.otherwise)})`;
      case "lookup":
        return `lookup${e.table}(${value(e.arg)})`;
      case "pick":
        return `P[at + ${e.first} + pick(${value(e.arg)}, ${e.count})]`;
      case "sumproduct":
        return `sum${e.times ? 2 : 1}(${e.count}, ${slices(e)
          .map((s) => row(s, e.count))
          .join(", ")})`;
      case "noise":
        throw new Error("the bench's forms have no noise");
      default:
        if (e.op in SIGN) return `(${value(e.left)} ${SIGN[e.op]} ${value(e.right)})`;
        return `${words.call(e.op)}(${children(e).map(value).join(", ")})`;
    }
  }
  return { value, condition };
}
