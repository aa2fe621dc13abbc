import { formatSignificant } from "../base/number-format.ts";

/** A piece of presentation MathML and its width in characters, roughly: what decides where a long equation breaks. */
export interface Piece {
  readonly markup: string;
  readonly width: number;
}

/** Text made safe for the content of an element. */
export function markupText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A name as the chapter writes it: one identifier, or words that keep their spaces. */
export function nameWords(text: string): Piece {
  const words = text.trim().replace(/\s+/g, " ");
  const element = words.includes(" ") ? "mtext" : "mi";
  return { markup: `<${element}>${markupText(words)}</${element}>`, width: words.length };
}

/** A number with thousands separators; very small and very large ones as a power of ten. */
export function numberMarkup(value: number): Piece {
  const [digits = "", exponent] = String(value).split("e");
  if (exponent === undefined) {
    const text = formatSignificant(value, 15).replace("-", "−");
    return { markup: `<mn>${text}</mn>`, width: text.length };
  }
  const power = `<msup><mn>10</mn><mn>${exponent.replace("+", "").replace("-", "−")}</mn></msup>`;
  const markup = digits === "1" ? power : row(`<mn>${digits}</mn>`, operator("·"), power);
  return { markup, width: digits.length + 5 };
}

/** An operator between two operands. */
export function operator(sign: string): string {
  return `<mo>${markupText(sign)}</mo>`;
}

/** Elements side by side. */
export function row(...parts: readonly string[]): string {
  return `<mrow>${parts.join("")}</mrow>`;
}

/** Lines below one another; `role` says of what: `rows` of one expression, `cases` to choose from. */
export function lines(role: "rows" | "cases", rows: readonly (readonly string[])[]): string {
  const cells = rows.map((cols) => `<mtr>${cols.map((cell) => `<mtd>${cell}</mtd>`).join("")}</mtr>`);
  return `<mtable class="${role}">${cells.join("")}</mtable>`;
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
  const rows: { parts: string[]; width: number }[] = [];
  for (const [i, { sign, piece }] of parts.entries()) {
    const own = [...(i === 0 ? [] : [operator(sign)]), piece.markup];
    const width = piece.width + (i === 0 ? 0 : sign.length + 2);
    const last = rows.at(-1);
    if (last === undefined || last.width + width > limit) rows.push({ parts: own, width });
    else {
      last.parts.push(...own);
      last.width += width;
    }
  }
  const width = Math.max(...rows.map((one) => one.width));
  const marked = rows.map((one) => row(...one.parts));
  return {
    markup:
      marked.length === 1
        ? marked[0]!
        : lines(
            "rows",
            marked.map((one) => [one]),
          ),
    width,
  };
}
