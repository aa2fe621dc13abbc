import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../base/text.ts";
import { type DotPlotOptions, dotExtent, dotPlot } from "./dot-plot.ts";
import { dotSize, fewerDots, stackDots } from "./dot-stacks.ts";

/** Fifty ascending values around `middle`, in base units of a thousandth. */
function dots(middle: number): Float64Array {
  return Float64Array.from(
    { length: 50 },
    (_, i) => (middle + (i - 24.5) * 40 + (i - 24.5) ** 3 * 0.06) * 1000,
  );
}

function options(language: Language, extra: Partial<DotPlotOptions> = {}): DotPlotOptions {
  const list = extra.dots ?? dots(-600);
  const below = 2 * Array.from(list).filter((v) => v < 0).length;
  return {
    id: "dots",
    title: language === "en" ? "US overdose deaths" : "Muertes por sobredosis en EE. UU.",
    unit: language === "en" ? "deaths a year" : "muertes al año",
    language,
    dots: list,
    change: { q05: list[2] ?? 0, q50: list[25] ?? 0, q95: list[47] ?? 0 },
    factor: 1000,
    at: "2030-01",
    better: "lower",
    betterOf100: below,
    worseOf100: 100 - below,
    sameOf100: 0,
    ...extra,
  };
}

const count = (svg: string, name: string) => svg.split(`<circle class="${name}`).length - 1;

describe("dot plot", () => {
  it.each(["en", "es"] as const)("keeps its drawing in %s", async (language) => {
    const chart = dotPlot(options(language));
    await expect(chart.draw(480)).toMatchFileSnapshot(`snapshots/dots-${language}.svg`);
    await expect(chart.draw(320)).toMatchFileSnapshot(`snapshots/dots-phone-${language}.svg`);
  });

  it("draws 50 dots, 20 on a phone, filled on the better side only", () => {
    const chart = dotPlot(options("en"));
    const full = Array.from(dots(-600)).filter((v) => v < 0).length;
    expect([count(chart.draw(480), "dot-full"), count(chart.draw(480), "dot-open")]).toEqual([
      full,
      50 - full,
    ]);
    const phone = chart.draw(320);
    expect(count(phone, "dot-full") + count(phone, "dot-open")).toBe(20);
    expect(phone).toContain("Each dot: 5 of 100 runs.");
    const up = dotPlot(options("en", { better: "higher" })).draw(480);
    expect(count(up, "dot-open")).toBe(full);
    expect(count(dotPlot(options("en", { better: "none" })).draw(480), "dot-open")).toBe(0);
  });

  it("says the sides in words, with the runs on each", () => {
    const svg = dotPlot(options("en", { betterOf100: 87, worseOf100: 13 })).draw(480);
    const said = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]);
    expect(said.slice(0, 4)).toEqual([
      "\u2190 fewer deaths with B",
      "87 of 100 runs",
      "more deaths with B \u2192",
      "13 of 100 runs",
    ]);
    const money = dotPlot(options("es", { unit: "millones de dólares" }));
    expect(money.draw(480)).toContain("menor con B");
    expect(money.description).toMatch(/Mejor en \d+ de 100 simulaciones/);
  });

  it("says that nothing differs where nothing does", () => {
    const same = dotPlot(
      options("en", { dots: new Float64Array(50), betterOf100: 0, worseOf100: 0, sameOf100: 100 }),
    );
    expect(same.draw(480)).toContain("B is the same as A in every run.");
    expect(same.draw(480)).not.toMatch(/0 of 100 runs|NaN/);
    expect(dotExtent({ dots: new Float64Array(50) })).toEqual([-1, 1]);
  });

  it("gives a table of as many cells as its head", () => {
    const { head, rows } = dotPlot(options("es")).table;
    for (const row of rows) expect(row).toHaveLength(head.length);
  });
});

describe("stacks of dots", () => {
  const sorted = fc
    .array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 1, maxLength: 50 })
    .map((list) => list.sort((a, b) => a - b));

  it("never overlap, never cross zero, and move a dot little", () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 3, max: 14 }), (places, size) => {
        const sides = places.map((p) => (p < 0 ? -1 : p > 0 ? 1 : 0));
        const placed = stackDots(places, sides, 0, size);
        expect(placed).toHaveLength(places.length);
        placed.forEach((dot, i) => {
          expect(Math.abs(dot.x - (places[i] ?? 0))).toBeLessThanOrEqual(size + 1e-9);
          if (dot.side !== 0) expect(dot.side * dot.x).toBeGreaterThanOrEqual(size / 2 - 1e-9);
        });
        const seen = new Set(placed.map((d) => `${d.x}/${d.level}`));
        expect(seen.size).toBe(places.length);
        const xs = [...new Set(placed.map((d) => d.x))].sort((a, b) => a - b);
        for (let i = 1; i < xs.length; i++) {
          expect((xs[i] ?? 0) - (xs[i - 1] ?? 0)).toBeGreaterThanOrEqual(size - 1e-9);
        }
      }),
    );
  });

  it("are as large as the height allows", () => {
    const places = Array.from({ length: 50 }, () => -10);
    const sides = places.map(() => -1 as const);
    expect(dotSize(places, sides, 0, 150, 2, 14)).toBe(3);
    expect(dotSize(places.slice(0, 2), sides.slice(0, 2), 0, 150, 2, 14)).toBe(14);
  });

  it("are thinned without moving: 20 of 50 points of a line stand on it", () => {
    const line = Float64Array.from({ length: 50 }, (_, i) => (i + 0.5) / 50);
    fewerDots(line, 20).forEach((value, i) => {
      expect(value).toBeCloseTo((i + 0.5) / 20, 12);
    });
  });
});
