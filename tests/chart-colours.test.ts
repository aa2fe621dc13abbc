import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const CSS = readFileSync(new URL("../web/src/styles/charts.css", import.meta.url), "utf8");
const CHARTS = new URL("../src/charts/", import.meta.url);
const SNAPSHOTS = new URL("../src/charts/snapshots/", import.meta.url);

/** Every colour that the sources of charts name. */
function colours(): ReadonlySet<string> {
  const found = readdirSync(CHARTS)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => [...readFileSync(new URL(name, CHARTS), "utf8").matchAll(/"(#[0-9A-F]{6})"/gi)]);
  return new Set(found.map(([, colour]) => colour ?? ""));
}

/** Every `fill="#…"` and `stroke="#…"` in the drawings that the repository keeps. */
function attributes(): ReadonlySet<string> {
  const found = readdirSync(SNAPSHOTS)
    .filter((name) => name.endsWith(".svg"))
    .flatMap((name) => [
      ...readFileSync(new URL(name, SNAPSHOTS), "utf8").matchAll(/(?:fill|stroke)="#[^"]*"/g),
    ]);
  return new Set(found.map(([attribute]) => attribute));
}

it("the page has a colour of its own, light and dark, for every colour that charts are drawn in", () => {
  expect(attributes().size).toBeGreaterThan(10);
  expect([...attributes()].filter((attribute) => !CSS.includes(`[${attribute}]`))).toEqual([]);
  expect([...colours()].filter((colour) => !CSS.includes(`="${colour}"]`))).toEqual([]);
});

it("drawings have no style attribute, which the page's policy would refuse", () => {
  for (const name of readdirSync(SNAPSHOTS)) {
    expect(readFileSync(new URL(name, SNAPSHOTS), "utf8")).not.toMatch(/\sstyle=/);
  }
});
