import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { escapeText } from "../charts/svg.ts";
import { readNumber } from "../explain/number-words.ts";
import { anchor } from "./render-blocks.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { WORDS_EN } from "./render-words-en.ts";
import { WORDS_ES } from "./render-words-es.ts";
import type { BriefResult } from "./result.ts";
import { TEST_RESULT } from "./test-result.ts";

const LANGUAGES = ["en", "es"] as const;
const result: BriefResult = JSON.parse(JSON.stringify(TEST_RESULT));
const html = { en: renderHtml(result, "en"), es: renderHtml(result, "es") };
const markdown = { en: renderMarkdown(result, "en"), es: renderMarkdown(result, "es") };

/** Names of tags that are opened and not closed, or closed in the wrong order; empty for well-formed HTML. */
function unbalanced(page: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const body = page.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/<!DOCTYPE html>/, "");
  for (const [, close, name = "", self] of body.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(\/?)>/g)) {
    if (/^(meta|link|br|hr|img|input)$/.test(name) || self === "/") continue;
    if (close !== "/") open.push(name);
    else if (open.pop() !== name) faults.push(name);
  }
  return [...faults, ...open];
}

function anchors(page: string): ReadonlySet<string> {
  return new Set([...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1] ?? ""));
}

/** Rows of a table of the HTML page, by the class that names it: text of each line of each cell. */
function rowsOf(page: string, name: string): readonly (readonly (readonly string[])[])[] {
  const table = page.split(`t-${name}"`)[1]?.split("</table>")[0] ?? "";
  const body = table.split("<tbody")[1] ?? "";
  return body
    .split("<tr")
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd][ >]/)
        .slice(1)
        .map((cell) =>
          [...cell.matchAll(/<span class="line">(.*?)<\/span>/g)].map((m) =>
            (m[1] ?? "").replace(/<[^>]+>/g, ""),
          ),
        ),
    );
}

describe.each(LANGUAGES)("the report in %s", (language) => {
  const page = html[language];
  const text = markdown[language];

  it("holds every id, label and answer of the result, in both forms", () => {
    const ids = [
      ...result.claims.map((c) => anchor("claim", c.id)),
      ...result.proposals.map((p) => anchor("proposal", p.id)),
      ...result.scenarios.map((s) => anchor("scenario", s.id)),
      ...result.sources.map((s) => anchor("source", s.id)),
      ...result.charts.map((c) => anchor("chart", c.id)),
      ...result.expectations.map((x) => anchor("expectation", x.id)),
    ];
    const found = anchors(page);
    for (const id of ids) {
      expect(found.has(id), id).toBe(true);
      expect(text, id).toContain(`<a id="${id}"></a>`);
    }
    const texts = [
      ...result.answer,
      ...result.outcomes.map((o) => o.label),
      ...result.claims.map((c) => c.claim),
      ...result.extrapolation,
      ...result.documentLeavesOut,
      ...result.leftOut,
      ...result.calibration.misfits,
      ...result.whatHappened.map((h) => h.event),
    ].map((t) => t[language]);
    for (const t of texts) expect(page).toContain(escapeText(t));
  });

  it("is well formed, with each anchor once and no link to a missing one", () => {
    expect(unbalanced(page)).toEqual([]);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    expect(ids.length).toBe(new Set(ids).size);
    const known = new Set(ids);
    for (const [, to = ""] of page.matchAll(/href="#([^"]+)"/g)) expect(known.has(to), to).toBe(true);
    for (const [, list = ""] of page.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const id of list.split(" ")) expect(known.has(id), id).toBe(true);
    }
  });

  it("needs no script and no network", () => {
    expect(page).not.toMatch(/<script|<iframe|<img|@import|url\(|\ssrc=| on[a-z]+="/i);
    const withoutLinks = page
      .replace(/<a href="https?:[^"]*"/g, "")
      .replaceAll('xmlns="http://www.w3.org/2000/svg"', "");
    expect(withoutLinks).not.toMatch(/(?:href|action)="https?:/);
    expect(page).toContain(`href="report.${language === "en" ? "es" : "en"}.html"`);
  });

  it("shows no value that is none", () => {
    for (const written of [page, text])
      expect(written).not.toMatch(/\bNaN\b|undefined|\[object|Infinity|\bnull\b/);
  });

  it("has one h1 and skips no level of heading", () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((m) => Number(m[1]));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    levels.forEach((l, i) => {
      if (i > 0) expect(l - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const depths = fromMarkdown(text).children.flatMap((n) => (n.type === "heading" ? [n.depth] : []));
    depths.forEach((d, i) => {
      if (i > 0) expect(d - (depths[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(depths.length).toBeGreaterThan(15);
  });

  it("names its tables and heads their rows and columns", () => {
    const tables = page
      .split("<table")
      .slice(1)
      .map((t) => t.split("</table>")[0] ?? "");
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      expect(table).toMatch(/<th scope="col"/);
    }
  });

  it("shows in the table of results the numbers of the result", () => {
    const outcomes = result.outcomes.filter((o) => o.headline);
    const rows = rowsOf(page, "ladder").filter((cells) => cells.length > 1);
    const groups = ["ladder", "alternative", "package", "happened"];
    const scenarios = groups.flatMap((g) => result.scenarios.filter((s) => s.group === g));
    expect(rows).toHaveLength(scenarios.length + 1);
    scenarios.forEach((s, r) => {
      outcomes.forEach((o, c) => {
        const lines = rows[r + 1]?.[c + 1] ?? [];
        const cell = result.cells.find(
          (x) => x.scenario === s.id && x.outcome === o.name && x.at === result.headlineAt,
        );
        const { q05, q50, q95 } = cell?.change ?? { q05: Number.NaN, q50: Number.NaN, q95: Number.NaN };
        if (cell?.sameOf100 === 100) {
          expect(lines[0]).toBe("0");
          return;
        }
        const [low = "", high = ""] = (lines[1] ?? "").split(language === "en" ? " to " : " a ");
        for (const [shown, exact] of [
          [lines[0] ?? "", q50],
          [low, q05],
          [high, q95],
        ] as const) {
          expect(Math.abs(readNumber(shown) - exact), `${s.id} ${o.name} ${shown}`).toBeLessThanOrEqual(
            0.0501 * Math.abs(exact) + 0.0051 * Math.max(Math.abs(q05), Math.abs(q50), Math.abs(q95)) + 1e-9,
          );
          expect(text).toContain(shown);
        }
        const better = /(\d+) (?:of|de) 100/.exec(lines[2] ?? "")?.[1];
        if (better !== undefined) expect(Number(better)).toBe(cell?.betterOf100);
      });
    });
  });

  it("gives both forms the same numbers", () => {
    const plain = (s: string) => s.replace(/\\([\\`*_[\]<>|#])/g, "$1");
    const lines = [...page.matchAll(/<span class="line">([^<]*)<\/span>/g)].map((m) => m[1] ?? "");
    const shown = lines.filter((l) => /^[+\u2212]?[\d,.]+( |$)/.test(l));
    expect(shown.length).toBeGreaterThan(100);
    const all = plain(text);
    for (const l of shown) expect(all).toContain(l.replaceAll("&amp;", "&"));
  });
});

describe("both languages", () => {
  it("have the same structure and the same digits in the results", () => {
    const shape = (page: string) =>
      [...page.matchAll(/<(section|h2|h3|table|figure|tr) ?/g)].map((m) => m[1]);
    expect(shape(html.es)).toEqual(shape(html.en));
    const digits = (page: string) =>
      rowsOf(page, "ladder")
        .flat(2)
        .map((l) => (l.match(/[+\u2212]?\d[\d,.]*/g) ?? []).join(" "));
    expect(digits(html.es)).toEqual(digits(html.en));
  });

  it("differ in every fixed text that is a sentence", () => {
    const pairs = Object.keys(WORDS_EN).map((key) => [
      JSON.stringify(WORDS_EN[key as keyof typeof WORDS_EN]),
      JSON.stringify(WORDS_ES[key as keyof typeof WORDS_ES]),
    ]);
    for (const [en = "", es = ""] of pairs) if (en.length > 20) expect(es).not.toBe(en);
  });

  it("mark extrapolation wherever a path is named with its effect", () => {
    const info = result.scenarios.find((s) => s.extrapolation && s.group === "ladder");
    const label = `${info?.label.en}\u00a0†`;
    expect(html.en.split(label).length).toBeGreaterThan(5);
    expect(markdown.en).toContain(label);
  });
});

describe("hostile and empty results", () => {
  it("escape markup in every text", () => {
    const bad = { en: '<b onclick="x">|*a*_[z](y)', es: '<b onclick="x">|*a*_[z](y)' };
    const hostile: BriefResult = {
      ...result,
      title: bad,
      question: bad,
      answer: [bad],
      extrapolation: [bad],
    };
    const page = renderHtml(hostile, "en");
    expect(page).not.toContain("<b onclick");
    expect(unbalanced(page)).toEqual([]);
    const links = JSON.stringify(fromMarkdown(renderMarkdown(hostile, "en")));
    expect(links).not.toContain('"url":"y"');
  });

  it("are written without links that are no web address", () => {
    const [first] = result.sources;
    const sources = first === undefined ? [] : [{ ...first, url: "javascript:alert(1)" }];
    expect(renderHtml({ ...result, sources }, "en")).not.toContain('href="javascript:');
  });

  it("are written even where lists are empty", () => {
    const empty: BriefResult = {
      ...result,
      claims: [],
      proposals: [],
      expectations: [],
      charts: [],
      cells: [],
      drivers: [],
      variants: [],
      sources: [],
      series: [],
      whatHappened: [],
      extrapolation: [],
    };
    for (const language of LANGUAGES) {
      expect(unbalanced(renderHtml(empty, language))).toEqual([]);
      expect(renderHtml(empty, language)).not.toMatch(/\bNaN\b|undefined|Infinity/);
      expect(renderMarkdown(empty, language)).not.toMatch(/\bNaN\b|undefined/);
    }
  });
});
