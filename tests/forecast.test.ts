import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { downstream, scratch } from "./command.ts";
import { writeForecastModel } from "./forecast-model.ts";

const folder = scratch();
const model = join(folder.path, "world");
const run = (...args: string[]) => downstream(["forecast", model, "--draws", "400", ...args]);

beforeAll(() => writeForecastModel(model, ["2015-11", "2016-05"]));
afterAll(() => folder.remove());

interface Row {
  readonly date: string;
  readonly series: string;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

const json = (...args: string[]) => JSON.parse(run("--json", ...args).stdout);
const at = (rows: readonly Row[], date: string, series = "all_parts") =>
  rows.find((row) => row.date === date && row.series === series)!;

describe("downstream forecast", () => {
  test("prints rows of quantiles as CSV and says on standard error what it read", () => {
    const { stdout, stderr, status } = run("--from", "2015-12", "--months", "12", "--csv");
    expect(status).toBe(0);
    const [head, ...lines] = stdout.trimEnd().split("\n");
    expect(head).toBe("date,series,q05,q25,q50,q75,q95");
    expect(lines).toHaveLength(24);
    expect(lines[0]).toMatch(/^2016-01,all_parts,(\d+,){4}\d+$/);
    expect(lines.at(-1)).toMatch(/^2016-12,one_part,/);
    for (const line of lines) {
      const values = line.split(",").slice(2).map(Number);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
    }
    // Sums to 2015-12 were known at 2016-05, the pace to 2016-03: that posterior is used, and what it read is said.
    expect(stderr.replaceAll("\n", " ")).toContain("draws from posterior/2016-05");
    expect(stderr).toMatch(
      /Read after December 2015:[\s\S]*climate \(to\s+Dec 2017\)[\s\S]*help \(Sep 2016\)/,
    );
  });
  test("starts at the last published sum and follows its pace", () => {
    const { rows } = json("--from", "2015-12", "--months", "6");
    const sums = (k: number) => {
      const monthly = (m: number) => (m < 78 ? 100 * 1.01 ** m : 100 * 1.01 ** 78 * 0.98 ** (m - 78));
      return Array.from({ length: 12 }, (_, i) => monthly(k - i)).reduce((x, y) => x + y, 0);
    };
    const next = at(rows, "2016-01");
    expect(next.q50 / sums(96)).toBeCloseTo(1, 2);
    expect(next.q95 - next.q05).toBeLessThan(0.05 * next.q50);
    const later = at(rows, "2016-06");
    expect(later.q05).toBeLessThan(sums(101));
    expect(later.q95).toBeGreaterThan(sums(101));
    expect(later.q95 - later.q05).toBeGreaterThan(2 * (next.q95 - next.q05));
    expect(at(rows, "2016-06", "one_part").q50 / later.q50).toBeCloseTo(0.75, 1);
  });
  test("--strict-origin takes a posterior without later data and no later event", () => {
    const loose = json("--from", "2015-12", "--months", "24");
    const strict = json("--from", "2015-12", "--months", "24", "--strict-origin");
    expect(loose.posterior).toBe("posterior/2016-05");
    expect(strict.posterior).toBe("posterior/2015-11");
    expect(strict.readAfterFrom).toEqual({ weighedBy: [], inputs: [], leverMoves: [] });
    expect(loose.readAfterFrom.leverMoves).toEqual([{ lever: "help", month: "2016-09" }]);
    // Help halves what follows 2016-09: only the forecast that may know it falls so far.
    expect(at(loose.rows, "2017-12").q50).toBeLessThan(0.75 * at(strict.rows, "2017-12").q50);
    expect(run("--from", "2015-12", "--strict-origin").stdout).toContain(
      "Read after December 2015: nothing.",
    );
  });
  test("--mechanism-only is the model's own path, and says so", () => {
    const { rows, mechanismOnly } = json("--from", "2015-12", "--months", "1", "--mechanism-only");
    expect(mechanismOnly).toBe(true);
    const filtered = at(json("--from", "2015-12", "--months", "1").rows, "2016-01");
    const own = at(rows, "2016-01");
    expect(own.q95 - own.q05).toBeGreaterThan(2 * (filtered.q95 - filtered.q05));
    expect(run("--from", "2015-12", "--mechanism-only").stdout).toContain("Mechanism only");
  });
  test("the same seed gives the same bytes, with any number of workers", () => {
    const one = run("--from", "2015-12", "--csv", "--workers", "1").stdout;
    expect(run("--from", "2015-12", "--csv", "--workers", "3").stdout).toBe(one);
    expect(run("--from", "2015-12", "--csv", "--seed", "2").stdout).not.toBe(one);
  });
  test("speaks Spanish", () => {
    const { stdout } = run("--from", "2015-12", "--lang", "es");
    expect(stdout).toContain("Leído después de diciembre de 2015");
    expect(stdout).toContain("12 meses hasta");
  });
  test("says which months have data, and what a month looks like", () => {
    const late = run("--from", "2016-09");
    expect(late.status).toBe(65);
    expect(late.stderr).toContain("holds 2009-01 to 2016-06");
    const wrong = run("--from", "2016-13");
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("YYYY-MM");
    expect(run("--from", "2015-12", "--months", "100").stderr).toContain("run ends with 2019-12");
  });
  test("without a posterior old enough draws from the prior, with a warning", () => {
    const { stdout, stderr } = run("--from", "2012-12", "--json");
    expect(JSON.parse(stdout).posterior).toBe("prior");
    expect(stderr).toContain("no posterior holds only data to that month");
  });
  test("a model that declares no series says how to", () => {
    expect(downstream(["new", "plain"], folder.path).status).toBe(0);
    const { stderr, status } = downstream(["forecast", "plain", "--from", "2020-01"], folder.path);
    expect(status).toBe(65);
    expect(stderr).toContain("declares no series to forecast");
    rmSync(join(folder.path, "plain"), { recursive: true });
  });
});
