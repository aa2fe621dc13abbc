/** Exit codes of the command line; the table in docs/cli.md says what each means to a script. */
export const EXIT = {
  ok: 0,
  /** The command ran and found something wrong: failed checks, findings in a model. */
  findings: 1,
  usage: 2,
  /** A file was read and cannot be used: not text, broken YAML or CSV, a model that does not compile. */
  badInput: 65,
  /** A named file or folder is not there, or is of the wrong kind. */
  missingInput: 66,
  /** A fault of the program itself, or a result that could not be written. */
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const MISSING = new Set(["file-missing", "file-not-a-folder", "file-is-a-folder", "file-unreadable"]);

const UNWRITABLE = new Set([
  "file-unwritable",
  "files-half-written",
  "output-is-a-folder",
  "output-not-a-folder",
]);

/** The code for a command that stopped at these findings. */
export function exitCodeOf(codes: readonly string[]): ExitCode {
  if (codes.some((code) => UNWRITABLE.has(code))) return EXIT.internal;
  if (codes.some((code) => code.startsWith("option-") || code === "file-exists")) return EXIT.usage;
  return codes.some((code) => MISSING.has(code)) ? EXIT.missingInput : EXIT.badInput;
}
