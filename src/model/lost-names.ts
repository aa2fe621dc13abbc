import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { canonicalName } from "../lang/names.ts";

const KEYWORD = /^(?:stock|lever|table|data|variant|observe|held) /;

/**
 * Tells whether a name belongs to a statement that could not be read: that statement is reported already, so that
 * everything that reads the name need not be reported too. Without one of the dimensions any name may be an array's.
 * `findings` are those of the parser.
 */
export function lostNames(findings: readonly Diagnostic[], files: Files): (name: string) => boolean {
  const heads = findings.flatMap(({ severity, span }) => {
    if (severity !== "error" || span === undefined) return [];
    return [canonicalName(statementLine(files[span.file] ?? "", span.start)).replace(KEYWORD, "")];
  });
  if (heads.some((head) => head.startsWith("dimension "))) return () => true;
  return (name) =>
    heads.some((head) => head.startsWith(name) && !/^[\p{L}\p{N}_'-]/u.test(head.slice(name.length)));
}

/** The first line of the statement around an offset: the nearest line above that is not indented. */
function statementLine(text: string, offset: number): string {
  let start = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  while (start > 1 && /^[\s#]/.test(text.slice(start, start + 1))) {
    start = text.slice(0, start - 1).lastIndexOf("\n") + 1;
  }
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? undefined : end);
}
