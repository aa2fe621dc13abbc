import { type CsvCell, parseCsv } from "../base/csv.ts";
import type { Diagnostic, Span } from "../base/diagnostic.ts";

/** One row of `evidence.csv`. Numbers are in the row's own `unit`; `undefined` where the cell is empty or no number. */
export interface EvidenceRow {
  readonly id: string;
  readonly quantity: string;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The cell `value` as written. */
  readonly valueText: string;
  readonly unit: string;
  readonly year: string;
  readonly source: string;
  readonly url: string;
  /** `verified`, `secondary` or `unverified`. */
  readonly status: string;
  readonly note: string;
}

const COLUMNS = ["id", "quantity", "value", "low", "high", "unit", "year", "source", "status"] as const;

/** A finite number in plain or exponent notation, thousands without separators; undefined for anything else. */
export function cellNumber(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A row by column name. */
interface CsvRecord {
  readonly cell: (name: string) => string;
  readonly span: (name: string) => Span;
}

/** Header and rows of a CSV text; column names are case-insensitive, cells are trimmed. */
function records(
  file: string,
  text: string,
): {
  readonly header: readonly string[];
  readonly rows: readonly CsvRecord[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const table = parseCsv(file, text);
  const header = table.header.map((cell) => cell.text.trim().toLowerCase());
  const rows = table.rows.map((row): CsvRecord => {
    const at = (name: string): CsvCell | undefined => row.cells[header.indexOf(name)];
    return {
      cell: (name) => at(name)?.text.trim() ?? "",
      span: (name) => {
        const { start, end } = at(name)?.span ?? row.cells[0]!.span;
        return { file, start, end: Math.max(end, start + 1) };
      },
    };
  });
  return { header, rows, diagnostics: table.diagnostics };
}

/**
 * Reads `evidence.csv` into rows by id. Errors: `evidence-column-missing`, `evidence-id-twice`, `evidence-id-empty`;
 * spans point into `file`.
 */
export function loadRegister(
  file: string,
  text: string,
): { readonly rows: ReadonlyMap<string, EvidenceRow>; readonly diagnostics: readonly Diagnostic[] } {
  const { header, rows: found, ...table } = records(file, text);
  const diagnostics: Diagnostic[] = [...table.diagnostics];
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    diagnostics.push({
      code: "evidence-column-missing",
      severity: "error",
      span: { file, start: 0, end: Math.max(1, text.indexOf("\n")) },
      data: { missing, columns: header },
    });
  }
  const rows = new Map<string, EvidenceRow>();
  for (const record of found) {
    const { cell } = record;
    const span = record.span("id");
    const id = cell("id");
    if (id === "") diagnostics.push({ code: "evidence-id-empty", severity: "error", span, data: {} });
    else if (rows.has(id))
      diagnostics.push({ code: "evidence-id-twice", severity: "error", span, data: { id } });
    else {
      rows.set(id, {
        id,
        quantity: cell("quantity"),
        value: cellNumber(cell("value")),
        low: cellNumber(cell("low")),
        high: cellNumber(cell("high")),
        valueText: cell("value"),
        unit: cell("unit"),
        year: cell("year"),
        source: cell("source"),
        url: cell("url_or_doi") || cell("url"),
        status: cell("status").toLowerCase(),
        note: cell("note"),
      });
    }
  }
  return { rows, diagnostics };
}

/** One dated fact of `timeline.csv`. */
export interface TimelineRow {
  /** `YYYY-MM-DD`, or less where the day is not known. */
  readonly date: string;
  readonly event: string;
  readonly lever: string;
  readonly value: string;
  readonly unit: string;
  readonly source: string;
  readonly url: string;
}

/** Reads `timeline.csv` in the order of the file. Errors: `timeline-date` for a date that is none. */
export function loadTimeline(
  file: string,
  text: string,
): { readonly rows: readonly TimelineRow[]; readonly diagnostics: readonly Diagnostic[] } {
  const table = records(file, text);
  const diagnostics: Diagnostic[] = [...table.diagnostics];
  const rows = table.rows.map(({ cell, span }): TimelineRow => {
    const date = cell("date");
    if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) {
      diagnostics.push({ code: "timeline-date", severity: "error", span: span("date"), data: { date } });
    }
    return {
      date,
      event: cell("event"),
      lever: cell("lever"),
      value: cell("value"),
      unit: cell("unit"),
      source: cell("source"),
      url: cell("url"),
    };
  });
  return { rows, diagnostics };
}
