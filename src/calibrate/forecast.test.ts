import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { directPool } from "../ensemble/index.ts";
import { exp } from "../math/exp.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { compileModel } from "../model/compile-model.ts";
import type { Model } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import { type Forecast, forecast, forecastRows, type KnownTo, valuesAt } from "./forecast.ts";
import { monthlyFlows } from "./forecast-paths.ts";
import { conditionMisses } from "./forecast-process.ts";
import { quantilePoints } from "./quantile-points.ts";

const FIRST = "2010-01";

interface World {
  readonly window?: number;
  readonly discrepancy?: string;
  /** Published deaths of the window that ends with month k after 2010-01. */
  readonly published: (k: number) => number;
  readonly to?: string;
  readonly flow?: string;
}

/** Deaths of two kinds, each seen as sums over months; kinds are alike but for their size. */
function world({
  window = 12,
  discrepancy = "20 % over 18 months",
  published,
  to = "2015-12",
  flow = "1",
}: World): Model {
  const chapter = `# Deaths\n\n\`\`\`model
time from ${FIRST} to 2020-01, 2 steps a month, euler, decision 2016-01
lever help [1] = 0, range 0..1
size [person/year] = 1_200 ~ uniform(1_100, 1_300)  @judgement
flow [person/year] = size * (${flow}) * (1 - help)
sum of a [person] = sum over ${window} months (flow)
sum of b [person] = sum over ${window} months (flow / 2)
observe deaths a [person] = sum of a by data/d.csv: a, reported 4 months late, error relative 0.1 %, discrepancy ${discrepancy}
observe deaths b [person] = sum of b by data/d.csv: b, reported 2 months late, error relative 0.1 %, discrepancy ${discrepancy}
observe both [person] = sum of a + sum of b by data/d.csv: both, reported 4 months late
forecast all: deaths a + deaths b, against both
forecast kind_a: deaths a, against deaths a
\`\`\`\n`;
  const rows: string[] = [];
  for (let m = monthIndex("2011-01"); m <= monthIndex(to); m++) {
    const a = published(m - monthIndex(FIRST));
    rows.push(`${monthText(m)}-01,${a},${a / 2},${1.5 * a}`);
  }
  const files = { "chapters/1.md": chapter, "data/d.csv": `date,a,b,both\n${rows.join("\n")}\n` };
  const { model, diagnostics } = compileModel(files, { name: "world" });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return model;
}

function ahead(
  model: Model,
  last: string,
  change: Partial<{
    known: KnownTo;
    draws: number;
    params: Float64Array;
    mechanismOnly: boolean;
    seed: number;
  }> = {},
): Promise<Forecast> {
  const { known = { month: "2015-12" }, draws = 4000, seed = 1, mechanismOnly = false } = change;
  const params = change.params ?? new Float64Array(draws * model.ir.parameters.length).fill(1200);
  const scenario = { id: "none", schedules: {} };
  const run = { ir: model.ir, scenario, params, draws, seed };
  return forecast(directPool(), { model, run, known, last, mechanismOnly });
}

describe("the process of misses", () => {
  const law = { value: 0.3, months: 10 };
  const single = (count: number) => Array.from({ length: count }, (_, first) => ({ first, weights: [1] }));
  test("seen month by month without error it goes back to 0 as its correlation falls", () => {
    const { mean, root, tail } = conditionMisses(law, 1e-6, 30, single(24), 6);
    const seen = Array.from({ length: 24 }, (_, i) => (i % 5) / 10 - 0.2);
    const misses = mean(seen);
    expect(misses[10]).toBeCloseTo(seen[10]!, 6);
    for (let h = 1; h <= 6; h++) {
      expect(misses[23 + h]).toBeCloseTo(seen[23]! * exp(-h / 10), 6);
      let variance = 0;
      for (let k = 0; k < tail; k++) variance += root[(h - 1) * tail + k]! ** 2;
      expect(variance).toBeCloseTo(0.09 * (1 - exp(-h / 5)), 6);
    }
  });
  test("sums over a year are met, and the months in them stay open", () => {
    const weights = new Float64Array(12).fill(1 / 12);
    const sums = Array.from({ length: 20 }, (_, first) => ({ first, weights }));
    const { mean, root, tail } = conditionMisses(law, 0.001, 31, sums, 12);
    const residuals = sums.map((_, i) => 0.1 + 0.01 * i);
    const misses = mean(residuals);
    const last = misses.slice(19).reduce((sum, value) => sum + value, 0) / 12;
    expect(last).toBeCloseTo(residuals[19]!, 3);
    let sum = 0;
    let month = 0;
    for (let k = 0; k < tail; k++) {
      let column = 0;
      for (let i = 0; i < tail; i++) column += root[i * tail + k]! / 12;
      sum += column * column;
      month += root[5 * tail + k]! ** 2;
    }
    expect(Math.sqrt(sum)).toBeLessThan(0.0011);
    expect(Math.sqrt(month)).toBeGreaterThan(0.02);
  });
});

describe("flows of months from moving sums", () => {
  test("are those that were added up, from the first month on", async () => {
    const model = world({ published: () => 1200, flow: "1 + step(0.5, 2010-07) + step(1, 2012-04)" });
    const run = {
      ir: model.ir,
      scenario: { id: "x", schedules: {} },
      params: Float64Array.of(1200),
      draws: 1,
      seed: 0,
    };
    const paths = await monthlyFlows(
      directPool(),
      run,
      model.observations.slice(0, 1),
      monthIndex("2013-12"),
    );
    expect(paths.months).toBe(48);
    for (const m of [0, 5, 6, 11, 12, 13, 26, 27, 40, 47]) {
      const level = 1 + (m >= 6 ? 0.5 : 0) + (m >= 27 ? 1 : 0);
      expect(paths.flows[0]![m]).toBeCloseTo(100 * level, 8);
    }
  });
});

describe("a forecast", () => {
  test("of sums over one month is the law of the process itself", async () => {
    const model = world({ window: 1, published: (k) => (k === 71 ? 150 : 100) });
    const result = await ahead(model, "2016-06");
    const { series } = result;
    const a = series.find((one) => one.series.name === "kind_a")!;
    for (const h of [1, 6]) {
      const points = quantilePoints(valuesAt(a, monthText(monthIndex("2015-12") + h)), [0.05, 0.5, 0.95]);
      const sd = 0.2 * Math.sqrt(1 - exp((-2 * h) / 18));
      const centre = 100 * 1.5 ** exp(-h / 18);
      [0.05, 0.5, 0.95].forEach((level, i) => {
        expect(points[i]! / (centre * exp(sd * normalQuantile(level)))).toBeCloseTo(1, 1);
      });
      expect(points[1]! / centre).toBeGreaterThan(0.985);
      expect(points[1]! / centre).toBeLessThan(1.015);
    }
  });
  test("starts at the published sum, not at the model's, and goes back to the model's only slowly", async () => {
    const model = world({ published: () => 1800 });
    const rows = forecastRows(await ahead(model, "2019-12"));
    const median = (date: string) => rows.find((row) => row.date === date && row.series === "kind_a")!.q50;
    expect(median("2016-01")).toBeGreaterThan(1780);
    expect(median("2016-01")).toBeLessThan(1810);
    expect(median("2016-12")).toBeLessThan(1750);
    expect(median("2016-12")).toBeGreaterThan(1500);
    expect(median("2019-12")).toBeLessThan(1290);
    expect(rows.slice(0, 2).map(({ date, series }) => [date, series])).toEqual([
      ["2016-01", "all"],
      ["2016-01", "kind_a"],
    ]);
  });
  test("samples the months of a sum together: its spread is that of the process given the sums", async () => {
    const model = world({ published: () => 1200 });
    const { series } = await ahead(model, "2016-06");
    const weights = new Float64Array(12).fill(1 / 12);
    const sums = Array.from({ length: 60 }, (_, i) => ({ first: i + 1, weights }));
    const { root, tail } = conditionMisses({ value: 0.2, months: 18 }, 0.001, 78, sums, 17);
    for (const h of [1, 3, 6]) {
      let variance = 0;
      for (let k = 0; k < tail; k++) {
        let column = 0;
        for (let t = h - 1; t < h + 11; t++) column += root[t * tail + k]! / 12;
        variance += column * column;
      }
      const values = valuesAt(series.find((one) => one.series.name === "kind_a")!, `2016-0${h}`);
      const logs = Array.from(values, (value) => Math.log(value / 1200));
      const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
      const sampled = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / logs.length;
      expect(Math.sqrt(sampled / variance)).toBeGreaterThan(0.95);
      expect(Math.sqrt(sampled / variance)).toBeLessThan(1.05);
    }
  });
  test("sees a change of pace inside the last sums", async () => {
    // Deaths a month: 150 to mid-2015, then 90.
    const month = (k: number) => (k < 66 ? 150 : 90);
    const sum = (k: number) => Array.from({ length: 12 }, (_, i) => month(k - i)).reduce((x, y) => x + y, 0);
    const model = world({ published: sum, discrepancy: "40 % over 60 months" });
    const rows = forecastRows(await ahead(model, "2016-06"));
    const at = rows.find((row) => row.date === "2016-06" && row.series === "kind_a")!;
    expect(sum(71)).toBe(1440);
    expect(at.q50).toBeLessThan(1180);
    expect(at.q50).toBeGreaterThan(1050);
  });
  test("adds components within a draw: the sum of two independent ones is narrower than either, relatively", async () => {
    const model = world({ published: () => 1200 });
    const { series } = await ahead(model, "2016-12");
    const width = (name: string) => {
      const [low, middle, high] = quantilePoints(
        valuesAt(series.find((one) => one.series.name === name)!, "2016-12"),
        [0.05, 0.5, 0.95],
      );
      return (high! - low!) / middle!;
    };
    expect(width("all") / width("kind_a")).toBeGreaterThan(0.68);
    expect(width("all") / width("kind_a")).toBeLessThan(0.82); // sqrt(5) / 3 = 0.745
  });
  test("of the mechanism only is the model's own path", async () => {
    const model = world({ published: () => 1800 });
    const rows = forecastRows(await ahead(model, "2016-12", { mechanismOnly: true, draws: 3 }));
    for (const { q05, q95, series } of rows) {
      expect(q05).toBeCloseTo(series === "all" ? 1800 : 1200, 6);
      expect(q95).toBeCloseTo(q05, 6);
    }
  });
  test("from an origin knows each series as far as it was published", async () => {
    const model = world({ published: () => 1200 });
    const { series } = await ahead(model, "2015-12", { known: { origin: "2015-06" }, draws: 10 });
    expect(series[0]!.first).toBe("2015-02");
  });
  test("repeats its bytes, and changes them with the seed", async () => {
    const model = world({ published: () => 1200 });
    const values = async (seed: number, draws = 50) =>
      (await ahead(model, "2016-03", { draws, seed })).series[0]!.values;
    expect(await values(1)).toEqual(await values(1));
    expect(await values(1)).not.toEqual(await values(2));
  });
  test("leaves out draws whose flow is not above 0 and counts them", async () => {
    const model = world({ published: () => 1200 });
    const params = Float64Array.of(1200, -5, 1200);
    const result = await ahead(model, "2016-03", { draws: 3, params });
    expect(result.dropped).toBe(1);
    expect(result.series[0]!.draws).toBe(2);
  });
  test.each([
    ["forecast-no-data", "2016-02", { month: "2016-01" }, "2016-12"],
    ["forecast-no-data", "", { origin: "2010-06" }, "2016-12"],
    ["forecast-beyond-run", "2020-01", { month: "2015-12" }, "2020-02"],
  ] as const)("%s", async (code, _, known, last) => {
    const model = world({ published: () => 1200 });
    const failed = await ahead(model, last, { known, draws: 1 }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DiagnosticError);
    expect((failed as DiagnosticError).diagnostics[0]!.code).toBe(code);
  });
  test("needs a series", async () => {
    const model = { ...world({ published: () => 1200 }), forecasts: [] };
    await expect(ahead(model, "2016-12", { draws: 1 })).rejects.toThrow("forecast-no-series");
  });
});
