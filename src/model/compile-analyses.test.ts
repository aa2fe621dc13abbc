import { expect, test } from "vitest";
import { compileModel } from "./compile-model.ts";

const MODEL = `# M

\`\`\`model
time from 2015-01 to 2017-01, 4 steps a month, rk4
size of the shock [1] = 0.3 ~ uniform(0, 1)
end of counts [date] = 2016-03
deaths at first [person/year] = 12
deaths = deaths at first * size of the shock * step(1, end of counts)
observe counted [person] = sum over 12 months (deaths) by d.csv: d, error relative 2 %DISCREPANCY
ANALYSES
\`\`\`
`;

function compiled(discrepancy: string, analyses: string) {
  const text = MODEL.replace("DISCREPANCY", discrepancy).replace("ANALYSES", analyses);
  return compileModel({ "m.md": text, "d.csv": "date,d\n2015-01-01,1\n" });
}

test("a model runs the same with and without what analyses know of it", () => {
  const plain = compiled("", "");
  const known = compiled(
    ", discrepancy 12 % over 18 months",
    [
      'mechanism "Shock" conceived 2015-11, off (size of the shock = 0)',
      "known until end of counts, reported 4 months late",
      "forecast all: counted, against counted",
    ].join("\n"),
  );
  expect([...plain.diagnostics, ...known.diagnostics]).toEqual([]);
  expect(known.model.hash).toBe(plain.model.hash);
  expect([plain.model.mechanisms, plain.model.known, plain.model.forecasts].flat()).toEqual([]);
  expect(known.model.mechanisms).toMatchObject([
    { name: "shock", text: "Shock", conceived: "2015-11", chapter: "m.md", references: [] },
  ]);
  expect(known.model.known).toMatchObject([{ parameter: "end of counts", lateMonths: 4, chapter: "m.md" }]);
  expect(known.model.forecasts).toMatchObject([{ name: "all", components: ["counted"], chapter: "m.md" }]);
  expect(known.model.ir.parameters.length).toBe(plain.model.ir.parameters.length);
});
