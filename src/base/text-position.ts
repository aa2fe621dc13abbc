/** A place in a text as people count: line and column from 1; columns count UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const NEWLINE = /\r\n|\r|\n/g;

/** Offsets at which the lines of `text` start; CRLF, LF and a lone CR all end a line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(NEWLINE)) starts.push(match.index + match[0].length);
  return starts;
}

/** Line and column of `offset`; offsets outside the text are moved to its nearest end. */
export function textPosition(text: string, offset: number): TextPosition {
  const at = Math.min(Math.max(offset, 0), text.length);
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** Line `line` (from 1) of `text` without its line end; empty where the text has no such line. */
export function lineText(text: string, line: number): string {
  const starts = lineStarts(text);
  const start = starts[line - 1];
  if (start === undefined) return "";
  return text.slice(start, starts[line] ?? text.length).replace(/\r?\n$|\r$/, "");
}
