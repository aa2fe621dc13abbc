import type { IrExpr, IrSlice } from "../model/ir.ts";

/** Turns one expression into JavaScript text; `temporaries` counts the local variables it needs. */
export interface Emitter {
  readonly emit: (expr: IrExpr) => string;
  readonly temporaries: () => number;
}

const BINARY: Partial<Record<IrExpr["op"], string>> = { add: "+", sub: "-", mul: "*", div: "/" };
const COMPARE: Partial<Record<IrExpr["op"], string>> = {
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  eq: "===",
  ne: "!==",
};
/** Text that may stand twice in an expression: a variable, an array element or a number. */
const SIMPLE = /^(?:[a-z]\w*(?:\[\d+\])?|\d[\d.e+-]*|\(-[\d.e+-]+\))$/;

/** The name that a slice of a vector has in generated text. */
export function sliceName({ vector, first, stride }: IrSlice, count: number): string {
  return `x${vector}_${first}_${stride}_${count}`;
}

/** A number literal that reads back as the same double. */
export function literal(value: number): string {
  if (Object.is(value, -0)) return "(-0)";
  return value < 0 ? `(${value})` : `${value}`;
}

/**
 * An emitter whose auxiliaries are written by `aux`. Names in the text: `p` parameters, `l` levers,
 * `y` stocks, `h` held variables, `z` noise, `t` stage time, `s` step time, `c` the argument cell of the kernels
 * (`exp`, `pow`, `sin` ...), `f<n>` tables, `x<...>` slices of vectors, `v<n>` temporaries. No operation is reordered or regrouped.
 */
export function createEmitter(aux: (index: number) => string, dt: number): Emitter {
  let count = 0;

  /** A condition: comparisons stay bare, anything else is true unless it is 0. */
  function condition(e: IrExpr): string {
    const sign = COMPARE[e.op];
    if (sign && "left" in e) return `(${emit(e.left)} ${sign} ${emit(e.right)})`;
    if (e.op === "and" || e.op === "or")
      return `(${condition(e.left)} ${e.op === "and" ? "&&" : "||"} ${condition(e.right)})`;
    if (e.op === "not") return `!${condition(e.arg)}`;
    return `(${emit(e)} !== 0)`;
  }

  /** Evaluates `text` once: [assignments to run first, text that may be repeated]. */
  function once(text: string): [string, string] {
    if (SIMPLE.test(text)) return ["", text];
    const name = `v${count++}`;
    return [`${name} = ${text}, `, name];
  }

  function unaryCell(kernel: string, arg: IrExpr): string {
    return `(c[0] = ${emit(arg)}, ${kernel}(), c[2])`;
  }

  function emit(e: IrExpr): string {
    switch (e.op) {
      case "const":
        return literal(e.value);
      case "param":
        return `p[${e.index}]`;
      case "lever":
        return `l[${e.index}]`;
      case "stock":
        return `y[${e.index}]`;
      case "held":
        return `h[${e.index}]`;
      case "aux":
        return aux(e.index);
      case "time":
        return "t";
      case "steptime":
        return "s";
      case "dt":
        return literal(dt);
      case "neg":
        return `(-${emit(e.arg)})`;
      case "abs":
      case "sqrt":
      case "floor":
      case "trunc":
        return `${e.op}(${emit(e.arg)})`;
      case "exp":
      case "ln":
      case "sin":
      case "cos":
      case "tan":
      case "atan":
        return unaryCell(e.op, e.arg);
      case "pow": {
        const [setA, a] = once(emit(e.left));
        const [setB, b] = once(emit(e.right));
        return `(${setA}${setB}c[0] = ${a}, c[1] = ${b}, pow(), c[2])`;
      }
      case "min":
      case "max": {
        const [setA, a] = once(emit(e.left));
        const [setB, b] = once(emit(e.right));
        return e.op === "min"
          ? `(${setA}${setB}${b} < ${a} ? ${b} : ${a})`
          : `(${setA}${setB}${a} < ${b} ? ${b} : ${a})`;
      }
      case "if":
        return `(${condition(e.condition)} ? ${emit(e.then)} : ${emit(e.otherwise)})`;
      case "not":
      case "and":
      case "or":
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "eq":
      case "ne":
        return `(${condition(e)} ? 1 : 0)`;
      case "lookup":
        return `(c[0] = ${emit(e.arg)}, f${e.table}(), c[2])`;
      case "pick":
        return `p[pick(${emit(e.arg)}, ${e.first}, ${e.count})]`;
      case "noise":
        return `z[${e.index}]`;
      case "sumproduct": {
        const names = (e.times === undefined ? [e.of] : [e.of, e.times]).map((s) => sliceName(s, e.count));
        return `(${names.length === 1 ? "total" : "dot"}(${names.join(", ")}), c[2])`;
      }
      default:
        return `(${emit(e.left)} ${BINARY[e.op]} ${emit(e.right)})`;
    }
  }
  return { emit, temporaries: () => count };
}
