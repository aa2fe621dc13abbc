import { describe, expect, test } from "vitest";
import { normalQuantile } from "../math/normal-quantile.ts";
import { crps, summariseScores } from "./scores.ts";

const normal = (count: number, mean: number, sd: number) =>
  Float64Array.from({ length: count }, (_, i) => mean + sd * normalQuantile((i + 0.5) / count));

describe("continuous ranked probability score", () => {
  // Of a normal law at z standard deviations: sd [z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)].
  test.each([
    [0, 0.2336949772551091],
    [1, 0.602441375661345],
    [-2, 1.452805304589077],
  ])("of a standard normal, %f away", (z, wanted) => {
    expect(crps(normal(4001, 0, 1), z)).toBeCloseTo(wanted, 3);
    expect(crps(normal(4001, 50, 7), 50 + 7 * z)).toBeCloseTo(7 * wanted, 2);
  });
  test("of a single value is the absolute error", () => {
    expect(crps([3], 5)).toBe(2);
    expect(crps([3, 3, 3], 5)).toBe(2);
  });
  test("of two values, by hand, whatever their order", () => {
    expect(crps([1, 4], 2)).toBe(1.5 - 1.5);
    expect(crps([4, 0, 1], 2)).toBeCloseTo(5 / 3 - (4 + 3 + 1) / 6, 12);
  });
  test("few values score as many do, on average", () => {
    const many = crps(normal(2000, 0, 1), 0.4);
    const all = normal(2000, 0, 1);
    let sum = 0;
    let n = 0;
    for (let i = 0; i < 2000; i++) {
      const three = [all[i]!, all[(i * 977 + 31) % 2000]!, all[(i * 1531 + 7) % 2000]!];
      sum += crps(three, 0.4);
      n++;
    }
    expect(sum / n).toBeCloseTo(many, 1);
  });
});

test("means of scores", () => {
  const one = { crps: 2, logError: 0.1, inside50: true, inside90: true };
  const other = { crps: 4, logError: -0.3, inside50: false, inside90: true };
  const {
    count,
    crps: score,
    meanLogError,
    rmsLogError,
    coverage50,
    coverage90,
  } = summariseScores([one, other]);
  expect([count, score, coverage50, coverage90]).toEqual([2, 3, 0.5, 1]);
  expect(meanLogError).toBeCloseTo(-0.1, 12);
  expect(rmsLogError).toBeCloseTo(Math.sqrt(0.05), 12);
});
