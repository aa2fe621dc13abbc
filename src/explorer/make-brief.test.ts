import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { modelFiles } from "../../tests/model-files.ts";
import { DiagnosticError } from "../base/diagnostic.ts";
import { parseBrief } from "../brief/parse-brief.ts";
import { runBrief } from "../brief/run-brief.ts";
import { directPool, drawParameters } from "../ensemble/index.ts";
import { makeBrief } from "./make-brief.ts";
import { testParts } from "./test-parts.ts";

const root = join(import.meta.dirname, "../..");
const path = "briefs/2024-11-force-in-mexico.md";
const text = readFileSync(join(root, path), "utf8");
const files = modelFiles("us-mexico");
const facts = makeBrief(files, path, text);

test("claims and proposals are those of the brief's own result", async () => {
  const { model, scenarios } = testParts("us-mexico", files);
  const { brief } = parseBrief(path, text);
  if (brief === undefined) throw new RangeError("the brief cannot be read");
  const plan = { ...brief.plan, drivers: [], variants_in: [] };
  const draws = 2;
  const design = { sampler: "stratified", seed: 1, draws } as const;
  const result = await runBrief({
    ...{ brief: { ...brief, plan }, files, model, scenarios, draws, pool: directPool() },
    params: drawParameters(model.ir, design),
    made: {
      program: "",
      model: "",
      modelVersion: "",
      modelHash: "",
      posterior: "prior",
      seed: 1,
      draws,
      engine: "wasm",
      command: "",
    },
  });
  expect(facts.claims).toEqual(result.claims);
  expect(facts.claims.length).toBeGreaterThan(5);
  expect(new Set(facts.claims.map(({ verdict }) => verdict)).size).toBeGreaterThan(3);
  expect(facts.proposals).toEqual(result.proposals.map(({ levers: _, ...one }) => one));
});

test("every proposal is a scenario of the model, every id cited has its source", () => {
  const { scenarios } = testParts("us-mexico", files);
  const ids = scenarios.map(({ id }) => id);
  expect(facts.proposals.filter(({ scenario }) => !ids.includes(scenario))).toEqual([]);
  const cited = [...facts.claims, ...facts.proposals].flatMap(({ sources }) => sources);
  expect(Object.keys(facts.sources)).toEqual([...new Set(cited)].sort());
  expect(
    Object.values(facts.sources).filter(({ quantity, source }) => quantity === "" || source === ""),
  ).toEqual([]);
});

test("a brief that cannot be read fails with its findings", () => {
  expect(() => makeBrief(files, "x.md", "no head")).toThrow(DiagnosticError);
});
