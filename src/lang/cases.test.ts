import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import { textPosition } from "../base/text-position.ts";
import { parseBlock, parseChapter, parseExpression } from "./parser.ts";
import { printExpression, printStatements } from "./printer.ts";
import { expressionTree, statementTree } from "./tree-text.ts";

interface Case {
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

/** Cases of a file; see cases/README.md for the form. */
function readCases(text: string): readonly Case[] {
  const cases: { title: string; source: string[]; expected: string[] }[] = [];
  let inSource = false;
  for (const line of text.split("\n")) {
    const last = cases.at(-1);
    if (!inSource && line.startsWith("# ")) {
      cases.push({ title: line.slice(2), source: [], expected: [] });
      inSource = true;
    } else if (line === "==>") inSource = false;
    else if (last !== undefined) (inSource ? last.source : last.expected).push(line);
  }
  return cases.map((c) => ({
    title: c.title,
    source: c.source.join("\n").replaceAll("⇥", "\t").replaceAll("␍", "\r"),
    expected: c.expected.join("\n").trim(),
  }));
}

function findings(diagnostics: readonly Diagnostic[], source: string): readonly string[] {
  return diagnostics.map((d) => {
    const start = textPosition(source, d.span?.start ?? 0);
    const end = textPosition(source, d.span?.end ?? 0);
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    const suggestion = d.data.suggestion === undefined ? "" : ` suggestion=${String(d.data.suggestion)}`;
    return `${d.severity} ${d.code} ${place}${suggestion}`;
  });
}

function parsed(kind: string, source: string): string {
  if (kind === "expressions") {
    const { expr, diagnostics } = parseExpression("case", source);
    return [...(expr === undefined ? [] : [expressionTree(expr)]), ...findings(diagnostics, source)].join(
      "\n",
    );
  }
  if (kind === "chapters") {
    const { chapter, diagnostics } = parseChapter("folder/case.md", source);
    const blocks = chapter.blocks.map((b) => `(block ${b.statements.map(statementTree).join(" ")})`);
    return [chapter.title, ...blocks, ...findings(diagnostics, source)].join("\n");
  }
  const { statements, diagnostics } = parseBlock("case", source);
  return [...statements.map(statementTree), ...findings(diagnostics, source)].join("\n");
}

const folder = new URL("./cases/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe.each(files)("%s", (file) => {
  const kind = file.replace(/\.txt$/, "");
  const cases = readCases(readFileSync(new URL(file, folder), "utf8"));
  test.each(cases)("$title", ({ source, expected }) => {
    expect(parsed(kind, source)).toBe(expected);
    expect(expected).not.toBe("");
  });
});

test("there are at least 80 cases, each with its own title", () => {
  const all = files.flatMap((file) => readCases(readFileSync(new URL(file, folder), "utf8")));
  expect(all.length).toBeGreaterThanOrEqual(80);
  expect(new Set(all.map((c) => `${c.title}\n${c.source}`)).size).toBe(all.length);
});

test("what a case without findings prints is parsed to the same tree, and prints the same again", () => {
  for (const file of files.filter((name) => name !== "chapters.txt")) {
    for (const { source } of readCases(readFileSync(new URL(file, folder), "utf8"))) {
      if (file === "expressions.txt") {
        const { expr } = parseExpression("case", source);
        if (expr === undefined) continue;
        const printed = printExpression(expr);
        const again = parseExpression("case", printed).expr;
        expect(again && expressionTree(again), printed).toBe(expressionTree(expr));
      } else {
        const { statements } = parseBlock("case", source);
        const printed = printStatements(statements);
        const again = parseBlock("case", printed);
        expect(again.diagnostics, printed).toEqual([]);
        expect(again.statements.map(statementTree)).toEqual(statements.map(statementTree));
        expect(printStatements(again.statements)).toBe(printed);
      }
    }
  }
});

test("the examples of the language page are read without findings, one statement of each kind at least", () => {
  const page = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");
  const example =
    page
      .match(/^ {4}\S.*$(?:\n {4}.*$)*/gm)
      ?.join("\n")
      .replace(/^ {4}/gm, "") ?? "";
  const { statements, diagnostics } = parseBlock("language.md", example);
  expect(findings(diagnostics, example)).toEqual([]);
  expect(new Set(statements.map((s) => s.kind)).size).toBe(18);
});
