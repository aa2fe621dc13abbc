import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadEpisodes } from "../src/analysis/episode-file.ts";
import { compileEpisodes } from "../src/analysis/episode-model.ts";
import { runEpisodes } from "../src/analysis/episodes.ts";
import type { StoredResult } from "../src/analysis/stored-results.ts";
import type { Validation } from "../src/analysis/validation.ts";
import { validationPage } from "../src/charts/validation-picture.ts";
import { EXIT } from "../src/cli/exit-codes.ts";
import { directPool } from "../src/ensemble/index.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { downstream, root } from "./command.ts";

const EPISODES = [
  ...["methamphetamine-1995", "mexico-2005", "australia-2001", "china-2019", "leadership-removals"],
  ...["sinaloa-2024", "plan-colombia", "tariff-2025", "tariff-without-exemption"],
];

describe("downstream validate", () => {
  const few = ["--draws", "16", "--seed", "2"];
  const json = downstream(["validate", "models/us-mexico", "--only", "episodes", "--json", ...few]);

  test("runs the nine episodes and judges every target", () => {
    expect(json.status).toBe(EXIT.ok);
    const { format, parts, episodes, rows } = JSON.parse(json.stdout) as Validation;
    expect({ format, parts }).toEqual({ format: "downstream-validation", parts: ["episodes"] });
    expect(episodes.map(({ id }) => id)).toEqual(EPISODES);
    for (const { used } of episodes) expect(used).toBeGreaterThanOrEqual(4);
    expect(rows.length).toBeGreaterThanOrEqual(27);
    for (const row of rows) {
      expect(row.section).toBe("episode");
      expect(row.sources.length, row.id).toBeGreaterThan(0);
      expect(Number.isFinite(row.obtained.median), row.id).toBe(true);
      expect(row.obtained.low!, row.id).toBeLessThanOrEqual(row.obtained.median);
      expect(row.verdict, row.id).not.toBe("reported");
    }
  });

  test("shocks bite: a draw with the shock differs from the same draw without it, in the published direction", () => {
    const { rows } = JSON.parse(json.stdout) as Validation;
    const median = (id: string) => rows.find((row) => row.id === id)?.obtained.median ?? Number.NaN;
    expect(median("methamphetamine-1995/price")).toBeGreaterThan(5);
    expect(median("methamphetamine-1995/use")).toBeLessThan(-20);
    expect(median("mexico-2005/closure")).toBeLessThan(-10);
    expect(median("australia-2001/deaths")).toBeLessThan(-2);
    expect(median("china-2019/direct")).toBeLessThan(50);
    expect(median("sinaloa-2024/toll")).toBeGreaterThan(500);
    expect(median("plan-colombia/elasticity")).toBeLessThan(0);
    expect(median("tariff-2025/effective")).toBeLessThan(12);
    expect(median("tariff-without-exemption/output")).toBeLessThan(-0.5);
  });

  test("prints published models in Spanish, with a verdict for each figure", () => {
    const { stdout, status } = downstream([
      "validate",
      "models/us-mexico",
      "--only",
      "published",
      "--lang",
      "es",
    ]);
    expect(status).toBe(EXIT.ok);
    expect(stdout).toMatch(/^MODELOS PUBLICADOS: \d+ reproducidos/);
    expect(stdout).toContain("La mitad del reclutamiento: muertos, 2027 frente a 2022");
    expect(stdout).toContain("● reproducido");
    expect(stdout).not.toContain("reproduced");
  });

  test("says what a model lacks", () => {
    const { stderr, status } = downstream(["validate", "models/teaching"]);
    expect(status).not.toBe(EXIT.ok);
    expect(stderr).toContain("nothing to be held against");
  });
});

test("a block that an episode isolates stays in balance without the shock", async () => {
  const { files } = readFolder(join(root, "models/us-mexico"));
  const ids = ["methamphetamine-1995", "mexico-2005", "australia-2001"];
  const changed = Object.fromEntries(
    ids.map((id) => [
      `episodes/${id}.yaml`,
      (files[`episodes/${id}.yaml`] ?? "").replaceAll(
        /^( +value:) .*\n( +take:) .*/gm,
        "$1 abs(baseline(street purity index) - 1) + abs(baseline(price index) - 1)\n$2 highest",
      ),
    ]),
  );
  const all = { ...files, ...changed };
  const read = loadEpisodes(all).episodes.filter(({ episode }) => ids.includes(episode.id));
  expect(read).toHaveLength(ids.length);
  const { compiled, diagnostics } = compileEpisodes(all, "us-mexico", read);
  expect(diagnostics).toEqual([]);
  for (const { values } of await runEpisodes(directPool(), compiled, [], { draws: 4, seed: 1 })) {
    for (const column of values) for (const drift of column) expect(drift).toBeLessThan(0.001);
  }
});

test("the page of the table names every episode, in both languages", () => {
  const { files } = readFolder(join(root, "models/us-mexico"));
  const { result } = JSON.parse(files["results/validation.json"] ?? "") as StoredResult<"validation">;
  expect(result.episodes.map(({ id }) => id)).toEqual(EPISODES);
  const made = { notice: "", command: "npx downstream validate models/us-mexico" };
  const page = validationPage(result, "en", made);
  for (const { label } of result.episodes) expect(page).toContain(`### ${label.en}: `);
  expect(validationPage(result, "es", made)).not.toMatch(/reproduced|missed|covered/);
});
