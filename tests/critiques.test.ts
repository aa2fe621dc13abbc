import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CRITIQUE_STAGES, loadCritiques } from "../src/explain/critiques.ts";
import { critiquesPage } from "../src/explain/critiques-page.ts";
import { renderCritiques } from "../src/explain/critiques-view.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { compileModel } from "../src/model/compile-model.ts";
import { root } from "./command.ts";

const { files } = readFolder(join(root, "models/us-mexico"));
const { model } = compileModel(files, { name: "us-mexico" });
const { critiques, diagnostics } = loadCritiques(files, model);

test("every heading, name, row and check that the objections to the crisis model point at is in it", () => {
  expect(diagnostics).toEqual([]);
  expect(critiques.length).toBeGreaterThanOrEqual(18);
  expect(critiques.filter(({ where }) => where.headings.length === 0)).toEqual([]);
});

test("as many find force badly treated as find it flattered", () => {
  const count = (tilt: string) => critiques.filter((critique) => critique.tilt === tilt).length;
  expect(count("understates")).toBe(count("overstates"));
  expect(critiques.filter(({ standing }) => standing === "open").length).toBeGreaterThanOrEqual(5);
});

test("the file follows the supply chain", () => {
  const places = critiques.map(({ stage }) => CRITIQUE_STAGES.indexOf(stage));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("the page of critiques is that of the file; `npm run docs` makes it again", () => {
  const page = readFileSync(join(root, "docs/critiques.md"), "utf8");
  expect(critiquesPage(renderCritiques(critiques, model, "en"), "model/")).toBe(page);
});
