import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { comparePublished, type PublishedFigure } from "../src/analysis/published.ts";
import { parseCsv } from "../src/base/csv.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { compileModel } from "../src/model/index.ts";
import { loadScenarios } from "../src/scenario/load-scenarios.ts";

const root = join(import.meta.dirname, "..");
const { files } = readFolder(join(root, "models/source-2022"));
const { model, diagnostics } = compileModel(files, { name: "source-2022" });
const loaded = loadScenarios(files, "", model.ir);
const read = (name: string) =>
  comparePublished(model, loaded.scenarios, `evidence/${name}`, files[`evidence/${name}`]!);
const figures = read("published.csv");
const { header, rows } = parseCsv("published.csv", files["evidence/published.csv"]!);
const asked = figures.map((figure, i) => {
  const cell = (name: string) => rows[i]!.cells[header.findIndex(({ text }) => text === name)]!.text;
  return { ...figure, low: cell("asked low"), high: cell("asked high") };
});
const named = (start: string) => figures.filter(({ quantity }) => quantity.startsWith(start));

describe("the overdose block of SOURCE", () => {
  test("is without findings", () => {
    expect(diagnostics).toEqual([]);
    expect(loaded.diagnostics).toEqual([]);
    expect(figures).toHaveLength(47);
  });

  test("gives the published deaths of the base run within 5 % in every year (V-02)", () => {
    const years = figures.filter(({ id }) => id === "V-02");
    expect(years.map(({ published }) => published)).toEqual([
      62580, 63514, 63296, 62110, 60121, 57894, 52207, 44571,
    ]);
    for (const { published, obtained } of years) {
      expect(Math.abs(obtained / published! - 1)).toBeLessThan(0.05);
    }
  });

  test("gives the other paths and the levers in the ranges asked, but for one that the page tells", () => {
    const ranged = asked.filter(({ low }) => low !== "");
    const outside = ranged.filter(
      ({ low, high, obtained }) => !(obtained >= Number(low) && obtained <= Number(high)),
    );
    expect(outside.map(({ quantity }) => quantity)).toEqual([
      "Initiation of heroin -20 % with constant inputs: deaths 2022-32 (%)",
    ]);
    expect(ranged).toHaveLength(44);
  });

  test("gives every lever the published sign, and more places the published order of the three runs", () => {
    const levers = figures.filter(({ id }) => /^V-0[5-9]/.test(id));
    expect(levers.filter(({ published, obtained }) => !(published! < 0 && obtained < 0))).toEqual([]);
    const places = named("Capacity").map(({ published, obtained }) => [published, obtained] as const);
    const order = (of: 0 | 1) => [...places].sort((a, b) => a[of]! - b[of]!).map(([published]) => published);
    expect(order(1)).toEqual(order(0));
  });

  test("the package is less than the sum of its parts", () => {
    const [ten, twenty, fifty] = named("Every lever").map(({ obtained }) => obtained);
    expect(twenty).toBeGreaterThan(2 * ten!);
    expect(fifty).toBeGreaterThan(5 * ten!);
  });

  test("stands where it was fitted: figures of the base run within 3 %, deaths of the series within a fifth", () => {
    const off = ({ published, obtained }: PublishedFigure) => Math.abs(obtained / published! - 1);
    const base = read("fitted.csv");
    expect(base).toHaveLength(10);
    expect(base.filter((figure) => off(figure) > 0.03)).toEqual([]);
    const deaths = read("history.csv").filter(({ quantity }) => quantity.startsWith("Opioid deaths"));
    expect(deaths).toHaveLength(4);
    expect(deaths.filter((figure) => off(figure) > 0.2)).toEqual([]);
  });

  test("docs/source-2022.md holds these figures (npm run docs makes it)", () => {
    const lines = readFileSync(join(root, "docs/source-2022.md"), "utf8").split("\n");
    for (const { quantity, obtained } of [...figures, ...read("fitted.csv"), ...read("history.csv")]) {
      const shown =
        Math.abs(obtained) >= 1000
          ? Math.round(obtained).toLocaleString("en-US")
          : obtained.toFixed(Math.abs(obtained) < 1 ? 2 : 1);
      const line = lines.find((text) => text.includes(`| ${quantity} |`));
      expect(line?.endsWith(`| ${shown} |`), quantity).toBe(true);
    }
  });
});
