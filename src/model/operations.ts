import { atan } from "../math/atan.ts";
import { cos } from "../math/cos.ts";
import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { pow } from "../math/pow.ts";
import { sin } from "../math/sin.ts";
import { tan } from "../math/tan.ts";
import type { BinaryOp, UnaryOp } from "./ir.ts";

/** One operation of the IR on a number, with the meaning that the engine gives it. */
export function unary(op: UnaryOp, x: number): number {
  switch (op) {
    case "neg":
      return -x;
    case "not":
      return x === 0 ? 1 : 0;
    case "abs":
      return Math.abs(x);
    case "sqrt":
      return Math.sqrt(x);
    case "exp":
      return exp(x);
    case "ln":
      return ln(x);
    case "floor":
      return Math.floor(x);
    case "trunc":
      return Math.trunc(x);
    case "sin":
      return sin(x);
    case "cos":
      return cos(x);
    case "tan":
      return tan(x);
    case "atan":
      return atan(x);
  }
}

/** One operation of the IR on two numbers; comparisons give 1 or 0, min is `b < a ? b : a`. */
export function binary(op: BinaryOp, a: number, b: number): number {
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "pow":
      return pow(a, b);
    case "min":
      return b < a ? b : a;
    case "max":
      return a < b ? b : a;
    case "lt":
      return a < b ? 1 : 0;
    case "le":
      return a <= b ? 1 : 0;
    case "gt":
      return a > b ? 1 : 0;
    case "ge":
      return a >= b ? 1 : 0;
    case "eq":
      return a === b ? 1 : 0;
    case "ne":
      return a !== b ? 1 : 0;
    case "and":
      return a !== 0 && b !== 0 ? 1 : 0;
    case "or":
      return a !== 0 || b !== 0 ? 1 : 0;
  }
}
