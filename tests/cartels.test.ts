import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { comparePublished } from "../src/analysis/published.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { compileModel } from "../src/model/index.ts";
import { loadScenarios } from "../src/scenario/load-scenarios.ts";

const root = join(import.meta.dirname, "..");
const { files } = readFolder(join(root, "models/cartels-2023"));
const { model, diagnostics } = compileModel(files, { name: "cartels-2023" });
const { scenarios } = loadScenarios(files, "", model.ir);
const table = "evidence/published.csv";

describe("the published model of 150 groups", () => {
  const figures = comparePublished(model, scenarios, table, files[table]!);

  test("is without findings, and its network is a matrix of fixed numbers, not equations", () => {
    expect(diagnostics).toEqual([]);
    expect(figures).toHaveLength(22);
    expect(model.ir.stocks).toHaveLength(150);
    expect(model.ir.auxiliaries.length).toBeLessThan(1000);
  });

  test("gives the figures of another run of the published code within one point (one percent for sizes)", () => {
    const misses = figures.filter(
      ({ rerun, obtained }) =>
        rerun !== undefined && !(Math.abs(obtained - rerun) <= Math.max(1, Math.abs(rerun) * 0.01)),
    );
    expect(misses).toEqual([]);
    expect(figures.filter((f) => f.rerun !== undefined).length).toBeGreaterThanOrEqual(17);
  });

  test("lies in the ranges of the register", () => {
    const outside = figures.filter(
      ({ low, high, obtained }) => low !== undefined && !(obtained >= low - 0.1 && obtained <= high! + 0.1),
    );
    expect(outside).toEqual([]);
  });

  test("docs/cartels-2023.md holds these figures (npm run docs makes it)", () => {
    const page = readFileSync(join(root, "docs/cartels-2023.md"), "utf8");
    for (const { quantity, obtained } of figures) {
      const shown =
        Math.abs(obtained) >= 1000 ? Math.round(obtained).toLocaleString("en-US") : obtained.toFixed(1);
      expect(page).toContain(`| ${quantity} |`);
      expect(page.split("\n").find((line) => line.includes(`| ${quantity} |`))).toMatch(
        new RegExp(`\\| ${shown} \\|$`),
      );
    }
  });
});
