import type { Span } from "../base/diagnostic.ts";
import type { Name, UnitText } from "./ast.ts";
import {
  acceptSymbol,
  atSymbol,
  type Cursor,
  fail,
  isReserved,
  peek,
  quote,
  readName,
  readNumber,
  readString,
  readUnit,
  tokenSpan,
} from "./cursor.ts";
import { refuseForeignOperator, unexpected } from "./unexpected.ts";

/** Reads `name by dimension, dimension [unit]`. */
export function readHead(c: Cursor): {
  readonly name: Name;
  readonly dimensions?: readonly Name[];
  readonly unit?: UnitText;
} {
  const name = readName(c);
  const dimensions: Name[] = [];
  while (acceptSymbol(c, ",")) dimensions.push(readName(c));
  const unit = readUnit(c);
  return {
    name,
    ...(dimensions.length === 0 ? {} : { dimensions }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Reads `name [unit]` of a statement that defines no array. */
export function readPlainHead(c: Cursor): { readonly name: Name; readonly unit?: UnitText } {
  const name = readName(c);
  const unit = readUnit(c);
  return { name, ...(unit === undefined ? {} : { unit }) };
}

/** Moves past the `=` after the name that is defined. */
export function expectEquals(c: Cursor, name: Name): void {
  if (!atSymbol(c, "=")) missingEquals(c, name);
  refuseForeignOperator(c);
  c.at++;
}

function missingEquals(c: Cursor, name: Name): never {
  const token = peek(c);
  refuseForeignOperator(c);
  if (isReserved(token)) fail(c, "reserved-word", tokenSpan(c, token), { found: quote(token) });
  if (token?.kind === "string" || token?.kind === "unknown") unexpected(c, "=");
  fail(c, "missing-equals", tokenSpan(c, token), { name: name.text, found: quote(token) });
}

/** Reads `path: column`; either part may be in quotation marks. The column ends at a comma or a reference. */
export function readDataSource(c: Cursor): {
  readonly file: string;
  readonly column: string;
  readonly source: Span;
} {
  const first = c.at;
  const file = readRaw(c, (text) => text === ":" || text === "," || text.startsWith("@"));
  if (file === "") fail(c, "expected-text", tokenSpan(c, peek(c)), { expected: "data/file.csv: column" });
  if (peek(c)?.text !== ":") fail(c, "expected-text", tokenSpan(c, peek(c)), { expected: ": column" });
  c.at++;
  const column = readColumn(c);
  const start = c.tokens[first]!.start;
  return { file, column, source: { file: c.file, start, end: c.tokens[c.at - 1]!.end } };
}

/** Reads the name of a column, which ends at a comma or a reference unless it stands in quotation marks. */
export function readColumn(c: Cursor): string {
  const column = readRaw(c, (text) => text === "," || text.startsWith("@"));
  if (column === "") fail(c, "expected-text", tokenSpan(c, peek(c)), { expected: "column" });
  return column;
}

/** The source text up to the token that `ends` names, or what a string says. */
function readRaw(c: Cursor, ends: (text: string) => boolean): string {
  if (peek(c)?.kind === "string") return readString(c);
  const start = peek(c)?.start ?? 0;
  let end = start;
  for (let token = peek(c); token !== undefined && !ends(token.text); token = peek(c)) {
    end = token.end;
    c.at++;
  }
  return c.text.slice(start, end).replace(/\s+/g, " ");
}

/** Reads a length such as `6 months` or `1 year`, in months. */
export function readMonths(c: Cursor): number {
  const count = readNumber(c);
  const unit = readPeriod(c, ["month", "year"]);
  return unit === "year" ? count * 12 : count;
}

/** Reads one of the period words, singular or plural. */
export function readPeriod<P extends string>(c: Cursor, periods: readonly P[]): P {
  const token = peek(c);
  const word = token?.kind === "word" ? token.text.toLowerCase() : "";
  const period = periods.find((p) => word === p || word === `${p}s`);
  if (period === undefined) {
    fail(c, "expected-text", tokenSpan(c, token), { found: quote(token), expected: periods.join(" / ") });
  }
  c.at++;
  return period;
}

/** Reads a share: `10 %` is 0.1, `0.1` is 0.1. */
export function readShare(c: Cursor): number {
  const value = readNumber(c);
  if (peek(c)?.text !== "%") return value;
  c.at++;
  return value / 100;
}
