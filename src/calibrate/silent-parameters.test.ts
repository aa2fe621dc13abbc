import { expect, test } from "vitest";
import { directPool } from "../ensemble/index.ts";
import { compileModel } from "../model/index.ts";
import { ensembleRunner } from "./ensemble-runner.ts";
import { calibrationPlan } from "./observed-terms.ts";
import { particleSpace } from "./particle-space.ts";
import { silentParameters } from "./silent-parameters.ts";

const chapter = `# Growth

\`\`\`model
time from 2020-01 to 2024-01, 1 steps a month, euler, decision 2023-01
rate [1/year] = 0.1 ~ uniform(0.05, 0.2)
strength of the lever [1/year] = 0.5 ~ uniform(0, 1)
lever push [1] = 0, range 0..1
stock size [person]
  start first size
  in growth
first size [person] = 100
growth [person/year] = size * (rate + push * strength of the lever)
observe counted size [person] = size by data/size.csv: size, error relative 10 %
\`\`\`
`;

test("a parameter that acts only through an idle lever is silent, one that drives the series is not", async () => {
  const { model, diagnostics } = compileModel({
    "chapters/01.md": chapter,
    "data/size.csv": "date,size\n2021-01-01,110\n2022-01-01,121\n",
  });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  const runner = ensembleRunner(model.ir, calibrationPlan(model, "2023-01"), directPool(), { capacity: 5 });
  const space = particleSpace(model.ir, new Map());
  const silent = await silentParameters(space, runner, Float32Array.of(0.1, 0.2, 0.12, 0.4, 0.15, 0.9));
  expect([...silent].map((c) => space.names[c])).toEqual(["strength of the lever"]);
});
