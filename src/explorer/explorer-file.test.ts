import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import { explorerWords } from "../explain/diagnostic-words/explorer.ts";
import { diagnosticSentences } from "../explain/diagnostics.ts";
import { compileModel } from "../model/compile-model.ts";
import { loadScenarios } from "../scenario/load-scenarios.ts";
import { explorerJsonSchema } from "./explorer-file.ts";
import { loadExplorerFile } from "./explorer-parts.ts";
import { explorerPlan } from "./explorer-plan.ts";

const chapter = `# 3. Water

\`\`\`model
time from 2020-01 to 2026-01, 1 steps a month, euler, decision 2021-01
stock water [1]
  start  1
  out    leak
leak rate [1/year] = 0.1 ~ uniform(0.05, 0.2)  @judgement
lever plugs [1] = 0, range 0..10  @judgement
lever pumps [1] = 0, range 0..10  @judgement
leak [1/year] = water * leak rate / (1 + plugs + pumps)
water left [1] = water
outcome water left, higher is better
outcome leak, lower is better
\`\`\`
`;
const scenario = (id: string, group: string, value: number) =>
  `{id: ${id}, group: ${group}, label: {en: x, es: x}, short: {en: x, es: x}, summary: {en: x, es: x}, levers: [{name: plugs, schedule: [{at: 2021-03, value: ${value}}]}]}`;
const water = {
  "chapters/3-water.md": chapter,
  "scenarios/dry.yaml": scenario("dry", "baseline", 0),
  "scenarios/wet.yaml": scenario("wet", "proposal", 2.5),
  "evidence/evidence.csv":
    "id,quantity,value,low,high,unit,year,source,url_or_doi,status,note\nE-1,Plug,0.1,,,1,2019,Drip,,verified,\n",
};
const { model } = compileModel(water, { name: "water" });
const { scenarios } = loadScenarios(water, "", model.ir);

function load(text: string) {
  return loadExplorerFile({ model, scenarios, files: { ...water, "explorer.yaml": text } });
}

/** Code of each finding and the text that its span points at. */
function found(text: string): readonly string[] {
  return load(text).diagnostics.map(
    (d: Diagnostic) => `${d.code}: ${d.span === undefined ? "" : text.slice(d.span.start, d.span.end)}`,
  );
}

const good = `
about: {en: A tub., es: Una tina.}
headline: {outcome: Leak, at: 2024-01}
levers_from: 2021-03
groups:
  - {id: all, label: {en: All, es: Todo}, shown: [Pumps], folded: [plugs]}
levers:
  plugs: {unit: {en: plugs, es: tapones}, step: 0.5, tried: {low: 0, high: 3, note: {en: Ever., es: Siempre.}, sources: [E-1]}}
  pumps: {untried: {en: Never., es: Nunca.}}
panel: [leak, water left]
chips: [dry, wet]
assumptions: [leak rate]
`;

test("a good file is read and followed", () => {
  const { explorer, diagnostics } = load(good);
  expect(diagnostics).toEqual([]);
  const plan = explorerPlan(model, scenarios, explorer);
  expect(plan.groups.map(({ shown, folded }) => [shown, folded])).toEqual([[["pumps"], ["plugs"]]]);
  expect([plan.headline, plan.leversFrom, plan.panel, plan.chips]).toEqual([
    { outcome: "leak", at: "2024-01" },
    "2021-03",
    ["leak", "water left"],
    ["dry", "wet"],
  ]);
  expect(plan.lever("plugs")?.step).toBe(0.5);
});

test("a model without the file has chapters as groups, its first outcomes and all scenarios", () => {
  const plan = explorerPlan(model, scenarios, undefined);
  expect(plan.groups).toEqual([
    { id: "3-water", label: { en: "Water", es: "Water" }, shown: ["plugs", "pumps"], folded: [] },
  ]);
  expect(plan.headline).toEqual({ outcome: "water left", at: "2026-01" });
  expect([plan.leversFrom, plan.panel, plan.chips]).toEqual([
    "2021-03",
    ["water left", "leak"],
    ["dry", "wet"],
  ]);
});

test("a scenario that begins before the decision does not set the month of a reader's levers", () => {
  const [dry, wet] = scenarios;
  const history = { ...wet!, levers: [{ name: "plugs", schedule: [{ at: "2020-06", value: 1 }] }] };
  expect(explorerPlan(model, [dry!, history], undefined).leversFrom).toBe("2021-03");
  expect(explorerPlan(model, [history], undefined).leversFrom).toBe("2021-01");
});

test.each([
  ["headline: {outcome: leek, at: 2024-01}", "explorer-unknown: leek"],
  ["headline: {outcome: leak, at: 2030-01}", "explorer-month: 2030-01"],
  ["levers_from: 2020-06", "explorer-month: 2020-06"],
  ["levers_from: June", "yaml-bad-date: June"],
  ["chips: [wet, dry]", "explorer-first: wet"],
  ["chips: [dry, damp]", "explorer-unknown: damp"],
  ["panel: [leak, water left]", "explorer-first: leak"],
  ["panel: [water left, leak, leak]", "explorer-twice: leak"],
  ["assumptions: [rain]", "explorer-unknown: rain"],
  ["groups: [{id: a, label: {en: x, es: x}, shown: [pumps]}]", "explorer-not-grouped: groups"],
  [
    "groups: [{id: a, label: {en: x, es: x}, shown: [pumps, plugs], folded: [plugs]}]",
    "explorer-twice: plugs",
  ],
  ["levers: {taps: {step: 1}}", "explorer-unknown: taps"],
  ["levers: {plugs: {step: 1}}", "explorer-step: 1"],
  [
    "levers: {plugs: {tried: {low: 0, high: 11, note: {en: x, es: x}, sources: [E-1]}}}",
    "explorer-tried: {low: 0, high: 11, note: {en: x, es: x}, sources: [E-1]}",
  ],
  [
    "levers: {plugs: {tried: {low: 0, high: 1, note: {en: x, es: x}, sources: [E-2]}}}",
    "explorer-unknown: E-2",
  ],
  [
    "levers: {plugs: {tried: {low: 0, high: 1, note: {en: x, es: x}, sources: [E-1]}, untried: {en: x, es: x}}}",
    "explorer-tried-and-not: {en: x, es: x}",
  ],
  ["observed: {leak: [{observations: [meter]}]}", "explorer-unknown: meter"],
  ["colour: red", "yaml-unknown-field: colour"],
])("%s", (text, finding) => {
  expect(found(text)).toContain(finding);
  expect(load(text).explorer).toBeUndefined();
});

test("every finding has words in both languages", () => {
  for (const code of Object.keys(explorerWords)) {
    const d: Diagnostic = {
      code,
      severity: "error",
      data: {
        kind: "lever",
        name: "x",
        names: ["x"],
        at: "x",
        from: "x",
        to: "x",
        list: "x",
        low: 0,
        high: 1,
        step: 1,
        value: 2,
      },
    };
    for (const language of ["en", "es"] as const) {
      const { message, next } = diagnosticSentences(d, language);
      expect(`${message} ${next}`).not.toMatch(/undefined|''/);
      expect(message.length).toBeGreaterThan(10);
    }
  }
});

test("the published schema is the one that is checked (npx vitest run -u writes it)", async () => {
  const path = join(import.meta.dirname, "../../schema/explorer.schema.json");
  await expect(`${JSON.stringify(explorerJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path);
});
