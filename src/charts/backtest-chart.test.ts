import { describe, expect, it } from "vitest";
import type { Language } from "../explain/language.ts";
import { type BacktestChartOptions, backtestChart } from "./backtest-chart.ts";
import { figure } from "./figure.ts";
import { escapeText } from "./svg.ts";

const month = (k: number): string => `${2018 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}`;

/** Sums that rise to 2020 and fall from then on, to mid-2021; forecasts from two origins that go straight on. */
function options(language: Language): BacktestChartOptions {
  const value = (k: number) => 40_000 + 900 * Math.min(k, 24) - 1500 * Math.max(0, k - 24);
  const panel = (origin: number, slope: number) => {
    const months = Array.from({ length: 29 }, (_, i) => origin - 4 + i);
    const middle = (k: number) => value(origin - 5) + slope * (k - origin + 5);
    const spread = (k: number) => 120 * (k - origin + 5);
    const at = (k: number) => ({ month: month(k), value: middle(k) });
    return {
      origin: month(origin),
      knownTo: month(origin - 5),
      months: months.map(month),
      q05: months.map((k) => middle(k) - 3 * spread(k)),
      q25: months.map((k) => middle(k) - spread(k)),
      q50: months.map(middle),
      q75: months.map((k) => middle(k) + spread(k)),
      q95: months.map((k) => middle(k) + 3 * spread(k)),
      full:
        origin > 20
          ? months.map((k) => ({ month: month(k), value: middle(k) - 700 * (k - origin + 5) }))
          : [],
      rivals: [[{ month: month(origin + 12), value: value(origin - 5) }], [at(origin + 12)]],
      scored: [{ month: month(origin + 12), value: value(origin + 12), inside: origin < 20 }],
    };
  };
  const en = language === "en";
  return {
    id: "backtest-example",
    title: en ? "Deaths" : "Muertes",
    unit: en ? "people, 12 months ending" : "personas, 12 meses que terminan",
    language,
    rivals: en ? ["last value", "drift"] : ["último valor", "deriva"],
    history: Array.from({ length: 42 }, (_, k) => ({ month: month(k), value: value(k) })),
    panels: [panel(12, 900), panel(26, 600)],
  };
}

describe("a chart of hits and misses", () => {
  it("keeps its drawing", async () => {
    const chart = backtestChart(options("en"));
    await expect(chart.draw(720)).toMatchFileSnapshot("snapshots/backtest-example.svg");
    await expect(chart.draw(340)).toMatchFileSnapshot("snapshots/backtest-example-narrow.svg");
  });
  it.each(["en", "es"] as const)("says in %s what came of each forecast, with a table", (language) => {
    const chart = backtestChart(options(language));
    const html = figure(chart, language);
    expect(html).toContain(`<p class="alt">${escapeText(chart.description)}</p>`);
    expect(chart.description).toContain(
      language === "en" ? "held 1 of 2 values" : "contuvieron 1 de 2 valores",
    );
    expect(chart.description).toContain(language === "en" ? ", outside" : ", fuera");
    for (const cells of chart.table.rows) expect(cells).toHaveLength(chart.table.head.length);
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
  it("marks a miss once and every rival by a shape of its own", () => {
    const svg = backtestChart(options("en")).draw(720);
    // One in the key, one in the panel.
    expect(svg.match(/✗/g)).toHaveLength(2);
    expect(svg).toContain("full model");
    const none = { ...options("en"), panels: options("en").panels.slice(0, 1) };
    expect(backtestChart(none).draw(720)).not.toContain("full model");
  });
  it("says when nothing has come yet", () => {
    const empty = {
      ...options("en"),
      panels: options("en").panels.map((panel) => ({ ...panel, scored: [] })),
    };
    expect(backtestChart(empty).description).toContain("none of the values has been published yet");
  });
});
