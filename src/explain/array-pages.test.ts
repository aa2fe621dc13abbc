import { expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { describeVariable } from "./describe-variable.ts";
import { modelPages } from "./model-pages.ts";
import { nameEntries } from "./name-entries.ts";
import { variableText } from "./variable-text.ts";

const files = {
  "chapters/1-towns.md": `# Towns

\`\`\`model
time from 2020-01 to 2022-01, 1 steps a month, euler
dimension town = Ash Hill, Beech
dimension other = town
stock people by town [person]
  start  first people
  in     births
first people by town [person] = 100
  except Beech = 300 ~ uniform(200, 400)  @E-1
births by town [person/year] = people * rate * near
rate [1/year] = 0.1
lever help by town [percent] = 5, range 0..80
link by town, other [1] = if town = other then 0 else 1
near by town [1] = sum over other (link) * (1 - help)
outcome births, higher is better
\`\`\`
`,
  "data/x.csv": "a\n1\n",
};
const { model, diagnostics } = compileModel(files, { name: "towns" });

test("an array is one name among the names of a model", () => {
  expect(diagnostics).toEqual([]);
  expect(nameEntries(model).map((entry) => entry.text)).toEqual([
    "people by town",
    "first people by town",
    "births by town",
    "rate",
    "help by town",
    "link by town, other",
    "near by town",
  ]);
});

test("an array is described once, with the values of elements that differ", () => {
  const first = describeVariable(model, "First people");
  expect(first?.name).toBe("first people by town");
  expect(first?.value).toBeUndefined();
  expect(first?.elements).toEqual([
    { element: "Ash Hill", value: 100 },
    { element: "Beech", value: 300, prior: { distribution: "uniform", args: [200, 400] } },
  ]);
  expect(variableText(first!, "en")).toContain("  Beech: 300 ~ uniform(200, 400) person");
  const help = describeVariable(model, "help");
  expect(help?.value).toBe(5);
  expect(help?.elements).toBeUndefined();
});

test("an element is described by itself, and a fixed array by its numbers", () => {
  const beech = describeVariable(model, "first people[ BEECH ]");
  expect(beech).toMatchObject({ name: "first people[Beech]", value: 300, usedBy: ["people"] });
  expect(describeVariable(model, "link")?.elements).toEqual([
    { element: "Ash Hill, Ash Hill", value: 0 },
    { element: "Ash Hill, Beech", value: 1 },
    { element: "Beech, Ash Hill", value: 1 },
    { element: "Beech, Beech", value: 0 },
  ]);
});

test("pages list an array in one row and its values in a table", () => {
  const page = modelPages(model)["1-towns.md"]!;
  expect(page.match(/first people by town \|/g)).toHaveLength(1);
  expect(page).toContain('<a id="first-people"></a>first people by town | constant | person | 100 to 300 |');
  expect(page).toContain(
    "### first people by town\n\n| Element | Value |\n| --- | --- |\n| Ash Hill | 100 |\n| Beech | 300, uniform |",
  );
  expect(page).toContain("[people by town](#people)");
  expect(page).not.toContain("### help by town");
  const index = modelPages(model)["index.md"]!;
  expect(index).toContain("1 chapters, 7 names: 2 stocks");
  expect(index).toContain("| [births by town](1-towns.md#births) | person/year |");
});
