import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BinaryOp, Expr, Name, Subscript } from "./ast.ts";
import { dateValue } from "./dates.ts";
import { tokenize } from "./lexer.ts";
import { POWER } from "./parse-expression.ts";
import { parseBlock, parseChapter, parseExpression } from "./parser.ts";
import { printExpression, printStatements } from "./printer.ts";
import { statementTree } from "./tree-text.ts";
import { childExpressions, statementExpressions, walkExpression } from "./walk.ts";

// The same cases in every run: a failure here is a failure everywhere.
fc.configureGlobal({ seed: 202411 });

const span = { file: "x", start: 0, end: 0 };

const words = fc.constantFrom(
  "labs",
  "air",
  "raids",
  "on",
  "price",
  "día",
  "long-run",
  "people's",
  "to",
  "by",
  "x_1",
);
const laterWords = fc.oneof(words, fc.constantFrom("2019", "12-month", "2024-11"));
const names: fc.Arbitrary<Name> = fc
  .tuple(words, fc.array(laterWords, { maxLength: 3 }))
  .map(([first, rest]) => ({ text: [first, ...rest].join(" "), span }));
const elements: fc.Arbitrary<Name> = fc.oneof(
  names,
  fc.nat(3000).map((n): Name => ({ text: String(n), span })),
);
const subscripts: fc.Arbitrary<Subscript> = fc.oneof(
  elements.map((name): Subscript => ({ ...name, offset: 0 })),
  fc.tuple(names, fc.integer({ min: -9, max: 9 })).map(([name, offset]): Subscript => ({ ...name, offset })),
);
const numbers = fc.oneof(fc.nat(3000), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
const dates = fc
  .tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.option(fc.integer({ min: 1, max: 28 })),
  )
  .map(([year, month, day]) =>
    [year, month, ...(day === null ? [] : [day])].map((n) => String(n).padStart(2, "0")).join("-"),
  );

const expressions: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    numbers.map((value): Expr => ({ kind: "number", value: value === 0 ? 0 : value, span })),
    dates.map((text): Expr => ({ kind: "date", text, value: dateValue(text) ?? Number.NaN, span })),
    fc
      .tuple(names, fc.array(subscripts, { maxLength: 2 }))
      .map(([name, list]): Expr => ({ kind: "name", name, subscripts: list, span })),
    fc
      .tuple(names, fc.array(tie("expr"), { minLength: 1, maxLength: 3 }))
      .map(([fn, args]): Expr => ({ kind: "call", fn, args, span })),
    fc
      .tuple(fc.constantFrom("-" as const, "not" as const), tie("expr"))
      .map(([op, arg]): Expr => ({ kind: "unary", op, arg, span })),
    fc
      .tuple(fc.constantFrom(...(Object.keys(POWER) as BinaryOp[])), tie("expr"), tie("expr"))
      .map(([op, left, right]): Expr => ({ kind: "binary", op, left, right, span })),
    fc
      .tuple(tie("expr"), tie("expr"), tie("expr"))
      .map(([condition, then, otherwise]): Expr => ({ kind: "if", condition, then, otherwise, span })),
  ),
})).expr;

/** The tree without its spans. */
function spanless(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part) => (key === "span" || key === "source" ? undefined : part)),
  );
}

describe("printer and parser", () => {
  test("a printed expression is parsed to the same tree, and prints the same again", () => {
    fc.assert(
      fc.property(expressions, (expr) => {
        const text = printExpression(expr);
        const { expr: again, diagnostics } = parseExpression("x", text);
        expect(diagnostics, text).toEqual([]);
        expect(spanless(again), text).toEqual(spanless(expr));
        expect(printExpression(again!)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test("a printed statement is parsed to the same tree", () => {
    const clauses = fc.record({
      from: fc.option(expressions),
      at: fc.option(expressions),
      within: fc.boolean(),
      of: fc.option(names),
      list: fc.array(elements, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(names, expressions, expressions, clauses, (name, a, b, { from, at, within, of, list }) => {
        const references = [
          { id: "B-LAB-05", reason: 'wider: "rival" \\ view', span },
          { id: "judgement", span },
        ];
        const base = { references, span };
        const unit = { text: "kg/year", span };
        const fromPart = from === null ? {} : { from };
        const ofPart = of === null ? {} : { of };
        const prior = {
          distribution: { text: "normal", span },
          args: [a, b],
          anew: "once" as const,
          span,
        };
        const dimensions = [{ text: "ally", span }];
        const data = { file: "data/a.csv", column: "c", source: span };
        const against = { text: `${name.text} against reported`, span };
        const text = printStatements([
          {
            ...base,
            kind: "equation",
            name,
            dimensions,
            unit,
            expr: a,
            prior,
            exceptions: [
              { elements: list, expr: b, prior, ...base },
              { elements: list, expr: a, references: [], span },
            ],
          },
          { ...base, kind: "dimension", name: { text: "a b", span }, ...ofPart, elements: list },
          { ...base, kind: "dimension", name: { text: "a", span }, ...ofPart, range: { low: 0, high: 80 } },
          { ...base, kind: "dimension", name: { text: "a", span }, ...ofPart, from: data },
          { ...base, kind: "data", name, dimensions, ...data, at: list, otherwise: -1.5 },
          { ...base, kind: "outcome", name, subscripts: list, better: "lower" },
          { ...base, kind: "stock", name, dimensions, unit, start: a, inflows: [a, b], outflows: [b] },
          { ...base, kind: "lever", name, unit, value: a, low: b, high: a, rampMonths: 1.5 },
          {
            ...base,
            kind: "table",
            name,
            of: unit,
            points: [
              { x: a, y: b },
              { x: b, y: a },
            ],
            ...(within ? { shape: "stepwise" as const } : {}),
          },
          { ...base, kind: "held", name, start: a },
          {
            ...base,
            kind: "mechanism",
            name: { text: 'a "b"', span },
            conceived: "2023-11",
            off: [
              { name, subscripts: list, value: a },
              { name, value: b },
            ],
          },
          { ...base, kind: "known", name, subscripts: list, lateMonths: within ? 4.5 : 0 },
          { ...base, kind: "forecast", name, components: [name, against, name], against },
          { ...base, kind: "reject", condition: a, ...(at === null ? {} : { at }) },
          {
            ...base,
            kind: "rule",
            name,
            when: a,
            raise: name,
            by: b,
            upTo: a,
            every: b,
            until: a,
            ...fromPart,
          },
          {
            ...base,
            kind: "check",
            title: 'a "b"',
            when: [{ name, subscripts: list, start: within, value: a }],
            expect: b,
            within: within ? 0.01 : 1e-9,
            ...fromPart,
          },
          {
            ...{
              ...base,
              kind: "observe",
              name,
              expr: a,
              file: "data/a b.csv",
              column: "x, y",
              source: span,
            },
            ...{ lateMonths: 4, everyMonths: 6, error: { kind: "relative", value: 0.1 }, ...fromPart },
            ...(within ? { discrepancy: { value: 0.12, months: 1.5, span } } : {}),
          },
        ]);
        const first = parseBlock("x", text);
        expect(first.diagnostics, text).toEqual([]);
        expect(first.statements).toHaveLength(17);
        const again = parseBlock("x", printStatements(first.statements));
        expect(again.statements.map(statementTree)).toEqual(first.statements.map(statementTree));
        expect(printStatements(first.statements)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

const pieces = fc.constantFrom(
  ...[
    "stock ",
    "x",
    " [kg]",
    " = ",
    "\n",
    "\n  ",
    "start ",
    "in ",
    "out ",
    "(",
    ")",
    "[",
    "]",
    ",",
    " - ",
    "-",
    "..",
    "12",
  ],
  ...[
    "2024-11",
    '"',
    "@A-1",
    " ~ ",
    "#",
    "check ",
    "time ",
    "from ",
    "to ",
    "lever ",
    "range ",
    "observe ",
    "by ",
    "a.csv",
  ],
  ...[
    ":",
    "|",
    "variant ",
    "rule ",
    "when ",
    "if ",
    " then ",
    " else ",
    " and ",
    "not ",
    "^",
    "\t",
    "\r\n",
    "é",
    "%",
    "\u{1F600}",
  ],
  ...[
    "unit ",
    "dimension ",
    "\n  except ",
    "extrapolated",
    "at ",
    "otherwise ",
    "table ",
    "of ",
    "data ",
    "outcome ",
    "held ",
    "reject ",
    "within ",
    "mechanism ",
    "conceived ",
    "off ",
    "known until ",
    "reported ",
    " months late",
    "forecast ",
    "against ",
    "discrepancy ",
    " over ",
    "```model\n",
    "\n```\n",
    "# T\n",
    "> ",
    "\uFEFF",
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

describe("any text", () => {
  test("token spans tile the source", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const token of tokenize(text)) {
          if (token.start === at && token.text === text.slice(at, token.end)) at = token.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("is parsed without an exception, and every span lies in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const block = parseBlock("x", text);
        const chapter = parseChapter("x", text);
        const expression = parseExpression("x", text);
        for (const d of [...block.diagnostics, ...chapter.diagnostics, ...expression.diagnostics]) {
          expect(d.span!.start).toBeGreaterThanOrEqual(0);
          expect(d.span!.end).toBeGreaterThanOrEqual(d.span!.start);
          expect(d.span!.end).toBeLessThanOrEqual(text.length);
        }
        expect(expression.expr === undefined).toBe(expression.diagnostics.length > 0);
        const outside: Expr[] = [];
        const statements = [...block.statements, ...chapter.chapter.blocks.flatMap((b) => b.statements)];
        for (const statement of statements) {
          for (const top of statementExpressions(statement)) {
            expect(top.span.start).toBeGreaterThanOrEqual(statement.span.start);
            expect(top.span.end).toBeLessThanOrEqual(statement.span.end);
            walkExpression(top, (e) => {
              for (const child of childExpressions(e)) {
                if (child.span.start < e.span.start || child.span.end > e.span.end) outside.push(child);
              }
            });
          }
        }
        expect(outside).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("what was understood of it prints and parses to the same tree", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { statements } = parseBlock("x", text);
        const again = parseBlock("x", printStatements(statements));
        expect(again.statements.map(statementTree)).toEqual(statements.map(statementTree));
        expect(again.diagnostics).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
