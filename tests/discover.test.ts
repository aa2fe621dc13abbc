import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SensitivityResult } from "../src/analysis/sensitivity-result.ts";
import type { StoredResult } from "../src/analysis/stored-results.ts";
import { loadSoundModel } from "../src/cli/load-model.ts";
import { resultPages } from "../src/cli/result-pages.ts";
import { downstream, scratch } from "./command.ts";

const folder = scratch();
afterAll(() => folder.remove());

const CHAPTER = `# Stock

\`\`\`model
time from 2020-01 to 2024-01, 1 steps a month, euler, decision 2022-01
checked rate [1/year] = 0.3 ~ uniform(0, 0.6)          @E-1 @judgement
guessed rate [1/year] = 0.1 ~ uniform(0, 0.2)          @judgement
doubtful size [person] = 100 ~ uniform(90, 110)        @E-2 "the only figure"
strength of the lever [1/year] = 0.2 ~ uniform(0, 0.4) @judgement
lever push [1] = 0, range 0..1                         @judgement
stock size [person]
  start  doubtful size
  in     growth
growth [person/year] = size * (checked rate - guessed rate + push * strength of the lever)
years [1] = 2 @judgement
still [1] = years
outcome size, lower is better
outcome still, no direction
\`\`\`
`;

const EVIDENCE = `id,quantity,value,low,high,unit,year,source,url_or_doi,status,note
E-1,a rate,0.3,0,0.6,1/year,2020,A paper,,verified,
E-2,a size,100,90,110,person,2020,A rumour,,unverified,
`;

const model = join(folder.path, "small");

beforeAll(() => {
  const write = (name: string, text: string) => {
    mkdirSync(join(model, name, ".."), { recursive: true });
    writeFileSync(join(model, name), text);
  };
  write("chapters/01.md", CHAPTER);
  write("evidence/evidence.csv", EVIDENCE);
  const scenario = (id: string, group: string, levers: string) =>
    write(
      `scenarios/${id}.yaml`,
      `id: ${id}\ngroup: ${group}\nlabel: {en: "The ${id}", es: "El ${id}"}\nshort: {en: a, es: b}\nsummary: {en: a, es: b}\n${levers}`,
    );
  scenario("base", "baseline", "");
  scenario("low", "ladder", "rung: 1\n");
  const levers = "levers:\n  - name: push\n    schedule:\n      - {at: 2022-01, value: 1}\n";
  scenario("high", "ladder", `rung: 2\n${levers}`);
});

const FLAGS = ["--draws", "256", "--screen", "64", "--prior"];

function run(...more: readonly string[]) {
  return downstream(["discover", model, ...FLAGS, ...more]);
}

describe("discover", () => {
  test("finds what moves a level and an effect, with the grade of every row behind it", () => {
    const found = run("--json", "--workers", "1");
    expect(found.status).toBe(0);
    const result = JSON.parse(found.stdout) as SensitivityResult;
    expect(result.scenarios.map(({ id }) => id)).toEqual(["base", "high"]);
    expect(result.at).toBe("2024-01");
    expect(result.quantities.map(({ outcome, scenario, varies }) => [outcome, scenario, varies])).toEqual([
      ["size", undefined, true],
      ["size", "high", true],
      ["still", undefined, false],
      ["still", "high", false],
    ]);
    const [level, effect] = result.quantities;
    expect(level?.rows.map(({ input }) => input)).toEqual(["checked rate", "guessed rate", "doubtful size"]);
    expect(level?.judgement).toBeCloseTo(1 / 3, 3);
    expect(level?.unverified).toEqual(["doubtful size"]);
    expect(effect?.rows[0]?.input).toBe("strength of the lever");
    expect(Object.fromEntries(result.leading.map((one) => [one.name, one.firmness]))).toEqual({
      "checked rate": "verified",
      "guessed rate": "judgement",
      "doubtful size": "unverified",
      "strength of the lever": "judgement",
    });
    expect(run("--json", "--workers", "2").stdout).toBe(found.stdout);
  });

  test("says it in words of both languages, the unverified row plainly, and as CSV", () => {
    const english = run().stdout;
    expect(english).toContain("E-2 UNVERIFIED");
    expect(english).toMatch(/size · The high\n {2}mean/);
    expect(english).toContain("The same in every draw.");
    expect(run("--lang", "es").stdout).toContain("E-2 SIN VERIFICAR");
    const csv = run("--csv").stdout.split("\n");
    expect(csv[0]).toMatch(/^outcome,scenario,at,rank,assumption,chapter,total index,standard error,/);
    expect(csv[1]).toMatch(
      /^size,,2024-01,1,checked rate,01,0\.\d+,0\.\d+,256,verified,"?E-1 verified, judgement/,
    );
  });

  test("writes the result from which the page is made; a page of another version says so and how to renew it", () => {
    const out = join(model, "results/sensitivity.json");
    mkdirSync(join(out, ".."), { recursive: true });
    expect(run("--out", out, "--scenario", "low").status).toBe(0);
    const stored = JSON.parse(readFileSync(out, "utf8")) as StoredResult<"sensitivity">;
    expect(stored).toMatchObject({ format: "downstream-result", kind: "sensitivity", draws: 256, seed: 1 });
    expect(stored.command).toContain("--scenario low");
    expect(stored.command).toMatch(/^npx downstream discover .* --prior --draws 256 --seed 1 --out /);
    const fresh = resultPages(loadSoundModel(model));
    const page = fresh.pages["sensitivity.md"] ?? "";
    expect(fresh.diagnostics).toEqual([]);
    expect(page).not.toContain("Out of date");
    expect(page).toContain(stored.command);
    expect(page).toMatch(
      /With an \*\*unverified\*\* row behind them: 1\.\n\n- doubtful size: \[E-2\]\(model\/evidence.md#e-2\) \*\*unverified\*\*/,
    );
    expect(page).toContain("The same in every draw: nothing moves it.");
    expect(page).not.toMatch(/NaN|undefined/);
    expect(Object.keys(fresh.pages).sort()).toEqual([
      "sensitivity-low.svg",
      "sensitivity-no-change.svg",
      "sensitivity.md",
    ]);
    writeFileSync(out, JSON.stringify({ ...stored, modelHash: "0".repeat(64) }));
    const old = resultPages(loadSoundModel(model));
    expect(old.diagnostics).toEqual([
      {
        code: "result-outdated",
        severity: "warning",
        data: { path: "results/sensitivity.json", command: stored.command },
      },
    ]);
    expect(old.pages["sensitivity.md"]).toContain("**Out of date.**");
  });

  test("a month outside the model and an unknown scenario are errors of usage", () => {
    expect(run("--at", "2031-01").status).toBe(2);
    expect(run("--at", "2023").status).toBe(2);
    expect(run("--scenario", "nothing").status).toBe(2);
  });
});
