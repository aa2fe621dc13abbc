import { describe, expect, it } from "vitest";
import type { Language } from "../base/text.ts";
import { type ChangeChartOptions, changeChart } from "./change-chart.ts";

const MONTHS = Array.from(
  { length: 97 },
  (_, i) => `${2023 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}`,
);

/** B minus A: nothing until February 2025, then ever lower, with a range that holds 0 at first. */
const CHANGE = MONTHS.flatMap((_, m) => {
  const t = Math.max(0, m - 25);
  return [-2, -1, -0.5, 0, 1].map((f) => -30 * t + f * 20 * Math.sqrt(t) * 5);
});

function options(language: Language, extra: Partial<ChangeChartOptions> = {}): ChangeChartOptions {
  return {
    id: "change",
    title: language === "en" ? "US overdose deaths" : "Muertes por sobredosis en EE. UU.",
    unit: language === "en" ? "deaths a year" : "muertes al año",
    language,
    months: MONTHS,
    change: CHANGE,
    decision: "2024-11",
    at: "2030-01",
    ...extra,
  };
}

describe("change chart", () => {
  it.each(["en", "es"] as const)("keeps its drawing in %s", async (language) => {
    const chart = changeChart(options(language));
    await expect(chart.draw(720)).toMatchFileSnapshot(`snapshots/change-${language}.svg`);
    await expect(chart.draw(320)).toMatchFileSnapshot(`snapshots/change-phone-${language}.svg`);
    const small = changeChart(options(language, { size: "small" }));
    await expect(small.draw(340)).toMatchFileSnapshot(`snapshots/change-small-${language}.svg`);
  });

  it("begins at the decision and has a strong line at no difference", () => {
    const chart = changeChart(options("en"));
    const plot = chart.plot(720);
    expect(chart.months[plot.first]).toBe("2024-11");
    const zero = /<line class="zero"[^>]* y1="([\d.]+)"/.exec(chart.draw(720))?.[1];
    expect(Number(zero)).toBeCloseTo(plot.y(0), 0);
  });

  it("names the sides in words, only where they have room", () => {
    const down = changeChart(options("en")).draw(720);
    expect(down).toContain("\u2193 fewer deaths with B");
    const up = changeChart(options("es", { change: CHANGE.map((v) => Math.abs(v)), unit: "dólares" }));
    expect(up.draw(720)).toContain("\u2191 mayor con B");
    expect(up.draw(720)).not.toContain("menor con B");
  });

  it("says the same numbers in readout, table and text", () => {
    const chart = changeChart(options("en"));
    const at = MONTHS.indexOf("2030-01");
    expect(chart.read(at).sentence).toBe(
      "January 2030. B minus A: \u22122,200 (9 in 10 runs: \u22123,300 to \u22121,000).",
    );
    expect(chart.table.rows.find(([month]) => month === "January 2030")).toEqual([
      "January 2030",
      "\u22122,200",
      "\u22123,300 to \u22121,000",
    ]);
    expect(chart.description).toContain("In January 2030 the middle run is \u22122,200");
  });
});
