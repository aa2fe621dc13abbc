import { describe, expect, it } from "vitest";
import type { Language } from "../base/text.ts";
import { type SpreadChartOptions, spreadChart } from "./spread-chart.ts";

/** A tent over 41 steps, its top at `top` of 0..1 and its foot `half` wide on each side. */
const tent = (top: number, half: number) =>
  Array.from({ length: 41 }, (_, i) => Math.max(0, 1 - Math.abs(i / 40 - top) / half));

function options(language: Language, extra: Partial<SpreadChartOptions> = {}): SpreadChartOptions {
  return {
    id: "spread",
    title: language === "en" ? "Time to replace a lab" : "Tiempo para reponer un laboratorio",
    unit: language === "en" ? "months" : "meses",
    language,
    low: 0,
    high: 12,
    value: 2,
    prior: { q05: 1, q50: 4, q95: 9, density: tent(0.35, 0.35) },
    posterior: { q05: 1.5, q50: 3, q95: 5, density: tent(0.25, 0.14) },
    yours: 6,
    ...extra,
  };
}

/** The highest place of a path with a class, in pixels from the top. */
function top(svg: string, className: string): number {
  const d = new RegExp(`<path class="${className}" d="([^"]*)"`).exec(svg)?.[1] ?? "";
  return Math.min(...[...d.matchAll(/,(-?[\d.]+)/g)].map((m) => Number(m[1])));
}

describe("spread chart", () => {
  it.each(["en", "es"] as const)("keeps its drawing in %s", async (language) => {
    const svg = spreadChart(options(language)).draw(320);
    await expect(svg).toMatchFileSnapshot(`snapshots/spread-${language}.svg`);
  });

  it("draws both shapes with the same area, so that the narrower is the higher", () => {
    const svg = spreadChart(options("en")).draw(320);
    expect(top(svg, "after path-a")).toBeLessThan(top(svg, "before") - 20);
  });

  it("widens its axis to a reader's value outside it", () => {
    const svg = spreadChart(options("en", { yours: 20 })).draw(320);
    const x = /<line class="yours" x1="([\d.]+)"/.exec(svg)?.[1];
    expect(Number(x)).toBeCloseTo(306, 0);
  });

  it("says and draws only what there is", () => {
    const bare = spreadChart(options("es", { prior: undefined, value: undefined, yours: undefined }));
    expect(bare.draw(320)).not.toMatch(/class="(before|value|yours)"|NaN/);
    expect(bare.description).toBe(
      "Lo que se considera posible para Tiempo para reponer un laboratorio, en meses. Después de los datos: centro 3, nueve de cada diez entre 1.5 y 5.",
    );
    expect(bare.table.rows).toHaveLength(1);
  });
});
