import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importanceWeights, temperedWeights } from "./importance-weights.ts";
import { knownPoints } from "./known-points.ts";
import { type LikelihoodTerm, logLikelihood } from "./likelihood.ts";
import { type PosteriorInfo, posteriorFiles, posteriorOrigins, readPosterior } from "./posterior.ts";
import { quantilePoints } from "./quantile-points.ts";
import { systematicResample } from "./resample.ts";

const none = Number.NEGATIVE_INFINITY;

describe("what was known at an origin", () => {
  const months = ["2024-04", "2024-05", "2024-06", "2024-07"];
  test("a month reported four months late is known from the fifth month on", () => {
    const series = { labels: months, scored: [0, 1, 2, 3], lateMonths: 4 };
    expect(knownPoints(series, "2024-11").map((i) => months[i])).toEqual(["2024-04", "2024-05", "2024-06"]);
    expect(knownPoints(series, "2024-08")).toEqual([]);
  });
  test("a year is known only after it has ended", () => {
    const years = { labels: ["2021-01", "2022-01", "2023-01"], scored: [0, 1, 2], lateMonths: 6 };
    expect(knownPoints(years, "2024-06")).toEqual([0, 1]);
    expect(knownPoints(years, "2024-07")).toEqual([0, 1, 2]);
  });
  test("only scored rows count", () => {
    expect(knownPoints({ labels: months, scored: [1], lateMonths: 0 }, "2024-11")).toEqual([1]);
  });
});

describe("likelihood", () => {
  const term: LikelihoodTerm = { name: "x", error: { kind: "relative", value: 0.1 }, observed: [100, 200] };
  test("a relative error is a normal law of the log ratio", () => {
    expect(logLikelihood(term, [100, 200], "normal")).toBeCloseTo(0, 12);
    expect(logLikelihood(term, [100 * Math.exp(0.1), 200], "normal")).toBeCloseTo(-0.5, 12);
    expect(logLikelihood(term, [100 * Math.exp(0.2), 200 * Math.exp(-0.1)], "normal")).toBeCloseTo(-2.5, 12);
  });
  test("an absolute error is a normal law of the difference", () => {
    const absolute: LikelihoodTerm = { name: "x", error: { kind: "absolute", value: 5 }, observed: [10] };
    expect(logLikelihood(absolute, [20], "normal")).toBeCloseTo(-2, 12);
    expect(logLikelihood(absolute, [-5], "normal")).toBeCloseTo(-4.5, 12);
  });
  test("Student's law forgives a single large miss", () => {
    const student = logLikelihood(term, [100 * Math.exp(1), 200], "student");
    expect(student).toBeCloseTo(-2.5 * Math.log(1 + 100 / 4), 10);
    expect(student).toBeGreaterThan(logLikelihood(term, [100 * Math.exp(1), 200], "normal"));
  });
  test("a value that cannot be compared has no likelihood", () => {
    expect(logLikelihood(term, [0, 200], "normal")).toBe(none);
    expect(logLikelihood(term, [100, Number.NaN], "student")).toBe(none);
    expect(logLikelihood(term, [100], "normal")).toBe(none);
  });
});

describe("weights", () => {
  test("are in proportion to the likelihood, whatever its size", () => {
    const { weights, effective } = importanceWeights(Float64Array.of(-5000, -5000 + Math.log(3), none));
    expect([...weights].map((w) => Number(w.toFixed(12)))).toEqual([0.25, 0.75, 0]);
    expect(effective).toBeCloseTo(1 / (0.0625 + 0.5625), 12);
  });
  test("equal draws count whole; no draw at all counts nothing", () => {
    expect(importanceWeights(new Float64Array(50)).effective).toBeCloseTo(50, 9);
    expect(importanceWeights(Float64Array.of(none, none))).toMatchObject({ effective: 0 });
  });
  test("tempering lowers the exponent just enough, and leaves a good sample alone", () => {
    const steep = Float64Array.from({ length: 1000 }, (_, i) => -0.5 * (i / 10) ** 2);
    const tempered = temperedWeights(steep, 200);
    expect(tempered.exponent).toBeLessThan(1);
    expect(tempered.effective).toBeGreaterThanOrEqual(200);
    expect(tempered.effective).toBeLessThan(201);
    expect(temperedWeights(new Float64Array(300), 200).exponent).toBe(1);
    expect(temperedWeights(Float64Array.of(0, none), 200).exponent).toBe(0);
  });
});

test("systematic resampling takes each draw floor or ceil of its share, in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.integer({ min: 1, max: 300 }),
      (raw, start, count) => {
        const total = raw.reduce((a, b) => a + b, 0);
        fc.pre(total > 1e-3);
        const weights = Float64Array.from(raw, (value) => value / total);
        const chosen = systematicResample(weights, count, start);
        const taken = new Float64Array(weights.length);
        for (const index of chosen) taken[index] = (taken[index] ?? 0) + 1;
        for (let i = 0; i < weights.length; i++) {
          expect(Math.abs((taken[i] ?? 0) - (weights[i] ?? 0) * count)).toBeLessThan(1 + 1e-6);
          if (weights[i] === 0) expect(taken[i]).toBe(0);
        }
        expect([...chosen]).toEqual([...chosen].sort((a, b) => a - b));
      },
    ),
  );
});

test("quantiles lie between order statistics and leave out what is not finite", () => {
  const values = Float64Array.of(3, Number.NaN, 1, 2, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  expect(quantilePoints(values, [0, 0.25, 0.5, 1])).toEqual([1, 1.5, 2, 3]);
  expect(quantilePoints(Float64Array.of(Number.NaN), [0.5])[0]).toBeNaN();
});

describe("posterior files", () => {
  const info: PosteriorInfo = {
    ...{
      format: "downstream-posterior",
      version: 1,
      model: "m",
      modelHash: "a".repeat(64),
      origin: "2024-11",
    },
    ...{ seed: 1, priorDraws: 10, draws: 2, rejected: 1, failed: 0, impossible: 0, effectiveSampleSize: 3 },
    ...{
      exponent: 1,
      effectiveSampleSizeUsed: 3,
      blocks: [],
      crossed: { draws: 4, effectiveSampleSize: 4 },
      silent: [],
      parameters: ["a", "b"],
      ranges: [],
    },
    ...{ variants: [], fits: [], command: "downstream calibrate m" },
  };
  const values = Float32Array.of(1.5, -2.25, 3e-8, 4e9);
  const files = posteriorFiles({ info, values });
  const json = files["posterior/2024-11.json"] as string;
  const bytes = files["posterior/2024-11.f32"] as Uint8Array;
  const model = { hash: "a".repeat(64), parameters: ["a", "b", "c"] };

  test("are read back as they were written", () => {
    const read = readPosterior("p", json, bytes, model);
    expect(read.diagnostics).toEqual([]);
    expect(read.posterior).toEqual({ info, values });
    expect(posteriorOrigins([...Object.keys(files), "posterior/2019-12.json", "posterior/x.json"])).toEqual([
      "2019-12",
      "2024-11",
    ]);
  });
  test("of another model version give a warning, of another model an error", () => {
    const codes = (hash: string, parameters: string[], data = bytes, text = json) =>
      readPosterior("p", text, data, { hash, parameters }).diagnostics.map((d) => `${d.severity} ${d.code}`);
    expect(codes("b", ["a", "b"])).toEqual(["warning posterior-other-model"]);
    expect(codes("b", ["a"])).toEqual(["warning posterior-other-model", "notice posterior-parameters"]);
    expect(codes("b", ["c"])).toEqual(["error posterior-unusable"]);
    expect(codes(model.hash, ["a", "b"], bytes.slice(4))).toEqual(["error posterior-unusable"]);
    expect(codes(model.hash, ["a", "b"], bytes, "{")).toEqual(["error posterior-unusable"]);
    expect(codes(model.hash, ["a", "b"], bytes, "{}")).toEqual(["error posterior-unusable"]);
  });
});
