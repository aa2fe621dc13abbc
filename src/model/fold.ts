import type { Expr } from "../lang/ast.ts";

/** A literal as written: a number, a date, or arithmetic on literals where the grammar wants a value. */
export interface Literal {
  readonly value: number;
  /** Decimal years that no unit factor scales. */
  readonly date: boolean;
}

/** A number, a date or a negated number; undefined for anything else. What makes an equation a parameter. */
export function literal(e: Expr): Literal | undefined {
  if (e.kind === "number") return { value: e.value, date: false };
  if (e.kind === "date") return { value: e.value, date: true };
  if (e.kind === "unary" && e.op === "-") {
    const inner = literal(e.arg);
    return inner === undefined || inner.date ? undefined : { value: 0 - inner.value, date: false };
  }
  return undefined;
}

/** A literal or `+ - * /` on literals: for ranges, prior arguments and table points. */
export function foldLiteral(e: Expr): Literal | undefined {
  const plain = literal(e);
  if (plain !== undefined) return plain;
  if (e.kind === "unary" && e.op === "-") {
    const arg = foldLiteral(e.arg);
    return arg === undefined ? undefined : { value: 0 - arg.value, date: false };
  }
  if (e.kind !== "binary") return undefined;
  const left = foldLiteral(e.left);
  const right = foldLiteral(e.right);
  if (left === undefined || right === undefined) return undefined;
  switch (e.op) {
    case "+":
      return { value: left.value + right.value, date: left.date || right.date };
    case "-":
      return { value: left.value - right.value, date: left.date && !right.date };
    case "*":
      return { value: left.value * right.value, date: false };
    case "/":
      return { value: left.value / right.value, date: false };
    default:
      return undefined;
  }
}
