import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RESULT_KINDS, readResults, resultPath, storedResult } from "../src/analysis/stored-results.ts";
import { loadModel, loadSoundModel } from "../src/cli/load-model.ts";
import { resultPages } from "../src/cli/result-pages.ts";
import { resultSource } from "../src/cli/store-result.ts";
import { root } from "./command.ts";

const folder = join(root, "models/us-mexico");
const loaded = loadSoundModel(folder);

test("stored results are those of the model as it is; `npm run results` makes all of them again, `-- NAME` one", () => {
  const { results, diagnostics } = readResults(resultSource(loaded));
  expect(diagnostics.map(({ code, data }) => `${code}: ${data.command ?? data.path}`)).toEqual([]);
  expect(Object.keys(results)).toEqual([...RESULT_KINDS]);
});

test("the pages in docs/ are made from the stored results; `npm run docs` makes them again", () => {
  const { pages } = resultPages(loaded);
  const stale = Object.entries(pages).filter(
    ([name, text]) => readFileSync(join(root, "docs", name), "utf8") !== text,
  );
  expect(stale.map(([name]) => name)).toEqual([]);
  for (const text of Object.values(pages)) expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test("a result is outdated when the equations, its plan, its posterior or a number that it reads differ, not for a word", () => {
  const source = resultSource(loadModel(folder));
  const made = { posteriors: ["2024-11"], draws: 1, seed: 1, command: "npx downstream explain" };
  const fall = { from: "2023-06", to: "2024-12", draws: 1, accounts: [] };
  const text = JSON.stringify(storedResult("fall", fall, source, made));
  const files = { ...source.files, [resultPath("fall")]: text };
  const stale = (change: Partial<typeof source>) => {
    const read = readResults({ ...source, ...change, files: { ...files, ...change.files } });
    return read.results.fall?.stale;
  };
  expect(stale({})).toBe(false);
  expect(stale({ model: { ...source.model, hash: "0" } })).toBe(true);
  expect(stale({ files: { "validation.yaml": "{}" } })).toBe(true);
  expect(stale({ files: { "posterior/2024-11.json": "{}" } })).toBe(true);
  const [first, ...others] = source.model.observations;
  const observations = [{ ...first!, values: first!.values.map((value) => value + 1) }, ...others];
  expect(stale({ model: { ...source.model, observations } })).toBe(true);
  expect(stale({ scenarios: source.scenarios.slice(1) })).toBe(true);
  const renamed = source.scenarios.map((scenario) => ({ ...scenario, label: { en: "x", es: "y" } }));
  expect(stale({ scenarios: renamed, files: { "backtest.yaml": "x" } })).toBe(false);
});

test("a file that is no result is left out with a finding", () => {
  const source = resultSource(loaded);
  for (const text of ["no JSON", "{}", '{"format":"downstream-result","version":1,"kind":"fall"}']) {
    const read = readResults({ ...source, files: { [resultPath("backtest")]: text } });
    expect(read.results).toEqual({});
    expect(read.diagnostics.map(({ code }) => code)).toEqual(["result-unusable"]);
  }
});
