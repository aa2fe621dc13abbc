import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mathExpression, mathml } from "./mathml.ts";
import { statementMathml } from "./mathml-statement.ts";
import { parseBlock, parseChapter, parseExpression } from "./parser.ts";

/** Checks that a text is well-formed XML, no attribute twice, and gives the names of its elements. Throws where it is not. */
function elementsOf(xml: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = xml.replace(/<(\/?)([a-z]+)((?:\s+[a-z-]+="[^"<&]*")*)\s*(\/?)>/g, (...groups) => {
    const [, close, name, attributes, empty] = groups as readonly string[];
    if (close === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const names = [...(attributes ?? "").matchAll(/([a-z-]+)=/g)].map((one) => one[1]);
      if (new Set(names).size < names.length) throw new Error(`an attribute twice in ${name}`);
      seen.push(name!);
      if (empty !== "/") open.push(name!);
    }
    return "";
  });
  if (open.length > 0) throw new Error(`${open.join(", ")} not closed`);
  const text = rest.replace(/&(?:amp|lt|gt|#\d+);/g, "");
  if (/[<>&]/.test(text)) throw new Error(`stray character in ${text}`);
  return seen;
}

/** What a reader sees of the markup, with the structure that a line of text cannot show. */
function shown(source: string): string {
  const { expr } = parseExpression("case", source);
  const markup = mathExpression(expr!).markup;
  elementsOf(`<math>${markup}</math>`);
  return markup
    .replace(/<mfrac><mrow>/g, "{")
    .replace(/<\/mrow><\/mfrac>/g, "}")
    .replace(/<\/mrow><mrow>(?=[^{}]*})/g, " over ")
    .replace(/<\/mtr>/g, "; ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#8289;/g, "")
    .replace(/&#160;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/\s+/g, " ")
    .trim();
}

test.each([
  ["a + b * c", "a + b × c"],
  ["(a + b) * c", "( a + b ) × c"],
  ["a - (b - c)", "a − ( b − c )"],
  ["a - b - c", "a − b − c"],
  ["a / (b + c)", "{ a over b + c }"],
  ["(a / b) ^ 2", "( { a over b } ) 2"],
  ["a * (b / c)", "a × { b over c }"],
  ["a * -b", "a × ( − b )"],
  ["a >= 0 and not (b <> c)", "a ≥ 0 and not b ≠ c"],
  ["max(0, 1 - x)", "max ( 0 , 1 − x )"],
  ["sqrt(a + b)", "a + b"],
  ["1_271", "1,271"],
  ["0.0000005", "5 × 10 −7"],
  ["flow from china[north]", "flow from china north"],
  ["if a < b then 1 else if a > c then 2 else 3", "{ 1 if a < b ; 2 if a > c ; 3 otherwise ;"],
])("%s", (source, expected) => {
  expect(shown(source)).toBe(expected);
});

test("names of several words are one identifier", () => {
  const markup = mathml(parseExpression("case", "market stock * price").expr!);
  expect(markup).toContain('<mi>market stock</mi><mo form="infix">×</mo><mi>price</mi>');
});

test("a sum that is too wide breaks before its operators, one that fits does not", () => {
  const wide = parseExpression(
    "case",
    "time to replace a laboratory in weeks + flow from other sources of supply - sales",
  ).expr!;
  expect(elementsOf(mathml(wide))).toContain("mtable");
  expect(mathml(wide)).toContain(
    '<mtd><mrow><mo form="infix">+</mo><mi>flow from other sources of supply</mi>',
  );
  expect(elementsOf(mathml(wide, undefined, 200))).not.toContain("mtable");
});

test("a stock says its change and its start", () => {
  const { statements } = parseBlock("case", "stock water [kg]\n  start 3\n  in rain\n  out leak, use\n");
  const [change, start] = statementMathml(statements[0]!, { unit: "kg", time: "year" })!;
  expect(change).toContain("[kg/year]");
  expect(change!.replace(/<[^>]+>/g, "")).toBe("ddtwater&#160;[kg/year]=rain−leak−use");
  expect(start!.replace(/<[^>]+>/g, "")).toBe("water, at the start=3");
});

test("every expression of the cases is well-formed", () => {
  const text = readFileSync(new URL("./cases/expressions.txt", import.meta.url), "utf8");
  let count = 0;
  for (const part of text.split(/^# .*\n/m)) {
    const [source = ""] = part.split("==>");
    const { expr } = parseExpression("case", source.trimEnd().replaceAll("⇥", "\t").replaceAll("␍", "\r"));
    if (expr === undefined) continue;
    elementsOf(mathml(expr));
    count++;
  }
  expect(count).toBeGreaterThan(20);
});

describe("the crisis model", () => {
  const folder = new URL("../../models/us-mexico/chapters/", import.meta.url);
  test.each(readdirSync(folder))(
    "%s: every definition is well-formed and no wider than it need be",
    (file) => {
      const { chapter } = parseChapter(file, readFileSync(new URL(file, folder), "utf8"));
      const statements = chapter.blocks.flatMap((block) => block.statements);
      for (const statement of statements) {
        for (const one of statementMathml(statement, { unit: "kg/year", time: "year" }) ?? [])
          elementsOf(one);
        if (statement.kind !== "equation") continue;
        const { width } = mathExpression(statement.expr);
        expect(width, "name" in statement ? statement.name.text : "").toBeLessThan(110);
      }
      expect(statements.length).toBeGreaterThan(0);
    },
  );
});
