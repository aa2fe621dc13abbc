import type { Name, Subscript } from "./ast.ts";
import {
  acceptSymbol,
  atSymbol,
  type Cursor,
  fail,
  gapBefore,
  peek,
  quote,
  readName,
  spanFrom,
  tokenSpan,
} from "./cursor.ts";
import { expectClose } from "./unexpected.ts";

const DIGITS = /^\d+$/;

/** Whether the token at the cursor is a whole number that no word follows: an element named by its digits. */
export function atNumberedElement(c: Cursor): boolean {
  return peek(c)?.kind === "number" && peek(c, 1)?.kind !== "word";
}

/** Reads the name of an element, a subrange or a dimension: a name, or digits alone such as `2019`. */
export function readElement(c: Cursor): Name {
  if (!atNumberedElement(c)) return readName(c);
  const token = peek(c);
  if (token === undefined || !DIGITS.test(token.text)) {
    fail(c, "expected-whole-number", tokenSpan(c, token), { found: quote(token) });
  }
  c.at++;
  return { text: token.text, span: tokenSpan(c, token) };
}

/** Reads elements between commas; the cursor stands at the first. */
export function readElements(c: Cursor): readonly Name[] {
  const elements = [readElement(c)];
  while (acceptSymbol(c, ",")) elements.push(readElement(c));
  return elements;
}

/** Reads `[north, young]` if it stands at the cursor: elements of an array, without offsets. */
export function acceptElements(c: Cursor): readonly Name[] | undefined {
  const open = c.at;
  if (!acceptSymbol(c, "[")) return undefined;
  c.open++;
  const elements = readElements(c);
  expectClose(c, open, "]");
  c.open--;
  return elements;
}

/** Reads `[region, age - 1]` if it stands at the cursor; an empty list where it does not. */
export function readSubscripts(c: Cursor): readonly Subscript[] {
  const open = c.at;
  const subscripts: Subscript[] = [];
  if (!acceptSymbol(c, "[")) return subscripts;
  c.open++;
  do subscripts.push(readSubscript(c));
  while (acceptSymbol(c, ","));
  expectClose(c, open, "]");
  c.open--;
  return subscripts;
}

function readSubscript(c: Cursor): Subscript {
  const first = c.at;
  const numbered = atNumberedElement(c);
  const { text, span } = readElement(c);
  if (peek(c)?.text === "!") {
    c.at++;
    fail(c, "marked-subscript", spanFrom(c, first), { name: text });
  }
  const sign = atSymbol(c, "-") ? -1 : atSymbol(c, "+") ? 1 : 0;
  if (numbered || sign === 0) return { text, span, offset: 0 };
  if (sign < 0 && !(gapBefore(c, c.at) && gapBefore(c, c.at + 1))) {
    const data = { left: quote(c.tokens[c.at - 1]), right: quote(peek(c, 1)) };
    fail(c, "minus-needs-spaces", tokenSpan(c, peek(c)), data);
  }
  c.at++;
  const token = peek(c);
  if (token?.kind !== "number" || !DIGITS.test(token.text)) {
    fail(c, "expected-whole-number", tokenSpan(c, token), { found: quote(token) });
  }
  c.at++;
  return { text, span: spanFrom(c, first), offset: sign * Number(token.text) };
}
