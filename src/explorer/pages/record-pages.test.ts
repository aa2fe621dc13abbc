import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Language } from "../../base/text.ts";
import type { Backtest } from "../../calibrate/backtest.ts";
import { level } from "../../explain/number-words.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import type { ModelFacts } from "../model-facts.ts";
import { testParts } from "../test-parts.ts";
import { inMonths, paragraphHtml, tableHtml } from "./record-html.ts";
import { recordPages } from "./record-pages.ts";
import { recordWords } from "./record-words.ts";

const root = join(import.meta.dirname, "../../../models/us-mexico");
const files = Object.fromEntries(
  (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => /\.(md|csv|ya?ml|json)$/.test(path) && statSync(join(root, path)).isFile())
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);
const parts = testParts("us-mexico", files);
const page = (language: Language, from: ExplorerParts = parts) => recordPages(from, language)[0]!;

test("every missed figure stands in the first section, before any hit", () => {
  const stored = JSON.parse(parts.files["results/validation.json"]!);
  for (const language of ["en", "es"] as const) {
    const { body } = page(language);
    const first = body.slice(body.indexOf("<section"), body.indexOf("</section>"));
    for (const row of stored.result.rows) {
      if (row.verdict === "missed") expect(first).toContain(escaped(row.target[language]));
    }
    expect(first).not.toContain("●");
    const misses = stored.result.rows.filter((row: { verdict: string }) => row.verdict === "missed").length;
    expect(first.split("○").length - 1).toBe(misses + missedForecasts(parts).length);
    const judged = stored.result.rows.filter((row: { verdict: string }) => row.verdict !== "reported").length;
    expect(first).toContain(recordWords(language).misses(misses, judged));
  }
});

test("missed forecasts come first, with what was published and the band; then the figures", () => {
  for (const language of ["en", "es"] as const) {
    const { body } = page(language);
    const missed = missedForecasts(parts);
    expect(missed.length).toBeGreaterThan(0);
    for (const { observed, low, high } of missed) {
      expect(body).toContain(`<td class="number">${level(observed)}</td>`);
      expect(body).toContain(`<small>${level(low)} ${language === "en" ? "to" : "a"} ${level(high)}</small>`);
    }
    const at = body.indexOf(level(missed[0]!.observed));
    expect(at).toBeGreaterThan(body.indexOf('<h2 id="missed"'));
    expect(at).toBeLessThan(body.indexOf(recordWords(language).misses(1, 2).slice(0, 3), at));
  }
});

test("says which draws are judged where, and that its own path missed what was counted since", () => {
  const facts = JSON.parse(parts.files["releases/2026.1/facts.json"]!) as ModelFacts;
  const outcome = facts.outcomes.find(({ name }) => name === facts.headline.outcome)!;
  const around = (value: number) => {
    const path = new Float64Array(facts.months.length * 5).fill(value * outcome.factor);
    const numbers = { draws: 1, path, cells: [] };
    return recordPages(parts, "en", { facts, numbers })[0]!.body;
  };
  const body = around(200_000);
  expect(body).toContain("<code>posterior/2024-10</code>");
  expect(body).toContain("<code>posterior/2026-08</code>");
  expect(body).toContain("did not foresee so low a count");
  expect(body.indexOf("did not foresee")).toBeLessThan(body.indexOf("Forecasts: "));
  const { known, values } = outcome.observed.find((series) => series.known > 0)!;
  expect(values.length).toBeGreaterThan(known);
  expect(around(values.at(-1)!)).not.toContain("did not foresee");
  expect(page("en").body).not.toContain("posterior/2024-10</code>). “");
});

test("all rows, every episode and every forecast are on the page, in both languages", () => {
  const stored = JSON.parse(parts.files["results/validation.json"]!);
  const backtest = JSON.parse(parts.files["results/backtest.json"]!);
  for (const language of ["en", "es"] as const) {
    const { body } = page(language);
    for (const row of stored.result.rows) expect(body).toContain(escaped(row.target[language]));
    for (const one of stored.result.episodes) expect(body).toContain(escaped(one.label[language]));
    expect(body.split('<figure class="chart" id="backtest-').length - 1).toBe(backtest.result.history.length);
    for (const id of ["missed", "all", "forecasts", "fall"]) expect(body).toContain(`<h2 id="${id}"`);
  }
});

test("no script, no style, no address of the root; every table can be reached by keyboard", () => {
  const { body } = page("es");
  expect(body).not.toMatch(/<script|style="|href="\/|undefined|NaN/);
  expect(body.split("<table").length).toBe(body.split('tabindex="0" role="region"').length);
});

test("an outdated result says so; a model without results has a short page", () => {
  const changed = { ...parts, model: { ...parts.model, hash: "0000" } };
  expect(page("en", changed).body.split("Out of date").length - 1).toBe(5);
  expect(page("en").body).not.toContain("Out of date");
  const bare = { ...parts, files: {} };
  expect(page("es", bare).body).not.toContain("<section");
  expect(page("es", bare).body).toContain("no se guardan resultados");
});

test("months become words, but not in names of files; marks of Markdown become elements", () => {
  expect(inMonths("from 2023-06 to 2024-12", "en", "long")).toBe("from June 2023 to December 2024");
  expect(inMonths("`posterior/2024-10`, 12 meses hasta 2020-01", "es", "short")).toBe(
    "`posterior/2024-10`, 12 meses hasta ene 2020",
  );
  expect(paragraphHtml("**A < B**: *no*, `x*y*z` * 2", "en")).toBe(
    "<p><strong>A &lt; B</strong>: <em>no</em>, <code>x*y*z</code> * 2</p>",
  );
  const head = [
    { text: "a", number: false },
    { text: "b", number: true },
  ];
  const table = tableHtml({ caption: "c", head, cells: [["<x>\n&", "1"]] }, "en");
  expect(table).toContain(
    '<th scope="row"><strong>&lt;x&gt;</strong><small>&amp;</small></th><td class="number">1</td>',
  );
});

function missedForecasts({ files }: ExplorerParts) {
  const stored = JSON.parse(files["results/backtest.json"]!) as { readonly result: Backtest };
  return stored.result.cells.flatMap(({ observed, entries }) => {
    const model = entries.find(({ by }) => by === "model")!;
    if (observed === undefined || (observed >= model.q05 && observed <= model.q95)) return [];
    return [{ observed, low: model.q05, high: model.q95 }];
  });
}

function escaped(text: string): string {
  return inMonths(text, "en", "short") === text
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : "";
}
