import { evaluateSum } from "./arrays/evaluate-sum.ts";
import type { Builder } from "./builder.ts";
import type { IrExpr } from "./ir.ts";
import { binary, unary } from "./operations.ts";

/**
 * Value of a draft expression at the parameters' and levers' own values; undefined where it reads stocks, time, tables
 * or anything that moves.
 */
export function evaluateConstant(b: Builder, e: IrExpr, depth = 0): number | undefined {
  const value = (inner: IrExpr): number | undefined => evaluateConstant(b, inner, depth + 1);
  if (depth > 200) return undefined;
  switch (e.op) {
    case "const":
      return e.value;
    case "param":
      return b.parameters[e.index]?.value;
    case "lever":
      return b.levers[e.index]?.value;
    case "aux":
      return value(b.auxiliaries[e.index]!.expr);
    case "if": {
      const condition = value(e.condition);
      if (condition === undefined) return undefined;
      return condition !== 0 ? value(e.then) : value(e.otherwise);
    }
    case "stock":
    case "held":
    case "time":
    case "steptime":
    case "dt":
    case "lookup":
    case "pick":
    case "noise":
      return undefined;
    case "sumproduct":
      return evaluateSum(b.vectors, e, value);
    default: {
      if ("arg" in e) {
        const arg = value(e.arg);
        return arg === undefined ? undefined : unary(e.op, arg);
      }
      const left = value(e.left);
      const right = value(e.right);
      return left === undefined || right === undefined ? undefined : binary(e.op, left, right);
    }
  }
}
