import { describe, expect, it } from "vitest";
import { stream, toUnit } from "./stream.ts";
import { threefry } from "./threefry.ts";

describe("threefry", () => {
  // Known answers of Random123 (tests/kat_vectors, threefry2x32 20).
  it.each([
    [0, 0, 0, 0, "6b200159 99ba4efe"],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, "1cb996fc bb002be7"],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, "c4923a9c 483df7a0"],
  ])("key %i %i, counter %i %i gives %s", (k0, k1, c0, c1, wanted) => {
    const out = new Uint32Array(2);
    threefry(k0, k1, c0, c1, out);
    expect([...out].map((w) => w.toString(16).padStart(8, "0")).join(" ")).toBe(wanted);
  });
});

describe("stream", () => {
  it("stays strictly between 0 and 1 at both ends", () => {
    expect(toUnit(0, 0)).toBe(2 ** -53);
    expect(toUnit(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  });
  it("differs by seed, name, run and draw, and repeats for the same four", () => {
    const at = (seed: number, name: string, run: number, draw: number) =>
      stream(seed, name).uniform(run, draw);
    const all = [
      at(1, "ab", 0, 0),
      at(2, "ab", 0, 0),
      at(1 + 2 ** 32, "ab", 0, 0),
      at(1, "ba", 0, 0),
      at(1, "ab\0", 0, 0),
      at(1, "", 0, 0),
      at(1, "ab", 1, 0),
      at(1, "ab", 0, 1),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(at(1, "ab", 0, 0)).toBe(all[0]);
  });
  it("is uniform: each of 64 cells holds its share of 64,000 numbers", () => {
    const s = stream(7, "uniform");
    const cells = new Array<number>(64).fill(0);
    for (let i = 0; i < 64000; i++) cells[Math.floor(s.uniform(i, 3) * 64)]!++;
    const chi2 = cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(110); // 63 degrees of freedom: exceeded by chance once in 4,000
    expect(chi2).toBeGreaterThan(25);
  });
});
