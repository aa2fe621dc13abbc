import { expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { checkScenario } from "./check-scenario.ts";
import { parseScenario } from "./parse-scenario.ts";
import { resolveScenario } from "./resolve-scenario.ts";
import { loadWords, missingWords } from "./words.ts";

const { model } = compileModel({
  "m.md": `# M

\`\`\`model
time from 2020-01 to 2022-01, 1 steps a month, euler
dimension town = Ash Hill, Beech
dimension age = young, old
lever help by town [percent] = 5, range 0..80
rate by town, age [percent] = 3
x by town [1] = help * sum over age (rate)
\`\`\`
`,
});

function scenario(settings: string) {
  const parsed = parseScenario(
    "scenarios/a.yaml",
    `id: a\ngroup: alternative\nlabel: {en: A, es: A}\nshort: {en: A, es: A}\nsummary: {en: A, es: A}\n${settings}`,
  );
  return { parsed, findings: checkScenario(parsed, model.ir) };
}

test("the name of an array sets its elements, and an element's own setting counts before it", () => {
  const { parsed, findings } = scenario(
    "levers:\n  - {name: 'help[beech]', schedule: [{at: 2020-06, value: 40}]}\n  - {name: Help, schedule: [{at: 2021-01, value: 20}]}\nset: {rate: 4, 'Rate[Beech,young]': 8}\n",
  );
  expect(findings).toEqual([]);
  const { levers, parameters } = resolveScenario(parsed.scenario!, model.ir);
  const shown = levers.map(({ lever, points }) => [model.ir.levers[lever]!.name, points[0]!.value]);
  expect(Object.fromEntries(shown)).toEqual({ "help[ash hill]": 0.2, "help[beech]": 0.4 });
  const values = parameters.map(({ parameter, value }) => [model.ir.parameters[parameter]!.name, value]);
  expect(Object.fromEntries(values)).toEqual({
    "rate[ash hill, young]": 0.04,
    "rate[ash hill, old]": 0.04,
    "rate[beech, young]": 0.08,
    "rate[beech, old]": 0.04,
  });
});

test("an unknown array or element is found, and a value outside the range once", () => {
  const { findings } = scenario(
    "levers:\n  - {name: hepl, schedule: [{at: 2020-06, value: 4}]}\n  - {name: 'help[elm]', schedule: [{at: 2020-06, value: 4}]}\n  - {name: help, schedule: [{at: 2020-06, value: 90}]}\n",
  );
  expect(findings.map(({ code, data }) => [code, data.name])).toEqual([
    ["scenario-unknown-lever", "hepl"],
    ["scenario-unknown-lever", "help[elm]"],
    ["scenario-out-of-range", "help[ash hill]"],
  ]);
  expect(findings[0]!.data.suggestion).toBe("help");
});

test("an element has the words of its array, with its own label behind them", () => {
  const words = loadWords(
    {
      "words/en.yaml":
        "outcomes:\n  x: {label: Harm, short: H, sentence: S., unit: u}\nelements:\n  beech: the beech\n",
      "words/es.yaml": "outcomes:\n  x: {label: Daño, short: D, sentence: S., unit: u}\n",
    },
    "",
  );
  expect(words.diagnostics).toEqual([]);
  expect(words.text("outcomes", "x[beech]")).toEqual({ en: "Harm: the beech", es: "Daño: beech" });
  expect(words.text("outcomes", "x[ash hill]", "sentence")).toEqual({ en: "S.", es: "S." });
  expect(
    missingWords({ outcomes: ["x[beech]", "x[ash hill]"], levers: ["help[beech]", "help[ash hill]"] }, words),
  ).toHaveLength(2);
});
