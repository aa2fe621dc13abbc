import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf, roundedRatio } from "./moments.ts";
import { cellCounter, type NumberCells } from "./number-cells.ts";
import { orderStatistics, pagesByCell, SKETCH_ERROR } from "./sketch.ts";

/** Doubles of every size, sign and kind; awkward ones often. */
const anyNumber = fc.oneof(
  fc.double(),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 2 ** -1022, Number.MAX_VALUE, -Number.MAX_VALUE, 1, -1, 2 ** -537),
);
const numbers = fc.array(anyNumber, { maxLength: 60 });
const finite = (values: readonly number[]) => values.filter(Number.isFinite);

function counted(values: readonly number[]): NumberCells {
  const counter = cellCounter(1);
  counter.add(0, Float64Array.from(values));
  return counter.cells();
}

/** The same numbers in another order, in parts that are merged in any order. */
function inParts(values: readonly number[], picks: readonly number[]): NumberCells {
  const parts = [cellCounter(1), cellCounter(1), cellCounter(1)];
  const order = values.map((value, i) => ({ value, key: picks[i % picks.length]! * (i + 1) }));
  order.sort((a, b) => (a.key % 17) - (b.key % 17));
  for (const { value, key } of order) parts[key % 3]!.add(0, Float64Array.of(value));
  const whole = cellCounter(1);
  for (const part of (picks[0] ?? 0) % 2 ? parts : [...parts].reverse()) whole.merge(part.cells());
  return whole.cells();
}

/** Everything that a job hands on, as text: equal texts are equal bytes. */
function bytes({ count, least, greatest, sums, sketches }: NumberCells): string {
  const lists = [count, least, greatest, sums.sums, sums.squares, sketches.zeros];
  const bits = lists.map((list) => [...new Uint32Array(list.slice().buffer)]);
  return JSON.stringify([bits, [...sketches.pages].map(([key, page]) => [key, [...page]])]);
}

/** A double as a whole number of 2^-1074. */
function whole(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
  return x < 0 ? -size : size;
}

describe("cells of numbers", () => {
  it("hold the same bytes whatever the order and the parts", () => {
    fc.assert(
      fc.property(numbers, fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), (values, picks) => {
        expect(bytes(inParts(values, picks))).toBe(bytes(counted(values)));
      }),
      { numRuns: 300 },
    );
  });

  it("give mean and variance as exact rational numbers rounded once", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const kept = finite(values);
        const n = BigInt(kept.length);
        const { mean, variance } = momentsOf(counted(values).sums, 0, kept.length);
        const units = kept.map(whole);
        const sum = units.reduce((a, b) => a + b, 0n);
        if (kept.length > 0) expect(mean).toBe(roundedRatio(sum, n, -1074));
        if (kept.length < 2) return;
        // The sum of squared distances from the mean, times n: another way to the same rational number.
        const spread = units.reduce((a, u) => a + (n * u - sum) ** 2n, 0n);
        expect(variance).toBe(roundedRatio(spread, n * n * (n - 1n), -2148));
      }),
      { numRuns: 500 },
    );
  });

  it("carry in time: more numbers than fit between two carries", () => {
    const counter = cellCounter(1);
    const x = -(1 - 2 ** -53);
    const block = new Float64Array(1000).fill(x);
    for (let i = 0; i < 2400; i++) counter.add(0, block);
    const { mean, variance } = momentsOf(counter.cells().sums, 0, 2400000);
    expect(mean).toBe(x);
    expect(variance).toBe(0);
  });

  it("count finite numbers only, and know the least and the greatest", () => {
    const cells = counted([3, Number.NaN, -2, Number.POSITIVE_INFINITY, -0]);
    expect([cells.count[0], cells.least[0], cells.greatest[0]]).toEqual([3, -2, 3]);
    expect(momentsOf(cells.sums, 0, 3)).toEqual({ mean: 1 / 3, variance: 19 / 3 });
  });

  it("sketch order statistics within the stated error", () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 80 }), (values) => {
        const sorted = Float64Array.from(finite(values)).sort();
        if (sorted.length === 0) return;
        const { sketches, least, greatest } = counted(values);
        const ranks = [...sorted.keys()].reverse();
        const pages = pagesByCell(sketches).get(0) ?? [];
        const found = orderStatistics(pages, sketches.zeros[0]!, ranks, least[0]!, greatest[0]!);
        found.forEach((value, i) => {
          const exact = sorted[ranks[i]!]!;
          const room = Math.abs(exact) < 2 ** -1022 ? 2 ** -1022 : Math.abs(exact) * SKETCH_ERROR;
          expect(Math.abs(value - exact)).toBeLessThanOrEqual(room);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe("roundedRatio", () => {
  it("rounds to the nearest double, ties to even", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 31 }), (top, bottom) => {
        // Both are doubles, so IEEE division is the exact quotient rounded once.
        expect(roundedRatio(BigInt(top), BigInt(bottom), 0)).toBe(top / bottom + 0);
      }),
    );
    expect(roundedRatio((1n << 54n) + 2n, 1n, 0)).toBe(2 ** 54);
    expect(roundedRatio((1n << 54n) + 6n, 1n, 0)).toBe(2 ** 54 + 8);
    expect(roundedRatio((1n << 54n) + 2n, 1n, -54 - 900)).toBe(2 ** -900);
  });
});
