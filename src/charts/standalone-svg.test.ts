import { expect, it } from "vitest";
import { spreadChart } from "./spread-chart.ts";
import { standaloneSvg } from "./standalone-svg.ts";

const chart = spreadChart({
  id: "x",
  title: "Time to replace a lab",
  unit: "months",
  language: "en",
  low: 0,
  high: 10,
  prior: { q05: 1, q50: 3, q95: 8, density: [0, 1, 0.4, 0.1, 0] },
});

it("frames a chart with its title, source and citation, inside one size", () => {
  const svg = standaloneSvg(
    chart,
    { note: "a < b", source: "Downstream 2026.1", citation: "Cite & share" },
    400,
  );
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="440" height="\d+" viewBox="0 0 440 /,
  );
  for (const words of ["Time to replace a lab", "a &lt; b", "Downstream 2026.1", "Cite &amp; share"]) {
    expect(svg).toContain(`>${words}</text>`);
  }
  const inner = /<svg x="20" y="(\d+)" width="400" height="([\d.]+)"/.exec(svg)!;
  const height = Number(/ height="(\d+)"/.exec(svg)![1]);
  expect(Number(inner[1]) + Number(inner[2])).toBeLessThan(height - 40);
  expect(svg.match(/<\/svg>/g)).toHaveLength(2);
});
