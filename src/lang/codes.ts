import type { Diagnostic, Severity, Span } from "../base/diagnostic.ts";

/** Findings about words, numbers, brackets and operators, wherever they stand. */
export type ExpressionCode =
  | "bad-character"
  | "bad-date"
  | "bad-number"
  | "chained-comparison"
  | "empty-parentheses"
  | "expected-name"
  | "expected-number"
  | "expected-operand"
  | "expected-string"
  | "expected-text"
  | "expected-whole-number"
  | "marked-subscript"
  | "minus-needs-spaces"
  | "missing-operator"
  | "name-starts-with-digit"
  | "over-one-dimension"
  | "percent-in-expression"
  | "reserved-word"
  | "slash-comment"
  | "too-deep"
  | "unclosed-bracket"
  | "unclosed-string"
  | "unexpected-text"
  | "unknown-operator";

/** Findings about statements, their clauses and the blocks of a chapter. */
export type StatementCode =
  | "bad-reference"
  | "clause-at-margin"
  | "clause-needs-parentheses"
  | "dimension-backwards"
  | "duplicate-clause"
  | "empty-model-block"
  | "except-needs-line"
  | "expected-unit"
  | "indented-statement"
  | "misplaced-model-block"
  | "misspelt-model-block"
  | "missing-clause"
  | "missing-equals"
  | "stock-with-equals"
  | "table-too-short"
  | "unclosed-model-block"
  | "unknown-clause"
  | "unknown-statement";

/** Every finding that this folder can report; `explain/diagnostic-words` has sentences for each. */
export type LangCode = ExpressionCode | StatementCode;

/** A finding of this folder, typed by its code. */
export function langDiagnostic(
  code: LangCode,
  span: Span,
  data: Diagnostic["data"] = {},
  severity: Severity = "error",
): Diagnostic {
  return { code, severity, span, data };
}
