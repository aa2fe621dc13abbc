import type { Ir, IrExpr, IrSlice } from "./ir.ts";

const SIGNS: Partial<Record<IrExpr["op"], string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  div: "/",
  pow: "^",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  eq: "=",
  ne: "<>",
  and: "and",
  or: "or",
};

/** An IR expression with names in place of indices, every operation in parentheses: what the program computes. */
export function irText(ir: Ir, e: IrExpr): string {
  const text = (inner: IrExpr): string => irText(ir, inner);
  switch (e.op) {
    case "const":
      return String(e.value);
    case "param":
      return ir.parameters[e.index]!.name;
    case "lever":
      return ir.levers[e.index]!.name;
    case "stock":
      return ir.stocks[e.index]!.name;
    case "aux":
      return ir.auxiliaries[e.index]!.name;
    case "held":
      return ir.held[e.index]!.name;
    case "time":
    case "steptime":
    case "dt":
      return e.op;
    case "neg":
      return `-${text(e.arg)}`;
    case "not":
    case "abs":
    case "sqrt":
    case "exp":
    case "ln":
    case "floor":
    case "trunc":
    case "sin":
    case "cos":
    case "tan":
    case "atan":
      return `${e.op}(${text(e.arg)})`;
    case "lookup":
      return `${ir.tables[e.table]!.name}(${text(e.arg)})`;
    case "pick":
      return `${ir.parameters[e.first]!.name}..${e.count}[${text(e.arg)}]`;
    case "noise":
      return ir.noise![e.index]!.name;
    case "sumproduct": {
      const slice = (of: IrSlice) => `${ir.vectors![of.vector]!.name}[${of.first}:${of.stride}:${e.count}]`;
      return `sum(${slice(e.of)}${e.times === undefined ? "" : ` * ${slice(e.times)}`})`;
    }
    case "if":
      return `(if ${text(e.condition)} then ${text(e.then)} else ${text(e.otherwise)})`;
    case "min":
    case "max":
      return `${e.op}(${text(e.left)}, ${text(e.right)})`;
    default:
      return `(${text(e.left)} ${SIGNS[e.op]} ${text(e.right)})`;
  }
}
