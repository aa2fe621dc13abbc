import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Files } from "../base/diagnostic.ts";
import { compileModel } from "../model/compile-model.ts";
import { loadScenarios } from "../scenario/load-scenarios.ts";
import { loadWords, missingWords } from "../scenario/words.ts";
import { makeEvents } from "./brief-sources.ts";
import { checkBrief } from "./check-brief.ts";
import { parseBrief } from "./parse-brief.ts";
import { loadRecord } from "./record.ts";

const root = join(import.meta.dirname, "../../models/us-mexico");
const files: Files = Object.fromEntries(
  (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => /\.(md|csv|yaml)$/.test(path) && statSync(join(root, path)).isFile())
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);
const { model } = compileModel(files, { name: "us-mexico" });
const { scenarios, diagnostics } = loadScenarios(files, "", model.ir);
const record = loadRecord(files, "");
const file = "briefs/2024-11-force-in-mexico.md";
const parsed = parseBrief(file, readFileSync(join(root, "../..", file), "utf8"));

test("every scenario of the crisis model fits the model, in both languages, and cites rows that exist", () => {
  expect(diagnostics).toEqual([]);
  const cited = scenarios.flatMap((s) => s.sources.map((id) => `${s.id}: ${id}`));
  expect(cited.filter((c) => record.rows(c.slice(c.indexOf(": ") + 2)).length === 0)).toEqual([]);
  expect(scenarios.filter((s) => s.group !== "baseline" && s.note === "").map((s) => s.id)).toEqual([]);
});

test("the scenarios cover the proposals, a ladder without gaps, alternatives, a package and what happened", () => {
  const proposals = scenarios.flatMap((s) => s.proposals).sort();
  expect(proposals).toEqual(["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"]);
  expect(scenarios.flatMap((s) => s.rung ?? []).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const count = (group: string) => scenarios.filter((s) => s.group === group).length;
  expect(count("alternative")).toBeGreaterThanOrEqual(4);
  expect([count("baseline"), count("package"), count("happened")]).toEqual([1, 1, 1]);
  expect(scenarios.length).toBeGreaterThanOrEqual(12);
});

test("force without consent, and nothing else that has been seen, is marked as extrapolation", () => {
  const force = ["air raids on labs", "raids on leaders", "cyber operations", "ultimatum"];
  for (const s of scenarios) {
    expect([s.id, s.extrapolation]).toEqual([s.id, s.levers.some((l) => force.includes(l.name))]);
  }
});

test("nothing but the record of what happened starts before the inauguration", () => {
  for (const s of scenarios) {
    const first = s.group === "happened" ? "2024-12" : "2025-02";
    for (const lever of s.levers) expect(lever.schedule[0]!.at >= first).toBe(true);
  }
});

test("the brief names only scenarios, outcomes, series and rows that exist", () => {
  expect(checkBrief(parsed, model, scenarios, record)).toEqual([]);
});

test("what happened since stands in both languages, dated after the document", () => {
  const { events, diagnostics: found } = makeEvents(files, record, parsed.brief!.head.date);
  expect(found).toEqual([]);
  expect(events.length).toBeGreaterThanOrEqual(20);
  expect(events.map((e) => e.date)).toEqual(events.map((e) => e.date).sort());
  expect(events.every((e) => e.date > "2024-11-29" && e.event.en !== e.event.es)).toBe(true);
});

test("every lever, outcome, variant and observation of the crisis model has its words in both languages", () => {
  const words = loadWords(files, "");
  expect(words.diagnostics).toEqual([]);
  const names = {
    levers: model.levers,
    outcomes: model.outcomes.map((o) => o.name),
    variants: model.variants,
    observations: model.observations.map((o) => o.name),
  };
  expect(missingWords(names, words).map((d) => d.data)).toEqual([]);
});
