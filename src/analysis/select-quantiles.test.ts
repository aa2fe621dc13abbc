import fc from "fast-check";
import { expect, test } from "vitest";
import { quantiles } from "./quantiles.ts";
import { quantileScratch, selectQuantiles } from "./select-quantiles.ts";

const points = (values: Float64Array) => {
  const { q05, q25, q50, q75, q95 } = quantiles(values);
  return [q05, q25, q50, q75, q95];
};

/** Five quantiles by selection, out of a longer list whose rest must not matter. */
function selected(values: Float64Array, scratch = quantileScratch(values.length)): number[] {
  const list = new Float64Array(values.length + 3).fill(Number.NaN);
  list.set(values);
  const out = new Float64Array(7).fill(-1);
  selectQuantiles(scratch, list, values.length, out, 1);
  expect([out[0], out[6]]).toEqual([-1, -1]);
  return [...out.subarray(1, 6)];
}

/** Numbers as results have them, and such as make bins uneven: ties, wide and narrow ranges, signs of zero, subnormal steps. */
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.integer({ min: -3, max: 3 }).map((whole) => whole * 0.5),
  fc.integer({ min: 0, max: 300 }).map((power) => 10 ** (power - 150)),
  fc.constantFrom(0, -0, 5e-324, 1e-323, 1.7976931348623157e308, -1.7976931348623157e308),
);

test("the same bits as sorting, whatever the numbers", () => {
  const lists = fc.oneof(
    fc.array(number, { minLength: 1, maxLength: 40 }),
    fc.array(number, { minLength: 41, maxLength: 700, size: "max" }),
    fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 100, maxLength: 700, size: "max" }),
  );
  fc.assert(
    fc.property(lists, (list) => {
      const values = Float64Array.from(list);
      expect(selected(values)).toEqual(points(values));
    }),
    { numRuns: 400 },
  );
});

test("memory is used again for lists of other lengths and other ranges", () => {
  const scratch = quantileScratch(2000);
  for (const [n, spread] of [
    [2000, 1],
    [1, 5],
    [2000, 0],
    [1999, 1e9],
    [25, 1e-9],
    [200, 3],
    [24, 2],
    [2000, 1],
  ] as const) {
    const values = Float64Array.from(
      { length: n },
      (_, i) => 100 + spread * (((i * 7919) % 2003) / 2003) ** 3,
    );
    const before = values.slice();
    expect(selected(values, scratch), `${n} numbers, spread ${spread}`).toEqual(points(values));
    expect(values).toEqual(before);
  }
});

test("one number far from all others leaves them in one bin, and their ranks exact", () => {
  const values = Float64Array.from({ length: 2000 }, (_, i) => Math.sqrt((i * 7919) % 2003));
  values[77] = 1e12;
  expect(selected(values)).toEqual(points(values));
});

test("nothing gives NaN", () => {
  expect(selected(new Float64Array(0), quantileScratch(5))).toEqual(Array(5).fill(Number.NaN));
});
