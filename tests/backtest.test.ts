import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSoundModel } from "../src/cli/load-model.ts";
import { resultPages } from "../src/cli/result-pages.ts";
import { downstream, scratch } from "./command.ts";
import { writeForecastModel } from "./forecast-model.ts";

const folder = scratch();
const model = join(folder.path, "world");
const run = (...args: string[]) => downstream(["backtest", model, "--draws", "200", ...args]);

beforeAll(() => writeForecastModel(model, ["2014-05", "2014-05-full", "2015-02"]));
afterAll(() => folder.remove());

interface Entry {
  readonly by: string;
  readonly q50: number;
  readonly point: boolean;
  readonly score?: { readonly crps: number; readonly logError: number };
}
interface Cell {
  readonly origin: string;
  readonly horizon: number;
  readonly month: string;
  readonly series: string;
  readonly knownTo: string;
  readonly observed?: number;
  readonly entries: readonly Entry[];
}

describe("downstream backtest", () => {
  test("forecasts from each posterior with what was known, beside rivals", () => {
    const { cells, paths, standings } = JSON.parse(run("--json").stdout);
    expect(paths.map((path: { posterior: string }) => path.posterior)).toEqual([
      "posterior/2014-05",
      "posterior/2014-05-full",
      "posterior/2015-02",
    ]);
    expect(paths[0].leftOut).toEqual(["cure"]);
    expect(paths[2].leftOut).toEqual([]);
    const of = (origin: string, horizon: number) =>
      (cells as Cell[]).find(
        (cell) => cell.origin === origin && cell.horizon === horizon && cell.series === "all_parts",
      )!;
    const year = of("2014-05", 12);
    expect(year).toMatchObject({ month: "2015-05", knownTo: "2013-12" });
    const names = year.entries.map(({ by }) => by);
    expect(names).toEqual([
      ...["model", "full", "last value", "drift", "damped trend", "recent pace", "a-report"],
    ]);
    const entry = (by: string) => year.entries.find((one) => one.by === by)!;
    // The fall begins in 2014-07: nobody could know, but the full model.
    expect(entry("model").score!.logError).toBeGreaterThan(0.1);
    expect(entry("full").q50).toBeLessThan(entry("model").q50);
    // The last sum known, that of 2013.
    const monthly = Array.from({ length: 12 }, (_, i) => 100 * 1.01 ** (60 + i)).reduce((x, y) => x + y, 0);
    expect(entry("last value").q50).toBeCloseTo(monthly, 6);
    // Five months of 2015 and seven of 2014, years between those given on a line: 2200 and 2400.
    expect(entry("a-report").q50).toBeCloseTo((5 * 2400 + 7 * 2200) / 12, 6);
    expect(entry("a-report").point).toBe(true);
    expect(entry("a-report").score!.crps).toBeCloseTo(Math.abs(entry("a-report").q50 - year.observed!), 6);
    expect(of("2015-02", 24)).toMatchObject({ month: "2017-02" });
    expect(of("2015-02", 24).observed).toBeUndefined();
    const all = standings.find((one: { horizon: number; series?: string }) => one.horizon === 12);
    expect(all.series).toBeUndefined();
    expect(all.standings.map((one: { by: string; cells: number }) => [one.by, one.cells])).toEqual([
      ...[
        ["model", 4],
        ["full", 2],
        ["last value", 4],
        ["drift", 4],
        ["damped trend", 4],
      ],
      ...[
        ["recent pace", 4],
        ["a-report", 2],
      ],
    ]);
  });
  test("says in both languages what was left out, what is today's value, and what is not known yet", () => {
    const english = run().stdout.replaceAll("\n", " ");
    expect(english).toContain("Left out because they were conceived later: May 2014: The cure.");
    expect(english).toContain("it knows what nobody knew then");
    expect(english).toContain("are today's");
    expect(english).toContain("Held from each origin on, since their later values were not known: climate.");
    expect(english).toContain("not in our data");
    const spanish = run("--lang", "es").stdout;
    expect(spanish).toContain("Quedan fuera porque se concibieron después");
    expect(spanish).toContain("Un informe");
    expect(spanish).toContain("no está en nuestros datos");
  });
  test("scores only the horizons asked for", () => {
    const { cells } = JSON.parse(run("--json", "--horizons", "18").stdout);
    expect(new Set((cells as Cell[]).map(({ month }) => month))).toEqual(new Set(["2015-11", "2016-08"]));
    expect(run("--horizons", "x").status).toBe(2);
  });
  test("stores its result, from which a page is made with its tables and drawings", () => {
    const out = join(model, "results/backtest.json");
    mkdirSync(join(out, ".."), { recursive: true });
    expect(run("--out", out).status).toBe(0);
    const { pages, diagnostics } = resultPages(loadSoundModel(model));
    expect(diagnostics).toEqual([]);
    expect(Object.keys(pages)).toEqual(["backtest.md", "backtest-all-parts.svg", "backtest-one-part.svg"]);
    const page = pages["backtest.md"]!;
    expect(page).toContain(
      "Made from posteriors 2014-05, 2014-05-full, 2015-02, 200 draws each, seed 1: `npx downstream backtest ",
    );
    expect(page).toContain("| 2014-05 | 2015-05 | all_parts | 2013-12 |");
    expect(page).toContain("](backtest-all-parts.svg)");
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|Out of date/);
    expect(pages["backtest-one-part.svg"]).toContain("Deaths of one part");
    // Any posterior more or other than those that it read makes it outdated.
    const posterior = join(model, "posterior/2015-02.json");
    const before = readFileSync(posterior, "utf8");
    writeFileSync(posterior, `${before}\n`);
    const changed = resultPages(loadSoundModel(model));
    expect(changed.diagnostics.map(({ code }) => code)).toEqual(["result-outdated"]);
    expect(changed.pages["backtest.md"]).toContain("> **Out of date.**");
    writeFileSync(posterior, before);
  });
  test("refuses a file of published paths that does not fit, at its place", () => {
    writeFileSync(
      join(model, "forecast.yaml"),
      "published:\n  - {id: r, label: {en: R, es: R}, series: nothing, from: 2014-01, years: {2013: 1}, sources: [X]}\n",
    );
    const { stderr, status } = run();
    expect(status).toBe(65);
    expect(stderr).toContain("'nothing' is none of the model's own");
    expect(stderr).toContain("forecast.yaml:2");
  });
  test("needs a posterior", () => {
    expect(downstream(["new", "plain"], folder.path).status).toBe(0);
    expect(downstream(["backtest", "plain"], folder.path).stderr).toContain("no posterior to forecast from");
  });
});
