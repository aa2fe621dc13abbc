import { nearestName } from "../base/nearest-name.ts";
import type { Statement } from "./ast.ts";
import { langDiagnostic } from "./codes.ts";
import { atSymbol, attempt, type Cursor, fail, isReserved, peek, quote, tokenSpan } from "./cursor.ts";
import {
  parseData,
  parseEquation,
  parseHeld,
  parseLever,
  parseStock,
  parseTable,
  parseUnit,
  parseVariant,
} from "./parse-definitions.ts";
import {
  parseCheck,
  parseObserve,
  parseOutcome,
  parseReject,
  parseRule,
  parseTime,
} from "./parse-run-statements.ts";
import { unexpected } from "./unexpected.ts";

type Keyword = Exclude<Statement["kind"], "equation">;

const PARSERS: Readonly<Record<Keyword, (c: Cursor) => Statement | undefined>> = {
  time: parseTime,
  unit: parseUnit,
  stock: parseStock,
  lever: parseLever,
  table: parseTable,
  data: parseData,
  variant: parseVariant,
  outcome: parseOutcome,
  observe: parseObserve,
  held: parseHeld,
  rule: parseRule,
  check: parseCheck,
  reject: parseReject,
};

/** The words that start a statement; an equation starts with the name that it defines. */
export const statementWords = Object.keys(PARSERS) as readonly Keyword[];

/** Parses one statement, which has at least one token; undefined where it cannot be read (its findings are recorded). */
export function parseStatement(c: Cursor): Statement | undefined {
  const first = c.tokens[0];
  const before = c.diagnostics.length;
  const got: { statement?: Statement | undefined } = {};
  const read = attempt(() => {
    if (first?.kind !== "word") {
      if (first?.kind === "digits" || first?.kind === "number") {
        fail(c, "name-starts-with-digit", tokenSpan(c, first), { found: quote(first) });
      }
      unexpected(c, "");
    }
    if (isReserved(first)) fail(c, "reserved-word", tokenSpan(c, first), { found: quote(first) });
    const keyword = keywordOf(c);
    got.statement = keyword === undefined ? parseEquation(c) : PARSERS[keyword](c);
  });
  if (read && got.statement !== undefined) return got.statement;
  refineUnknown(c, before);
  return undefined;
}

/** The statement word that starts the statement, unless its shape is that of an equation such as `time to rebuild = 3`. */
function keywordOf(c: Cursor): Keyword | undefined {
  const word = peek(c)?.text.toLowerCase() ?? "";
  const keyword = statementWords.find((k) => k === word);
  if (keyword === undefined) return undefined;
  if (atSymbol(c, "=", 1) || atSymbol(c, "[", 1)) return undefined;
  const symbols = c.tokens.filter((t) => t.kind === "symbol").map((t) => t.text);
  const colon = symbols.includes(":");
  const defines = symbols[0] === "=" || symbols[0] === "[";
  const next = peek(c, 1);
  if (keyword === "time") {
    const dates = next?.kind === "number" || next?.kind === "date" || !defines;
    return dates || next?.text.toLowerCase() === "from" ? "time" : undefined;
  }
  if (keyword === "unit") return symbols[0] === "[" ? undefined : "unit";
  if (keyword === "check") return defines && next?.kind === "word" ? undefined : "check";
  if (keyword === "rule" || keyword === "outcome" || keyword === "reject") {
    return defines && !(keyword === "rule" && colon) ? undefined : keyword;
  }
  return keyword;
}

/**
 * Where an equation could not be read and its first word is nearly a statement word (`stok ...`), one finding
 * says that instead.
 */
function refineUnknown(c: Cursor, before: number): void {
  const first = c.tokens[0];
  if (first?.kind !== "word") return;
  const word = first.text.toLowerCase();
  if (statementWords.some((k) => k === word)) return;
  if (c.tokens[1]?.kind !== "word" && c.tokens[1]?.kind !== "string") return;
  const suggestion = nearestName(word, statementWords);
  if (suggestion === undefined) return;
  c.diagnostics.length = before;
  c.diagnostics.push(
    langDiagnostic("unknown-statement", tokenSpan(c, first), {
      found: first.text,
      suggestion,
      statements: statementWords,
    }),
  );
}
