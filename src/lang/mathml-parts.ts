import { formatSignificant } from "../base/number-format.ts";

/** A piece of presentation MathML and its width in characters, roughly: what decides where a long equation breaks. */
export interface Piece {
  readonly markup: string;
  readonly width: number;
  /** Of a piece that was broken: its rows, so that what it stands in can go on breaking between them. */
  readonly rows?: readonly Piece[];
}

/** Text made safe for the content of an element. */
export function markupText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * A name as the chapter writes it, words and all: one identifier. (As `mtext` it would count as white space, and operators beside it would
 * lose their room.)
 */
export function nameWords(text: string): Piece {
  const words = text.trim().replace(/\s+/g, " ");
  return { markup: `<mi>${markupText(words)}</mi>`, width: words.length };
}

/** A number with thousands separators; very small and very large ones as a power of ten. */
export function numberMarkup(value: number): Piece {
  const [digits = "", exponent] = String(value).split("e");
  if (exponent === undefined) {
    const text = formatSignificant(value, 15).replace("-", "−");
    return { markup: `<mn>${text}</mn>`, width: text.length };
  }
  const power = `<msup><mn>10</mn><mn>${exponent.replace("+", "").replace("-", "−")}</mn></msup>`;
  const markup = digits === "1" ? power : row(`<mn>${digits}</mn>`, operator("×"), power);
  return { markup, width: digits.length + 5 };
}

/** An operator between two operands; it keeps its space where it ends or begins a row. */
export function operator(sign: string): string {
  return `<mo form="infix">${markupText(sign)}</mo>`;
}

/** A sign before its only operand. */
export function prefix(sign: string): string {
  return `<mo form="prefix">${markupText(sign)}</mo>`;
}

/** What later rows of a broken piece stand in from the first. */
export const INDENT = '<mspace width="1.5em"></mspace>';

/** Elements side by side. */
export function row(...parts: readonly string[]): string {
  return `<mrow>${parts.join("")}</mrow>`;
}

/** Lines below one another; `role` says of what: `rows` of one expression, `cases` to choose from. */
export function lines(role: "rows" | "cases", rows: readonly (readonly string[])[]): string {
  const cells = rows.map((cols) => `<mtr>${cols.map((cell) => `<mtd>${cell}</mtd>`).join("")}</mtr>`);
  return `<mtable class="${role}" displaystyle="true">${cells.join("")}</mtable>`;
}

/** A piece between parentheses that grow with it. */
export function parenthesised(piece: Piece): Piece {
  return {
    markup: row('<mo fence="true">(</mo>', piece.markup, '<mo fence="true">)</mo>'),
    width: piece.width + 2,
  };
}

/**
 * Pieces with the operator before each, side by side as far as they fit into `limit` characters and then on a new row, which
 * begins with its operator.
 */
export function filled(
  parts: readonly { readonly sign: string; readonly piece: Piece }[],
  limit: number,
): Piece {
  const rows: { markup: string; width: number; open: boolean }[] = [];
  for (const [i, { sign, piece }] of parts.entries()) {
    const [first, ...later] = piece.rows ?? [piece];
    const markup = (i === 0 ? "" : operator(sign)) + first!.markup;
    const width = first!.width + (i === 0 ? 0 : sign.length + 2);
    const last = rows.at(-1);
    if (last?.open && last.width + width <= limit) {
      last.markup += markup;
      last.width += width;
      last.open = later.length === 0;
    } else rows.push({ markup, width, open: later.length === 0 });
    for (const one of later) rows.push({ markup: INDENT + one.markup, width: one.width + 3, open: false });
  }
  return stacked(rows.map((one) => ({ markup: row(one.markup), width: one.width })));
}

/** Rows below one another as one piece. */
export function stacked(rows: readonly Piece[]): Piece {
  if (rows.length === 1) return rows[0]!;
  return {
    markup: lines(
      "rows",
      rows.map(({ markup }) => [markup]),
    ),
    width: Math.max(...rows.map(({ width }) => width)),
    rows,
  };
}
