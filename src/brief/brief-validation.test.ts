import { describe, expect, test } from "vitest";
import {
  type ResultKind,
  type ResultOf,
  type ResultSource,
  resultPath,
  storedResult,
} from "../analysis/stored-results.ts";
import type { Validation } from "../analysis/validation.ts";
import type { Files } from "../base/diagnostic.ts";
import type { Backtest } from "../calibrate/backtest.ts";
import { directPool } from "../ensemble/index.ts";
import { compileModel } from "../model/compile-model.ts";
import { loadWords } from "../scenario/words.ts";
import { makeValidation } from "./brief-validation.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { BriefResultSchema } from "./result-schema.ts";
import { ValidationResultSchema } from "./result-validation-schema.ts";
import { TEST_RESULT } from "./test-result.ts";
import { TEST_VALIDATION } from "./test-validation.ts";

const files: Files = {
  "chapters/01.md": `# Deaths

\`\`\`model
time from 2020-01 to 2026-01, 1 steps a month, euler, decision 2024-01
rate [g/year] = 10 ~ uniform(5, 15) @judgement
total [g] = sum over 12 months (rate)
outcome total, lower is better
observe deaths [g] = total by data/d.csv: d, error relative 5 %, discrepancy 10 % over 24 months
forecast all_deaths: deaths, against deaths
\`\`\`
`,
  "data/d.csv": "date,d\n2022-01-01,1\n2022-02-01,2\n",
  "critiques.yaml": `- id: simple
  stage: market
  title: {en: Too simple, es: Demasiado simple}
  who: {en: An economist, es: Una economista}
  objection: {en: "Two\\n lines", es: "Dos\\n líneas"}
  does: {en: Nothing, es: Nada}
  settles: {en: Data, es: Datos}
  standing: open
  tilt: neither
  where: {names: [rate]}
`,
};
const { model } = compileModel(files, { name: "m" });
const source: ResultSource = { files, model, scenarios: [] };

/** What a report says of a model with one stored result. */
function withResult<K extends ResultKind>(kind: K, result: ResultOf[K], hash = model.hash) {
  const made = { posteriors: [], draws: 10, seed: 1, command: "npx downstream again" };
  const stored = { ...storedResult(kind, result, source, made), modelHash: hash };
  return validationOf({ ...files, [resultPath(kind)]: JSON.stringify(stored) });
}

function validationOf(texts: Files) {
  const input = { files: texts, model, scenarios: [], made: { ...TEST_RESULT.made, modelHash: model.hash } };
  const unused = { brief: undefined as never, params: new Float64Array(), draws: 1, pool: directPool() };
  return makeValidation({ ...input, ...unused }, loadWords(texts, ""), ["total"]);
}

const table: Validation = {
  ...{ format: "downstream-validation", version: 1, model: "m", modelHash: "", inputsHash: "" },
  ...{ draws: 10, seed: 1, parts: ["history"], episodes: [] },
  rows: [Number.NaN, 3].map((median, k) => ({
    ...{ id: `history/deaths/${k}`, section: "history", unit: "%", published: { high: 2 }, sources: [] },
    subject: { en: "Deaths", es: "Muertes" },
    target: { en: "error", es: "error" },
    obtained: { median },
    verdict: "missed",
  })),
};

describe("what a model is held against, in a result", () => {
  test("is absent for a model without stored results and critiques", () => {
    const { "critiques.yaml": _, ...plain } = files;
    expect(validationOf(plain)).toEqual({ warnings: [] });
    expect(validationOf(files).validation?.critiques[0]?.objection).toEqual({
      en: "Two lines",
      es: "Dos líneas",
    });
  });

  test("says where a result or the posterior is older than the model, and how to renew it", () => {
    expect(withResult("validation", table).warnings).toEqual([]);
    const old = withResult("validation", table, "f".repeat(64));
    expect(old.validation?.made[0]?.stale).toBe(true);
    expect(old.warnings[0]?.en).toMatch(/version ffffffffffff .*To make it again: npx downstream again$/);
    expect(validationOf({ ...files, "results/fall.json": "?" }).warnings[0]?.es).toContain(
      "results/fall.json",
    );
    const older = { ...TEST_RESULT, warnings: old.warnings };
    expect(renderHtml(older, "en")).toContain("To make it again: npx downstream again");
  });

  test("leaves out rows without a number and counts the others, misses by name", () => {
    const { validation } = withResult("validation", table);
    expect(validation?.table?.rows.map(({ id }) => id)).toEqual(["history/deaths/1"]);
    expect(validation?.summary[0]?.en).toContain("of 1 targets 0 are met");
    expect(validation?.summary[0]?.es).toContain("Los fallos están en: Muertes.");
  });

  test("gives forecasts in the unit of the series, with names and standings", () => {
    const entry = (by: string, q50: number, crps: number) => ({
      ...{ by, q05: q50, q25: q50, q50, q75: q50, q95: q50, point: false },
      score: { crps, logError: 0.2, inside50: false, inside90: false },
    });
    const backtest: Backtest = {
      cells: [
        {
          ...{ origin: "2021-01", horizon: 12, month: "2022-01", series: "all_deaths", knownTo: "2020-12" },
          ...{ observed: 1000, entries: [entry("model", 1200, 200), entry("last value", 900, 100)] },
        },
      ],
      paths: [
        {
          ...{ origin: "2021-01", full: false, posterior: "posterior/2021-01", leftOut: [], dropped: 0 },
          rows: [{ date: "2022-01", series: "all_deaths", q05: 1e3, q25: 1e3, q50: 1e3, q75: 1e3, q95: 1e3 }],
        },
      ],
      history: [{ series: "all_deaths", months: ["2022-01"], values: [1000] }],
    };
    const { validation } = withResult("backtest", backtest);
    const found = validation?.backtest;
    expect(found?.cells[0]).toMatchObject({
      observed: 1e6,
      entries: [{ q50: 1.2e6, score: { crps: 2e5 } }, {}],
    });
    expect([found?.paths[0]?.rows[0]?.q95, found?.history[0]?.values[0]]).toEqual([1e6, 1e6]);
    expect(found?.standings[0]?.standings[1]).toMatchObject({ by: "last value", ratio: 2, modelWins: 0 });
    expect(validation?.summary.map(({ en }) => en)).toEqual([
      expect.stringContaining("better than last value in 0 of 1 (error ratio 2.00)"),
      expect.stringContaining(
        "Of 1 sums 12 months or more ahead, 0 lay inside the band of 9 in 10. Misses: from Jan 2021 to Jan 2022 too high",
      ),
      expect.stringContaining("1 are open"),
    ]);
    expect(ValidationResultSchema.safeParse(validation).error?.issues).toBeUndefined();
  });
});

describe("the section of the report", () => {
  test("holds a table or a chart of every part, in both languages", () => {
    expect(BriefResultSchema.safeParse(TEST_RESULT).error?.issues).toBeUndefined();
    for (const language of ["en", "es"] as const) {
      const page = renderHtml(TEST_RESULT, language);
      const section = page.split('<section id="trust"')[1]?.split("</section>")[0] ?? "";
      for (const name of ["past", "episodes", "episode-targets", "published", "fall-0", "rests-1"])
        expect(section, name).toContain(`t-${name}"`);
      for (const id of ["backtest-all-drugs", "fall-sums", "validation-episodes", "sensitivity-no-change"])
        expect(section, id).toContain(id);
      for (const text of TEST_VALIDATION.summary) expect(section).toContain(text[language].slice(0, 40));
      expect(section).not.toMatch(/NaN|undefined|Infinity|\[object|<td[^>]*><\/td>/);
      expect(renderMarkdown(TEST_RESULT, language)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  });

  test("gives misses, ratios above 1 and unverified rows as much room as the rest", () => {
    const page = renderHtml(TEST_RESULT, "en");
    expect(page).toContain("last value in 3 of 6 (error ratio 0.90)");
    expect(page).toContain("A ratio above 1 means that the rival did better.");
    expect(page).toContain("so the published fall lies outside that range");
    expect(page).toContain("1 are missed: A loss of precursors.");
    expect(page).toContain("<strong>UNVERIFIED</strong>");
    expect(page).toContain("○ missed");
    expect(page).toContain("<strong>out of date</strong>");
  });

  test("cites rows of the register as links where the result lists them", () => {
    expect(renderHtml(TEST_RESULT, "en")).toMatch(/t-episode-targets[\s\S]*?href="#source-B-LAB-05"/);
  });

  test("is left out for a model that has none of it", () => {
    const { validation: _, ...plain } = TEST_RESULT;
    expect(renderHtml({ ...plain, warnings: [] }, "en")).not.toContain('id="trust"');
  });
});

test("a rival explanation has the range of its weight over groups of draws and laws of errors", () => {
  expect(renderHtml(TEST_RESULT, "en")).toContain("41 % (37 % to 48 %)");
  expect(renderMarkdown(TEST_RESULT, "es")).toContain("41 % (37 % a 48 %)");
});
