import type { Diagnostic } from "../base/diagnostic.ts";
import { editDistance, nearestName } from "../base/nearest-name.ts";
import type { Statement } from "./ast.ts";
import { type LangCode, langDiagnostic } from "./codes.ts";
import {
  atSymbol,
  attempt,
  atWords,
  type Cursor,
  fail,
  isReserved,
  peek,
  quote,
  refuseDigits,
  tokenSpan,
} from "./cursor.ts";
import { parseForecast, parseKnown, parseMechanism } from "./parse-analyses.ts";
import { parseCheck, parseReject, parseRule } from "./parse-conditions.ts";
import { parseData, parseDimension } from "./parse-data.ts";
import { parseHeld, parseLever, parseTable, parseUnit, parseVariant } from "./parse-definitions.ts";
import { parseEquation } from "./parse-equation.ts";
import { parseObserve, parseOutcome, parseTime } from "./parse-run-statements.ts";
import { parseStock } from "./parse-stock.ts";
import { unexpected } from "./unexpected.ts";

type Keyword = Exclude<Statement["kind"], "equation">;

const PARSERS: Readonly<Record<Keyword, (c: Cursor) => Statement | undefined>> = {
  time: parseTime,
  unit: parseUnit,
  dimension: parseDimension,
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
  mechanism: parseMechanism,
  known: parseKnown,
  forecast: parseForecast,
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
      refuseDigits(c, first);
      if (first?.kind === "number") {
        fail(c, "name-starts-with-digit", tokenSpan(c, first), { found: quote(first) });
      }
      unexpected(c, "");
    }
    if (isReserved(first)) fail(c, "reserved-word", tokenSpan(c, first), { found: quote(first) });
    if (first.text.toLowerCase() === "except" && !atSymbol(c, "=", 1) && !c.tokens.some(isUnitStart)) {
      fail(c, "clause-at-margin", tokenSpan(c, first), { clause: first.text });
    }
    const keyword = keywordOf(c);
    got.statement = keyword === undefined ? parseEquation(c) : PARSERS[keyword](c);
  });
  if (read && got.statement !== undefined) return got.statement;
  refineUnknown(c, before);
  return undefined;
}

function isUnitStart(token: Cursor["tokens"][number]): boolean {
  return token.text === "[";
}

/** The statement word that starts the statement, unless its shape is that of an equation such as `time to rebuild = 3`. */
function keywordOf(c: Cursor): Keyword | undefined {
  const word = peek(c)?.text.toLowerCase() ?? "";
  const keyword = statementWords.find((k) => k === word);
  if (keyword === undefined) return undefined;
  if (atSymbol(c, "=", 1) || atSymbol(c, "[", 1)) return undefined;
  // Commas may stand in the head of an array.
  const symbols = c.tokens.filter((t) => t.kind === "symbol" && t.text !== ",").map((t) => t.text);
  const colon = symbols.includes(":");
  const hasUnit = symbols[0] === "[" && symbols.includes("=");
  const defines = symbols[0] === "=" || hasUnit;
  const next = peek(c, 1);
  if (keyword === "time") {
    const dates = next?.kind === "number" || next?.kind === "date" || !defines;
    return dates || next?.text.toLowerCase() === "from" ? "time" : undefined;
  }
  if (keyword === "mechanism" && next?.kind === "string") return keyword;
  if (keyword === "known" && atWords(c, "until", 1)) return symbols.includes("=") ? undefined : keyword;
  if (keyword === "mechanism" || keyword === "known" || keyword === "forecast") {
    return symbols[0] === "=" || symbols[0] === "[" ? undefined : keyword;
  }
  if (keyword === "unit" || keyword === "check" || keyword === "dimension") {
    return hasUnit ? undefined : keyword;
  }
  if (keyword === "rule" || keyword === "outcome" || keyword === "reject") {
    return defines && !(keyword === "rule" && colon) ? undefined : keyword;
  }
  return keyword;
}

/** Words that start a clause of a stock, and so an indented line. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(["start", "in", "out"]);
/** Statement words that may stand in a statement without `=`. */
const WITHOUT_EQUALS: ReadonlySet<Keyword> = new Set([
  "time",
  "unit",
  "stock",
  "outcome",
  "rule",
  "check",
  "reject",
  "mechanism",
  "known",
  "forecast",
]);

/**
 * Where an equation could not be read because it is another statement whose first word is misspelt (`stok ...`),
 * or a clause that lost its indentation, one finding says that instead.
 */
function refineUnknown(c: Cursor, before: number): void {
  const first = c.tokens[0];
  const cause = c.diagnostics[before];
  if (first?.kind !== "word" || cause === undefined) return;
  const word = first.text.toLowerCase();
  const replace = (code: LangCode, data: Diagnostic["data"]): void => {
    c.diagnostics.length = before;
    c.diagnostics.push(langDiagnostic(code, tokenSpan(c, first), data));
  };
  const noEquals = cause.code === "missing-equals";
  if (noEquals && CLAUSE_WORDS.has(word)) {
    replace("clause-at-margin", { clause: first.text });
    return;
  }
  if (statementWords.some((k) => k === word)) return;
  const punctuation = [",", "|", ":"].includes(String(cause.data.found ?? ""));
  const isString = c.tokens[1]?.kind === "string";
  if (!noEquals && !punctuation && !isString) return;
  const candidates = noEquals ? statementWords.filter((k) => WITHOUT_EQUALS.has(k)) : statementWords;
  const suggestion = nearestName(word, candidates);
  // Short words have many neighbours: `rate` is not a misspelt `data`.
  if (suggestion === undefined || editDistance(word, suggestion) > (suggestion.length > 4 ? 2 : 1)) return;
  replace("unknown-statement", { found: first.text, suggestion, statements: statementWords });
}
