import type { Diagnostic, Span } from "../base/diagnostic.ts";
import type { Name, UnitText } from "./ast.ts";
import { type LangCode, langDiagnostic } from "./codes.ts";
import { isClosedString, stringValue, type Token, tokenize } from "./lexer.ts";

/** A reading position in the significant tokens of one statement (or one clause of it). */
export interface Cursor {
  readonly file: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly diagnostics: Diagnostic[];
  at: number;
  /** Open calls of the expression parser: the guard against a stack overflow. */
  depth: number;
  /** Open brackets around the expression being read: inside them no word starts a clause. */
  open: number;
  /** Says that the word at an index starts a clause, so that no name runs into it; asked only outside brackets. */
  stop: (index: number) => boolean;
}

/** Thrown inside the parser only, after its finding was recorded; caught where parsing can go on. */
export class Bail extends Error {}

const RESERVED: ReadonlySet<string> = new Set(["if", "then", "else", "and", "or", "not"]);

/** A cursor over the tokens between two offsets of `text`; white space and comments are left out. */
export function openCursor(
  file: string,
  text: string,
  from: number,
  to: number,
  diagnostics: Diagnostic[],
): Cursor {
  const tokens = tokenize(text, from, to).filter(
    (t) => t.kind !== "space" && t.kind !== "newline" && t.kind !== "comment",
  );
  return { file, text, tokens, diagnostics, at: 0, depth: 0, open: 0, stop: () => false };
}

/** The token `ahead` places on, or undefined after the last. */
export function peek(c: Cursor, ahead = 0): Token | undefined {
  return c.tokens[c.at + ahead];
}

/** Whether the token `ahead` places on is the symbol `text`. */
export function atSymbol(c: Cursor, text: string, ahead = 0): boolean {
  const token = peek(c, ahead);
  return token?.kind === "symbol" && token.text === text;
}

/** Whether the words of `phrase` stand at the cursor, in any case. */
export function atWords(c: Cursor, phrase: string, ahead = 0): boolean {
  return phrase.split(" ").every((word, i) => {
    const token = peek(c, ahead + i);
    return token?.kind === "word" && token.text.toLowerCase() === word;
  });
}

/** Moves past `phrase` if it stands at the cursor. */
export function acceptWords(c: Cursor, phrase: string): boolean {
  if (!atWords(c, phrase)) return false;
  c.at += phrase.split(" ").length;
  return true;
}

/** Moves past the symbol `text` if it stands at the cursor. */
export function acceptSymbol(c: Cursor, text: string): boolean {
  if (!atSymbol(c, text)) return false;
  c.at++;
  return true;
}

/** Whether white space, a comment or an end of the statement lies between token `index - 1` and token `index`. */
export function gapBefore(c: Cursor, index: number): boolean {
  const before = c.tokens[index - 1];
  const token = c.tokens[index];
  return before === undefined || token === undefined || before.end < token.start;
}

/** Whether the token at `index` is the first on its line. */
export function startsLine(c: Cursor, index: number): boolean {
  const before = c.tokens[index - 1];
  const token = c.tokens[index];
  return (
    token !== undefined && (before === undefined || /[\r\n]/.test(c.text.slice(before.end, token.start)))
  );
}

/** Span of one token; at the end of the tokens an empty span after the last. */
export function tokenSpan(c: Cursor, token: Token | undefined): Span {
  if (token !== undefined) return { file: c.file, start: token.start, end: token.end };
  const end = c.tokens.at(-1)?.end ?? 0;
  return { file: c.file, start: end, end };
}

/** Span from token `first` to the last token read; at least one token wide. */
export function spanFrom(c: Cursor, first: number): Span {
  const start = c.tokens[first]?.start ?? tokenSpan(c, undefined).start;
  const end = c.tokens[Math.max(first, c.at - 1)]?.end ?? start;
  return { file: c.file, start, end };
}

/** Records a finding and gives up on the present clause or statement. */
export function fail(c: Cursor, code: LangCode, span: Span, data: Diagnostic["data"] = {}): never {
  c.diagnostics.push(langDiagnostic(code, span, data));
  throw new Bail();
}

/** Runs `read`; false where it gave up (its finding is recorded). Other exceptions pass. */
export function attempt(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof Bail)) throw error;
    return false;
  }
}

/** How a token is quoted in a finding; the end of the tokens is the empty text. */
export function quote(token: Token | undefined): string {
  if (token === undefined) return "";
  return token.text.length > 40 ? `${token.text.slice(0, 39)}…` : token.text;
}

/** Whether a word is kept for expressions: if then else and or not. */
export function isReserved(token: Token | undefined): boolean {
  return token?.kind === "word" && RESERVED.has(token.text.toLowerCase());
}

/** Whether the word at `index` starts a clause and so ends what stands before it. */
export function startsClause(c: Cursor, index: number): boolean {
  return c.open === 0 && c.stop(index);
}

/** Whether the token at `index` can go on a name: a word, or after the first word also digits. */
function continuesName(c: Cursor, index: number): boolean {
  const token = c.tokens[index];
  if (token === undefined || startsClause(c, index)) return false;
  if (token.kind === "word") return !isReserved(token);
  if (token.kind === "digits") return !token.text.includes(".");
  if (token.kind === "number") return /^\d[\d_]*$/.test(token.text);
  return token.kind === "date";
}

/** Reads a name of one or more words; fails with a finding where none stands. Words are joined by one space. */
export function readName(c: Cursor): Name {
  const first = c.at;
  const token = peek(c);
  if (token?.kind !== "word" || isReserved(token) || startsClause(c, c.at)) {
    if (isReserved(token)) fail(c, "reserved-word", tokenSpan(c, token), { found: quote(token) });
    refuseDigits(c, token);
    if (token?.kind === "number" && peek(c, 1)?.kind === "word") {
      fail(c, "name-starts-with-digit", tokenSpan(c, token), { found: quote(token) });
    }
    fail(c, "expected-name", tokenSpan(c, token), { found: quote(token) });
  }
  c.at++;
  while (continuesName(c, c.at)) c.at++;
  const text = c.tokens
    .slice(first, c.at)
    .map((t) => t.text)
    .join(" ");
  return { text, span: spanFrom(c, first) };
}

/** Gives up at a token that starts with a digit and is neither a number nor a date. */
export function refuseDigits(c: Cursor, token: Token | undefined): void {
  if (token?.kind !== "digits") return;
  const code = /^[\d_.]+$/.test(token.text) ? "bad-number" : "name-starts-with-digit";
  fail(c, code, tokenSpan(c, token), { found: quote(token) });
}

/** Reads `[unit]` if it stands at the cursor; the text between the brackets, trimmed. */
export function readUnit(c: Cursor): UnitText | undefined {
  if (!atSymbol(c, "[")) return undefined;
  const open = c.at;
  while (c.at < c.tokens.length && !atSymbol(c, "]")) c.at++;
  const from = c.tokens[open]!.end;
  const to = peek(c)?.start;
  if (to === undefined) fail(c, "unclosed-bracket", tokenSpan(c, c.tokens[open]), { open: "[", close: "]" });
  c.at++;
  const raw = c.text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const text = raw.trim().replace(/\s+/g, " ");
  if (text === "") fail(c, "expected-unit", spanFrom(c, open));
  return { text, span: { file: c.file, start, end: start + raw.trim().length } };
}

/** Reads a string in quotation marks and gives what it says. */
export function readString(c: Cursor): string {
  const token = peek(c);
  if (token?.kind !== "string") fail(c, "expected-string", tokenSpan(c, token), { found: quote(token) });
  if (!isClosedString(token.text)) fail(c, "unclosed-string", tokenSpan(c, token));
  c.at++;
  return stringValue(token.text);
}

/** Reads a plain number, with a minus sign if `signed`. */
export function readNumber(c: Cursor, signed = false): number {
  const negative = signed && acceptSymbol(c, "-");
  const token = peek(c);
  if (token?.kind !== "number") fail(c, "expected-number", tokenSpan(c, token), { found: quote(token) });
  c.at++;
  return (negative ? -1 : 1) * numberValue(c, token);
}

/** Value of a number token; fails where it is too large for a double. */
export function numberValue(c: Cursor, token: Token): number {
  const value = Number(token.text.replaceAll("_", ""));
  if (!Number.isFinite(value)) fail(c, "bad-number", tokenSpan(c, token), { found: quote(token) });
  return value;
}
