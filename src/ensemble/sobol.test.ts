import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SOBOL_DIMENSIONS, sobol, sobolColumn } from "./sobol.ts";

const row = (i: number, dimensions: number) =>
  Array.from({ length: dimensions }, (_, d) => sobol(d)(i) / 2 ** 32);

/** Hickernell's centred discrepancy, by its definition. */
function centredDiscrepancy(points: readonly (readonly number[])[]): number {
  const n = points.length;
  const d = points[0]?.length ?? 0;
  const far = (x: number) => Math.abs(x - 0.5);
  const product = (factor: (k: number) => number) => {
    let result = 1;
    for (let k = 0; k < d; k++) result *= factor(k);
    return result;
  };
  let [single, double] = [0, 0];
  for (const x of points) {
    single += product((k) => 1 + 0.5 * far(x[k]!) - 0.5 * far(x[k]!) ** 2);
    for (const y of points)
      double += product((k) => 1 + 0.5 * far(x[k]!) + 0.5 * far(y[k]!) - 0.5 * Math.abs(x[k]! - y[k]!));
  }
  return (13 / 12) ** d - (2 / n) * single + double / n ** 2;
}

// Values of scipy 1.10.1, scipy.stats.qmc.Sobol(d, scramble=False) and discrepancy.
describe("sobol", () => {
  it("gives the published rows", () => {
    const rows = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ];
    expect(rows.map((_, i) => row(i, 3))).toEqual(rows);
    expect(row(15, 8)).toEqual([0.0625, 0.9375, 0.5625, 0.3125, 0.6875, 0.1875, 0.8125, 0.3125]);
    const wide = row(1000, 50);
    expect(wide.slice(0, 5)).toEqual([0.2197265625, 0.0966796875, 0.5185546875, 0.6767578125, 0.2802734375]);
    expect(wide.slice(-5)).toEqual([0.0927734375, 0.8720703125, 0.9189453125, 0.9990234375, 0.4794921875]);
  });
  it("agrees with the reference in every dimension", () => {
    expect(SOBOL_DIMENSIONS).toBe(400);
    expect([99, 199, 299, 399].map((d) => sobol(d)(1000) / 2 ** 32)).toEqual([
      0.1865234375, 0.8427734375, 0.4013671875, 0.0400390625,
    ]);
    // One number for thirteen rows of all 400 dimensions: reading direction numbers wrongly changes it.
    let sum = 0;
    for (const i of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4095])
      for (let d = 0; d < 400; d++) sum = (Math.imul(sum, 31) + sobol(d)(i)) >>> 0;
    expect(sum).toBe(3179282432);
  });
  it("has the reference's centred discrepancy", () => {
    const points = Array.from({ length: 256 }, (_, i) => row(i, 5));
    expect(Math.abs(centredDiscrepancy(points) - 2.597808337478913e-4)).toBeLessThan(1e-12);
  });
});

describe("sobolColumn", () => {
  it.each(["none", "shift"] as const)(
    "%s: one value in each of 2^k strata for every prefix of 2^k",
    (scramble) => {
      fc.assert(
        fc.property(
          fc.nat(),
          fc.string(),
          fc.integer({ min: 0, max: 399 }),
          fc.integer({ min: 0, max: 9 }),
          (seed, name, dimension, k) => {
            const at = sobolColumn(seed, name, dimension, scramble);
            const strata = new Set(Array.from({ length: 2 ** k }, (_, i) => Math.floor(at(i) * 2 ** k)));
            expect(strata.size).toBe(2 ** k);
          },
        ),
        { numRuns: 40 },
      );
    },
  );
  it("fills squares of two dimensions evenly, where independent strata do not", () => {
    const [a, b] = [sobolColumn(3, "a", 0, "shift"), sobolColumn(3, "b", 1, "shift")];
    const squares = new Set(
      Array.from({ length: 256 }, (_, i) => Math.floor(a(i) * 16) * 16 + Math.floor(b(i) * 16)),
    );
    expect(squares.size).toBe(256);
  });
  it("is near the reference's scrambled discrepancy when shifted", () => {
    const columns = [0, 1, 2, 3, 4].map((d) => sobolColumn(1, `parameter ${d}`, d, "shift"));
    const points = Array.from({ length: 256 }, (_, i) => columns.map((at) => at(i)));
    expect(Math.abs(centredDiscrepancy(points) / 2.417e-4 - 1)).toBeLessThan(0.15);
  });
  it("stays strictly between 0 and 1", () => {
    expect(sobolColumn(1, "a", 0, "none")(0)).toBe(2 ** -33);
    expect(sobolColumn(1, "a", 0, "none")(2 ** 30 - 1)).toBe(sobol(0)(2 ** 30 - 1) / 2 ** 32);
    for (const dimension of [0, 1, 50, 399]) {
      const at = sobolColumn(9, "p", dimension, "shift");
      const values = Array.from({ length: 4096 }, (_, i) => at(i));
      expect(Math.min(...values)).toBeGreaterThan(0);
      expect(Math.max(...values)).toBeLessThan(1);
    }
  });
  it("is shifted by seed and name", () => {
    const values = (seed: number, name: string) => sobolColumn(seed, name, 4, "shift")(17);
    expect(new Set([values(1, "a"), values(2, "a"), values(1, "b")]).size).toBe(3);
  });
});
