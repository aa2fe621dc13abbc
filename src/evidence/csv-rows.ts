/** One cell of a CSV text with the offsets of its content. */
export interface CsvCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Rows of a CSV text (RFC 4180: quotes, doubled quotes, CRLF or LF); empty lines are left out. A byte order mark at
 * the start is skipped. A quote that never closes runs to the end of the text.
 */
export function csvRows(text: string): readonly (readonly CsvCell[])[] {
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const endRow = (): void => {
    if (row.length > 1 || (row[0] !== undefined && row[0].text !== "")) rows.push(row);
    row = [];
  };
  while (at <= text.length) {
    const start = at;
    let cell: string;
    if (text[at] === '"') {
      const parts: string[] = [];
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) {
          parts.push(text.slice(at));
          at = text.length;
          break;
        }
        parts.push(text.slice(at, close));
        at = close + 1;
        if (text[at] !== '"') break;
        parts.push('"');
        at += 1;
      }
      cell = parts.join("");
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\n" && text[at] !== "\r") at += 1;
      cell = text.slice(start, at);
    }
    row.push({ text: cell.trim(), start, end: at });
    while (at < text.length && text[at] !== "," && text[at] !== "\n" && text[at] !== "\r") at += 1;
    if (text[at] === ",") {
      at += 1;
      continue;
    }
    endRow();
    if (at >= text.length) break;
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  return rows;
}
