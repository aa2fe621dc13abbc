import type { Expr, Name, Reference, Statement } from "./ast.ts";
import { type Clause, missingClause, readClauses } from "./clauses.ts";
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
  readString,
  spanFrom,
  tokenSpan,
} from "./cursor.ts";
import { expectEquals } from "./parse-definitions.ts";
import { readExpression, readParenthesised } from "./parse-expression.ts";
import { readDataSource, readHead, readMonths, readPeriod, readShare } from "./statement-parts.ts";
import { expectClose, expectSymbol, expectWords, missing } from "./unexpected.ts";

type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;
type Mutable<T> = { -readonly [P in keyof T]?: T[P] };

function clause(words: string, read: () => void): Clause {
  return { words, read };
}

/** Whether the token at `index` is one of `words`, in any case. */
function isOneOf(c: Cursor, index: number, words: readonly string[]): boolean {
  const token = c.tokens[index];
  return token?.kind === "word" && words.includes(token.text.toLowerCase());
}

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
  const method = (name: "euler" | "rk4"): Clause => ({
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

/** `outcome name, lower is better` | `higher is better` | `no direction` */
export function parseOutcome(c: Cursor): Of<"outcome"> | undefined {
  c.at++;
  const name = readName(c);
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
  return { kind: "outcome", name, better: got.better, references, span: spanFrom(c, 0) };
}

/** `observe name [unit] = expression by data/file.csv: column, reported 4 months late, error relative 10 %` */
export function parseObserve(c: Cursor): Of<"observe"> | undefined {
  c.at++;
  const head = readHead(c);
  expectEquals(c, head.name);
  c.stop = (index) => c.tokens[index]?.text.toLowerCase() === "by" && startsPath(c, index + 1);
  const expr = readExpression(c);
  const got: Mutable<Of<"observe">> = {};
  const clauses = [
    clause("by", () => {
      c.stop = (index) => isOneOf(c, index, ["reported", "error", "from", "to", "every"]);
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
  const when: { name: Name; start: boolean; value: Expr }[] = [];
  const got: Mutable<Of<"check">> = {};
  let within = 1e-9;
  const clauses = [
    clause("when", () => {
      const open = c.at;
      if (!acceptSymbol(c, "(")) {
        fail(c, "clause-needs-parentheses", tokenSpan(c, peek(c)), { clause: "when", found: quote(peek(c)) });
      }
      c.open++;
      do when.push(readSetting(c));
      while (acceptSymbol(c, ","));
      expectClose(c, open, ")");
      c.open--;
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

/** Reads one `name = value` or `start of name = value`. */
function readSetting(c: Cursor): { name: Name; start: boolean; value: Expr } {
  const start = atWords(c, "start of") && acceptWords(c, "start of");
  const name = readName(c);
  expectSymbol(c, "=");
  const value = readExpression(c);
  return { name, start, value };
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
