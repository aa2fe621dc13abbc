import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCritiques } from "../../explain/critiques.ts";
import { testParts } from "../test-parts.ts";
import { critiquesPages } from "./critiques-pages.ts";

const root = join(import.meta.dirname, "../../../models/us-mexico");
const files = Object.fromEntries(
  (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => /\.(md|csv|ya?ml|json)$/.test(path) && statSync(join(root, path)).isFile())
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);
const parts = testParts("us-mexico", files);
const { critiques } = loadCritiques(files, parts.model);

test("every objection has an anchor of its id, its standing, and what would settle it where it is open", () => {
  const english = critiquesPages(parts, "en")[0]!.body;
  const spanish = critiquesPages(parts, "es")[0]!.body;
  expect(critiques.length).toBeGreaterThan(10);
  for (const { id } of critiques) {
    for (const body of [english, spanish])
      expect(body.split(`<article class="critique" id="${id}">`)).toHaveLength(2);
  }
  const open = critiques.filter(({ standing }) => standing === "open").length;
  expect(english.split("<strong>Open.</strong>").length - 1).toBe(open);
  expect(spanish.split("<strong>Abierta.</strong>").length - 1).toBe(open);
  expect(english.split("What would settle it").length - 1).toBe(
    critiques.filter(({ settles }) => settles !== undefined).length,
  );
});

test("places are links to chapters and sources, relative and marked as English on a Spanish page", () => {
  const body = critiquesPages(parts, "es")[0]!.body;
  const links = [...body.matchAll(/<dd><a href="([^"]*)" lang="en">/g)].map((found) => found[1]);
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect(link).toMatch(/^(chapters\/[\w-]+\.html|sources\.html#)/);
  expect(body).not.toMatch(/<script|style="|undefined/);
});

test("a model without objections has a short page", () => {
  const { body } = critiquesPages({ ...parts, files: {} }, "en")[0]!;
  expect(body).toContain("No objections are written down");
  expect(body).not.toContain("<article");
});
