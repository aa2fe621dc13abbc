import { editDistance } from "../base/nearest-name.ts";
import type { Exception, Expr, PriorNode, Reference } from "./ast.ts";
import { type Clause, readClauses } from "./clauses.ts";
import {
  acceptSymbol,
  acceptWords,
  attempt,
  atWords,
  type Cursor,
  fail,
  peek,
  quote,
  readName,
  spanFrom,
  startsLine,
  tokenSpan,
} from "./cursor.ts";
import { readElements } from "./elements.ts";
import { readExpression } from "./parse-expression.ts";
import type { Of } from "./statement-clauses.ts";
import { expectEquals, readHead } from "./statement-parts.ts";
import { expectClose, expectSymbol } from "./unexpected.ts";

/**
 * `name by dimension, dimension [unit] = expression ~ prior @refs`, then for an array indented lines
 * `except element, element = expression ~ prior @refs`.
 */
export function parseEquation(c: Cursor): Of<"equation"> | undefined {
  const lines = exceptionLines(c);
  const main: Cursor = { ...c, tokens: c.tokens.slice(0, lines[0] ?? c.tokens.length) };
  const got: { equation?: Omit<Of<"equation">, "span"> | undefined } = {};
  let good = attempt(() => {
    const head = readHead(main);
    expectEquals(main, head.name);
    const right = readRight(main, "equation");
    if (right !== undefined) got.equation = { kind: "equation", ...head, ...right };
  });
  const exceptions: Exception[] = [];
  lines.forEach((at, i) => {
    const line: Cursor = { ...c, tokens: c.tokens.slice(0, lines[i + 1] ?? c.tokens.length), at };
    const read = attempt(() => {
      line.at++;
      const elements = readElements(line);
      expectSymbol(line, "=");
      const right = readRight(line, "except");
      if (right === undefined) good = false;
      else exceptions.push({ elements, ...right, span: spanFrom(line, at) });
    });
    good = good && read;
  });
  c.at = c.tokens.length;
  if (!good || got.equation === undefined) return undefined;
  return { ...got.equation, ...(exceptions.length === 0 ? {} : { exceptions }), span: spanFrom(c, 0) };
}

interface Right {
  readonly expr: Expr;
  readonly prior?: PriorNode;
  readonly references: readonly Reference[];
}

/** Reads `expression ~ prior @refs` to the end; undefined where a clause is wrong. */
function readRight(c: Cursor, statement: "equation" | "except"): Right | undefined {
  const expr = readExpression(c);
  const references: Reference[] = [];
  const got: { prior?: PriorNode } = {};
  const prior: Clause = {
    words: "~",
    starts: () => acceptSymbol(c, "~"),
    read: () => {
      got.prior = readPrior(c);
    },
  };
  const except: Clause = {
    words: "except",
    starts: () => atWords(c, "except"),
    read: () => fail(c, "except-needs-line", tokenSpan(c, peek(c))),
  };
  return readClauses(c, statement, [prior, except], references) ? { expr, ...got, references } : undefined;
}

function readPrior(c: Cursor): PriorNode {
  const first = c.at - 1;
  const distribution = readName(c);
  const open = c.at;
  expectSymbol(c, "(");
  c.open++;
  const args: Expr[] = [];
  do args.push(readExpression(c));
  while (acceptSymbol(c, ","));
  expectClose(c, open, ")");
  c.open--;
  const anew = acceptWords(c, "anew each year") ? "year" : "once";
  return { distribution, args, anew, span: spanFrom(c, first) };
}

/** Indices of the words `except` that start a line; a word much like it in such a place is a finding. */
function exceptionLines(c: Cursor): readonly number[] {
  const found: number[] = [];
  c.tokens.forEach((token, i) => {
    if (i === 0 || token.kind !== "word" || !startsLine(c, i)) return;
    const word = token.text.toLowerCase();
    if (word === "except") found.push(i);
    else if (editDistance(word, "except") <= 2 && definesElements(c, i + 1)) {
      const data = { statement: "equation", found: quote(token), clauses: ["except"], suggestion: "except" };
      fail(c, "unknown-clause", tokenSpan(c, token), data);
    }
  });
  return found;
}

/** Whether names alone, commas between them, stand from token `from` to an equals sign. */
function definesElements(c: Cursor, from: number): boolean {
  const end = c.tokens.findIndex((token, i) => i >= from && token.kind === "symbol" && token.text !== ",");
  return end > from && c.tokens[end]?.text === "=";
}
