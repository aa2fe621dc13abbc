/**
 * CSV text of a header and rows (RFC 4180, line feeds). A text cell that a spreadsheet would take for a formula
 * (it starts with `= + - @`, a tab or a carriage return) is led by an apostrophe; numbers are written in full, so
 * that reading them back gives the same bits, and stay numbers when negative. A missing number is an empty cell.
 */
export function csvText(
  header: readonly string[],
  rows: Iterable<readonly (string | number | undefined)[]>,
): string {
  const lines = [header.map(csvCell).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return `${lines.join("\n")}\n`;
}

/** One cell of `csvText`. */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
