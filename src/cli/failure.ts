import { type Diagnostic, DiagnosticError, type Files } from "../base/diagnostic.ts";
import type { Language } from "../base/text.ts";
import { renderDiagnostic } from "../explain/diagnostics.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";

/** Ends a command: findings to show, the texts they point into, and the exit code. */
export class Failure extends DiagnosticError {
  readonly files: Files;
  readonly exitCode: ExitCode;
  constructor(
    diagnostics: readonly Diagnostic[],
    files: Files = {},
    exitCode: ExitCode = exitCodeOf(diagnostics.map((d) => d.code)),
  ) {
    super(diagnostics);
    this.files = files;
    this.exitCode = exitCode;
  }
}

/** Throws a Failure when an error is among the findings; else gives them back. */
export function failOnErrors(diagnostics: readonly Diagnostic[], files: Files = {}): readonly Diagnostic[] {
  if (diagnostics.some((d) => d.severity === "error")) throw new Failure(diagnostics, files);
  return diagnostics;
}

/** A finding about an option or argument of the command line. */
export function optionFailure(code: string, data: Diagnostic["data"]): Failure {
  return new Failure([{ code, severity: "error", data }]);
}

/** Findings as text for people: errors first, each after an empty line; at most `limit`, then a count of the rest. */
export function findingsText(
  diagnostics: readonly Diagnostic[],
  files: Files,
  language: Language,
  limit = 20,
): string {
  const rank = { error: 0, warning: 1, notice: 2 } as const;
  const sorted = [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const shown = sorted.slice(0, limit).map((d) => renderDiagnostic(d, files, language));
  const rest = sorted.length - shown.length;
  if (rest > 0) shown.push(language === "en" ? `… and ${rest} more` : `… y ${rest} más`);
  return `${shown.join("\n\n")}\n`;
}
