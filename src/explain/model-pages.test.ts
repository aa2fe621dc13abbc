import { expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { describeVariable } from "./describe-variable.ts";
import { modelPages } from "./model-pages.ts";
import { variableText } from "./variable-text.ts";

const files = {
  "chapters/1-water.md": `# Water

Leaks are slow [@E-1].

\`\`\`model
time from 2020-01 to 2022-01, 1 steps a month, euler
unit litre
stock water [litre]
  start  first filling
  out    leak
first filling [litre] = 100  @judgement
leak rate [1/month] = 0.05 ~ lognormal(0.05, 0.3)  @E-1 "one study"
lever plug [percent] = 0, range 0..100, ramp 6 months
leak [litre/year] = water * leak rate
outcome water, higher is better
variant view = calm | stormy
observe level read [litre] = water by data/level.csv: litres, error relative 2 %, discrepancy 12 % over 1.5 years
observe level guessed [litre] = water by data/level.csv: litres, error absolute 3
mechanism "Slow | steady" conceived 2020-11, off (leak rate = 0.25)  @E-1
end of readings [date] = 2020-02  @judgement
water after readings [litre] = water * step(1, end of readings)
known until end of readings, reported 2 months late
forecast level: level read, against level guessed
check "no rate, nothing leaves": when (leak rate = 0) expect (water = first filling)
\`\`\`
`,
  "data/level.csv": "month,litres\n2020-01-01,90\n2020-02-01,80\n",
  "chapters/2-use.md":
    "# Use\n\n```model\nused share [1] = view[calm] * (1 - plug) * water / first filling\n```\n",
  "evidence/evidence.csv": `id,quantity,value,low,high,unit,year,source,url_or_doi,status,note
E-1,"Leak rate, measured",0.05,0.02,0.09,1/month,2019,"Drip, J. Leaks 1",https://example.org/1,verified,one | pipe
`,
};
const { model, diagnostics } = compileModel(files, { name: "tank" });

test("the model of this test has no errors", () => {
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
});

test("a constant is described in its declared unit, with its row in full", () => {
  const rate = describeVariable(model, "Leak   RATE");
  expect(rate).toMatchObject({
    ...{ kind: "parameter", unit: "1/month", value: 0.05, line: 12, usedBy: ["leak"] },
    prior: { distribution: "lognormal", args: [0.05, 0.3] },
  });
  expect(rate?.references[0]).toMatchObject({
    id: "E-1",
    reason: "one study",
    row: { source: "Drip, J. Leaks 1" },
  });
  const text = variableText(rate!, "en").join("\n");
  expect(text).toContain("Value: 0.05 1/month");
  expect(text).toContain("0.05 (0.02 to 0.09) 1/month, 2019");
});

test("a stock shows its whole statement, its loops and its direction", () => {
  const water = describeVariable(model, "water");
  expect(water?.definition).toBe("stock water [litre]\n  start  first filling\n  out    leak");
  expect(water?.loops.map((loop) => loop.sign)).toEqual(["-"]);
  expect(water?.better).toBe("higher");
  expect(variableText(water!, "es").join("\n")).toContain("(-, de equilibrio) water → leak → water");
});

test("a lever has its range in the declared unit; a variant its options; an unknown name is nothing", () => {
  expect(describeVariable(model, "plug")?.range).toEqual({ low: 0, high: 100, rampMonths: 6 });
  expect(describeVariable(model, "view")).toMatchObject({ kind: "variant", options: ["calm", "stormy"] });
  expect(describeVariable(model, "wine")).toBeUndefined();
});

test("pages link names across chapters and references to the register", () => {
  const pages = modelPages(model);
  expect(Object.keys(pages)).toEqual(["index.md", "1-water.md", "2-use.md", "evidence.md"]);
  expect(pages["1-water.md"]).toContain("Leaks are slow [E-1](evidence.md#e-1).");
  expect(pages["1-water.md"]).toContain("[used share](2-use.md#used-share)");
  expect(pages["1-water.md"]).toContain("- no rate, nothing leaves");
  expect(pages["evidence.md"]).toContain("[leak rate](1-water.md#leak-rate)");
  expect(pages["index.md"]).toContain("| [plug](1-water.md#plug) | percent |");
});

test("what analyses know is on the first page, in declared units, and mechanisms in their chapter", () => {
  const pages = modelPages(model);
  const index = pages["index.md"]!;
  expect(index).toContain(
    "| [level read](1-water.md#level-read) | data/level.csv: litres | 2 | 2 % | 12 % over 18 months |",
  );
  expect(index).toContain(
    "| [level guessed](1-water.md#level-guessed) | data/level.csv: litres | 2 | 3 litre |  |",
  );
  expect(index).toContain(
    "| Slow \\| steady | 2020-11 | [leak rate](1-water.md#leak-rate) = 0.25 | [E-1](evidence.md#e-1) |",
  );
  expect(index).toContain("| [end of readings](1-water.md#end-of-readings) | 2 months late |");
  expect(index).toContain(
    "| level | [level read](1-water.md#level-read) | [level guessed](1-water.md#level-guessed) |",
  );
  expect(pages["1-water.md"]).toContain(
    "## Mechanisms in this chapter\n\n- Slow | steady, conceived 2020-11",
  );
  const plain = modelPages({ ...model, mechanisms: [], known: [], forecasts: [] });
  expect(plain["index.md"]).not.toMatch(/Mechanisms|Forecasts|counted until/);
  expect(plain["1-water.md"]).not.toContain("Mechanisms");
});

test("every link of every page has its target", () => {
  const pages = modelPages(model);
  for (const [name, text] of Object.entries(pages)) {
    for (const [, page, id] of text.matchAll(/\]\(([\w.-]*\.md)?(?:#([\w-]+))?\)/g)) {
      const target = pages[page ?? name];
      expect(target, `${name} -> ${page}`).toBeDefined();
      if (id) expect(target, `${name} -> ${page}#${id}`).toContain(`<a id="${id}"></a>`);
    }
  }
});
