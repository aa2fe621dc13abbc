import { expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { elementNames } from "./element-names.ts";
import { Failure } from "./failure.ts";
import { outputNames } from "./load-model.ts";
import { withSettings } from "./settings.ts";

const { model } = compileModel({
  "m.md": `# M

\`\`\`model
time from 2020-01 to 2022-01, 1 steps a month, euler
dimension town = Ash Hill, Beech, Cedar
dimension coast of town = Beech, Cedar
dimension other = town
dimension age = 0..2
lever help by town [percent] = 5, range 0..80
rate by town, age [percent] = 3
data fixed by town [1] = f.csv: v, at town
ties by town, other [1] = fixed * fixed[other]
x by town [1] = help * sum over age (rate) * fixed + sum over other (ties) * time / starttime
\`\`\`
`,
  "f.csv": "town,v\nAsh Hill,1\nBeech,2\nCedar,3\n",
});

/** The first finding of a command that fails. */
function failed(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.diagnostics[0]!;
    throw error;
  }
  throw new Error("it did not fail");
}

test("brackets pick elements, subranges and whole dimensions", () => {
  expect(elementNames(model, "X[ash  hill]")).toEqual(["x[ash hill]"]);
  expect(elementNames(model, "x[coast]")).toEqual(["x[beech]", "x[cedar]"]);
  expect(elementNames(model, "rate[Coast, 1]")).toEqual(["rate[beech, 1]", "rate[cedar, 1]"]);
  expect(elementNames(model, "rate[beech, age]")).toEqual([
    "rate[beech, 0]",
    "rate[beech, 1]",
    "rate[beech, 2]",
  ]);
  expect(elementNames(model, "x")).toHaveLength(3);
  expect(elementNames(model, "nothing")).toEqual([]);
  expect(elementNames(model, "fixed[beech]")).toEqual([]);
});

test("an element that an array lacks is named, with the nearest one", () => {
  const wrong = failed(() => elementNames(model, "rate[beach, 1]"));
  expect([wrong.code, wrong.data.element, wrong.data.suggestion]).toEqual([
    "option-element",
    "beach",
    "beech",
  ]);
  const off = failed(() => elementNames(model, "rate[beech, 7]"));
  expect([off.code, off.data.dimension, off.data.known]).toEqual(["option-element", "age", ["0", "1", "2"]]);
  expect(failed(() => elementNames(model, "rate[beech]")).code).toBe("option-subscripts");
  expect(failed(() => elementNames(model, "rate[age, town]")).code).toBe("option-element");
});

test("names without a value over time, and dimensions, say what they are", () => {
  expect(failed(() => outputNames(model, "fixed[beech]")).code).toBe("option-no-series");
  const town = failed(() => outputNames(model, "Town"));
  expect([town.code, town.data.elements]).toEqual(["option-dimension", ["Ash Hill", "Beech", "Cedar"]]);
});

test("of settings the narrower one counts, in whatever order they stand", () => {
  const none = { id: "", levers: [], parameters: [] };
  const values = (...settings: string[]) =>
    withSettings(model, none, settings)
      .scenario.levers.map(
        ({ lever, points }) => [model.ir.levers[lever]!.name, points[0]!.value * 100] as const,
      )
      .sort()
      .map(([name, value]) => `${name} ${Math.round(value)}`);
  const wanted = ["help[ash hill] 10", "help[beech] 20", "help[cedar] 30"];
  expect(values("help=10", "help[coast]=20", "help[cedar]=30")).toEqual(wanted);
  expect(values("help[cedar]=30", "help[coast]=20", "help=10")).toEqual(wanted);
  expect(failed(() => withSettings(model, none, ["fixed[beech]=1"])).code).toBe("option-set-kind");
  expect(failed(() => withSettings(model, none, ["help[ceder]=1"])).data.suggestion).toBe("cedar");
});
