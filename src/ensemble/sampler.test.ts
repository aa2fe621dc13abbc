import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permute } from "./permutation.ts";
import { column, columnFill, type IndependentSampler } from "./sampler.ts";

const names = Array.from({ length: 12 }, (_, i) => `parameter ${i}`);
const take = (sampler: IndependentSampler, seed: number, name: string, draws: number) =>
  Array.from({ length: draws }, (_, i) => column(sampler, seed, name, draws)(i));

function correlation(a: readonly number[], b: readonly number[]): number {
  const [sum, n] = [a.reduce((s, x, i) => s + (x - 0.5) * (b[i]! - 0.5), 0), a.length];
  return (12 * sum) / n;
}

describe("permute", () => {
  it("is one-to-one on every size", () => {
    for (let bits = 0; bits <= 10; bits++)
      for (const word of [0, 1, 0xdeadbeef, 0xffffffff]) {
        const size = 1 << bits;
        const images = new Set(
          Array.from({ length: size }, (_, i) => permute(i, bits, word, word ^ 77, word + 5)),
        );
        expect(images.size).toBe(size);
        expect(Math.max(...images)).toBe(size - 1);
      }
  });
});

describe("stratified", () => {
  it("has one draw in each of 2^k strata for every prefix of 2^k draws", () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.integer({ min: 0, max: 10 }), (seed, name, k) => {
        const at = column("stratified", seed, name, 1);
        const size = 2 ** k;
        const strata = new Set(Array.from({ length: size }, (_, i) => Math.floor(at(i) * size)));
        expect(strata.size).toBe(size);
      }),
      { numRuns: 40 },
    );
  });
  it("keeps the first n draws when n grows, and gives any draw alone", () => {
    const long = take("stratified", 3, "a", 500);
    expect(take("stratified", 3, "a", 77)).toEqual(long.slice(0, 77));
    for (const i of [499, 3, 256, 0]) expect(column("stratified", 3, "a", 1)(i)).toBe(long[i]);
  });
});

describe("lhs", () => {
  it("has one draw in each of n strata, for every n", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 300 }), (seed, n) => {
        const strata = new Set(take("lhs", seed, "x", n).map((u) => Math.floor(u * n)));
        expect(strata.size).toBe(n);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(["stratified", "lhs", "mc"] as const)("%s", (sampler) => {
  it("stays strictly between 0 and 1 and depends on seed and name", () => {
    const u = take(sampler, 9, "p", 1000);
    expect(Math.min(...u)).toBeGreaterThan(0);
    expect(Math.max(...u)).toBeLessThan(1);
    expect(take(sampler, 10, "p", 1000)).not.toEqual(u);
    expect(take(sampler, 9, "q", 1000)).not.toEqual(u);
  });
  it("stays so far beyond the draws whose places are remembered", () => {
    const size = 2 ** 17;
    const fill = columnFill("stratified", 7, "many", size);
    const u = new Float64Array(size);
    for (let from = 0; from < size; from += 100) fill(from, 100, u.subarray(from));
    expect(new Set(u.map((x) => Math.floor(x * size))).size).toBe(size);
  });
  it.each([64, 1024, 1500])("leaves parameters unrelated at n = %i", (n) => {
    const columns = names.map((name) => take(sampler, 2026, name, n));
    let [largest, squares, pairs] = [0, 0, 0];
    columns.forEach((a, i) => {
      columns.slice(i + 1).forEach((b) => {
        const r = correlation(a, b);
        largest = Math.max(largest, Math.abs(r));
        squares += r * r;
        pairs++;
      });
    });
    // Independent columns: standard deviation of a correlation 1/sqrt(n), 66 pairs.
    expect(largest * Math.sqrt(n)).toBeLessThan(4);
    expect(Math.sqrt((squares / pairs) * n)).toBeLessThan(1.35);
  });
});

describe.each(["stratified", "lhs", "mc"] as const)("%s", (sampler) => {
  it("gives a draw the same value whatever was asked before, alone or among others", () => {
    const draws = 2 ** 18 + 5;
    const together = columnFill(sampler, 3, "x", draws);
    const u = new Float64Array(500);
    for (const from of [0, 250000, 17, 16300, 131000]) {
      together(from, 500, u);
      for (const i of [0, 63, 64, 499]) expect(column(sampler, 3, "x", draws)(from + i)).toBe(u[i]);
    }
  });
});

describe("means", () => {
  it("are far closer to 1/2 when stratified than when independent", () => {
    const miss = (sampler: IndependentSampler) =>
      Math.sqrt(
        names.reduce((sum, name) => {
          const mean = take(sampler, 1, name, 256).reduce((a, b) => a + b, 0) / 256;
          return sum + (mean - 0.5) ** 2;
        }, 0) / names.length,
      );
    expect(miss("stratified")).toBeLessThan(miss("mc") / 20);
    expect(miss("lhs")).toBeLessThan(miss("mc") / 20);
  });
});
