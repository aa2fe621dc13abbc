import fc from "fast-check";
import { expect, test } from "vitest";
import { compileModel } from "./compile-model.ts";

const MODEL = `# Small

\`\`\`model
time from 2015-01 to 2017-01, 4 steps a month, rk4, results from 2015-06, decision 2016-01
unit kit
stock s [kg]
  start initial
  in    made
  out   delay3(made, lag)
made [kg/year] = base * effect(share) * (1 + effort) * noise * (if law[b] then 1 else 2)
base [kg/year] = 3 ~ lognormal(3, 0.4)
initial [kg] = 2
lag [month] = 4
share = smth3(effort, lag) + delay(effort, lag, 0) + sample(time, 2016-01) / time + force
noise = 1 ~ normal(1, 0.1) anew each year
lever effort [percent] = 0, range 0..80
variant law = a | b
table effect [1] of [1] = (0, 0), (1, 2)
data people [person] = d.csv: v
jitter = random normal(0, 1) + random uniform(0, 1) * round(sin(time / 2015-01))
ahead [kg/year] = forcst(made, lag, lag) + smthn(made, lag, 2) + delayn(made, lag, 2) * scale(share)
table scale [1] of [1] = (0, 0), (1, 2), extrapolated
dimension age = 0..3
folk by age [kg] = initial * (2 + jitter)
  except 0 = 1 ~ uniform(0.5, 2)
whole [kg] = sum over age (folk[age] * weight[age])
weight by age [1] = age * time / 2015-01
held force = 0
rule r: when (s > initial) raise (force) by (0.1)
observe o [kg] = sum over 3 months (made) by d.csv: v, error relative 5 %
outcome s, lower is better
check "c": when (effort = 10, start of s = 1) expect (s >= baseline(s) * exp(min(0, 1)) - abs(s))
reject (s < 0), at 2016-01
\`\`\`
`;
const DATA = "date,v\n2015-01-01,1\n2015-04-01,2\n";
const WORDS = [
  "s",
  "made",
  "previous(s, 0)",
  "(",
  ")",
  "=",
  "2015-01",
  "[kg]",
  "~",
  "-",
  "0",
  "init",
  "baseline(s)",
  "except ",
  "[age - 1]",
  " by age",
  "trend(s, lag)",
  "\n",
];

test("the model itself compiles without a finding", () => {
  expect(compileModel({ "m.md": MODEL, "d.csv": DATA }).diagnostics).toEqual([]);
});

test("no damaged text makes the compiler throw, and every finding points into a file", () => {
  const cut = fc.tuple(fc.nat(MODEL.length), fc.nat(25), fc.constantFrom(...WORDS, ""));
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), fc.nat(DATA.length), (cuts, dataCut) => {
      const text = cuts.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), MODEL);
      const files = { "m.md": text, "d.csv": DATA.slice(0, dataCut + 1) };
      const { model, diagnostics } = compileModel(files);
      expect(JSON.parse(JSON.stringify(model.ir)).version).toBe(1);
      for (const { code, span } of diagnostics) {
        if (span === undefined) {
          expect(["time-missing", "no-chapters"]).toContain(code);
          continue;
        }
        const size = files[span.file as "m.md"].length;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(Math.max(size, span.start + 1));
      }
    }),
    { numRuns: 150, seed: 2411 },
  );
});
