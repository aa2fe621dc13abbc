import type { Diagnostic, Span } from "./diagnostic.ts";
import { formatExact } from "./number-format.ts";

/** A cell of a CSV text: what it says (quotes undone), and where it stands in the text (quotes included). */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

/** A row of a CSV text with the line (from 1) on which it starts. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly CsvCell[];
}

/** A CSV text with a header; every row in `rows` has as many cells as the header. */
export interface CsvTable {
  readonly header: readonly CsvCell[];
  readonly rows: readonly CsvRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a CSV text (RFC 4180: commas, double quotes doubled inside quotes, any line end; a byte order mark and
 * empty lines are passed over). Cells are as written, without trimming. Findings: `csv-empty` (no header),
 * `csv-ragged` (a row with more or fewer cells than the header; the row is left out), `csv-open-quote`,
 * `csv-text-after-quote`, `csv-duplicate-column`.
 */
export function parseCsv(file: string, text: string): CsvTable {
  const diagnostics: Diagnostic[] = [];
  const [header, ...body] = readRows(file, text, diagnostics);
  if (header === undefined) {
    const span = { file, start: 0, end: 0 };
    return {
      header: [],
      rows: [],
      diagnostics: [{ code: "csv-empty", severity: "error", span, data: { file } }],
    };
  }
  const names = new Set<string>();
  for (const { text: name, span } of header.cells) {
    if (names.has(name)) {
      diagnostics.push({ code: "csv-duplicate-column", severity: "error", span, data: { column: name } });
    }
    names.add(name);
  }
  const width = header.cells.length;
  const rows = body.filter((row) => {
    if (row.cells.length === width) return true;
    const span = { file, start: row.cells[0]!.span.start, end: row.cells.at(-1)!.span.end };
    const data = { line: row.line, cells: row.cells.length, columns: width };
    diagnostics.push({ code: "csv-ragged", severity: "error", span, data });
    return false;
  });
  return { header: header.cells, rows, diagnostics };
}

function readRows(file: string, text: string, diagnostics: Diagnostic[]): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row: { line: number; cells: CsvCell[] } = { line, cells: [] };
    for (;;) {
      const cell = readCell(file, text, at, diagnostics);
      row.cells.push(cell);
      line += text.slice(at, cell.span.end).match(/\r\n|\r|\n/g)?.length ?? 0;
      at = cell.span.end;
      if (text[at] !== ",") break;
      at++;
    }
    if (row.cells.length > 1 || row.cells[0]!.span.end > row.cells[0]!.span.start) rows.push(row);
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
  }
  return rows;
}

function readCell(file: string, text: string, start: number, diagnostics: Diagnostic[]): CsvCell {
  const plainEnd = (from: number): number => {
    let end = from;
    while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
    return end;
  };
  if (text[start] !== '"') {
    const end = plainEnd(start);
    return { text: text.slice(start, end), span: { file, start, end } };
  }
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) {
      const span = { file, start, end: start + 1 };
      diagnostics.push({ code: "csv-open-quote", severity: "error", span, data: {} });
      return { text: parts.join("") + text.slice(at), span: { file, start, end: text.length } };
    }
    parts.push(text.slice(at, close));
    at = close + 1;
    if (text[at] !== '"') break;
    parts.push('"');
    at++;
  }
  const end = plainEnd(at);
  if (end > at) {
    const data = { text: text.slice(at, end) };
    diagnostics.push({
      code: "csv-text-after-quote",
      severity: "error",
      span: { file, start: at, end },
      data,
    });
  }
  return { text: parts.join(""), span: { file, start, end } };
}

/** A cell to write; undefined and numbers that are not finite become empty cells. */
export type CsvValue = string | number | undefined;

/**
 * CSV text of a header and rows (RFC 4180, line feeds). Numbers are written in full, so that reading them back gives
 * the same bits, and stay numbers when negative; a text that a spreadsheet would take for a formula is made safe.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [header.map(csvCell).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return `${lines.join("\n")}\n`;
}

/**
 * One cell of `csvText`. A text that starts with `= + - @`, a tab or a carriage return is led by an apostrophe and
 * quoted, unless it is a plain number such as `-3.5`.
 */
export function csvCell(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? formatExact(value) : "";
  const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value);
  const safe = !number && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
