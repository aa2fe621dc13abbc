import { expect, it } from "vitest";
import { NARROW, WIDE } from "./chart.ts";
import { type ShareRangesOptions, shareRanges } from "./share-ranges.ts";

const options: ShareRangesOptions = {
  id: "shares",
  title: "Why deaths fell",
  unit: "percent of the observed fall",
  rows: [
    { label: "Supply shock", low: 0.05, median: 0.3, high: 0.6 },
    {
      label: "Safer practice, which spread little by little among people who use",
      low: -0.1,
      median: 0.2,
      high: 0.5,
    },
    { label: "Observed, not simulated", low: 0, median: 0.5, high: 0.9, open: true },
  ],
  language: "en",
};

it("draws shares as ranges, wide and narrow", async () => {
  const chart = shareRanges(options);
  await expect(chart.draw(WIDE)).toMatchFileSnapshot("snapshots/share-ranges.svg");
  await expect(chart.draw(NARROW)).toMatchFileSnapshot("snapshots/share-ranges-narrow.svg");
});

it("says every number in words and in a table, in both languages", () => {
  const chart = shareRanges({ ...options, language: "es" });
  expect(chart.description).toContain("Supply shock: 30 % (5 % a 60 %).");
  expect(chart.table.rows[1]).toEqual([options.rows[1]!.label, "20 %", "\u221210 % a 50 %"]);
});

it("keeps marks inside the box whatever the shares", () => {
  const rows = [{ label: "a", low: -0.8, median: 0.4, high: 1.7 }];
  const svg = shareRanges({ ...options, rows }).draw(WIDE);
  const rect = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(svg)!;
  expect(Number(rect[1])).toBeGreaterThan(250);
  expect(Number(rect[1]) + Number(rect[2])).toBeLessThan(WIDE - 40);
});
