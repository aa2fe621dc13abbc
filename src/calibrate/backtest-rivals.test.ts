import { describe, expect, test } from "vitest";
import { RIVALS, rivalForecasts } from "./backtest-rivals.ts";

/** Twelve-month sums of a monthly flow, from the twelfth month on. */
function sumsOf(flow: (month: number) => number, months: number): number[] {
  return Array.from({ length: months - 11 }, (_, i) =>
    Array.from({ length: 12 }, (_, k) => flow(i + k)).reduce((x, y) => x + y, 0),
  );
}

const median = (values: Float64Array) => values[99]!;

describe("rivals of a forecast", () => {
  test("of a steady series agree and have no spread", () => {
    const found = rivalForecasts(
      sumsOf(() => 100, 80),
      12,
    )(68, 12);
    expect(found.map(({ rival }) => rival)).toEqual(RIVALS);
    for (const { values, spread, errors } of found) {
      expect(median(values)).toBeCloseTo(1200, 6);
      expect(spread).toBeCloseTo(0, 9);
      expect(errors).toBe(45);
    }
  });
  test("of steady growth: drift meets it, the last value misses by what grows meanwhile", () => {
    const sums = sumsOf((month) => 100 * 1.02 ** month, 90);
    const found = rivalForecasts(sums, 12)(60, 10);
    const of = (name: string) => found.find(({ rival }) => rival === name)!;
    expect(median(of("drift").values)).toBeCloseTo(sums[70]!, 6);
    expect(of("drift").spread).toBeCloseTo(0, 9);
    expect(median(of("last value").values)).toBeCloseTo(sums[60]!, 6);
    expect(of("last value").spread).toBeCloseTo(10 * Math.log(1.02), 9);
    const damped = (0.9 * (1 - 0.9 ** 10)) / 0.1;
    expect(median(of("damped trend").values)).toBeCloseTo(sums[60]! * 1.02 ** damped, 6);
  });
  test("the recent pace sees a fall that the sums hide", () => {
    const sums = sumsOf((month) => (month < 60 ? 150 : 90), 66);
    expect(sums.at(-1)).toBe(1440);
    const found = rivalForecasts(sums, 12)(sums.length - 1, 12);
    const pace = median(found.find(({ rival }) => rival === "recent pace")!.values);
    expect(pace / (12 * 90)).toBeGreaterThan(0.95);
    expect(pace / (12 * 90)).toBeLessThan(1.1);
  });
  test("read nothing after the end", () => {
    const sums = sumsOf((month) => 100 + 10 * Math.sin(month / 7), 90);
    const later = sums.map((value, i) => (i > 50 ? value * 3 : value));
    expect(rivalForecasts(sums, 12)(50, 12)).toEqual(rivalForecasts(later, 12)(50, 12));
  });
  test("say nothing without a past", () => {
    expect(
      rivalForecasts(
        sumsOf(() => 100, 40),
        12,
      )(28, 24),
    ).toEqual([]);
  });
});
