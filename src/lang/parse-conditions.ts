import type { Expr, Reference, Setting } from "./ast.ts";
import { type Clause, missingClause, readClauses } from "./clauses.ts";
import {
  acceptSymbol,
  acceptWords,
  atSymbol,
  type Cursor,
  fail,
  peek,
  quote,
  readName,
  readString,
  spanFrom,
  tokenSpan,
} from "./cursor.ts";
import { acceptElements } from "./elements.ts";
import { readExpression, readParenthesised } from "./parse-expression.ts";
import { clause, isOneOf, type Mutable, type Of } from "./statement-clauses.ts";
import { readShare } from "./statement-parts.ts";
import { expectClose, expectSymbol, missing } from "./unexpected.ts";

/** `rule name: from (date) when (condition) raise (held) by (step) up to (limit), at most every (interval), until (condition)` */
export function parseRule(c: Cursor): Of<"rule"> | undefined {
  c.at++;
  const name = readName(c);
  if (!acceptSymbol(c, ":")) missing(c, ":");
  const got: Mutable<Of<"rule">> = {};
  const condition = (words: string, key: "from" | "when" | "by" | "upTo" | "every" | "until"): Clause =>
    clause(words, () => {
      got[key] = readParenthesised(c, words);
    });
  const clauses = [
    condition("from", "from"),
    condition("when", "when"),
    clause("raise", () => {
      const open = c.at;
      if (!acceptSymbol(c, "(")) {
        fail(c, "clause-needs-parentheses", tokenSpan(c, peek(c)), {
          clause: "raise",
          found: quote(peek(c)),
        });
      }
      got.raise = readName(c);
      expectClose(c, open, ")");
    }),
    condition("by", "by"),
    condition("up to", "upTo"),
    condition("at most every", "every"),
    condition("until", "until"),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "rule", clauses, references)) return undefined;
  const { when, raise, by } = got;
  if (when === undefined) missingClause(c, "rule", "when", "when (a > b)");
  if (raise === undefined) missingClause(c, "rule", "raise", "raise (force level)");
  if (by === undefined) missingClause(c, "rule", "by", "by (1)");
  if (when === undefined || raise === undefined || by === undefined) return undefined;
  return { ...got, kind: "rule", name, when, raise, by, references, span: spanFrom(c, 0) };
}

/** `check "words": when (a = 0, start of b = 0) expect (x >= 0) from 2015-01 within 1 %` */
export function parseCheck(c: Cursor): Of<"check"> | undefined {
  c.at++;
  const title = readString(c);
  if (!acceptSymbol(c, ":")) missing(c, ":");
  c.stop = (index) => isOneOf(c, index, ["when", "expect", "from", "to", "within"]);
  const when: Of<"check">["when"][number][] = [];
  const got: Mutable<Of<"check">> = {};
  let within = 1e-9;
  const clauses = [
    clause("when", () => {
      when.push(...readSettings(c, "when"));
    }),
    clause("expect", () => {
      got.expect = readParenthesised(c, "expect");
    }),
    clause("from", () => {
      got.from = readExpression(c);
    }),
    clause("to", () => {
      got.to = readExpression(c);
    }),
    clause("within", () => {
      within = readShare(c);
    }),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "check", clauses, references)) return undefined;
  if (got.expect === undefined) {
    missingClause(c, "check", "expect", "expect (deaths >= 0)");
    return undefined;
  }
  return { ...got, kind: "check", title, when, expect: got.expect, within, references, span: spanFrom(c, 0) };
}

/**
 * Reads `(name = value, name[element] = value)` after the word `clause`; each may begin with `start of` in a `when`,
 * which sets where a stock starts.
 */
export function readSettings(
  c: Cursor,
  clause: "when" | "off",
): readonly (Setting & { readonly start: boolean })[] {
  const open = c.at;
  if (!acceptSymbol(c, "(")) {
    fail(c, "clause-needs-parentheses", tokenSpan(c, peek(c)), { clause, found: quote(peek(c)) });
  }
  c.open++;
  const settings: (Setting & { readonly start: boolean })[] = [];
  do {
    const start = clause === "when" && acceptWords(c, "start of");
    const name = readName(c);
    const subscripts = acceptElements(c);
    expectSymbol(c, "=");
    const value = readExpression(c);
    settings.push({ name, ...(subscripts === undefined ? {} : { subscripts }), start, value });
  } while (acceptSymbol(c, ","));
  expectClose(c, open, ")");
  c.open--;
  return settings;
}

/** `reject (condition), at 2020-01` */
export function parseReject(c: Cursor): Of<"reject"> | undefined {
  c.at++;
  if (!atSymbol(c, "(")) readParenthesised(c, "reject");
  const condition = readExpression(c);
  const got: { at?: Expr } = {};
  const references: Reference[] = [];
  const at = clause("at", () => {
    got.at = readExpression(c);
  });
  if (!readClauses(c, "reject", [at], references)) return undefined;
  return { kind: "reject", condition, ...got, references, span: spanFrom(c, 0) };
}
