import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directPool } from "../ensemble/index.ts";
import { runExplorer } from "./explorer-run.ts";
import { firstNumbers, noChange, panelOutcomes } from "./first-numbers.ts";
import { makeFacts } from "./make-facts.ts";
import { testParts } from "./test-parts.ts";

const root = join(import.meta.dirname, "../../models/teaching");
const files = Object.fromEntries(
  (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);
const parts = testParts("teaching", files);
const facts = makeFacts(parts, { name: "0", date: "" });
const release = { facts, ir: parts.model.ir, values: new Float32Array(0) };

test("the numbers of the first paint are those that the page finds, in the outcome's unit", async () => {
  const draws = 64;
  const { outcome, at } = facts.headline;
  const numbers = await firstNumbers(directPool(), release, { draws, seed: 1 });
  const baseline = noChange(facts);
  const shown = panelOutcomes(facts);
  expect(numbers.cells).toHaveLength(facts.chips.length * shown.length);
  for (const id of facts.chips) {
    const path = (scenario: string) => ({ scenario, levers: {} });
    const choice = { release: "0", seed: 1, a: path(baseline), b: path(id), assumptions: {} };
    const { comparison } = await runExplorer(directPool(), release, choice, { draws, at, outcome });
    if (id === baseline) {
      const o = facts.outcomes.findIndex(({ name }) => name === outcome);
      const width = facts.months.length * 5;
      expect([...numbers.path]).toEqual([...comparison.a.subarray(o * width, (o + 1) * width)]);
    }
    for (const one of shown) {
      const cell = numbers.cells.find((c) => c.scenario === id && c.outcome === one.name);
      const expected = comparison.at[facts.outcomes.indexOf(one)]!;
      expect(cell?.value.q50).toBe(expected.b.q50 / one.factor);
      expect(cell?.change.q95).toBe(expected.change.q95 / one.factor);
      expect(cell?.betterOf100).toBe(expected.betterOf100);
    }
  }
});
