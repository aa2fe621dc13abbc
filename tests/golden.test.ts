import { expect, test } from "vitest";
import { singleRun } from "../src/analysis/single-run.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { compileModel } from "../src/model/index.ts";
import { loadScenarios } from "../src/scenario/load-scenarios.ts";
import { resolveScenario } from "../src/scenario/resolve-scenario.ts";

/**
 * Golden numbers: every outcome of the crisis model's scenarios, one run each on the model's own values, in four
 * Januaries, full doubles. A changed number or equation shows here as a diff, beside its `MODEL:` line.
 * Made again by `npx vitest run tests/golden -u`.
 */
const SCENARIOS = [
  ...["baseline", "p1-air-raids", "p4-military-action", "p7-tariff", "p8-ultimatum", "ladder-full-campaign"],
  ...["alt-treatment", "alt-naloxone-and-response", "package-balanced", "what-happened"],
];
const YEARS = [2020, 2025, 2030, 2036];

const { files } = readFolder("models/us-mexico");
const { model } = compileModel(files, { name: "us-mexico" });
const { scenarios } = loadScenarios(files, "", model.ir);

test.each(SCENARIOS)("%s gives the numbers of the repository, bit for bit", async (id) => {
  const scenario = scenarios.find((s) => s.id === id);
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  const names = model.outcomes.map((outcome) => outcome.name);
  const run = singleRun(model, resolveScenario(scenario, model.ir), names);
  expect(run.stopped).toBeUndefined();
  const rows = Object.fromEntries(
    run.outputs.map(({ name, unit, values }) => [
      `${name} [${unit}]`,
      Object.fromEntries(YEARS.map((year) => [year, values[run.times.indexOf(year)]])),
    ]),
  );
  await expect(`${JSON.stringify(rows, undefined, 1)}\n`).toMatchFileSnapshot(`golden/${id}.json`);
});
