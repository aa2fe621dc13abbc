/** Name of the page of a chapter file. */
export function pageOf(file: string): string {
  return file.split("/").at(-1) ?? file;
}

/** The anchor of a name or an id on the model's pages: letters and digits joined by hyphens. */
export function anchor(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** A text of a model that may stand in a cell of a Markdown table. */
export function tableCell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;").trim();
}

/** A row of a Markdown table from cells that are Markdown already, bars aside. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
