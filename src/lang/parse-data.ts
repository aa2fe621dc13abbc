import type { Name, Reference } from "./ast.ts";
import { readClauses, readReferencesToEnd } from "./clauses.ts";
import {
  acceptSymbol,
  acceptWords,
  atSymbol,
  atWords,
  type Cursor,
  fail,
  peek,
  quote,
  readName,
  readNumber,
  spanFrom,
  tokenSpan,
} from "./cursor.ts";
import { atNumberedElement, readElement, readElements } from "./elements.ts";
import { clause, type Mutable, type Of } from "./statement-clauses.ts";
import { expectEquals, readColumn, readDataSource, readHead } from "./statement-parts.ts";
import { missing } from "./unexpected.ts";

/** `data name by dimension [unit] = data/file.csv: column, at column, column, otherwise 0` */
export function parseData(c: Cursor): Of<"data"> | undefined {
  c.at++;
  const head = readHead(c);
  expectEquals(c, head.name);
  const source = readDataSource(c);
  const got: Mutable<Pick<Of<"data">, "at" | "otherwise">> = {};
  const clauses = [
    clause("at", () => {
      got.at = readColumns(c);
    }),
    clause("otherwise", () => {
      got.otherwise = readNumber(c, true);
    }),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "data", clauses, references)) return undefined;
  return { kind: "data", ...head, ...source, ...got, references, span: spanFrom(c, 0) };
}

/** Columns between commas, up to the end or the clause `otherwise`; a column of that name stands in quotation marks. */
function readColumns(c: Cursor): readonly Name[] {
  const columns: Name[] = [];
  do {
    const first = c.at;
    const text = readColumn(c);
    columns.push({ text, span: spanFrom(c, first) });
  } while (!atOtherwise(c) && acceptSymbol(c, ","));
  return columns;
}

function atOtherwise(c: Cursor): boolean {
  return atSymbol(c, ",") && atWords(c, "otherwise", 1);
}

/**
 * `dimension region = north, south` | `dimension border regions of region = north` | `dimension age = 0..80` |
 * `dimension group = data/groups.csv: Node`. The last `of` before `=` parts a subrange from its dimension.
 */
export function parseDimension(c: Cursor): Of<"dimension"> | undefined {
  c.at++;
  const equals = c.tokens.findIndex((token) => token.text === "=");
  const of = c.tokens.findLastIndex((token, i) => i < equals && token.text.toLowerCase() === "of");
  c.stop = (index) => index === of;
  const name = readName(c);
  c.stop = () => false;
  const parent = acceptWords(c, "of") ? { of: readName(c) } : {};
  expectEquals(c, name);
  const members = readMembers(c);
  const references: Reference[] = [];
  readReferencesToEnd(c, references);
  return { kind: "dimension", name, ...parent, ...members, references, span: spanFrom(c, 0) };
}

function readMembers(c: Cursor): Pick<Of<"dimension">, "elements" | "range" | "from"> {
  const path = c.tokens.slice(c.at).some((token) => token.text === ":" || token.text === "/");
  if (peek(c)?.kind === "string" || path) {
    const { file, column, source } = readDataSource(c);
    return { from: { file, column, source } };
  }
  if (atNumberedElement(c) && atSymbol(c, "..", 1)) {
    const first = c.at;
    const low = Number(readElement(c).text);
    c.at++;
    if (!atNumberedElement(c)) {
      fail(c, "expected-whole-number", tokenSpan(c, peek(c)), { found: quote(peek(c)) });
    }
    const high = Number(readElement(c).text);
    if (low > high) fail(c, "dimension-backwards", spanFrom(c, first), { low, high });
    return { range: { low, high } };
  }
  if (peek(c) === undefined || peek(c)?.kind === "reference") missing(c, "north, south, east");
  return { elements: readElements(c) };
}
