import type { Diagnostic, Span } from "../base/diagnostic.ts";
import type { Block, Chapter, Expr, Statement } from "./ast.ts";
import { chapterParts } from "./chapter.ts";
import { langDiagnostic } from "./codes.ts";
import { acceptSymbol, attempt, openCursor, peek, spanFrom } from "./cursor.ts";
import { readExpression } from "./parse-expression.ts";
import { parseStatement } from "./parse-statement.ts";
import { unexpected } from "./unexpected.ts";

/**
 * Parses a Markdown chapter. Statements that cannot be read are left out of the tree and reported; the others
 * are all there. Spans count from the start of `text`. Never throws, whatever the text.
 */
export function parseChapter(
  file: string,
  text: string,
): { readonly chapter: Chapter; readonly diagnostics: readonly Diagnostic[] } {
  const parts = chapterParts(file, text);
  const diagnostics = [...parts.diagnostics];
  const blocks = parts.blocks.map(({ span, closed }): Block => {
    const block = parseBlock(file, text, span.start, span.end);
    // Without its closing fence a block runs into prose: one finding says so, and none about the prose.
    if (closed) diagnostics.push(...block.diagnostics);
    return { statements: block.statements, span };
  });
  diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { chapter: { file, title: parts.title, text, blocks }, diagnostics };
}

/** Parses the statements of one block, which lies in `text` between two offsets. */
export function parseBlock(
  file: string,
  text: string,
  from = 0,
  to = text.length,
): { readonly statements: readonly Statement[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const statements: Statement[] = [];
  for (const span of statementSpans(file, text, from, to)) {
    const c = openCursor(file, text, span.start, span.end, diagnostics);
    const first = peek(c);
    if (first === undefined) continue;
    if (first.start !== span.start) {
      const line = { file, start: first.start, end: first.end };
      diagnostics.push(langDiagnostic("indented-statement", line));
      continue;
    }
    const statement = parseStatement(c);
    if (statement !== undefined) statements.push(statement);
  }
  return { statements, diagnostics };
}

/** Parses one expression, or a range `low..high`, that is the whole of `text`; `expr` is absent where it cannot be read. */
export function parseExpression(
  file: string,
  text: string,
): { readonly expr?: Expr; readonly diagnostics: readonly Diagnostic[] } {
  const c = openCursor(file, text, 0, text.length, []);
  const got: { expr?: Expr } = {};
  const read = attempt(() => {
    const low = readExpression(c);
    got.expr = low;
    if (acceptSymbol(c, "..")) {
      const high = readExpression(c);
      got.expr = { kind: "range", low, high, span: spanFrom(c, 0) };
    }
    if (peek(c) !== undefined) unexpected(c);
  });
  return read ? { ...got, diagnostics: c.diagnostics } : { diagnostics: c.diagnostics };
}

/**
 * The stretches of a block that hold one statement each: a line that begins with anything but white space or a
 * comment starts one; indented and empty lines, comments and closing brackets go on with it.
 */
function statementSpans(file: string, text: string, from: number, to: number): readonly Span[] {
  const starts = [from];
  for (const match of text.slice(from, to).matchAll(/(?:\r\n|\r|\n)(?=[^\s#)\]])/g)) {
    starts.push(from + match.index + match[0].length);
  }
  return starts.map((start, i) => ({ file, start, end: starts[i + 1] ?? to }));
}
