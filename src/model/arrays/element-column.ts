import { type CsvTable, parseCsv } from "../../base/csv.ts";
import type { Diagnostic, Files, Span } from "../../base/diagnostic.ts";
import { nearestName } from "../../base/nearest-name.ts";
import { canonicalName } from "../../lang/names.ts";

type Report = (d: Diagnostic) => void;

/**
 * A CSV file of the model with the places of some of its columns; case does not count in their names. Errors:
 * `data-file-missing`, `data-column-missing` (both with the nearest name), and those of the CSV itself.
 */
export function readColumns(
  files: Files,
  file: string,
  columns: readonly { readonly text: string; readonly span: Span }[],
  source: Span,
  report: Report,
): { readonly table: CsvTable; readonly places: readonly number[] } | undefined {
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (text === undefined) {
    const near = nearestName(
      file,
      Object.keys(files).filter((path) => path.endsWith(".csv")),
    );
    const data = near === undefined ? { file } : { file, suggestion: near };
    report({ code: "data-file-missing", severity: "error", span: source, data });
    return undefined;
  }
  const table = parseCsv(file, text);
  if (table.diagnostics.length > 0) {
    for (const d of table.diagnostics) report(d);
    return undefined;
  }
  const header = table.header.map((cell) => cell.text.trim());
  const places = columns.map((column) => {
    const place = header.findIndex((name) => canonicalName(name) === canonicalName(column.text));
    if (place >= 0) return place;
    const near = nearestName(column.text, header);
    const data = { file, column: column.text, columns: header };
    const found = near === undefined ? data : { ...data, suggestion: near };
    report({ code: "data-column-missing", severity: "error", span: column.span, data: found });
    return place;
  });
  return places.includes(-1) ? undefined : { table, places };
}

/** Each value of a column once, in order, as written; empty cells are passed over. Error: `data-empty`. */
export function columnElements(
  files: Files,
  file: string,
  column: string,
  source: Span,
  report: Report,
): readonly string[] | undefined {
  const read = readColumns(files, file, [{ text: column, span: source }], source, report);
  if (read === undefined) return undefined;
  const seen = new Map<string, string>();
  for (const { cells } of read.table.rows) {
    const text = cells[read.places[0]!]!.text.replace(/\s+/g, " ").trim();
    if (text !== "" && !seen.has(canonicalName(text))) seen.set(canonicalName(text), text);
  }
  if (seen.size > 0) return [...seen.values()];
  report({ code: "data-empty", severity: "error", span: source, data: { file, column } });
  return undefined;
}
