import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Files } from "../../base/diagnostic.ts";
import type { Language } from "../../base/text.ts";
import { anchor } from "../../explain/markdown-page.ts";
import { nameEntries } from "../../explain/name-entries.ts";
import { testParts } from "../test-parts.ts";
import { chapterPath, howContext } from "./how-context.ts";
import { howPages } from "./how-pages.ts";
import type { Page } from "./page-frame.ts";

const models = join(import.meta.dirname, "../../../models");

function filesOf(name: string): Files {
  const root = join(models, name);
  return Object.fromEntries(
    (readdirSync(root, { recursive: true }) as string[])
      .filter((path) => /\.(md|csv|ya?ml|json)$/.test(path) && statSync(join(root, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
  );
}

const VOID = new Set(["br", "hr", "img"]);

/** Ids of a page's elements in order; throws where an element is not closed or closed twice. */
function idsOf({ path, body }: Page): readonly string[] {
  const open: string[] = [];
  const ids: string[] = [];
  for (const [, close, name = "", attributes = "", empty] of body.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g,
  )) {
    if (close === "/") {
      const last = open.pop();
      if (last !== name) throw new Error(`${path}: </${name}> closes ${last}`);
    } else {
      const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
      if (id !== undefined) ids.push(id);
      if (empty !== "/" && !VOID.has(name)) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`${path}: ${open.join(", ")} left open`);
  return ids;
}

/** Addresses of a page's links, resolved against its own path; those to the web left out. */
function linksOf({ path, body }: Page): readonly { readonly page: string; readonly id?: string }[] {
  return [...body.matchAll(/\shref="([^"]*)"/g)].flatMap(([, href = ""]) => {
    if (/^https?:/.test(href)) return [];
    const url = new URL(href, `http://site/${path}`);
    return [{ page: url.pathname.slice(1), ...(url.hash === "" ? {} : { id: url.hash.slice(1) }) }];
  });
}

describe.each(["us-mexico", "teaching", "regions", "source-2022"])("%s", (name) => {
  const parts = testParts(name, filesOf(name));
  const pages: Readonly<Record<Language, readonly Page[]>> = {
    en: howPages(parts, "en"),
    es: howPages(parts, "es"),
  };

  test.each(["en", "es"] as const)(
    "%s: whole elements, no id twice, every link leads somewhere",
    (language) => {
      const ids = new Map(pages[language].map((page) => [page.path, idsOf(page)]));
      for (const [path, list] of ids) expect(new Set(list).size, path).toBe(list.length);
      for (const page of pages[language]) {
        for (const link of linksOf(page)) {
          expect([...ids.keys()], `${page.path} → ${link.page}`).toContain(link.page);
          if (link.id !== undefined)
            expect(ids.get(link.page), `${page.path} → ${link.page}`).toContain(link.id);
        }
      }
    },
  );

  test.each(["en", "es"] as const)(
    "%s: every name and every row of the register has its anchor",
    (language) => {
      const ids = new Map(pages[language].map((page) => [page.path, new Set(idsOf(page))]));
      for (const entry of nameEntries(parts.model)) {
        const page = `how/${chapterPath(entry.variable.chapter)}`;
        expect(ids.get(page)?.has(anchor(entry.name)), `${page}#${anchor(entry.name)}`).toBe(true);
      }
      for (const id of parts.model.evidence.keys()) {
        expect(ids.get("how/sources.html")?.has(anchor(id)), id).toBe(true);
      }
    },
  );

  test.each(["en", "es"] as const)("%s: no script, no inline style, nothing undefined", (language) => {
    for (const { path, body, title, description } of pages[language]) {
      expect(body, path).not.toMatch(/<script|\sstyle=|\bundefined\b|NaN|\[object/);
      expect(body, path).toMatch(/<h1>/);
      expect(`${title} ${description}`, path).not.toMatch(/undefined/);
    }
  });

  test("both languages have the same pages and the same definitions", () => {
    expect(pages.es.map(({ path }) => path)).toEqual(pages.en.map(({ path }) => path));
    for (const [i, page] of pages.en.entries()) {
      const definitions = ({ body }: Page) =>
        [...body.matchAll(/class="definition" id="([^"]+)"/g)].map(([, id]) => id);
      expect(definitions(pages.es[i]!)).toEqual(definitions(page));
    }
  });
});

test("the crisis model has words in both languages for whatever its pictures, loops and ways may show", () => {
  const { graph, labels, model } = howContext(testParts("us-mexico", filesOf("us-mexico")), "es");
  const shown = [...graph.nodes.values()].filter(({ kind }) => kind !== "observation");
  expect(shown.length).toBeGreaterThan(300);
  expect(shown.map(({ name }) => name).filter((name) => labels(name, "es").foreign)).toEqual([]);
  expect(model.loops.length).toBeGreaterThan(100);
});

test("a chapter's page says what its text says", () => {
  const parts = testParts("us-mexico", filesOf("us-mexico"));
  const page = howPages(parts, "es").find(({ path }) => path === "how/chapters/02-production.html")!;
  expect(page.title).toBe("Producción");
  expect(page.body).toContain("La capacidad se reparte en muchos sitios pequeños");
  expect(page.body).not.toContain("Capacity is spread over many small sites");
  expect(page.body).toContain('<div class="definition" id="time-to-replace-a-lab-in-weeks">');
  expect(page.body).toContain('href="../sources.html#b-lab-05"');
  expect(page.body).toContain("triangular, de 1.5 a 3 meses");
  expect(page.body).toMatch(/<div lang="en"><p>Before 2019 part of the supply/);
});
