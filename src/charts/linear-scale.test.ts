import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearScale } from "./linear-scale.ts";

const number = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100);
const domain = fc.tuple(number, number).filter(([a, b]) => a !== b);

describe("a linear scale", () => {
  test("takes the ends of a domain to the ends of the range, and back", () => {
    const scale = linearScale([2015, 2036], [60, 560]);
    expect([2015, 2025.5, 2036].map((year) => scale(year))).toEqual([60, 310, 560]);
    expect(scale.invert(310)).toBe(2025.5);
    const upright = linearScale([0, 100], [300, 20]);
    expect([upright(0), upright(100), upright.invert(160)]).toEqual([300, 20, 50]);
    expect(linearScale([3, 3], [0, 10])(3)).toBe(5);
  });

  test("has round numbers as ticks, exact below 1 too", () => {
    expect(linearScale([0, 118_000], [0, 1]).ticks(5)).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000]);
    expect(linearScale([0, 0.7], [0, 1]).ticks(5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    expect(linearScale([10, 0], [0, 1]).ticks(5)).toEqual([10, 8, 6, 4, 2, 0]);
    expect(linearScale([4, 4], [0, 1]).ticks(5)).toEqual([4]);
    expect(linearScale([0, 1], [0, 1]).ticks(0)).toEqual([]);
  });

  test("widens a domain to round numbers where asked", () => {
    expect(linearScale([3, 118_000], [0, 1], 5).domain).toEqual([0, 120_000]);
    expect(linearScale([0.42, -0.31], [0, 1], 4).domain).toEqual([0.6, -0.4]);
    expect(linearScale([5, 5], [0, 1], 4).domain).toEqual([5, 5]);
  });

  test("whatever the domain: ticks stand inside it, evenly; a widened one holds it and ends on ticks", () => {
    fc.assert(
      fc.property(domain, fc.integer({ min: 2, max: 10 }), ([a, b], count) => {
        const inside = linearScale([a, b], [0, 1]).ticks(count);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(inside.every((tick) => tick >= low && tick <= high)).toBe(true);
        const gaps = inside.slice(1).map((tick, i) => Math.abs(tick - inside[i]!));
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 6);
        const wide = linearScale([a, b], [0, 1], count);
        const ends = [...wide.domain].sort((x, y) => x - y);
        expect(ends[0]!).toBeLessThanOrEqual(low);
        expect(ends[1]!).toBeGreaterThanOrEqual(high);
        const ticks = wide.ticks(count);
        expect([ticks[0], ticks.at(-1)]).toEqual([...wide.domain]);
      }),
    );
  });
});
