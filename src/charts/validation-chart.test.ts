import { expect, test } from "vitest";
import type { ValidationRow } from "../analysis/validation-row.ts";
import { validationChart } from "./validation-chart.ts";

const row = (
  target: string,
  published: ValidationRow["published"],
  obtained: ValidationRow["obtained"],
): ValidationRow => ({
  id: target,
  section: "episode",
  subject: { en: "Episode", es: "Episodio" },
  target: { en: target, es: `${target} (es)` },
  unit: "%",
  published,
  obtained,
  verdict: "covered",
  sources: [],
});

const rows = [
  row("below zero", { low: -67, high: -60 }, { median: -12, low: -30, high: -3 }),
  row("open range", { low: 21 }, { median: 24, low: 3, high: 36 }),
  row("no target", {}, { median: 5 }),
  row("no number", { value: 3 }, { median: Number.NaN }),
];

test.each(["en", "es"] as const)("every target is drawn and told in words (%s)", (language) => {
  const groups = [{ label: "Episode", verdict: "covered" as const, rows }];
  const chart = validationChart({ id: "v", title: "Episodes", groups, language });
  expect(chart.table.rows).toHaveLength(4);
  for (const width of [340, 720]) {
    const svg = chart.draw(width);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    for (const { target } of rows) expect(svg.match(new RegExp(target.en, "g"))!.length).toBeGreaterThan(1);
    const xs = [...svg.matchAll(/ (?:x|x1|x2|cx)="([-\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...xs)).toBeLessThanOrEqual(width);
    // The draws of the first target do not reach its published range, which lies to their left.
    const [band] = svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="14"/g);
    const [line] = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="4"/g)].slice(1);
    expect(Number(band![1]) + Number(band![2])).toBeLessThan(Number(line![1]));
  }
});
