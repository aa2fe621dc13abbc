/**
 * Tokens of a model block. The lexer never fails: what it does not know becomes a token of kind `unknown`,
 * and the parser says so if it meets it where it matters (a unit in `[ ]` or a file path may hold anything).
 * Token spans tile the source: each starts where the one before ends.
 */
export type TokenKind =
  | "word"
  | "number"
  | "date"
  /** Starts with a digit but is no number, such as `12-month`: may continue a name, never start one. */
  | "digits"
  | "string"
  | "reference"
  | "symbol"
  | "unknown"
  | "space"
  | "newline"
  | "comment";

export interface Token {
  readonly kind: TokenKind;
  /** The source text, as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NAME = "[\\p{L}\\p{M}\\p{N}_']";
const RULES: readonly (readonly [TokenKind, RegExp])[] = [
  ["newline", /\r\n|\r|\n/uy],
  ["space", /[^\S\r\n]+/uy],
  ["comment", /#[^\r\n]*/uy],
  ["word", new RegExp(`[\\p{L}_]${NAME}*(?:-${NAME}+)*`, "uy")],
  ["date", new RegExp(`\\d{4}-\\d{1,2}(?:-\\d{1,2})?(?!${NAME}|-${NAME})`, "uy")],
  [
    "number",
    new RegExp(
      `(?:\\d[\\d_]*(?:\\.\\d[\\d_]*)?|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?(?!${NAME}|-[\\p{L}_]|\\.\\d)`,
      "uy",
    ),
  ],
  ["digits", new RegExp(`\\p{N}${NAME}*(?:\\.\\d${NAME}*)*(?:-${NAME}+)*`, "uy")],
  // A string may run over lines; an unclosed one ends with its line.
  ["string", /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|"[^\r\n]*/uy],
  ["reference", /@[\p{L}\p{N}_]+(?:[-.:][\p{L}\p{N}_]+)*/uy],
  ["symbol", /\.\.|<=|>=|<>|[-+*/^<>=()[\],~|:%]/uy],
  ["unknown", /[\s\S]/uy],
];

/** All tokens of `text` between `from` and `to`, white space and comments included. Strings end at `to` at the latest. */
export function tokenize(text: string, from = 0, to = text.length): readonly Token[] {
  const source = text.slice(0, to);
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    for (const [kind, rule] of RULES) {
      rule.lastIndex = at;
      const match = rule.exec(source);
      if (match === null || match[0].length === 0) continue;
      tokens.push({ kind, text: match[0], start: at, end: at + match[0].length });
      at += match[0].length;
      break;
    }
  }
  return tokens;
}

/** Whether a string token has its closing quotation mark. */
export function isClosedString(text: string): boolean {
  return /^"[^"\\]*(?:\\[\s\S][^"\\]*)*"$/u.test(text);
}

/** What a closed string token says: escapes undone, a line end with the white space around it is one space. */
export function stringValue(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\s*[\r\n]\s*/g, " ")
    .replace(/\\([\s\S])/gu, "$1");
}
