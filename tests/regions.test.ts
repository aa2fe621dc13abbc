import { join } from "node:path";
import { expect, test } from "vitest";
import { centralParameters, runCheck } from "../src/analysis/run-checks.ts";
import { shownSteps, singleRun } from "../src/analysis/single-run.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { compileModel } from "../src/model/compile-model.ts";
import type { Model } from "../src/model/model.ts";
import { loadScenarios } from "../src/scenario/load-scenarios.ts";
import { resolveScenario } from "../src/scenario/resolve-scenario.ts";

const { files } = readFolder(join(import.meta.dirname, "../models/regions"));
const { model, diagnostics } = compileModel(files, { name: "regions" });
const AGES = ["young", "adult"] as const;

const rows = (file: string): string[][] =>
  (files[file] ?? "")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** The same model without arrays: every region and age written out, pairs that do not touch left out. */
function byHand(): Model {
  const regions = rows("data/population.csv") as [string, string][];
  const neighbours = new Map(regions.map(([r]) => [r, [] as string[]]));
  for (const [from, to] of rows("data/neighbours.csv")) neighbours.get(from!)!.push(to!);
  const lines = [
    "time from 2015-01 to 2030-01, 4 steps a month, rk4, decision 2024-11",
    "recovery rate [1/year] = 0.1",
    "protection by care [1] = 0.6",
    "weight of neighbours [1] = 0.3",
    "moving rate [1/year] = 0.03",
    "death rate [1/year] = 0.02",
    "rate of starting young [1/year] = 0.5",
    "rate of starting adult [1/year] = 0.2",
  ];
  for (const [index, [r, people]] of regions.entries()) {
    const near = neighbours.get(r)!;
    lines.push(
      `population ${r} [person] = ${people}`,
      `first share using ${r} [percent] = ${index < 4 ? 2 : 1}`,
      `lever care ${r} [percent] = 10, range 0..80, ramp 6 months`,
      `share using ${r} [1] = (using young ${r} + using adult ${r}) / (at risk young ${r} + using young ${r} + (at risk adult ${r} + using adult ${r}))`,
      `share seen ${r} [1] = (${near.map((o) => `share using ${o}`).join(" + ")}) / ${near.length}`,
      `example ${r} [1] = (1 - weight of neighbours) * share using ${r} + weight of neighbours * share seen ${r}`,
      `deaths ${r} [person/year] = deaths young ${r} + deaths adult ${r}`,
    );
    for (const age of AGES) {
      const at = `${age} ${r}`;
      const arrivals = near.map((o) => `1 / ${neighbours.get(o)!.length} * departures ${age} ${o}`);
      lines.push(
        `share of age ${at} [1] = ${age === "young" ? 0.4 : 0.6}`,
        `stock at risk ${at} [person]`,
        `  start population ${r} * share of age ${at} * (1 - first share using ${r})`,
        `  in recoveries ${at}, arrivals ${at}`,
        `  out starts ${at}, departures ${at}`,
        `stock using ${at} [person]`,
        `  start population ${r} * share of age ${at} * first share using ${r}`,
        `  in starts ${at}`,
        `  out recoveries ${at}, deaths ${at}`,
        `starts ${at} [person/year] = at risk ${at} * rate of starting ${age} * example ${r}`,
        `deaths ${at} [person/year] = using ${at} * death rate * (1 - care ${r} * protection by care)`,
        `recoveries ${at} [person/year] = using ${at} * recovery rate`,
        `departures ${at} [person/year] = at risk ${at} * moving rate`,
        `arrivals ${at} [person/year] = ${arrivals.join(" + ")}`,
      );
    }
  }
  lines.push(`all deaths [person/year] = ${regions.map(([r]) => `deaths ${r}`).join(" + ")}`);
  const hand = compileModel({ "m.md": `# M\n\n\`\`\`model\n${lines.join("\n")}\n\`\`\`\n` });
  expect(hand.diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return hand.model;
}

test("the model of twelve regions has no findings and its checks hold", () => {
  expect(diagnostics).toEqual([]);
  expect(model.outcomes).toHaveLength(13);
  const checks = model.checks.map((one) => runCheck(model, one, centralParameters(model.ir), 1));
  expect(checks.map(({ title, failedDraws }) => [title, failedDraws])).toEqual(
    model.checks.map(({ title }) => [title, 0]),
  );
});

test("its totals are those of the model written out region by region", () => {
  const hand = byHand();
  const none = { id: "none", levers: [], parameters: [] };
  const names = ["all deaths", ...Array.from({ length: 12 }, (_, i) => `deaths in region[r${i + 1}]`)];
  const own = singleRun(model, none, names);
  const written = singleRun(
    hand,
    none,
    names.map((name) => name.replace(/^deaths in region\[(\w+)\]$/, "deaths $1")),
  );
  expect(own.stopped).toBeUndefined();
  expect(own.outputs).toHaveLength(13);
  expect(own.outputs[0]!.values).toHaveLength(shownSteps(model).length);
  expect(own.outputs.map((one) => one.values)).toEqual(written.outputs.map((one) => one.values));
});

test("a scenario sets an array once, and an element of it apart", () => {
  const { scenarios, diagnostics: findings } = loadScenarios(files, "", model.ir);
  expect(findings).toEqual([]);
  const everywhere = scenarios.find((one) => one.id === "care-everywhere")!;
  const resolved = resolveScenario(everywhere, model.ir);
  const values = new Map(
    resolved.levers.map(({ lever, points }) => [model.ir.levers[lever]!.name, points[0]!.value]),
  );
  expect(values.size).toBe(12);
  expect(values.get("care[r6]")).toBe(0.5);
  expect(values.get("care[r7]")).toBe(0.3);
});
