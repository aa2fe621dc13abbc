import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cholesky } from "./cholesky.ts";
import { importanceWeights, longestStep } from "./importance-weights.ts";
import { knownPoints, pointWindow } from "./known-points.ts";
import { type LikelihoodTerm, logLikelihood } from "./likelihood.ts";
import { missCovariance } from "./miss-covariance.ts";
import { type PosteriorInfo, posteriorFiles, posteriorOrigins, readPosterior } from "./posterior.ts";
import { quantilePoints } from "./quantile-points.ts";
import { systematicResample } from "./resample.ts";

const none = Number.NEGATIVE_INFINITY;

describe("what was known at an origin", () => {
  const months = ["2024-04", "2024-05", "2024-06", "2024-07"];
  test("a month reported four months late is known from the fifth month on", () => {
    const series = { labels: months, spacingMonths: 1, scored: [0, 1, 2, 3], lateMonths: 4 };
    expect(knownPoints(series, "2024-11").map((i) => months[i])).toEqual(["2024-04", "2024-05", "2024-06"]);
    expect(knownPoints(series, "2024-08")).toEqual([]);
  });
  test("a year is known only after it has ended", () => {
    const years = {
      labels: ["2021-01", "2022-01", "2023-01"],
      spacingMonths: 12,
      scored: [0, 1, 2],
      lateMonths: 6,
    };
    expect(knownPoints(years, "2024-06")).toEqual([0, 1]);
    expect(knownPoints(years, "2024-07")).toEqual([0, 1, 2]);
  });
  test("a missing row makes the row before it no longer", () => {
    const gaps = {
      labels: ["2017-01", "2018-01", "2019-01", "2024-01"],
      spacingMonths: 12,
      scored: [0, 1, 2, 3],
      lateMonths: 2,
    };
    expect(knownPoints(gaps, "2021-12")).toEqual([0, 1, 2]);
    expect(knownPoints(gaps, "2025-03")).toEqual([0, 1, 2, 3]);
    expect(pointWindow({ ...gaps, windowMonths: 12 }, 3).last).toBe(2024 * 12 + 11);
  });
  test("only scored rows count", () => {
    expect(knownPoints({ labels: months, spacingMonths: 1, scored: [1], lateMonths: 0 }, "2024-11")).toEqual([
      1,
    ]);
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
  test("misses that last have one law together", () => {
    // Covariance (2 1; 1 2) of log ratios, inverse (2 -1; -1 2) / 3.
    const triangle = cholesky(Float64Array.of(2, 1, 1, 2), 2)!;
    const together: LikelihoodTerm = { ...term, triangle };
    const simulated = [100 * Math.exp(0.5), 200 * Math.exp(-0.3)];
    const squares = (2 * 0.25 + 2 * 0.09 + 2 * 0.15) / 3;
    expect(logLikelihood(together, simulated, "normal")).toBeCloseTo(-squares / 2, 12);
    expect(logLikelihood(together, simulated, "student")).toBeCloseTo(-3 * Math.log(1 + squares / 4), 12);
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
  });
  test("windows of sums overlap, values at a date do not", () => {
    const series = {
      labels: ["2021-01", "2021-07", "2022-01", "2022-07"],
      spacingMonths: 6,
      values: [10, 15, 20, 30],
    };
    const discrepancy = { value: 0.1, months: 6 };
    const error = { kind: "relative", value: 0.05 } as const;
    const rows = [0, 3];
    const sums = missCovariance({ ...series, windowMonths: 12, error, discrepancy }, rows);
    // The half-year from 2021-01 ends in month 5 of that year; the half-year from 2022-07 in month 23.
    const exact = (a: number, b: number) => {
      let sum = 0;
      for (let i = 0; i < 12; i++)
        for (let j = 0; j < 12; j++) sum += Math.exp(-Math.abs(a - i - (b - j)) / 6);
      return (0.01 * sum) / 144;
    };
    expect(sums[0]).toBeCloseTo(exact(5, 5) + 0.0025, 14);
    expect(sums[1]).toBeCloseTo(exact(5, 23), 14);
    const dates = missCovariance({ ...series, windowMonths: 0, error, discrepancy }, rows);
    expect(dates[1]).toBeCloseTo(0.01 * Math.exp(-18 / 6), 14);
    expect(dates[3]).toBeCloseTo(0.0125, 14);
    const absolute = { kind: "absolute", value: 2 } as const;
    expect(missCovariance({ ...series, windowMonths: 0, error: absolute, discrepancy }, rows)[1]).toBeCloseTo(
      0.01 * Math.exp(-18 / 6) * 300,
      12,
    );
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
  test("a step is as long as the effective sample size allows", () => {
    const steep = Float64Array.from({ length: 1000 }, (_, i) => -0.5 * (i / 10) ** 2);
    const step = longestStep(steep, 200, 1);
    expect(importanceWeights(steep.map((gain) => step * gain)).effective).toBeGreaterThanOrEqual(200);
    expect(importanceWeights(steep.map((gain) => 1.01 * step * gain)).effective).toBeLessThan(200);
    expect(longestStep(new Float64Array(300), 200, 1)).toBe(1);
    expect(longestStep(new Float64Array(300), 200, 0.25)).toBe(0.25);
    expect(longestStep(Float64Array.of(0, none), 2, 1)).toBe(0);
  });
  test("know the logarithm of their sum", () => {
    expect(importanceWeights(Float64Array.of(-5000, -5000 + Math.log(3), none)).logSum).toBeCloseTo(
      -5000 + Math.log(4),
      9,
    );
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
    ...{ format: "downstream-posterior", version: 2, model: "m", modelHash: "a".repeat(64) },
    ...{ origin: "2024-11", full: false, leftOut: [], fixed: [], scenario: "", seed: 1, islands: 2 },
    ...{ particles: 5, priorDraws: 10, draws: 2, runs: 90, rejected: 1, failed: 0, impossible: 0 },
    ...{ stages: [], logEvidence: [-3, -2, -1], effectiveSampleSize: 3, rHat: 1, rHat95: 1, silent: ["c"] },
    ...{ parameters: ["a", "b"], ranges: [], variants: [], studentEffective: 4, fits: [] },
    command: "downstream calibrate m",
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
    const now = { hash: "b", parameters: ["a", "b", "c", "d"], uncertain: ["a", "c", "d"] };
    expect(readPosterior("p", json, bytes, now).diagnostics.at(-1)).toMatchObject({
      code: "posterior-lacks",
      data: { names: ["d"] },
    });
    expect(codes(model.hash, ["a"], bytes, json.replace('"version": 2', '"version": 1'))).toEqual([
      "error posterior-unusable",
    ]);
    expect(codes("b", ["c"])).toEqual(["error posterior-unusable"]);
    expect(codes(model.hash, ["a", "b"], bytes.slice(4))).toEqual(["error posterior-unusable"]);
    expect(codes(model.hash, ["a", "b"], bytes, "{")).toEqual(["error posterior-unusable"]);
    expect(codes(model.hash, ["a", "b"], bytes, "{}")).toEqual(["error posterior-unusable"]);
  });
});
