import { describe, expect, test } from "vitest";
import { stream } from "../base/stream.ts";
import { directPool } from "../ensemble/index.ts";
import { compileModel } from "../model/index.ts";
import { rankRows } from "./rank-rows.ts";
import { rankTest } from "./rank-test.ts";

/** A stock that grows, seen with errors that last; two numbers that trade off, and a variant. */
const chapter = `# Growth

\`\`\`model
time from 2020-01 to 2024-01, 1 steps a month, euler, decision 2023-01
rate [1/year] = 0.1 ~ triangular(0.01, 0.1, 0.6)  @judgement
first size [person] = 100 ~ lognormal(100, 0.6)  @judgement
variant course = even 1 | late 1
stock size [person]
  start first size
  in growth
growth [person/year] = size * rate * (1 + course[late] * if time > 2021-07 then 1 else -0.5)
reject (size > largest size), at 2022-01
largest size [person] = 400  @judgement
observe counted size [person] = size by data/size.csv: size, error relative 5 %
observe growth in 12 months [person] = sum over 12 months (growth) by data/size.csv: grown, error relative 8 %
\`\`\`
`;
const data = "date,size,grown\n2020-01-01,100,10\n2021-01-01,110,11\n2022-01-01,121,13\n";

describe("a rank test", () => {
  test("of the machinery finds truths where uniform ranks have them", { timeout: 60_000 }, async () => {
    const { model, diagnostics } = compileModel({ "chapters/01.md": chapter, "data/size.csv": data });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    const lasting = model.observations.map((one) => ({ ...one, discrepancy: { value: 0.04, months: 6 } }));
    const found = await rankTest({ ...model, observations: lasting }, directPool(), {
      ...{ origin: "2023-01", replications: 100, islands: 2, particles: 60, priorDraws: 600, seed: 5 },
    });
    expect(found.rows.map(({ name }) => name)).toEqual(["rate", "first size", "course"]);
    expect(found.adjusted).toBeGreaterThan(0.02);
  });

  test("sees places that are too wide, too sure, or to one side", () => {
    const random = stream(3, "places");
    const places = (change: (u: number) => number) =>
      Float64Array.from({ length: 80 }, (_, i) => change(random.uniform(i, 0)));
    const [fair, wide, sure, aside] = rankRows([
      { name: "fair", places: places((u) => u) },
      { name: "wide", places: places((u) => 0.5 + 0.7 * (u - 0.5)) },
      { name: "sure", places: places((u) => (u < 0.5 ? u * u * 2 : 1 - (1 - u) * (1 - u) * 2)) },
      { name: "aside", places: places((u) => u * u) },
    ]);
    expect(fair!.p).toBeGreaterThan(0.05);
    expect(wide!.spread).toBeLessThan(-3);
    expect(sure!.spread).toBeGreaterThan(3);
    expect(aside!.bias).toBeLessThan(-3);
    for (const row of [wide, sure, aside]) expect(row!.p).toBeLessThan(0.01);
    expect(fair!.bins.reduce((a, b) => a + b, 0)).toBe(80);
  });
});
