import { nearestName } from "../base/nearest-name.ts";
import type { Expr, Reference, Statement } from "./ast.ts";
import { missingClause, readReferencesToEnd } from "./clauses.ts";
import {
  acceptSymbol,
  atSymbol,
  attempt,
  type Cursor,
  fail,
  peek,
  quote,
  spanFrom,
  tokenSpan,
} from "./cursor.ts";
import { readExpression } from "./parse-expression.ts";
import { readHead } from "./statement-parts.ts";

const STOCK_CLAUSES = ["start", "in", "out"] as const;
type StockClause = (typeof STOCK_CLAUSES)[number];
/** Words of other tools for the clauses of a stock. */
const STOCK_SYNONYMS: Readonly<Record<string, StockClause>> = {
  initial: "start",
  init: "start",
  begin: "start",
  inflow: "in",
  inflows: "in",
  outflow: "out",
  outflows: "out",
};

/** `stock name [unit]`, then indented lines `start ...`, `in a, b`, `out c`; deeper lines go on with the line above. */
export function parseStock(c: Cursor): Extract<Statement, { kind: "stock" }> | undefined {
  c.at++;
  const lines = clauseLines(c);
  const references: Reference[] = [];
  const inflows: Expr[] = [];
  const outflows: Expr[] = [];
  const got: { start?: Expr } = {};
  const head = { ...c, tokens: c.tokens.slice(0, lines[0] ?? c.tokens.length) };
  const parts: { head?: ReturnType<typeof readHead> } = {};
  let good = attempt(() => {
    parts.head = readHead(head);
    if (atSymbol(head, "=")) {
      fail(head, "stock-with-equals", tokenSpan(head, peek(head)), { name: parts.head.name.text });
    }
    readReferencesToEnd(head, references);
  });
  lines.forEach((at, i) => {
    const line: Cursor = { ...c, tokens: c.tokens.slice(0, lines[i + 1] ?? c.tokens.length), at };
    const read = attempt(() => {
      const clause = readStockClause(line);
      if (clause === "start") {
        if (got.start !== undefined) {
          fail(line, "duplicate-clause", tokenSpan(line, line.tokens[at]), { statement: "stock", clause });
        }
        got.start = readExpression(line);
      } else {
        const flows = clause === "in" ? inflows : outflows;
        do flows.push(readExpression(line));
        while (acceptSymbol(line, ","));
      }
      readReferencesToEnd(line, references);
    });
    good = good && read;
  });
  c.at = c.tokens.length;
  if (good && got.start === undefined) {
    missingClause(c, "stock", "start", "start 0");
    good = false;
  }
  if (!good || parts.head === undefined || got.start === undefined) return undefined;
  return {
    kind: "stock",
    ...parts.head,
    start: got.start,
    inflows,
    outflows,
    references,
    span: spanFrom(c, 0),
  };
}

function readStockClause(c: Cursor): StockClause {
  const token = peek(c);
  const word = token?.text.toLowerCase() ?? "";
  const clause = STOCK_CLAUSES.find((k) => k === word);
  if (clause === undefined) {
    const suggestion = STOCK_SYNONYMS[word] ?? nearestName(word, STOCK_CLAUSES);
    fail(c, "unknown-clause", tokenSpan(c, token), {
      statement: "stock",
      found: quote(token),
      clauses: STOCK_CLAUSES,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  c.at++;
  return clause;
}

/** Indices of the tokens that start a clause: first on their line, and indented as the first such line. */
function clauseLines(c: Cursor): readonly number[] {
  const found: number[] = [];
  let indent = -1;
  c.tokens.forEach((token, i) => {
    const before = c.tokens[i - 1];
    const gap = before === undefined ? "" : c.text.slice(before.end, token.start);
    const width = /[\r\n]([^\r\n]*)$/.exec(gap)?.[1]?.length;
    if (width === undefined) return;
    if (indent < 0) indent = width;
    if (width <= indent) found.push(i);
  });
  return found;
}
