import { describe, expect, test } from "vitest";
import { lineStarts } from "../base/text-position.ts";
import { openCursor } from "./cursor.ts";
import { dateValue } from "./dates.ts";
import { MAX_EXPRESSION_DEPTH } from "./parse-expression.ts";
import { parseBlock, parseExpression } from "./parser.ts";
import { printExpression } from "./printer.ts";
import { expressionTree } from "./tree-text.ts";

describe("large and deep texts", () => {
  test.each([
    ["parentheses", "(".repeat(50_000)],
    ["closed parentheses", `${"(".repeat(20_000)}a${")".repeat(20_000)}`],
    ["minus signs", `${"- ".repeat(50_000)}a`],
    ["a chain of operators", `a${" + a".repeat(50_000)}`],
    ["a tower of powers", `a${" ^ a".repeat(50_000)}`],
    ["nested conditions", "if a then b else ".repeat(20_000)],
    ["nested calls", "f(".repeat(20_000)],
    ["nots", `${"not ".repeat(20_000)}a`],
  ])("%s end in one finding, not in a stack overflow", (_, text) => {
    const { diagnostics } = parseExpression("x", text);
    expect(diagnostics.map((d) => d.code)).toEqual(["too-deep"]);
  });

  test("the deepest expression that is taken prints and parses again", () => {
    const text = `a${" + a".repeat(MAX_EXPRESSION_DEPTH - 1)}`;
    const { expr } = parseExpression("x", text);
    expect(printExpression(expr!)).toBe(text);
    expect(parseExpression("x", `${text} + a`).expr).toBeUndefined();
  });

  test("a long text is parsed to its end: one finding for each bad statement", () => {
    const line = 'stock a b c [kg]\n  start 1 + 2 * x\n  in f(x, y)\nq = if a > 1 then "" else 3\n';
    const text = line.repeat(2000);
    const { diagnostics } = parseBlock("x", text);
    expect(diagnostics).toHaveLength(2000);
    expect(lineStarts(text).length).toBe(8001);
  });

  test("a cursor leaves out white space and comments only", () => {
    const c = openCursor("x", "a = 1 # b\n  + 2", 0, 15, []);
    expect(c.tokens.map((t) => t.text)).toEqual(["a", "=", "1", "+", "2"]);
  });
});

test("dates are decimal years", () => {
  expect(dateValue("2024-11")).toBe(2024 + 10 / 12);
  expect(dateValue("2024-11-05")).toBe(2024 + 10 / 12 + 4 / 365.25);
  expect(dateValue("2024-02-29")).toBeDefined();
  expect(["2023-02-29", "2024-00", "2024-1", "2024-04-31", "24-01", "1900-02-29"].map(dateValue)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
  expect(expressionTree(parseExpression("x", "2024-11-05").expr!)).toBe("2024-11-05");
});
