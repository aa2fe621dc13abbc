import { parseCsv } from "../base/csv.ts";
import type { Diagnostic, Files, Span } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import { cellNumber } from "../evidence/register.ts";
import { dateValue } from "../lang/dates.ts";

/** One column of a CSV file; missing cells are left out. Values are as written, without any unit factor. */
export interface DataSeries {
  /** Decimal years: year + (month - 1) / 12 + (day - 1) / 365.25. */
  readonly dates: readonly number[];
  /** `YYYY-MM`. */
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** Months that a row stands for: the median distance between rows of the file, at least 1. */
  readonly spacingMonths: number;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/**
 * Reads one column of a file of the model. The first column holds dates in ascending order. Errors: `data-file-missing`
 * (with the nearest file), `data-column-missing` (with the columns and the nearest), `data-date`, `data-order`,
 * `data-cell`, `data-empty`.
 */
export function readSeries(
  files: Files,
  file: string,
  column: string,
  source: Span,
  report: (d: Diagnostic) => void,
): DataSeries | undefined {
  const fail = (code: string, span: Span, data: Diagnostic["data"]): undefined => {
    report({ code, severity: "error", span, data });
  };
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (text === undefined) {
    const known = Object.keys(files).filter((path) => path.endsWith(".csv"));
    const near = nearestName(file, known);
    return fail("data-file-missing", source, near === undefined ? { file } : { file, suggestion: near });
  }
  const table = parseCsv(file, text);
  if (table.diagnostics.length > 0) {
    for (const d of table.diagnostics) report(d);
    return undefined;
  }
  const columns = table.header.map((cell) => cell.text.trim());
  const index = columns.findIndex((name) => name.toLowerCase() === column.trim().toLowerCase());
  if (index < 1) {
    const others = columns.slice(1);
    const near = nearestName(column, others);
    const data = { file, column, columns: others };
    return fail("data-column-missing", source, near === undefined ? data : { ...data, suggestion: near });
  }
  const dates: number[] = [];
  const labels: string[] = [];
  const values: number[] = [];
  const months: number[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { cells } of table.rows) {
    const first = { text: cells[0]!.text.trim(), span: cells[0]!.span };
    const date = dateValue(first.text);
    const span = { ...first.span, end: Math.max(first.span.end, first.span.start + 1) };
    if (date === undefined) return fail("data-date", span, { file, date: first.text });
    const month = Number(first.text.slice(0, 4)) * 12 + Number(first.text.slice(5, 7)) - 1;
    if (date <= before) return fail("data-order", span, { file, date: first.text });
    before = date;
    months.push(month);
    const cell = cells[index]!;
    if (cell.text.trim() === "") continue;
    const value = cellNumber(cell.text.trim());
    if (value === undefined) {
      return fail("data-cell", cell.span, { file, column, cell: cell.text });
    }
    dates.push(date);
    labels.push(first.text.slice(0, 7));
    values.push(value);
  }
  if (dates.length === 0) return fail("data-empty", source, { file, column });
  const gaps = months.slice(1).map((month, i) => month - months[i]!);
  return { dates, labels, values, spacingMonths: Math.max(1, median(gaps)) };
}
