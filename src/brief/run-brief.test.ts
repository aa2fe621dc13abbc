import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { DiagnosticError, type Files } from "../base/diagnostic.ts";
import { roundNumbers } from "../base/round-numbers.ts";
import { directPool, drawParameters } from "../ensemble/index.ts";
import { compileModel } from "../model/compile-model.ts";
import { loadScenarios } from "../scenario/load-scenarios.ts";
import { checkBrief } from "./check-brief.ts";
import { parseBrief } from "./parse-brief.ts";
import { loadRecord } from "./record.ts";
import type { BriefResult } from "./result.ts";
import { BriefResultSchema, briefJsonSchema } from "./result-schema.ts";
import { type BriefInput, runBrief } from "./run-brief.ts";

const chapter = `# Harm

\`\`\`model
time from 2020-01 to 2030-01, 1 steps a month, euler, results from 2021-01, decision 2024-11
stock users [person]
  start  users at first
  in     new users
  out    quits
users at first [person] = 1000   @judgement
new users [person/year] = usual new users * rise
usual new users [person/year] = 100   @judgement
rise [1] = 1 ~ uniform(0.5, 1.5)   @E1
quits [person/year] = users * quit rate * (1 + help)
quit rate [1/year] = 0.1 ~ uniform(0.05, 0.2)   @E1
variant law = low | high
lever help [percent] = 0, range 0..100   @E1
lever noise [1] = 0, range 0..1   @judgement
harm [person/year] = users * harm rate * (1 + law[high])
harm rate [1/year] = 0.01   @judgement
outcome harm, lower is better
outcome users, no direction
observe harm counted [person/year] = harm by data/harm.csv: harm, reported 2 months late, error relative 5 %
\`\`\`
`;

const scenario = (id: string, group: string, rest: string) =>
  `id: ${id}\ngroup: ${group}\nlabel: {en: Label of ${id}, es: Nombre de ${id}}\nshort: {en: ${id}, es: ${id}}\nsummary: {en: S, es: S}\n${rest}`;

const files: Files = {
  "chapters/01-harm.md": chapter,
  "data/harm.csv": "date,harm\n2022-01-01,11\n2023-01-01,12\n2024-01-01,13\n2025-01-01,14\n2026-01-01,15\n",
  "data/SOURCES.md": "# Data\n\n### harm.csv\n- What: harm in a year.\n- Publisher: nobody.\n",
  "evidence/evidence.csv":
    "id,quantity,value,low,high,unit,year,source,url_or_doi,status,note\nE1,Rise,1,0,100,-,2020,A study; another study,https://example.org,verified,\nE9,Unused,1,,,-,2020,S,,verified,\n",
  "evidence/timeline.csv":
    "date,event,lever,value,unit,source,url\n2024-01-01,Before,help,1,x,P,u\n2025-03-01,After,help,1234.5,x,P,u\n",
  "evidence/timeline.yaml":
    "- {date: 2024-01-01, lever: help, en: Before, es: Antes}\n- {date: 2025-03-01, lever: help, en: After, es: Después}\n",
  "words/en.yaml":
    "outcomes:\n  harm: {label: Harm, short: Harm, sentence: Harm in a year., unit: people a year}\nvariants:\n  law: {label: Law, question: Which?, options: {low: Low, high: High}}\n",
  "words/es.yaml":
    "outcomes:\n  harm: {label: Daño, short: Daño, sentence: Daño en un año., unit: personas al año}\nvariants:\n  law: {label: Ley, question: ¿Cuál?, options: {low: Baja, high: Alta}}\n",
  "scenarios/base.yaml": scenario("base", "baseline", ""),
  "scenarios/helped.yaml": scenario(
    "helped",
    "proposal",
    "extrapolation: true\nproposals: [P1]\nsources: [E1]\nlevers:\n  - name: help\n    schedule:\n      - {at: 2025-02, value: 50}\n",
  ),
  "scenarios/idle.yaml": scenario(
    "idle",
    "alternative",
    "levers:\n  - name: noise\n    schedule:\n      - {at: 2025-02, value: 1}\n",
  ),
  "scenarios/forced.yaml": scenario(
    "forced",
    "alternative",
    "set: {quit rate: 0.1}\nvariants: {law: high}\n",
  ),
};

const document = `---
title: {en: T, es: T}
date: 2024-11-29
about: {en: A, es: A}
question: {en: Q, es: Q}
model: models/m
---

\`\`\`claim
id: F1
claim: {en: C, es: C}
kind: {en: K, es: K}
says: {number: 12.1, unit: {en: people, es: personas}}
read: "last(data/harm.csv: harm, lag 2 months)"
\`\`\`

\`\`\`proposal
id: P1
proposal: {en: Help, es: Ayuda}
backers: {en: B, es: B}
scenario: helped
sources: [E1]
\`\`\`

\`\`\`expectation
id: E1
text: {en: Less harm, es: Menos daño}
look: [{scenario: helped, outcome: harm}]
\`\`\`

\`\`\`scenarios
run: [base, helped, idle, forced]
at: [2026-01, 2028-01]
headline_at: 2028-01
charts_until: 2028-04
outcomes: [harm]
levels: [harm]
summaries: [harm]
answer: [{scenario: helped, outcome: harm}]
drivers: [{scenario: base, outcome: harm}, {scenario: helped, outcome: harm}]
variants_in: [helped]
\`\`\`

\`\`\`chart
id: harm
outcome: harm
title: {en: Harm, es: Daño}
scenarios: [base, helped]
history: [harm counted]
\`\`\`

\`\`\`extrapolation
- {en: Unseen., es: No visto.}
\`\`\`

\`\`\`model-leaves-out
- {en: Much., es: Mucho.}
\`\`\`
`;

const { model, diagnostics } = compileModel(files, { name: "m" });
const { scenarios, diagnostics: scenarioFindings } = loadScenarios(files, "", model.ir);
const parsed = parseBrief("b.md", document);
const draws = 40;

function input(change: Partial<BriefInput> = {}): BriefInput {
  return {
    brief: parsed.brief!,
    files,
    model,
    scenarios,
    params: drawParameters(model.ir, { sampler: "stratified", seed: 7, draws }),
    draws,
    made: {
      program: "downstream 0",
      model: "m",
      modelVersion: "0",
      modelHash: model.hash,
      posterior: "prior",
      seed: 7,
      draws,
      engine: "reference",
      command: "test",
    },
    pool: directPool(),
    ...change,
  };
}

let result: BriefResult;
beforeAll(async () => {
  result = await runBrief(input());
});

const cell = (id: string, outcome: string, at = "2028-01") =>
  result.cells.find((c) => c.scenario === id && c.outcome === outcome && c.at === at)!;

test("the teaching brief is sound", () => {
  expect([...diagnostics, ...scenarioFindings].filter((d) => d.severity === "error")).toEqual([]);
  expect(checkBrief(parsed, model, scenarios, loadRecord(files, ""))).toEqual([]);
});

test("the result passes its published schema (npx vitest run writes it with -u)", async () => {
  expect(BriefResultSchema.safeParse(result).error?.issues).toBeUndefined();
  const path = join(import.meta.dirname, "../../schema/brief.schema.json");
  await expect(`${JSON.stringify(briefJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path);
});

test("scenarios are compared with no change of the same draw", () => {
  expect(cell("base", "harm").change).toEqual({ q05: 0, q25: 0, q50: 0, q75: 0, q95: 0 });
  expect(cell("base", "harm").sameOf100).toBe(100);
  expect(cell("helped", "harm").betterOf100).toBe(100);
  expect(cell("helped", "harm").change.q95).toBeLessThan(0);
  expect(cell("helped", "harm").relative!.q50).toBeLessThan(-0.05);
  expect(cell("helped", "users").betterOf100).toBe(0);
  expect(cell("idle", "harm").sameOf100).toBe(100);
  expect(result.cells.length).toBe(4 * 2 * 2);
});

test("a scenario that holds parameters is run whole and differs from the start", () => {
  const forced = cell("forced", "harm");
  expect(forced.sameOf100).toBe(0);
  expect(forced.worseOf100).toBeGreaterThan(40);
});

test("charts hold the observed past apart from what came later, and every path from the results' start", () => {
  const [chart] = result.charts;
  expect(chart!.history.map((h) => h.values)).toEqual([
    [11, 12],
    [13, 14, 15],
  ]);
  expect(chart!.history[1]!.label.es).toContain("publicado después");
  const [base, helped] = chart!.series;
  expect(base!.dates[0]).toBe("2021-01");
  expect(base!.dates.at(-1)).toBe("2028-04");
  const before = base!.dates.indexOf("2024-10");
  expect(helped!.q50.slice(0, before + 1)).toEqual(base!.q50.slice(0, before + 1));
  expect(helped!.q50.at(-1)).toBeLessThan(base!.q50.at(-1)!);
});

test("drivers, variants, claims, sources and what happened are filled from the model and the record", () => {
  expect(result.drivers[0]).toMatchObject({ of: "value", scenario: "base" });
  expect(result.drivers[0]!.rows[0]).toMatchObject({
    parameter: "law[high]",
    label: { en: "Law: High", es: "Ley: Alta" },
  });
  expect(result.drivers[1]!.of).toBe("change");
  expect(result.drivers[1]!.rows.find((r) => r.parameter === "rise")?.sources).toEqual(["E1"]);
  const [law] = result.variants;
  expect(law!.options.map((o) => o.prior)).toEqual([0.5, 0.5]);
  expect(law!.options[1]!.effects[0]!.median).toBeLessThan(law!.options[0]!.effects[0]!.median);
  // Known by the end of November 2024: the year 2023, which ended ten months before; not 2024.
  expect(result.claims[0]).toMatchObject({ verdict: "supported", value: { number: 12 } });
  expect(result.sources.map((s) => s.id)).toEqual(["E1"]);
  expect(result.sources[0]!.usedBy).toEqual(expect.arrayContaining(["P1", "helped", "rise", "help"]));
  expect(result.series).toEqual([{ file: "data/harm.csv", about: "harm in a year." }]);
  expect(result.whatHappened).toEqual([
    { date: "2025-03-01", event: { en: "After", es: "Después" }, value: "1,234.5", source: "P", url: "u" },
  ]);
  expect(result.proposals[0]!.levers).toEqual(["help"]);
  expect(result.extrapolation.at(-1)!.en).toContain("Label of helped");
  expect(result.answer.length).toBe(5);
  expect(result.answer[1]!.en).toMatch(
    /In the model's middle run that is .+ (fewer|more|lower|higher|no different)/,
  );
  expect(result.answer[2]!.en).toMatch(
    /clearly lower with helped \(−[\d.]+\); no clear difference with the other 2/,
  );
  expect(result.answer[2]!.es).toContain("claramente menores con helped");
  expect(result.expectations[0]!.found.en).toContain("Label of helped");
});

test("the same input gives the same bytes; another seed gives others", async () => {
  const again = await runBrief(input());
  expect(JSON.stringify(again)).toBe(JSON.stringify(result));
  const other = await runBrief(
    input({ params: drawParameters(model.ir, { sampler: "stratified", seed: 8, draws }) }),
  );
  expect(JSON.stringify(other.cells)).not.toBe(JSON.stringify(result.cells));
});

test("progress counts runs and ends at all of them", async () => {
  const seen: [number, number][] = [];
  await runBrief(input({ progress: (done, total) => seen.push([done, total]) }));
  expect(seen.at(-1)).toEqual([4 * draws, 4 * draws]);
  expect(seen.every(([done], i) => i === 0 || done >= seen[i - 1]![0])).toBe(true);
});

test("a record that cannot be read stops the brief with its findings", async () => {
  const broken = { ...files, "evidence/timeline.yaml": "- {date: 2025-03-02, lever: help, en: x, es: x}\n" };
  await expect(runBrief(input({ files: broken }))).rejects.toBeInstanceOf(DiagnosticError);
});

test.each([
  ["run: [base, helped, idle, forced]", "run: [helped, base, idle, forced]", "brief-baseline-first"],
  ["answer: [{scenario: helped", "answer: [{scenario: helpd", "brief-unknown-scenario"],
  ["run: [base, helped, idle, forced]", "run: [base, idle, forced]", "brief-scenario-not-run"],
  ["outcomes: [harm]", "outcomes: [hram]", "brief-unknown-outcome"],
  ["history: [harm counted]", "history: [harm count]", "brief-unknown-observation"],
  ["sources: [E1]", "sources: [E2]", "brief-unknown-source"],
  ["data/harm.csv: harm,", "data/harm.csv: harms,", "brief-unknown-series"],
  ["headline_at: 2028-01", "headline_at: 2029-01", "brief-date-not-read"],
  ["at: [2026-01, 2028-01]", "at: [2023-01, 2028-01]", "scenario-date-outside"],
  ["{number: 12.1, unit: {en: people, es: personas}}", "{share: lots}", "brief-unknown-share"],
])("%s → %s is found", (from, to, code) => {
  const text = document.replace(from, to);
  const found = checkBrief(parseBrief("b.md", text), model, scenarios, loadRecord(files, ""));
  expect(found.map((d) => d.code)).toContain(code);
  expect(found.find((d) => d.code === code)!.span?.file).toBe("b.md");
});

test("numbers are rounded to six significant digits and never minus zero", () => {
  expect(roundNumbers({ a: [1234567.891, 0.000123456789, -0, 12345678] })).toEqual({
    a: [1234570, 0.000123457, 0, 12345678],
  });
  expect(() => roundNumbers(Number.NaN)).toThrow(RangeError);
});
