import type { Name, Reference } from "./ast.ts";
import { missingClause, readClauses } from "./clauses.ts";
import {
  acceptSymbol,
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
import { dateValue } from "./dates.ts";
import { acceptElements } from "./elements.ts";
import { readSettings } from "./parse-conditions.ts";
import { clause, isOneOf, type Mutable, type Of } from "./statement-clauses.ts";
import { readMonths } from "./statement-parts.ts";
import { expectClose, expectWords, missing } from "./unexpected.ts";

/** `mechanism "supply shock" conceived 2023-11, off (size of the shock = 0, share[north] = 1)` */
export function parseMechanism(c: Cursor): Of<"mechanism"> | undefined {
  c.at++;
  const first = c.at;
  const text = readString(c);
  const name = { text, span: spanFrom(c, first) };
  if (text.trim() === "") fail(c, "expected-name", name.span, { found: quote(c.tokens[first]) });
  const got: Mutable<Of<"mechanism">> = {};
  const clauses = [
    clause("conceived", () => {
      got.conceived = readMonth(c);
    }),
    clause("off", () => {
      got.off = readSettings(c, "off").map(({ start: _, ...one }) => one);
    }),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "mechanism", clauses, references)) return undefined;
  const { conceived, off } = got;
  if (conceived === undefined) missingClause(c, "mechanism", "conceived", "conceived 2023-11");
  if (off === undefined) missingClause(c, "mechanism", "off", "off (size of the shock = 0)");
  if (conceived === undefined || off === undefined) return undefined;
  return { kind: "mechanism", name, conceived, off, references, span: spanFrom(c, 0) };
}

/** `known until end of counted deaths, reported 4 months late` */
export function parseKnown(c: Cursor): Of<"known"> | undefined {
  c.at++;
  expectWords(c, "until");
  const name = readNameBefore(c, "reported");
  const subscripts = acceptElements(c);
  const got: { lateMonths?: number } = {};
  const reported = clause("reported", () => {
    got.lateMonths = readMonths(c);
    expectWords(c, "late");
  });
  const references: Reference[] = [];
  if (!readClauses(c, "known", [reported], references)) return undefined;
  const of = subscripts === undefined ? {} : { subscripts };
  const { lateMonths = 0 } = got;
  return { kind: "known", name, ...of, lateMonths, references, span: spanFrom(c, 0) };
}

/** `forecast all_drugs: synthetic deaths by CDC + other deaths by CDC, against all deaths by CDC` */
export function parseForecast(c: Cursor): Of<"forecast"> | undefined {
  c.at++;
  const name = readName(c);
  if (!acceptSymbol(c, ":")) missing(c, ":");
  const components: Name[] = [];
  do components.push(readNameBefore(c, "against"));
  while (acceptSymbol(c, "+"));
  const got: { against?: Name } = {};
  const against = clause("against", () => {
    got.against = readNameBefore(c, "against");
  });
  const references: Reference[] = [];
  if (!readClauses(c, "forecast", [against], references)) return undefined;
  if (got.against === undefined) {
    missingClause(c, "forecast", "against", "against all deaths by CDC");
    return undefined;
  }
  return { kind: "forecast", name, components, against: got.against, references, span: spanFrom(c, 0) };
}

/** Reads a name that the clause word `word` ends, or a name in parentheses, which may hold it. */
function readNameBefore(c: Cursor, word: string): Name {
  const open = c.at;
  if (!atSymbol(c, "(")) {
    c.stop = (index) => isOneOf(c, index, [word]);
    return readName(c);
  }
  c.at++;
  c.open++;
  const name = readName(c);
  expectClose(c, open, ")");
  c.open--;
  return name;
}

/** Reads a month such as `2023-11`. */
function readMonth(c: Cursor): string {
  const token = peek(c);
  const data = { found: quote(token), expected: "2023-11" };
  if (token?.kind !== "date" || token.text.length > 7) fail(c, "expected-text", tokenSpan(c, token), data);
  if (dateValue(token.text) === undefined) {
    fail(c, "bad-date", tokenSpan(c, token), { found: token.text });
  }
  c.at++;
  return token.text;
}
