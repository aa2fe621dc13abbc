import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../explain/language.ts";
import { readNumber } from "../explain/number-words.ts";
import type { Chart } from "./chart.ts";
import { driverBars } from "./driver-bars.ts";
import { type FanChartOptions, fanChart } from "./fan-chart.ts";
import { type FanSeries, fanGeometry } from "./fan-geometry.ts";
import { figure } from "./figure.ts";
import { type IntervalRow, intervalChart } from "./interval-chart.ts";
import { spreadLabels, textWidth, wrapText } from "./labels.ts";
import { COMPARED, NO_CHANGE, seriesStyles } from "./palette.ts";
import { sensitivityBars } from "./sensitivity-bars.ts";
import { smallMultiples } from "./small-multiples.ts";
import { escapeText } from "./svg.ts";
import { weightBars } from "./weight-bars.ts";

const DATES = ["2024-11", "2025-11", "2026-11", "2027-11", "2028-11"];

function series(label: string, noChange: boolean, slope: number): FanSeries {
  const q50 = DATES.map((_, i) => 80_000 + slope * i);
  const at = (f: number) => q50.map((m, i) => m + f * 1000 * i);
  return { label, noChange, dates: DATES, q05: at(-4), q25: at(-1.5), q50, q75: at(1.5), q95: at(5) };
}

function fan(count: number, language: Language = "en"): FanChartOptions {
  const names = ["No change", "Raids without consent", "Treatment", "Naloxone", "Package", "Tariff"];
  return {
    id: `fan-${count}`,
    title: "US overdose deaths",
    unit: "deaths a year",
    history: [
      { label: "CDC counts", dates: ["2022-11", "2023-11", "2024-06"], values: [107_000, 105_000, 97_000] },
    ],
    series: names.slice(0, count).map((n, i) => series(n, i === 0, -3000 + 400 * i)),
    decision: "2024-11",
    language,
  };
}

const row = (label: string, q50: number, width: number, betterOf100: number): IntervalRow => ({
  label,
  q05: q50 - 2 * width,
  q25: q50 - width,
  q50,
  q75: q50 + width,
  q95: q50 + 2 * width,
  better: "lower",
  betterOf100,
  worseOf100: 100 - betterOf100,
  sameOf100: 0,
});

function all(language: Language): readonly Chart[] {
  return [
    fanChart(fan(2, language)),
    fanChart(fan(4, language)),
    smallMultiples(fan(6, language)),
    intervalChart({
      id: "interval",
      title: "US overdose deaths",
      unit: "deaths a year",
      language,
      groups: [
        { label: "Ladder", rows: [row("Raids", -400, 900, 63), row("Tariff", 20, 300, 48)] },
        { label: "Alternatives", rows: [row("Treatment & care", -1900, 500, 98)] },
      ],
    }),
    weightBars({
      id: "weights",
      title: "Why deaths fell",
      question: "What explains the fall?",
      options: [
        { label: "Supply shock", prior: 0.5, weight: 0.62 },
        { label: "Fewer exposed", prior: 0.5, weight: 0.38 },
      ],
      language,
    }),
    driverBars({
      id: "drivers",
      title: "What drives the change",
      unit: "deaths a year",
      change: true,
      rows: [
        { label: "time to replace a lab", rank: 0.62, low: -2300, high: 150 },
        { label: "hit rate", rank: -0.41, low: -300, high: -1900 },
      ],
      language,
    }),
    sensitivityBars({
      id: "sensitivity",
      title: "What matters most",
      subtitle: "total Sobol indices",
      panels: [
        {
          title: "Overdose deaths & no change",
          rows: [
            { label: "time to replace a lab", index: 0.52, se: 0.04, firmness: "source" },
            {
              label: "risk perceived by <careful> buyers of powder",
              index: 0.31,
              se: 0.03,
              firmness: "judgement",
            },
            { label: "hit rate", index: 0.02, se: Number.NaN, firmness: "unverified" },
          ],
        },
        { title: "Deaths from force", rows: [] },
      ],
      language,
    }),
  ];
}

describe("charts", () => {
  it.each(all("en").map((c) => [c.id, c] as const))("%s keeps its drawing", async (id, chart) => {
    await expect(chart.draw(720)).toMatchFileSnapshot(`snapshots/${id}.svg`);
    await expect(chart.draw(340)).toMatchFileSnapshot(`snapshots/${id}-narrow.svg`);
  });

  it.each(["en", "es"] as const)("say in %s what they show, with numbers, and give a table", (language) => {
    for (const chart of all(language)) {
      const html = figure(chart, language);
      expect(html).toContain('role="img"');
      expect(html).toContain(`<p class="alt">${escapeText(chart.description)}</p>`);
      expect(chart.description).toMatch(/\d/);
      for (const cells of chart.table.rows) expect(cells).toHaveLength(chart.table.head.length);
      expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  });

  it("escape the text that they are given", () => {
    const chart = intervalChart({
      id: "x",
      title: "a < b & c",
      unit: '"unit"',
      groups: [{ label: "<g>", rows: [row("<script>", 1, 1, 10)] }],
      language: "en",
    });
    expect(figure(chart, "en")).not.toMatch(/<script|<g>(?!<)/);
  });
});

describe("fan charts", () => {
  it("begin bands where data end and hold 0", () => {
    const options = fan(2);
    const late = { ...options.history[0]!, dates: ["2022-11", "2023-11", "2026-11"] };
    const box = { left: 0, right: 100, top: 0, bottom: 100 };
    const g = fanGeometry(options.series, [late], box, true);
    const start = g.x(2026 + 10 / 12);
    const xs = [...(g.bands[0]?.outer ?? "").matchAll(/[ML](-?[\d.]+),/g)].map((m) => Number(m[1]));
    expect(xs.length).toBeGreaterThan(3);
    expect(Math.min(...xs)).toBeCloseTo(start, 0);
    expect(g.y.domain[0]).toBe(0);
  });

  it("give the last median of every series in the text alternative and the table", () => {
    const options = fan(4);
    const chart = fanChart(options);
    const last = chart.table.rows.at(-1) ?? [];
    options.series.forEach((s, i) => {
      expect(readNumber(last[i + 2] ?? "")).toBeCloseTo(s.q50.at(-1) ?? 0, -3);
      expect(chart.description).toContain(s.label);
    });
  });

  it("tell series apart by dash as well as by colour", () => {
    const styles = seriesStyles([true, false, false, false]);
    expect(styles[0]).toBe(NO_CHANGE);
    expect(new Set(styles.map((s) => s.dash)).size).toBe(4);
    expect(COMPARED.map((c) => c.color)).toEqual(["#008C95", "#B85C00", "#6A1B7A"]);
  });
});

describe("labels", () => {
  it("never overlap and stay inside while there is room", () => {
    const block = fc.record({
      at: fc.double({ min: -50, max: 450, noNaN: true }),
      height: fc.integer({ min: 10, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const tops = spreadLabels(blocks, 0, 400, 3);
        const placed = blocks.map((b, i) => ({ top: tops[i] ?? 0, bottom: (tops[i] ?? 0) + b.height }));
        placed.sort((a, b) => a.top - b.top);
        expect(placed[0]?.top).toBeGreaterThanOrEqual(-1e-9);
        expect(placed.at(-1)?.bottom).toBeLessThanOrEqual(400 + 1e-9);
        for (let i = 1; i < placed.length; i++) {
          expect((placed[i]?.top ?? 0) - (placed[i - 1]?.bottom ?? 0)).toBeGreaterThanOrEqual(3 - 1e-9);
        }
      }),
    );
  });

  it("wrap at spaces within the width", () => {
    const lines = wrapText("Raids with the consent of Mexico", 90, 12);
    expect(lines.join(" ")).toBe("Raids with the consent of Mexico");
    for (const l of lines.filter((x) => x.includes(" "))) expect(textWidth(l, 12)).toBeLessThanOrEqual(90);
  });
});
