import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compare } from "../analysis/compare.ts";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { allRows, directPool, drawsOf, runEnsemble } from "../ensemble/index.ts";
import { defaultLink } from "../scenario/normal-link.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import { runExplorer } from "./explorer-run.ts";
import { makeFacts } from "./make-facts.ts";
import { type ReleaseParts, releaseRows, releaseSession } from "./release-rows.ts";
import { testParts } from "./test-parts.ts";

const folder = join(import.meta.dirname, "../../models/teaching");
const files = ["chapters", "data", "scenarios", "words"].flatMap((part) =>
  readdirSync(join(folder, part)).map(
    (name) => [`${part}/${name}`, readFileSync(join(folder, part, name), "utf8")] as const,
  ),
);
const teaching = testParts("teaching", Object.fromEntries(files));
const facts = makeFacts(teaching, { name: "1", date: "" });
const { ir } = teaching.model;
const parts: ReleaseParts = { facts, ir, values: new Float32Array(0) };
const { choice: none } = defaultLink(facts);
const asked = { draws: 40, at: "2029-01", outcome: facts.headline.outcome };
const more = { ...none, seed: 3, b: { scenario: "more-treatment", levers: {} } };

test("a choice of two scenarios gives the numbers of the command that compares them, bit for bit", async () => {
  const { comparison } = await runExplorer(directPool(), parts, more, asked);
  const saveSteps = [ir.clock.saveSteps[facts.months.indexOf(asked.at)]!];
  const result = await runEnsemble(directPool(), {
    ...{ ir, outputs: facts.outcomes.map(({ name }) => name), saveSteps, branchStep: ir.clock.decision },
    ...{ draws: 40, params: allRows(ir, releaseRows(parts, 40, 3)), noiseSeed: 3 },
    scenarios: teaching.scenarios
      .filter(({ id }) => ["no-change", "more-treatment"].includes(id))
      .map((scenario) => ensembleScenario(teaching.model, resolveScenario(scenario, ir))),
  });
  expect(result.scenarioIds).toEqual(["no-change", "more-treatment"]);
  facts.outcomes.forEach(({ better }, output) => {
    const [baseline, value] = [drawsOf(result, 0, output, 0), drawsOf(result, 1, output, 0)];
    const same = compare({ value, baseline, decision: baseline }, better);
    expect(comparison.at[output]).toMatchObject({
      ...{ b: same.value, change: same.change },
      ...{ betterOf100: same.betterOf100, worseOf100: same.worseOf100, sameOf100: same.sameOf100 },
    });
  });
});

test("an explanation keeps the draws that hold it, and each option is told apart", async () => {
  const [variant] = facts.variants;
  const whole = await runExplorer(directPool(), parts, more, { ...asked, draws: 100 });
  expect(whole.explanations.map(({ option }) => option)).toEqual(variant!.options.map(({ name }) => name));
  expect(whole.explanations.reduce((sum, { draws }) => sum + draws, 0)).toBe(100);
  const explanation = { variant: variant!.name, option: variant!.options[0]!.name };
  const only = await runExplorer(directPool(), parts, { ...more, explanation }, { ...asked, draws: 100 });
  expect(only.comparison.kept).toBe(whole.explanations[0]!.draws);
  const output = facts.outcomes.findIndex(({ name }) => name === asked.outcome);
  expect(only.comparison.at[output]!.change).toEqual(whole.explanations[0]!.change);
});

test("an assumption moves both paths, their history too", async () => {
  const name = facts.parameters![0]!.name;
  const held = { ...none, assumptions: { [name]: facts.parameters![0]!.high! } };
  const [plain, assumed] = [
    await runExplorer(directPool(), parts, none, asked),
    await runExplorer(directPool(), parts, held, asked),
  ];
  expect(assumed.comparison.a).toEqual(assumed.comparison.b);
  expect(assumed.comparison.a).not.toEqual(plain.comparison.a);
});

test("the seed is that of the draws and of the noise", () => {
  const { rows, noiseSeed } = releaseSession(parts, 8, 7);
  expect(noiseSeed).toBe(7);
  expect(rows).toEqual({ of: "design", design: { sampler: "stratified", seed: 7, draws: 8 } });
});

test("what the release lacks is refused", async () => {
  const run = (choice: typeof none, options: Partial<typeof asked> = {}) =>
    runExplorer(directPool(), parts, choice, { ...asked, ...options });
  await expect(run(none, { at: "1999-01" })).rejects.toThrow("1999-01");
  await expect(run(none, { outcome: "nothing" })).rejects.toThrow("nothing");
  await expect(run({ ...none, explanation: { variant: "x", option: "y" } })).rejects.toThrow("x y");
});
