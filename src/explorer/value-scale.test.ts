import fc from "fast-check";
import { expect, test } from "vitest";
import { valueScale } from "./value-scale.ts";

test("even steps over a narrow range, even ratios over a wide one", () => {
  const narrow = valueScale(0, 12);
  expect([0, 50, 100].map(narrow.valueAt)).toEqual([0, 6, 12]);
  const wide = valueScale(1, 10_000);
  expect([0, 25, 50, 100].map(wide.valueAt)).toEqual([1, 10, 100, 10_000]);
  expect(valueScale(-1, 1).valueAt(50)).toBe(0);
  expect(valueScale(2022.75, 2023.95).valueAt(50)).toBe(2023.35);
});

test("places and values agree, ends are exact, and values never fall", () => {
  const range = fc.tuple(
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    fc.double({ min: 1.5, max: 1e5, noNaN: true }),
  );
  fc.assert(
    fc.property(range, fc.integer({ min: 1, max: 99 }), ([low, ratio], place) => {
      const scale = valueScale(low, low * ratio);
      expect(scale.valueAt(0)).toBe(low);
      expect(scale.valueAt(scale.places)).toBe(low * ratio);
      expect(scale.valueAt(place)).toBeGreaterThanOrEqual(scale.valueAt(place - 1) * 0.995);
      expect(Math.abs(scale.placeOf(scale.valueAt(place)) - place)).toBeLessThanOrEqual(1);
    }),
  );
});

test("values outside stand at the ends; an empty range has one place of use", () => {
  const scale = valueScale(2, 8);
  expect([-5, 2, 8, 99].map(scale.placeOf)).toEqual([0, 0, 100, 100]);
  expect(valueScale(3, 3).placeOf(3)).toBe(0);
});
