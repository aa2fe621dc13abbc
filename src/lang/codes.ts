import type { Diagnostic, Severity, Span } from "../base/diagnostic.ts";

/** Every finding that this folder can report; `explain/diagnostic-words/lang.ts` has a sentence for each. */
export type LangCode =
  | "bad-character"
  | "bad-date"
  | "bad-number"
  | "bad-reference"
  | "chained-comparison"
  | "clause-at-margin"
  | "clause-needs-parentheses"
  | "duplicate-clause"
  | "empty-model-block"
  | "empty-parentheses"
  | "expected-name"
  | "expected-number"
  | "expected-operand"
  | "expected-string"
  | "expected-text"
  | "expected-unit"
  | "expected-whole-number"
  | "indented-statement"
  | "minus-needs-spaces"
  | "misplaced-model-block"
  | "misspelt-model-block"
  | "missing-clause"
  | "missing-equals"
  | "missing-operator"
  | "name-starts-with-digit"
  | "percent-in-expression"
  | "reserved-word"
  | "slash-comment"
  | "stock-with-equals"
  | "table-too-short"
  | "too-deep"
  | "unclosed-bracket"
  | "unclosed-model-block"
  | "unclosed-string"
  | "unexpected-text"
  | "unknown-clause"
  | "unknown-operator"
  | "unknown-statement";

/** A finding of this folder, typed by its code. */
export function langDiagnostic(
  code: LangCode,
  span: Span,
  data: Diagnostic["data"] = {},
  severity: Severity = "error",
): Diagnostic {
  return { code, severity, span, data };
}
