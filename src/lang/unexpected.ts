import {
  acceptWords,
  atSymbol,
  type Cursor,
  fail,
  gapBefore,
  isReserved,
  peek,
  quote,
  tokenSpan,
} from "./cursor.ts";
import { isClosedString } from "./lexer.ts";

/** Operators of other languages, longest first, and what to write here. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ["===", "="],
  ["==", "="],
  ["!==", "<>"],
  ["!=", "<>"],
  ["=<", "<="],
  ["=>", ">="],
  ["&&", "and"],
  ["||", "or"],
  ["**", "^"],
  [":=", "="],
  ["&", "and"],
  ["|", "or"],
  ["!", "not"],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "<>"],
  ["×", "*"],
  ["·", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["–", "-"],
];

/** Gives up at an operator that the language does not have, naming the one it has; returns where there is none. */
export function refuseForeignOperator(c: Cursor, index = c.at): void {
  const token = c.tokens[index];
  if (token === undefined) return;
  const rest = c.text.slice(token.start, token.start + 3);
  if (rest.startsWith("//")) {
    fail(c, "slash-comment", { file: c.file, start: token.start, end: token.start + 2 });
  }
  const foreign = FOREIGN.find(([text]) => rest.startsWith(text));
  if (foreign === undefined) return;
  const span = { file: c.file, start: token.start, end: token.start + foreign[0].length };
  fail(c, "unknown-operator", span, { found: foreign[0], suggestion: foreign[1] });
}

/** Gives up at the present token with the finding that helps most; `expected` is what could have stood here. */
export function unexpected(c: Cursor, expected = ""): never {
  const token = peek(c);
  const span = tokenSpan(c, token);
  if (token === undefined) fail(c, "expected-text", span, { expected });
  refuseForeignOperator(c);
  const before = c.tokens[c.at - 1];
  const data = { found: quote(token), expected };
  if (token.kind === "unknown") fail(c, "bad-character", span, { found: quote(token) });
  if (token.text === "%") fail(c, "percent-in-expression", span, { left: quote(before) });
  if (token.kind === "string" && !isClosedString(token.text)) fail(c, "unclosed-string", span);
  const grouped = peek(c, 1)?.text ?? "";
  if (token.text === "," && before?.kind === "number" && !gapBefore(c, c.at) && /^\d{3}/.test(grouped)) {
    fail(
      c,
      "bad-number",
      { file: c.file, start: before.start, end: token.end + grouped.length },
      {
        found: `${before.text},${grouped}`,
        suggestion: `${before.text}_${grouped}`,
      },
    );
  }
  if (isReserved(token) && expected !== "") fail(c, "expected-text", span, data);
  if (isReserved(token)) fail(c, "unexpected-text", span, data);
  const operand = token.kind === "word" || token.kind === "number" || token.kind === "date";
  if (operand || token.kind === "digits" || atSymbol(c, "(")) {
    fail(c, "missing-operator", span, { left: quote(before), right: quote(token) });
  }
  fail(c, "unexpected-text", span, data);
}

/** Moves past the symbol `text`, or gives up with the best finding. */
export function expectSymbol(c: Cursor, text: string): void {
  if (!atSymbol(c, text)) unexpected(c, text);
  c.at++;
}

/** Moves past `phrase`, or gives up saying that it is missing. */
export function expectWords(c: Cursor, phrase: string): void {
  if (!acceptWords(c, phrase)) missing(c, phrase);
}

/** Gives up at the present token, in whose place `expected` should stand. */
export function missing(c: Cursor, expected: string): never {
  refuseForeignOperator(c);
  fail(c, "expected-text", tokenSpan(c, peek(c)), { expected, found: quote(peek(c)) });
}

/** Moves past the closing `close` of the bracket at token `open`, or gives up: at `open` where the text ends. */
export function expectClose(c: Cursor, open: number, close: string): void {
  if (peek(c) === undefined) {
    fail(c, "unclosed-bracket", tokenSpan(c, c.tokens[open]), { open: c.tokens[open]?.text ?? "", close });
  }
  expectSymbol(c, close);
}
