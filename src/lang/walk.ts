import type { Expr, Statement } from "./ast.ts";

/** The expressions directly inside an expression, in source order. */
export function childExpressions(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case "number":
    case "date":
    case "name":
      return [];
    case "call":
      return e.args;
    case "unary":
      return [e.arg];
    case "binary":
      return [e.left, e.right];
    case "if":
      return [e.condition, e.then, e.otherwise];
    case "range":
      return [e.low, e.high];
  }
}

/** Calls `visit` with an expression and every expression inside it, outermost first, in source order. */
export function walkExpression(e: Expr, visit: (e: Expr) => void): void {
  visit(e);
  for (const child of childExpressions(e)) walkExpression(child, visit);
}

/** Whether `test` holds for an expression or any expression inside it. */
export function someExpression(e: Expr, test: (e: Expr) => boolean): boolean {
  return test(e) || childExpressions(e).some((child) => someExpression(child, test));
}

/** The expressions of a statement, those of its prior included, in source order of their clauses. */
export function statementExpressions(s: Statement): readonly Expr[] {
  const present = (...list: readonly (Expr | undefined)[]): readonly Expr[] =>
    list.filter((e) => e !== undefined);
  switch (s.kind) {
    case "unit":
    case "dimension":
    case "data":
    case "variant":
    case "outcome":
    case "known":
    case "forecast":
      return [];
    case "time":
      return present(s.from, s.to, s.resultsFrom, s.decision);
    case "stock":
      return [s.start, ...s.inflows, ...s.outflows];
    case "equation":
      return [s, ...(s.exceptions ?? [])].flatMap((part) => [part.expr, ...(part.prior?.args ?? [])]);
    case "lever":
      return [s.value, s.low, s.high];
    case "table":
      return s.points.flatMap((p) => [p.x, p.y]);
    case "observe":
      return present(s.expr, s.from, s.to);
    case "held":
      return [s.start];
    case "rule":
      return present(s.from, s.when, s.by, s.upTo, s.every, s.until);
    case "check":
      return present(...s.when.map((w) => w.value), s.expect, s.from, s.to);
    case "reject":
      return present(s.condition, s.at);
    case "mechanism":
      return s.off.map((one) => one.value);
  }
}
