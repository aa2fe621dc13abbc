import { describe, expect, it } from "vitest";
import type { Language } from "../base/text.ts";
import { readNumber } from "../explain/number-words.ts";
import { pathChart } from "./path-chart.ts";
import { holdExtent, pathExtent } from "./path-extent.ts";
import { partingMonth } from "./path-geometry.ts";
import type { PathChartOptions } from "./path-options.ts";

const MONTHS = Array.from({ length: 121 }, (_, i) => `${2020 + Math.floor(i / 12)}-${two(1 + (i % 12))}`);

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** A path that rises to a peak in 2023 and falls; B adds `slope` a month after February 2025. In thousands of the chart's unit. */
function quantiles(slope: number): Float64Array {
  const out = new Float64Array(MONTHS.length * 5);
  MONTHS.forEach((_, m) => {
    const middle = 110 - Math.abs(m - 40) * 0.5 + slope * Math.max(0, m - 61);
    const wide = 2 + Math.max(0, m - 54) * 0.25;
    [-2, -0.8, 0, 0.8, 2.2].forEach((f, p) => {
      out[m * 5 + p] = (middle + f * wide) * 1000;
    });
  });
  return out;
}

const A = quantiles(0);
const B = quantiles(-0.2);

function options(language: Language = "en", extra: Partial<PathChartOptions> = {}): PathChartOptions {
  const en = language === "en";
  const observed = MONTHS.slice(0, 64).filter((_, i) => i % 2 === 0);
  return {
    id: "path",
    title: en ? "US overdose deaths" : "Muertes por sobredosis en EE. UU.",
    unit: en ? "thousand deaths a year" : "miles de muertes al año",
    language,
    months: MONTHS,
    factor: 1000,
    a: { label: en ? "No change" : "Sin cambios", noChange: true, quantiles: A },
    b: {
      label: en ? "Raids & <treatment>" : "Ataques aéreos contra laboratorios",
      noChange: false,
      quantiles: B,
    },
    observed: [
      {
        label: "CDC counts",
        months: observed,
        values: observed.map((_, i) => 109 - Math.abs(2 * i - 40) * 0.55),
        known: 28,
      },
    ],
    decision: "2024-11",
    at: "2028-01",
    zero: true,
    ...extra,
  };
}

/** The x of every point of a path with a class. */
function places(svg: string, className: string): readonly number[] {
  const d = new RegExp(`<path class="${className}" d="([^"]*)"`).exec(svg)?.[1] ?? "";
  return [...d.matchAll(/[ML](-?[\d.]+),/g)].map((m) => Number(m[1]));
}

describe("path chart", () => {
  it.each(["en", "es"] as const)("keeps its drawing in %s", async (language) => {
    const large = pathChart(options(language));
    const ghost = quantiles(-0.1);
    const teal = { label: "Treatment", noChange: false, quantiles: quantiles(0.1) };
    await expect(large.draw(720)).toMatchFileSnapshot(`snapshots/path-${language}.svg`);
    await expect(large.draw(320)).toMatchFileSnapshot(`snapshots/path-phone-${language}.svg`);
    const small = pathChart(options(language, { size: "small", a: teal, ghost }));
    await expect(small.draw(340)).toMatchFileSnapshot(`snapshots/path-small-${language}.svg`);
  });

  it("begins bands where the known data end, and B where it leaves A", () => {
    const chart = pathChart(options());
    const svg = chart.draw(720);
    const plot = chart.plot(720);
    expect(Math.min(...places(svg, "band-outer baseline"))).toBeCloseTo(plot.x(54), 0);
    expect(Math.min(...places(svg, "band-outer path-b"))).toBeCloseTo(plot.x(61), 0);
    expect(Math.min(...places(svg, "middle path-b"))).toBeCloseTo(plot.x(61), 0);
    expect(Math.min(...places(svg, "middle baseline"))).toBeCloseTo(plot.x(0), 0);
  });

  it("draws bands all along where nothing was observed", () => {
    const chart = pathChart(options("en", { observed: [] }));
    expect(Math.min(...places(chart.draw(720), "band-outer baseline"))).toBeCloseTo(chart.plot(720).x(0), 0);
  });

  it("draws values published since the decision hollow, apart from those known", () => {
    const svg = pathChart(options()).draw(720);
    const count = (name: string) =>
      (new RegExp(`<path class="${name}" d="([^"]*)"`).exec(svg)?.[1]?.match(/h0/g) ?? []).length;
    expect([count("history"), count("history since"), count("hole")]).toEqual([28, 4, 4]);
  });

  it("draws only A where B is the same, and says so", () => {
    const same = pathChart(options("en", { b: { label: "Mix", noChange: false, quantiles: A.slice() } }));
    expect(same.draw(720)).not.toContain("path-b");
    expect(same.description).toContain("B is the same as A.");
    expect(same.table.head).toHaveLength(3);
    expect(partingMonth(A, A, 0)).toBeUndefined();
  });

  it("hides what comes after the data from a reader who guesses", () => {
    const chart = pathChart(
      options("en", { hideFuture: true, guess: { months: ["2026-01"], values: [80] } }),
    );
    const svg = chart.draw(720);
    expect(svg).not.toMatch(/band-outer|path-b/);
    expect(Math.max(...places(svg, "middle baseline"))).toBeLessThanOrEqual(chart.plot(720).x(54) + 0.1);
    expect(chart.description).not.toContain("No change");
    expect(chart.read(100).lines).toEqual([]);
    expect(svg).toContain('class="guess-dot"');
  });

  it("holds 0 where it is told to, and says where the axis does not", () => {
    expect(pathExtent(options())[0]).toBe(0);
    expect(pathChart(options()).subtitle).toBe("thousand deaths a year");
    const off = pathChart(options("en", { zero: false, extent: [70, 120] }));
    expect(off.subtitle).toBe("thousand deaths a year; axis does not start at 0");
    expect(off.plot(720).y(70)).toBeCloseTo(off.plot(720).bottom, 0);
  });

  it("says the same numbers in the readout, the table and the text", () => {
    const chart = pathChart(options());
    const reading = chart.read(MONTHS.indexOf("2028-01"));
    const middle = reading.lines.at(-1)?.value ?? "";
    expect(readNumber(middle)).toBeCloseTo((B[96 * 5 + 2] ?? 0) / 1000, 0);
    expect(reading.label).toBe("January 2028");
    const row = chart.table.rows.find(([month]) => month === "January 2028");
    expect(row?.at(-1)?.startsWith(middle.split(" ")[0] ?? "-")).toBe(true);
    expect(chart.description).toContain(middle.split(" ")[0]);
    expect(chart.description).toMatch(/rises|falls|stays/);
  });

  it("tells where a path goes after the decision, with the turn on its way", () => {
    const trough = Float64Array.from(A, (_, i) => {
      const m = Math.floor(i / 5);
      return (100 - Math.max(0, 20 - Math.abs(m - 80))) * 1000;
    });
    const said = pathChart(
      options("en", { a: { label: "", noChange: false, quantiles: trough }, b: undefined }),
    );
    expect(said.description).toContain(
      "A: the middle run starts from 100 in November 2024 and falls to 80 in September 2026 and then rises to 100 in January 2030",
    );
  });

  it("draws the history alone where no run is left", () => {
    const none = new Float64Array(A.length).fill(Number.NaN);
    const chart = pathChart(
      options("en", { a: { label: "", noChange: true, quantiles: none }, b: undefined }),
    );
    expect(chart.draw(720)).not.toMatch(/NaN|band-outer/);
    expect(places(chart.draw(720), "middle baseline")).toEqual([]);
    expect(chart.draw(720)).toContain('class="history"');
  });

  it("escapes words and writes no style attribute", () => {
    const svg = pathChart(options()).draw(320);
    expect(svg).not.toMatch(/<treatment>| style=|NaN|undefined/);
    expect(svg).toContain("Raids &amp; &lt;treatment&gt;");
  });

  it("finds months and values under a pointer", () => {
    const plot = pathChart(options()).plot(720);
    expect(plot.monthAt(plot.x(33) + 0.4)).toBe(33);
    expect(plot.monthAt(-50)).toBe(0);
    expect(plot.valueAt(plot.y(42))).toBeCloseTo(42);
    expect(plot.valueAt(plot.bottom + 90)).toBe(plot.valueAt(plot.bottom));
  });
});

describe("an axis that holds still", () => {
  it("stays while a lever moves, and grows only for what would leave it", () => {
    expect(holdExtent([0, 100], [0, 20], true)).toEqual([0, 100]);
    expect(holdExtent([0, 100], [-5, 130], true)).toEqual([-5, 130]);
  });
  it("is found anew at rest when most of it is empty", () => {
    expect(holdExtent([0, 100], [0, 80], false)).toEqual([0, 100]);
    expect(holdExtent([0, 100], [0, 20], false)).toEqual([0, 20]);
    expect(holdExtent(undefined, [0, 20], true)).toEqual([0, 20]);
  });
});
