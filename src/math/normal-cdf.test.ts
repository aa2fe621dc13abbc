import { describe, expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

describe("the normal distribution function", () => {
  test("has the values of the tables", () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 14);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 13);
    expect(normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 13);
    expect(normalCdf(-5) / 2.866515718791939e-7).toBeCloseTo(1, 9);
    expect(normalCdf(-8) / 6.22096057427178e-16).toBeCloseTo(1, 7);
  });
  test("undoes its quantile function", () => {
    for (let i = 1; i < 2000; i++) {
      const u = i / 2000;
      expect(Math.abs(normalCdf(normalQuantile(u)) - u)).toBeLessThan(2e-15);
    }
  });
  test("stays between 0 and 1 and keeps its sign far out", () => {
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(40)).toBe(1);
    expect(normalCdf(-10)).toBeGreaterThan(0);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});
