/** A place in a source text: offsets count UTF-16 units from the start of `file`; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "notice";

/** A user-facing finding as data. Words are made late, in either language, by `explain/diagnostics`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span?: Span;
  readonly data: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Thrown only at the door (command line, public API) when a step cannot give its result. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.code).join(", "));
    this.diagnostics = diagnostics;
  }
}

/** Texts by path with forward slashes, relative to one root: how every layer above `host/` sees files. */
export type Files = Readonly<Record<string, string>>;
