import { nearestName } from "../base/nearest-name.ts";
import type { Reference } from "./ast.ts";
import { langDiagnostic } from "./codes.ts";
import {
  acceptSymbol,
  atSymbol,
  attempt,
  atWords,
  type Cursor,
  fail,
  peek,
  quote,
  readString,
  spanFrom,
  tokenSpan,
} from "./cursor.ts";
import { unexpected } from "./unexpected.ts";

/** A clause of a statement: its words, and what reads the rest of it (the cursor stands after the words). */
export interface Clause {
  readonly words: string;
  readonly read: () => void;
  /** Clauses of one key exclude each other; the words if absent. */
  readonly key?: string;
  /** For a clause that begins with a symbol or a number instead of words: whether it does, moving past a symbol. */
  readonly starts?: () => boolean;
}

/** Reads `@ID` with its quoted reason if one stands at the cursor, into `references`. */
function acceptReference(c: Cursor, references: Reference[]): boolean {
  const token = peek(c);
  if (token?.kind !== "reference") {
    if (token?.text === "@") fail(c, "bad-reference", tokenSpan(c, token), { found: quote(token) });
    return false;
  }
  const first = c.at;
  c.at++;
  const id = token.text.slice(1);
  const reason = peek(c)?.kind === "string" ? readString(c) : undefined;
  references.push({ id, ...(reason === undefined ? {} : { reason }), span: spanFrom(c, first) });
  return true;
}

/** Reads references to the end of the statement; anything else is a finding. */
export function readReferencesToEnd(c: Cursor, references: Reference[]): void {
  while (peek(c) !== undefined) if (!acceptReference(c, references)) unexpected(c);
}

/**
 * Reads clauses and references in any order to the end of the statement, with or without commas between them.
 * A clause that cannot be read is passed over to the next comma, so that the others are still read.
 * False where anything was wrong; every finding is recorded.
 */
export function readClauses(
  c: Cursor,
  statement: string,
  clauses: readonly Clause[],
  references: Reference[],
): boolean {
  const seen = new Set<string>();
  let good = true;
  while (peek(c) !== undefined) {
    const from = c.at;
    const understood = attempt(() => {
      acceptSymbol(c, ",");
      if (acceptReference(c, references)) return;
      const first = c.at;
      const clause = clauses.find((k) => k.starts?.() ?? atWords(c, k.words));
      if (clause === undefined) return unknownClause(c, statement, clauses);
      if (clause.starts === undefined) c.at += clause.words.split(" ").length;
      const head = spanFrom(c, first);
      clause.read();
      const key = clause.key ?? clause.words;
      if (seen.has(key)) fail(c, "duplicate-clause", head, { statement, clause: clause.words });
      seen.add(key);
    });
    if (!understood) {
      good = false;
      skipClause(c, from);
    }
  }
  return good;
}

/** Records that a statement lacks a clause that it needs. */
export function missingClause(c: Cursor, statement: string, clause: string, example: string): void {
  const span = { ...tokenSpan(c, c.tokens[0]), end: c.tokens.at(-1)?.end ?? 0 };
  c.diagnostics.push(langDiagnostic("missing-clause", span, { statement, clause, example }));
}

function unknownClause(c: Cursor, statement: string, clauses: readonly Clause[]): never {
  const token = peek(c);
  const before = c.tokens[c.at - 1];
  if (token === undefined)
    fail(c, "unexpected-text", tokenSpan(c, before), { found: quote(before), expected: "" });
  const words = clauses.filter((k) => k.starts === undefined).map((k) => k.words);
  if (before?.text === "," && words.length === 0) c.at--;
  if (token.kind !== "word" || words.length === 0) unexpected(c);
  const firstWords = words.map((w) => w.split(" ")[0] ?? w);
  const near = nearestName(token.text, firstWords);
  const suggestion = near === undefined ? "" : (words[firstWords.indexOf(near)] ?? "");
  fail(c, "unknown-clause", tokenSpan(c, token), {
    statement,
    found: quote(token),
    clauses: words,
    ...(suggestion === "" ? {} : { suggestion }),
  });
}

/** Moves to the next comma outside brackets, or to the end, past the token `from` where the clause started. */
function skipClause(c: Cursor, from: number): void {
  let open = c.open;
  c.depth = 0;
  c.open = 0;
  if (c.at === from) c.at++;
  for (; peek(c) !== undefined; c.at++) {
    if (atSymbol(c, ",") && open <= 0) return;
    if (atSymbol(c, "(") || atSymbol(c, "[")) open++;
    if (atSymbol(c, ")") || atSymbol(c, "]")) open--;
  }
}
