/** One column: its heading and the side on which its cells line up. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/**
 * Lines of a table with aligned columns two spaces apart; the last line has no line feed. Headings stand over the
 * cells; a width counts characters as a terminal shows them (combining marks take none).
 */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column, i) =>
    Math.max(width(column.title), ...rows.map((row) => width(row[i] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => pad(cells[i] ?? "", widths[i] ?? 0, column.align ?? "left"))
      .join("  ")
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}

/** `text` broken at spaces into lines of at most `columns` characters, each after the first led by `indent`. */
export function wrap(text: string, columns: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && width(longer) > columns) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function width(text: string): number {
  return Array.from(text.replace(/\p{M}/gu, "")).length;
}

function pad(text: string, to: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, to - width(text)));
  return align === "left" ? text + space : space + text;
}

/** The month `YYYY-MM` in which a time in decimal years lies; a time a rounding error before it counts as in it. */
export function monthOf(time: number): string {
  const months = Math.floor(time * 12 + 1e-6);
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, "0")}-${String(months - 12 * year + 1).padStart(2, "0")}`;
}
