import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Files } from "../../base/diagnostic.ts";
import { parseLink } from "../../scenario/parse-link.ts";
import { makeFacts } from "../make-facts.ts";
import { testParts } from "../test-parts.ts";
import { readWorkshop } from "../workshop-file.ts";
import { teachPages } from "./teach-pages.ts";

const models = join(import.meta.dirname, "../../../models");

function filesOf(name: string): Files {
  const root = join(models, name);
  return Object.fromEntries(
    (readdirSync(root, { recursive: true }) as string[])
      .filter((path) => /\.(md|csv|ya?ml|json)$/.test(path) && statSync(join(root, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
  );
}
const crisis = testParts("us-mexico", filesOf("us-mexico"));

test("every scene's link opens without a finding, and says what it is meant to", () => {
  const facts = makeFacts(crisis, { name: "2026.1", date: "2026-11-23" });
  const { workshop, diagnostics } = readWorkshop(crisis.files);
  expect(diagnostics).toEqual([]);
  expect(workshop?.scenes.length).toBeGreaterThan(4);
  for (const { link } of workshop?.scenes ?? []) {
    const parsed = parseLink(link, facts);
    expect(parsed.diagnostics).toEqual([]);
    const { a, b } = parsed.link.choice;
    if (link !== "") expect(b.scenario !== a.scenario).toBe(true);
  }
});

test("roles are balanced across the two countries", () => {
  const countries = readWorkshop(crisis.files).workshop?.roles.map(({ country }) => country?.en) ?? [];
  const count = (name: string) => countries.filter((one) => one === name).length;
  expect(count("United States")).toBe(count("Mexico"));
  expect(count("Mexico") * 2).toBe(countries.length);
});

test("the page has all parts in both languages, links its scenes relatively, and holds no script", () => {
  for (const language of ["en", "es"] as const) {
    const { body } = teachPages(crisis, language)[0]!;
    for (const id of ["prepare", "aims", "schedule", "roles", "scenes", "questions", "silent", "lead"]) {
      expect(body).toContain(`<h2 id="${id}"`);
    }
    expect(body).toContain('<a href="../index.html?a=ladder-full-campaign&amp;b=alt-treatment" ');
    expect(body).not.toMatch(/<script|style="|undefined|href="\//);
  }
});

test("a model without a workshop file offers its ready scenarios; a broken file is a finding", () => {
  const teaching = testParts("teaching", filesOf("teaching"));
  const { body } = teachPages(teaching, "en")[0]!;
  expect(body).toContain('<ol class="scenes">');
  expect(body).not.toContain('<h2 id="roles"');
  const { workshop, diagnostics } = readWorkshop({ "workshop.yaml": "aimz: []\n" });
  expect(workshop).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["yaml-unknown-field"]);
});
