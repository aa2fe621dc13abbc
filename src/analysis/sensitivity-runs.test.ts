import { expect, test } from "vitest";
import { stream } from "../base/stream.ts";
import { systematicResample } from "../calibrate/resample.ts";
import { stepOf } from "../engine/index.ts";
import { directPool, drawParameters } from "../ensemble/index.ts";
import { compileModel } from "../model/index.ts";
import { sensitivity } from "./sensitivity.ts";
import { posteriorLikelihood } from "./sensitivity-likelihood.ts";
import { ownerOf, quantityRuns, sensitivityInputs } from "./sensitivity-runs.ts";

const CHAPTER = `# Product

\`\`\`model
time from 2020-01 to 2024-01, 1 steps a month, euler, decision 2023-01
first factor [1] = 1 ~ uniform(0.5, 2)
second factor [1] = 1 ~ uniform(0.5, 2)
strength of the lever [1] = 0.5 ~ uniform(0, 1)
lever push [1] = 0, range 0..1
product [1] = first factor * second factor
what follows [1] = 100 * first factor + push * strength of the lever
outcome what follows, lower is better
observe counted product [1] = product by data/product.csv: product, error relative 10 %
\`\`\`
`;

const files = { "chapters/01.md": CHAPTER, "data/product.csv": "date,product\n2021-01-01,1\n2022-01-01,\n" };
const { model, diagnostics } = compileModel(files);
const { ir } = model;
const width = ir.parameters.length;
const INFO = {
  origin: "2023-01",
  stages: [{ exponent: 1, effective: 1, sweeps: 1, accepted: 1, correlation: 0 }],
  parameters: ["first factor", "second factor"],
  silent: ["strength of the lever"],
  fixed: [],
};

/** Draws of the posterior by resampling a large prior sample: what the indices are checked against. */
async function posteriorRows(draws: number): Promise<Float64Array> {
  const many = 100_000;
  const prior = drawParameters(ir, { sampler: "stratified", seed: 5, draws: many });
  const likelihood = posteriorLikelihood(model, INFO, {}, directPool(), 1);
  const logs = await likelihood.of(prior, many, many);
  likelihood.close();
  const weights = logs.map((log) => Math.exp(log));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const chosen = systematicResample(
    weights.map((w) => w / total),
    draws,
    0.5,
  );
  const order = stream(9, "order");
  const mixed = [...chosen].map((row, i) => ({ row, at: order.uniform(0, i) })).sort((a, b) => a.at - b.at);
  const rows = new Float64Array(draws * width);
  mixed.forEach(({ row }, i) => {
    rows.set(prior.subarray(row * width, (row + 1) * width), i * width);
  });
  return rows;
}

test("two factors of which the data know the product: knowing one leaves little of the other", async () => {
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const draws = 2048;
  const rows = await posteriorRows(draws);
  const inputs = sensitivityInputs(ir, INFO);
  expect(inputs.map(({ name, conditional }) => [name, conditional])).toEqual([
    ["first factor", true],
    ["second factor", true],
    ["strength of the lever", false],
  ]);
  const pool = directPool();
  const runs = quantityRuns(pool, {
    ...{ ir, outcomes: ["what follows"], at: stepOf(ir.clock, 2024), noiseSeed: 1, capacity: 1000 },
    scenarios: [
      { id: "none", schedules: {} },
      { id: "push", schedules: { push: [{ at: 2023, value: 1 }] } },
    ],
  });
  const likelihood = posteriorLikelihood(model, INFO, {}, pool, 1, 1000);
  const found = await sensitivity(
    { rows: { values: rows, width, draws }, inputs, logLikelihoods: likelihood.of, quantities: runs.of },
    { seed: 1, candidates: 12, screen: 256, leading: 3, top: 3, resamples: 50, batch: 30_000 },
  );
  likelihood.close();
  runs.close();
  expect(runs.quantities).toEqual([
    { outcome: "what follows" },
    { outcome: "what follows", scenario: "push" },
  ]);

  // Given the second factor b, the first is nearly lognormal about 1 / b with 0.1, where the prior does not cut it off.
  const factors = Array.from({ length: draws }, (_, i) => [rows[i * width] ?? 0, rows[i * width + 1] ?? 0]);
  const mean = factors.reduce((sum, [a = 0]) => sum + a, 0) / draws;
  const variance = factors.reduce((sum, [a = 0]) => sum + (a - mean) ** 2, 0) / draws;
  const left = factors.reduce((sum, [, b = 1]) => sum + (0.1 / b) ** 2, 0) / draws;
  const level = found.tables[0]?.rows ?? [];
  expect(level.map(({ input }) => input)).toEqual([0]);
  expect(left / variance).toBeLessThan(0.12);
  expect(level[0]?.index).toBeGreaterThan(0.8 * (left / variance));
  expect(level[0]?.index).toBeLessThan(1.2 * (left / variance));

  // The effect of the lever is its strength alone, of which the data say nothing.
  const effect = found.tables[1]?.rows ?? [];
  expect(effect[0]?.input).toBe(2);
  expect(Math.abs((effect[0]?.index ?? 0) - 1)).toBeLessThan(0.1);
});

test("what the origin fixes is no input, and a constant drawn anew each year is one", () => {
  const names = sensitivityInputs(ir, { ...INFO, fixed: [{ name: "first factor", value: 1 }] });
  expect(names.map(({ name }) => name)).toEqual(["second factor", "strength of the lever"]);
  expect(sensitivityInputs(ir).every(({ conditional }) => !conditional)).toBe(true);
  expect(ownerOf("removal deaths: 2013")).toBe("removal deaths");
});
