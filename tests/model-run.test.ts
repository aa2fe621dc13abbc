import { describe, expect, test } from "vitest";
import { compileKernel, leverTable } from "../src/engine/index.ts";
import { compileModel } from "../src/model/compile-model.ts";
import type { Ir } from "../src/model/ir.ts";
import type { Model } from "../src/model/model.ts";
import { overrideIr } from "../src/model/override.ts";

/** Compiles one block of statements and insists that nothing is reported. */
function compile(statements: string, files: Record<string, string> = {}): Model {
  const { model, diagnostics } = compileModel({
    "m.md": `# M\n\n\`\`\`model\n${statements}\n\`\`\`\n`,
    ...files,
  });
  expect(diagnostics).toEqual([]);
  return model;
}

/** Series of the named outputs at every save step, from the parameters' own values. */
function run(ir: Ir, ...outputs: readonly string[]): { t: number[]; [name: string]: number[] } {
  const { saveSteps, startIndex, stepsPerUnit } = ir.clock;
  const out = new Float64Array(outputs.length * saveSteps.length);
  const params = Float64Array.from(ir.parameters, (p) => p.value);
  const status = compileKernel(ir, outputs).run({ params, levers: leverTable(ir, {}), saveSteps, out });
  expect(status.ok).toBe(true);
  const series = outputs.map((name, o) => [
    name,
    [...out.subarray(o * saveSteps.length, (o + 1) * saveSteps.length)],
  ]);
  return { ...Object.fromEntries(series), t: saveSteps.map((k) => (startIndex + k) / stepsPerUnit) };
}

const SIR = `
time from 2015-01 to 2035-01, 4 steps a month, rk4
stock susceptible [person]
  start  population - first
  out    infection
stock infected [person]
  start  first
  in     infection
  out    recovery
stock recovered [person]
  start  0
  in     recovery
population [person] = 1e6
first [person] = 10
contact rate [1/month] = 0.6
duration [month] = 5
infection [person/year] = contact rate * susceptible * infected / population
recovery [people/month] = infected / duration
total = susceptible + infected + recovered
check "nobody is lost": expect (total = population)
check "no spark, no fire": when (start of infected = 0, start of susceptible = population) expect (infected = 0)`;

describe("from text to a run", () => {
  test("an epidemic ends where theory says and loses nobody", () => {
    const { ir, checks } = compile(SIR);
    const { susceptible, recovered, total } = run(ir, "susceptible", "recovered", "total") as Record<
      string,
      number[]
    >;
    // Final size for R0 = 3: s = exp(-3 (1 - s)).
    let s = 0.05;
    for (let i = 0; i < 200; i++) s = Math.exp(-3 * (1 - s));
    expect(susceptible!.at(-1)! / 1e6).toBeCloseTo(s, 3);
    expect(recovered!.at(-1)! / 1e6).toBeCloseTo(1 - s, 3);
    for (const n of total!) expect(Math.abs(n - 1e6)).toBeLessThan(1e-6);
    expect(checks.map((c) => c.reads)).toEqual([["total", "check 1: part 1"], ["infected"]]);
  });

  test("an override changes a parameter, a start, an auxiliary or a whole stock", () => {
    const model = compile(SIR);
    const quiet = run(
      overrideIr(model, [{ name: "infected", start: true, value: 0 }]),
      "infected",
      "recovered",
    );
    expect(new Set([...quiet.infected!, ...quiet.recovered!])).toEqual(new Set([0]));
    const slow = run(overrideIr(model, [{ name: "contact rate", value: 0 }]), "susceptible");
    expect(new Set(slow.susceptible)).toEqual(new Set([1e6 - 10]));
    const flat = run(overrideIr(model, [{ name: "infection", value: 1200 }]), "susceptible");
    expect(flat.susceptible!.at(-1)).toBeCloseTo(1e6 - 10 - 20 * 1200, 6);
    const kept = run(overrideIr(model, [{ name: "infected", value: 50 }]), "infected", "recovered");
    expect(new Set(kept.infected)).toEqual(new Set([50]));
    expect(kept.recovered!.at(-1)).toBeCloseTo((50 * 240) / 5, 6);
    expect(() => overrideIr(model, [{ name: "nothing", value: 1 }])).toThrow(RangeError);
  });

  test("windows, delays and smoothing", () => {
    const { ir } = compile(`
time from 2015-01 to 2019-01, 4 steps a month, rk4
rate [person/year] = 120
later [person/year] = rate + step(rate, 2017-01)
yearly [person] = sum over 12 months (later)
quarterly = mean over 3 months (later)
lag [month] = 2
shifted = delay(later, lag, rate)
smooth = smth1(later, lag)
smoother = smth3(later, lag)
arrived = delay3(later, lag)
before = previous(later, 0)
first = init(later)
kept = sample(later, 2017-06)
burst = pulse(1, 2016-05, 2016-07 - 2016-05)`);
    const names = [
      "yearly",
      "quarterly",
      "shifted",
      "smooth",
      "smoother",
      "arrived",
      "before",
      "first",
      "kept",
      "burst",
    ];
    const r = run(ir, ...names);
    const at = (name: string, year: number, month: number): number =>
      r[name]![r.t.findIndex((t) => Math.abs(t - year - (month - 1) / 12) < 1e-9)]!;
    expect(at("yearly", 2015, 7)).toBeCloseTo(60, 8);
    expect(at("yearly", 2016, 12)).toBeCloseTo(120, 8);
    expect(at("yearly", 2017, 7)).toBeCloseTo(180, 8);
    expect(at("yearly", 2018, 6)).toBeCloseTo(240, 8);
    expect(at("quarterly", 2015, 1)).toBe(120);
    expect(at("quarterly", 2015, 2)).toBeCloseTo(120, 8);
    expect(at("quarterly", 2017, 2)).toBeCloseTo(160, 8);
    expect([at("shifted", 2017, 2), at("shifted", 2017, 3)]).toEqual([120, 240]);
    expect(at("smooth", 2017, 3)).toBeCloseTo(120 + 120 * (1 - Math.exp(-1)), 3);
    const erlang = 1 - Math.exp(-3) * (1 + 3 + 9 / 2);
    expect(at("smoother", 2017, 3)).toBeCloseTo(120 + 120 * erlang, 2);
    expect(at("arrived", 2017, 3)).toBeCloseTo(120 + 120 * erlang, 2);
    expect([at("before", 2015, 1), at("before", 2015, 2), at("before", 2017, 1)]).toEqual([0, 120, 120]);
    expect([at("first", 2018, 1), at("kept", 2016, 12), at("kept", 2018, 1)]).toEqual([120, 120, 240]);
    expect([4, 5, 6, 7].map((month) => at("burst", 2016, month))).toEqual([0, 1, 1, 0]);
  });

  test("a calendar date is the same moment in an expression, a parameter and the clock", () => {
    for (const steps of [1, 2, 4, 7, 30]) {
      const { ir } = compile(`
time from 2013-01 to 2027-01, ${steps} steps a month, euler
onset [date] = 2024-11
lag [month] = 7
a = if time >= 2024-11 then 1 else 0
b = step(1, onset)
c = step(1, onset - lag + lag)
d = if time >= onset then 1 else 0`);
      const r = run(ir, "a", "b", "c", "d");
      const first = r.t.findIndex((t) => Math.abs(t - 2024 - 10 / 12) < 1e-9);
      for (const name of ["a", "b", "c", "d"]) expect(r[name]!.indexOf(1), `${name} ${steps}`).toBe(first);
    }
  });

  test("a rule raises its held variable at month ends, up to its limit", () => {
    const { ir } = compile(`
time from 2015-01 to 2017-01, 4 steps a month, rk4
held force = 0
pause [month] = 3
level = time / 2015-01
rule r: from (2015-06) when (level > 0.5) raise (force) by (0.25) up to (0.75), at most every (pause)`);
    const r = run(ir, "force");
    const at = (month: number): number =>
      r.force![r.t.findIndex((t) => Math.abs(t - 2015 - (month - 1) / 12) < 1e-9)]!;
    expect([4, 7, 10, 13, 20].map(at)).toEqual([0, 0.25, 0.5, 0.75, 0.75]);
  });

  test("results at save points that the step does not divide", () => {
    const { ir } = compile(`
time from 0 to 2, 3 steps a unit, rk4, save every 0.5 units
stock s
  start 1
  in    s * growth
growth = 1`);
    const r = run(ir, "s");
    expect(r.t).toEqual([0, 2 / 3, 1, 5 / 3, 2]);
    r.t.forEach((t, i) => {
      expect(r.s![i]! / Math.exp(t)).toBeCloseTo(1, 3);
    });
  });

  test("data, tables, variants and yearly draws", () => {
    const { ir } = compile(
      `
time from 2015-01 to 2018-01, 4 steps a month, euler
data people [million people] = p.csv: us
table effect [percent] of [people] = (0, 0), (10e6, 50)
variant law = a | b
share = effect(people)
chosen = if law[b] then 1 else share
noise = 1 ~ normal(1, 0.1) anew each year
yearly = noise * 2`,
      { "p.csv": "date,us\n2015-01-01,4\n2016-01-01,\n2017-01-01,8\n" },
    );
    const parameters = ir.parameters.map((p, i) => (p.name.startsWith("noise") ? { ...p, value: i } : p));
    const r = run({ ...ir, parameters }, "people", "chosen", "yearly");
    expect([r.people![0], r.people!.at(-1)]).toEqual([4e6, 8e6]);
    expect(r.people![12]).toBeCloseTo(6e6, 3);
    expect(r.chosen![12]).toBeCloseTo(0.3, 9);
    expect([0, 11, 12, 23, 24, 35].map((i) => r.yearly![i])).toEqual([2, 2, 4, 4, 6, 6]);
  });
});
