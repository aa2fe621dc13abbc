import { expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import { diagnosticCatalogue } from "../explain/diagnostics.ts";
import { parseBrief } from "./parse-brief.ts";
import { evaluateRead, parseRead, publishedBy } from "./read-expression.ts";

const good = `---
title: {en: T, es: T}
date: 2024-11-29
about: {en: A, es: A}
question: {en: Q, es: Q}
model: models/m
---

# A brief

\`\`\`claim
id: F1
claim: {en: C, es: C}
kind: {en: K, es: K}
says: {number: 5, unit: {en: u, es: u}}
read: "last(data/x.csv: y, lag 2 months)"
\`\`\`

\`\`\`scenarios
run: [baseline]
at: [2026-01]
headline_at: 2026-01
outcomes: [harm]
\`\`\`

\`\`\`js
not: [ours
\`\`\`
`;

function pointed(text: string, d: Diagnostic | undefined): string {
  return d?.span ? text.slice(d.span.start, d.span.end) : "";
}

test("a brief is read; blocks in other languages are left alone; line ends do not matter", () => {
  for (const text of [good, good.replaceAll("\n", "\r\n")]) {
    const { brief, diagnostics } = parseBrief("b.md", text);
    expect(diagnostics).toEqual([]);
    expect(brief?.claims[0]?.says).toEqual({ number: 5, unit: { en: "u", es: "u" } });
    expect(brief?.plan.run).toEqual(["baseline"]);
    expect(brief?.head.date).toBe("2024-11-29");
  }
});

test.each([
  ["no head", "---\ntitle", "title", "brief-no-head", "t"],
  ["bad date", "date: 2024-11-29", "date: 2024-11", "yaml-bad-date", "2024-11"],
  ["missing Spanish", "claim: {en: C, es: C}", "claim: {en: C}", "yaml-missing-language", "claim"],
  ["bad YAML", "run: [baseline]", "run: [baseline", "yaml-syntax", undefined],
  [
    "bad read",
    "last(data/x.csv: y, lag 2 months)",
    "last(data/x.csv y)",
    "brief-bad-read",
    '"last(data/x.csv y)"',
  ],
  ["unknown field", "kind: {en: K", "kinds: 1\nkind: {en: K", "yaml-unknown-field", "kinds"],
  [
    "expectation",
    "says: {number: 5, unit: {en: u, es: u}}",
    "says: {expectation: E9}",
    "brief-unknown-expectation",
    "E9",
  ],
  ["no plan", "```scenarios", "```other", "brief-no-scenarios", ""],
  ["bad month", "at: [2026-01]", "at: [2026-1]", "yaml-bad-date", "2026-1"],
  ["id twice", "id: F1", "id: scenarios", "brief-id-twice", undefined],
])("%s: the finding points into the user's file", (_title, from, to, code, at) => {
  const text = good.replace(from, to);
  expect(text).not.toBe(good);
  const { brief, diagnostics } = parseBrief("b.md", text);
  expect(brief).toBeUndefined();
  expect(diagnostics.map((d) => d.code)).toContain(code);
  expect(diagnosticCatalogue[code]).toBeDefined();
  if (at !== undefined)
    expect(
      pointed(
        text,
        diagnostics.find((d) => d.code === code),
      ),
    ).toBe(at);
});

const series = {
  "a.csv: x": { dates: ["2024-01", "2024-02", "2024-03", "2024-04"], values: [4, 9, 2, 8] },
  "a.csv: y": { dates: ["2020-01", "2021-01", "2022-01"], values: [10, 20, 30] },
};
const lookUp = (file: string, column: string) => series[`${file}: ${column}` as keyof typeof series];

test.each([
  ["last(a.csv: x, lag 1 months)", "2024-05-20", 2],
  ["last(a.csv: x)", "2024-05-01", 8],
  ["at(a.csv: x, 2024-02)", "2024-05-01", 9],
  ["peak(a.csv: x)", "2024-05-01", 9],
  ["sum(a.csv: x, last 3)", "2024-05-01", 19],
  ["last(a.csv: x) / last(a.csv: y) * 2 - (1 + 1)", "2024-12-31", (8 / 30) * 2 - 2],
  ["last(a.csv: y)", "2022-12-31", 20],
  ["last(a.csv: y)", "2023-01-01", 30],
])("%s read by %s", (text, by, value) => {
  expect(evaluateRead(parseRead(text).node!, lookUp, by)?.value).toBeCloseTo(value, 12);
});

test("what is not published, not there or divided by 0 has no value", () => {
  for (const text of [
    "last(a.csv: z)",
    "at(a.csv: x, 2024-04, lag 9 months)",
    "sum(a.csv: x, last 5)",
    "1 / 0",
  ]) {
    expect(evaluateRead(parseRead(text).node!, lookUp, "2024-05-01")).toBeUndefined();
  }
  expect(publishedBy({ dates: ["2024-01"], values: [1] }, 0, "2024-01-31").dates).toEqual([]);
});

test("ids and bad expressions are told apart", () => {
  expect(parseRead("A-OD-12a").node).toEqual({ kind: "id", id: "A-OD-12a" });
  expect(parseRead("timeline/2024-11-25/tariff (threat").error).toBeDefined();
  expect(parseRead("timeline/2024-11-25/tariff").node?.kind).toBe("id");
  for (const text of [
    "last(",
    "last(a.csv: x) +",
    "max(a.csv: x)",
    "sum(a.csv: x)",
    "at(a.csv: x)",
    "(1",
    "1 1",
  ]) {
    expect(parseRead(text).error).toBeDefined();
  }
});
