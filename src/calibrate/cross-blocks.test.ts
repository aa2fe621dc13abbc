import { expect, test } from "vitest";
import { stream } from "../base/stream.ts";
import { directPool } from "../ensemble/index.ts";
import { compileModel } from "../model/index.ts";
import { calibrate } from "./calibrate.ts";
import { ensembleRunner } from "./ensemble-runner.ts";

/** Two levels, each seen with an error of 5 %; the second leans on the first by `lean`. */
function twoLevels(lean: number) {
  const chapter = (body: string) => `# Chapter\n\n\`\`\`model\n${body}\n\`\`\`\n`;
  const { model, diagnostics } = compileModel({
    "chapters/01-first.md": chapter(`time from 2010-01 to 2020-01, 1 steps a month, euler, decision 2019-01
first size [person] = 100 ~ loguniform(10, 1000)
observe first seen [person] = first size by data/seen.csv: first, error relative 5 %`),
    "chapters/02-second.md": chapter(`second size [person] = 100 ~ loguniform(10, 1000)
second level [person] = second size * (first size / usual size) ^ ${lean}
usual size [person] = 100
observe second seen [person] = second level by data/seen.csv: second, error relative 5 %`),
    "data/seen.csv": "date,first,second\n2012-01-01,120,80\n2014-01-01,120,80\n2016-01-01,,\n",
  });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return model;
}

const blocks = [
  { from: 1, to: 1 },
  { from: 2, to: 2 },
];

function posteriorOf(lean: number, apart: boolean) {
  const model = twoLevels(lean);
  const design = { sampler: "stratified", seed: 5, draws: 4000 } as const;
  return calibrate(model, ensembleRunner(model.ir, design, directPool()), {
    ...{ origin: "2019-01", draws: 4000, keep: 1000, seed: 5, batch: 1000, probes: 8, command: "test" },
    ...(apart ? { blocks } : {}),
    uniform: (purpose, index) => stream(5, purpose).uniform(0, index),
  });
}

function mean(values: Float32Array, column: number): number {
  let sum = 0;
  for (let i = column; i < values.length; i += 2) sum += Math.log(values[i]!);
  return (2 * sum) / values.length;
}

test("blocks that do not touch keep every joined set, and many more different draws", async () => {
  const together = (await posteriorOf(0, false)).info;
  const apart = (await posteriorOf(0, true)).info;
  expect(apart.crossed.effectiveSampleSize).toBeCloseTo(apart.crossed.draws, 6);
  expect(apart.effectiveSampleSizeUsed).toBeGreaterThan(4 * together.effectiveSampleSizeUsed);
});

test("blocks that lean on each other are corrected: the known posterior comes out all the same", async () => {
  const { info, values } = await posteriorOf(0.5, true);
  expect(info.crossed.effectiveSampleSize).toBeLessThan(0.99 * info.crossed.draws);
  const sd = 0.05 / Math.SQRT2;
  const first = mean(values, info.parameters.indexOf("first size"));
  const second = mean(values, info.parameters.indexOf("second size"));
  expect(Math.abs(first - Math.log(120))).toBeLessThan(sd / 2);
  expect(Math.abs(second - (Math.log(80) - 0.5 * Math.log(1.2)))).toBeLessThan(sd);
});
