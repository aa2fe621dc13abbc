#!/usr/bin/env node
// Writes docs/source-2022.md: figures published for FDA's SOURCE beside those of our version, and what our version was fitted to.
// Runs on the compiled dist/, which `npm run docs` has made by then.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { comparePublished } from "../dist/analysis/published.js";
import { parseCsv } from "../dist/base/csv.js";
import { compileModel, loadScenarios, readFolder } from "../dist/index.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { files } = readFolder(join(root, "models", "source-2022"));
const { model } = compileModel(files, { name: "source-2022" });
const { scenarios } = loadScenarios(files, "");
/** The ranges that the test asks for, in the order of the figures. */
const table = parseCsv("published.csv", files["evidence/published.csv"]);
const column = (name) => table.header.findIndex((cell) => cell.text === name);
const asked = table.rows.map(({ cells }) =>
  ["asked low", "asked high"]
    .map((name) => cells[column(name)].text)
    .filter((text) => text !== "")
    .map(Number),
);
const read = (name) => comparePublished(model, scenarios, `evidence/${name}`, files[`evidence/${name}`]);

const show = (value) =>
  value === undefined
    ? ""
    : Math.abs(value) >= 1000
      ? Math.round(value).toLocaleString("en-US")
      : value.toFixed(Math.abs(value) < 1 ? 2 : 1);
function line({ id, quantity, published, obtained }, i) {
  const [low, high] = asked[i];
  const range = low === undefined ? "" : `${show(low)} to ${show(high)}`;
  const verdict = low === undefined ? "" : obtained >= low && obtained <= high ? "yes" : "**no**";
  return `| ${id} | ${quantity} | ${show(published)} | ${range} | ${verdict} | ${show(obtained)} |`;
}
function fitted({ id, quantity, published, obtained }) {
  return `| ${id} | ${quantity} | ${show(published)} | ${show(100 * (obtained / published - 1))} | ${show(obtained)} |`;
}
const page = `# A published model in this language: FDA's SOURCE

\`models/source-2022\` is the overdose block of SOURCE, the opioid model of the US Food and Drug Administration (Lim and others, PNAS 2022;
Stringfellow and others, Science Advances 2022), written again from the equations in our notes. Its constants are those of our register where
it has them; the rest was fitted to the series and figures of the second table, and chapter 5 of the model lists what was taken, fitted and guessed.
*Published* is the figure of SOURCE, *asked* the range that a test asks for, *obtained* what \`downstream simulate models/source-2022\` gives.

## Published against obtained

None of these figures was used in the fit, except that the paths of fentanyl of the fast and the slow run were inferred from the deaths of these
runs. The fit did use people with a disorder, starts of heroin and overdoses survived of the base run to 2032 (second table); without those after
2020 the worst year of V-02 is 8.6 % off. Levers act from 2022; their effect is the change of all deaths from 2022 to 2032.

| row | figure | published | asked | in range | obtained |
| --- | --- | ---: | ---: | --- | ---: |
${read("published.csv").map(line).join("\n")}

What is asked: deaths of the base run within 5 % in each year, of the other paths within 5 %, of the path without fentanyl within 10 %, the law
of death (the last six) within 5 %. Levers that act inside that law, and the package, which they dominate, within a quarter of their size. Levers
that act through flows of people, whose constants our notes do not hold, with the right sign and within a factor of three. More places with the
right sign, at most twice the largest published effect, and in the published order: most with constant inputs, least with fast fentanyl. The yearly
declines have no range.

**What does not agree.** Deaths start to fall later than published and then faster. Less initiation of heroin acts nearly three times as
much, more places a quarter as much, less relapse half as much again, peer support six tenths as much. SOURCE itself was 20 to 25 % low in 2021 to
2023 and did not foresee the fall of 2024; our version shares both. Over 1999 to 2020 our deaths are 11 % off (root mean square of logarithms).

## What it was fitted to

| row | figure | target | off by (%) | obtained |
| --- | --- | ---: | ---: | ---: |
${[...read("fitted.csv"), ...read("history.csv")].map(fitted).join("\n")}

Rows of the register are figures of the published base run; *series* are the data that SOURCE itself was fitted to, four of up to 22 years each.
\`node bin/fit-source-2022.js\` makes the fit again.
`;
writeFileSync(join(root, "docs", "source-2022.md"), page);
process.stdout.write("Wrote docs/source-2022.md\n");
