import type { Expr, Name, Reference, Statement } from "./ast.ts";
import { missingClause, readClauses, readReferencesToEnd } from "./clauses.ts";
import { langDiagnostic } from "./codes.ts";
import {
  acceptSymbol,
  acceptWords,
  atSymbol,
  type Cursor,
  fail,
  peek,
  readName,
  readNumber,
  readUnit,
  spanFrom,
} from "./cursor.ts";
import { readExpression, readRange } from "./parse-expression.ts";
import { clause } from "./statement-clauses.ts";
import { expectEquals, readHead, readMonths, readPlainHead } from "./statement-parts.ts";
import { expectClose, expectSymbol, missing, unexpected } from "./unexpected.ts";

type Parsed<K extends Statement["kind"]> = Extract<Statement, { kind: K }> | undefined;

/** `unit kit` or `unit ounce = 28.35 g` */
export function parseUnit(c: Cursor): Parsed<"unit"> {
  c.at++;
  const name = readName(c);
  const references: Reference[] = [];
  if (!acceptSymbol(c, "=")) {
    readReferencesToEnd(c, references);
    return { kind: "unit", name, references, span: spanFrom(c, 0) };
  }
  const factor = readNumber(c);
  const bracketed = readUnit(c);
  const first = c.at;
  while (peek(c) !== undefined && peek(c)?.kind !== "reference") c.at++;
  const start = c.tokens[first]?.start ?? 0;
  const end = c.tokens[c.at - 1]?.end ?? 0;
  const span = { file: c.file, start, end };
  const of = bracketed ?? (c.at > first ? { text: c.text.slice(start, end), span } : undefined);
  readReferencesToEnd(c, references);
  return {
    kind: "unit",
    name,
    factor,
    ...(of === undefined ? {} : { of }),
    references,
    span: spanFrom(c, 0),
  };
}

/** `lever name [unit] = 0, range 0..8, ramp 6 months` */
export function parseLever(c: Cursor): Parsed<"lever"> {
  c.at++;
  const head = readHead(c);
  expectEquals(c, head.name);
  const value = readExpression(c);
  const references: Reference[] = [];
  const got: { range?: Expr & { kind: "range" } } = {};
  let rampMonths = 0;
  const clauses = [
    {
      words: "range",
      read: () => {
        got.range = readRange(c);
      },
    },
    {
      words: "ramp",
      read: () => {
        rampMonths = readMonths(c);
      },
    },
  ];
  const good = readClauses(c, "lever", clauses, references);
  if (good && got.range === undefined) missingClause(c, "lever", "range", "range 0..10");
  if (!good || got.range === undefined) return undefined;
  const { low, high } = got.range;
  return { kind: "lever", ...head, value, low, high, rampMonths, references, span: spanFrom(c, 0) };
}

/** `held name [unit] = expression` */
export function parseHeld(c: Cursor): Parsed<"held"> {
  c.at++;
  const head = readHead(c);
  expectEquals(c, head.name);
  const start = readExpression(c);
  const references: Reference[] = [];
  readReferencesToEnd(c, references);
  return { kind: "held", ...head, start, references, span: spanFrom(c, 0) };
}

/** `table name [unit] of [unit] = (0, 1), (2, 3), stepwise` */
export function parseTable(c: Cursor): Parsed<"table"> {
  c.at++;
  c.stop = (index) => c.tokens[index]?.text.toLowerCase() === "of" && c.tokens[index + 1]?.text === "[";
  const head = readPlainHead(c);
  c.stop = () => false;
  const of = acceptWords(c, "of") ? readUnit(c) : undefined;
  expectEquals(c, head.name);
  const points: { x: Expr; y: Expr }[] = [];
  if (!atSymbol(c, "(")) missing(c, "(x, y), (x, y)");
  while (atSymbol(c, "(")) {
    const open = c.at;
    c.at++;
    const x = readExpression(c);
    expectSymbol(c, ",");
    const y = readExpression(c);
    expectClose(c, open, ")");
    points.push({ x, y });
    // After the last point a comma parts the clauses.
    const last = peek(c, 1) !== undefined && !atSymbol(c, "(", 1);
    if (!last && acceptSymbol(c, ",") && !atSymbol(c, "(")) unexpected(c, "(");
  }
  const end = spanFrom(c, 0);
  const got: { shape?: "extrapolated" | "stepwise" } = {};
  const shapes = (["extrapolated", "stepwise"] as const).map((shape) => ({
    ...clause(shape, () => {
      got.shape = shape;
    }),
    key: "shape",
  }));
  const references: Reference[] = [];
  const good = readClauses(c, "table", shapes, references);
  if (points.length < 2) fail(c, "table-too-short", end, { name: head.name.text, points: points.length });
  if (!good) return undefined;
  return {
    kind: "table",
    ...head,
    ...(of === undefined ? {} : { of }),
    points,
    ...got,
    references,
    span: spanFrom(c, 0),
  };
}

/** `variant name = option | option 2`; a number at the end of an option is its weight, 1 if none is given. */
export function parseVariant(c: Cursor): Parsed<"variant"> {
  c.at++;
  const name = readName(c);
  expectEquals(c, name);
  const options: { name: Name; weight: number }[] = [];
  do {
    c.stop = (index) => endsOption(c, index);
    const option = readName(c);
    c.stop = () => false;
    options.push({ name: option, weight: peek(c)?.kind === "number" ? readNumber(c) : 1 });
  } while (acceptSymbol(c, "|"));
  const references: Reference[] = [];
  readReferencesToEnd(c, references);
  if (options.length < 2) {
    c.diagnostics.push(
      langDiagnostic("missing-clause", spanFrom(c, 0), {
        statement: "variant",
        clause: "|",
        example: `${options[0]?.name.text ?? "a"} | another`,
      }),
    );
    return undefined;
  }
  return { kind: "variant", name, options, references, span: spanFrom(c, 0) };
}

/** Whether the number at `index` is the last thing of an option, and so its weight. */
function endsOption(c: Cursor, index: number): boolean {
  const next = c.tokens[index + 1];
  const last = next === undefined || next.text === "|" || next.kind === "reference";
  return c.tokens[index]?.kind === "number" && last;
}
