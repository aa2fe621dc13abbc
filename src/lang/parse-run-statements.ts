import type { Reference } from "./ast.ts";
import { type Clause, missingClause, readClauses } from "./clauses.ts";
import { acceptWords, type Cursor, fail, peek, readName, readNumber, spanFrom, tokenSpan } from "./cursor.ts";
import { acceptElements } from "./elements.ts";
import { readExpression } from "./parse-expression.ts";
import { clause, isOneOf, type Mutable, type Of } from "./statement-clauses.ts";
import {
  expectEquals,
  readDataSource,
  readMonths,
  readPeriod,
  readPlainHead,
  readShare,
} from "./statement-parts.ts";
import { expectWords, missing } from "./unexpected.ts";

const PERIODS = ["month", "year", "unit"] as const;

/** `time from 2013-01 to 2036-01, 4 steps a month, rk4, results from 2015-01, save every 3 months` */
export function parseTime(c: Cursor): Of<"time"> | undefined {
  c.at++;
  c.stop = (index) => isOneOf(c, index, ["from", "to", "results", "decision", "save"]);
  const got: Mutable<Of<"time">> = {};
  const first = peek(c);
  if (first?.kind === "date" || (first?.kind === "number" && !/^steps?$/i.test(peek(c, 1)?.text ?? ""))) {
    missing(c, "from");
  }
  const steps: Clause = {
    words: "steps",
    starts: () => peek(c)?.kind === "number",
    read: () => {
      got.steps = readNumber(c);
      const number = tokenSpan(c, c.tokens[c.at - 1]);
      if (got.steps < 1 || !Number.isInteger(got.steps)) {
        fail(c, "expected-whole-number", number, { found: String(got.steps) });
      }
      if (!acceptWords(c, "step")) expectWords(c, "steps");
      if (!acceptWords(c, "per")) expectWords(c, "a");
      got.per = readPeriod(c, PERIODS);
    },
  };
  const method = (name: "euler" | "rk2" | "rk4"): Clause => ({
    words: name,
    key: "method",
    read: () => {
      got.method = name;
    },
  });
  const clauses = [
    clause("from", () => {
      got.from = readExpression(c);
    }),
    clause("to", () => {
      got.to = readExpression(c);
    }),
    steps,
    method("rk4"),
    method("rk2"),
    method("euler"),
    clause("results from", () => {
      got.resultsFrom = readExpression(c);
    }),
    clause("decision", () => {
      got.decision = readExpression(c);
    }),
    clause("save every", () => {
      got.saveEvery = peek(c)?.kind === "number" ? readNumber(c) : 1;
      got.saveUnit = readPeriod(c, PERIODS);
    }),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "time", clauses, references)) return undefined;
  const { from, to, steps: count, per, method: chosen = "rk4" } = got;
  if (from === undefined) missingClause(c, "time", "from", "from 2015-01");
  if (to === undefined) missingClause(c, "time", "to", "to 2036-01");
  if (count === undefined) missingClause(c, "time", "steps", "4 steps a month");
  if (from === undefined || to === undefined || count === undefined || per === undefined) return undefined;
  return {
    ...got,
    kind: "time",
    from,
    to,
    steps: count,
    per,
    method: chosen,
    references,
    span: spanFrom(c, 0),
  };
}

/** `outcome name[element], lower is better` | `higher is better` | `no direction` */
export function parseOutcome(c: Cursor): Of<"outcome"> | undefined {
  c.at++;
  const name = readName(c);
  const subscripts = acceptElements(c);
  const got: { better?: Of<"outcome">["better"] } = {};
  const direction = (words: string, better: Of<"outcome">["better"]): Clause => ({
    words,
    key: "direction",
    read: () => {
      got.better = better;
    },
  });
  const clauses = [
    direction("lower is better", "lower"),
    direction("higher is better", "higher"),
    direction("no direction", "none"),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "outcome", clauses, references)) return undefined;
  if (got.better === undefined) {
    missingClause(c, "outcome", "lower is better / higher is better / no direction", "no direction");
    return undefined;
  }
  const of = subscripts === undefined ? {} : { subscripts };
  return { kind: "outcome", name, ...of, better: got.better, references, span: spanFrom(c, 0) };
}

/** `observe name [unit] = expression by data/file.csv: column, reported 4 months late, error relative 10 %, discrepancy 12 % over 18 months` */
export function parseObserve(c: Cursor): Of<"observe"> | undefined {
  c.at++;
  const head = readPlainHead(c);
  expectEquals(c, head.name);
  c.stop = (index) => c.tokens[index]?.text.toLowerCase() === "by" && startsPath(c, index + 1);
  const expr = readExpression(c);
  const got: Mutable<Of<"observe">> = {};
  const clauses = [
    clause("by", () => {
      c.stop = (index) => isOneOf(c, index, ["reported", "error", "discrepancy", "from", "to", "every"]);
      Object.assign(got, readDataSource(c));
    }),
    clause("reported", () => {
      got.lateMonths = readMonths(c);
      expectWords(c, "late");
    }),
    clause("error", () => {
      const kind = (["relative", "absolute"] as const).find((k) => acceptWords(c, k));
      if (kind === undefined) missing(c, "relative / absolute");
      got.error = { kind, value: kind === "relative" ? readShare(c) : readNumber(c) };
    }),
    clause("discrepancy", () => {
      const first = c.at - 1;
      const value = readShare(c);
      expectWords(c, "over");
      got.discrepancy = { value, months: readMonths(c), span: spanFrom(c, first) };
    }),
    clause("from", () => {
      got.from = readExpression(c);
    }),
    clause("to", () => {
      got.to = readExpression(c);
    }),
    clause("every", () => {
      got.everyMonths = readMonths(c);
    }),
  ];
  const references: Reference[] = [];
  if (!readClauses(c, "observe", clauses, references)) return undefined;
  const { file, column, source, lateMonths = 0, everyMonths = 1 } = got;
  if (file === undefined || column === undefined || source === undefined) {
    missingClause(c, "observe", "by", "by data/file.csv: column");
    return undefined;
  }
  const dated = { file, column, source, lateMonths, everyMonths };
  return { ...got, kind: "observe", ...head, expr, ...dated, references, span: spanFrom(c, 0) };
}

/** Whether a path to a file follows, as against the word `by` in a name such as `homicides by region`. */
function startsPath(c: Cursor, index: number): boolean {
  const token = c.tokens[index];
  return token !== undefined && /^(?:"[^"]*"|[^\s,:()]*\.[a-z])/i.test(c.text.slice(token.start));
}
