import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modelReleases } from "../src/cli/model-releases.ts";
import { sha256 } from "../src/model/hash.ts";
import { downstream, root, scratch } from "./command.ts";

const folder = scratch();
afterAll(() => folder.remove());

/** Runs a link of the crisis model with few draws; the model as it stands unless the link names a release. */
function link(text: string, ...args: string[]) {
  const draws = args.includes("--draws") ? [] : ["--draws", "64"];
  return downstream(["link", text, ...draws, ...args]);
}

/** The table without its head and without the words of units, which may be mended. */
function numbersOf(csv: string): string {
  return csv.replace(/^#.*\n/gm, "").replace(/^([^,]*,[^,]*,[AB]),[^,]*/gm, "$1");
}

/** Five links to a released model, each with another part of what links can say. */
const LINKS = [
  "m=2026.1&b=p1-air-raids",
  "m=2026.1&b.air-raids-on-labs=4@2025-02,8@2027-01&see=homicides-in-mexico-in-12-months",
  "m=2026.1&a=alt-treatment&b=p7-tariff&at=2028-06",
  "m=2026.1&b=alt-treatment&p.time-to-replace-a-lab-in-weeks=2&s=7",
  "m=2026.1&b=p1-air-raids&only.dose-law=level",
];

describe("a link on the command line", () => {
  const texts = new Map<string, string>();

  test.each(LINKS)("gives the same bytes with one worker or two: %s", (text) => {
    const first = link(text, "--csv", "--workers", "1");
    expect(first.stderr).toBe("");
    expect(first.status).toBe(0);
    expect(first.stdout.split("\n").length).toBeGreaterThan(10_000);
    expect(link(text, "--csv", "--workers", "2").stdout).toBe(first.stdout);
    texts.set(text, first.stdout);
  });

  test("gives the same bytes each time, and another link other ones", () => {
    expect(link(LINKS[0]!, "--csv").stdout).toBe(texts.get(LINKS[0]!));
    const numbers = [...texts.values()].map((text) => text.replace(/^#.*\n/gm, ""));
    expect(new Set(numbers).size).toBe(LINKS.length);
  });

  test("of a release gives the numbers that it gave when it was released", () => {
    // Within one version of the arithmetic they never change: where they must, NUMBER_VERSION goes up and this file is made anew.
    const golden = JSON.parse(readFileSync(join(root, "tests/golden/links-2026.1.json"), "utf8"));
    const now = LINKS.map((one) => [one, sha256(numbersOf(texts.get(one) ?? ""))]);
    expect(Object.fromEntries(now)).toEqual(golden);
  });

  test("a table of outcomes, in either language, with the headline of the page", () => {
    const english = link("https://example.org/explorer/?b=p1-air-raids&b.air-raids-on-labs=15");
    expect(english.stdout).toMatch(
      /^us-mexico \S+, January 2030; 64 draws \(2024-10\), seed 1\nA: No change\nB: /,
    );
    expect(english.stdout).toContain("15 from February 2025 (raids a month)");
    expect(english.stdout).toMatch(/US overdose deaths in January 2030: .* with B than with A/);
    const spanish = link("b=p1-air-raids", "--lang", "es");
    expect(spanish.stdout).toContain("enero de 2030; 64 sorteos");
  });

  test("JSON has the link in its shortest form, the choice, and every outcome", () => {
    const found = JSON.parse(link("b=p1-air-raids&b.air-raids-on-labs=8&s=1&at=2030-01", "--json").stdout);
    expect(found).toMatchObject({
      format: "downstream-link",
      seed: 1,
      b: { scenario: "p1-air-raids" },
      kept: 64,
    });
    expect(found.link).toMatch(/^m=[^&]+&n=1&b=p1-air-raids$/);
    expect(found.outcomes.length).toBeGreaterThan(20);
    for (const { betterOf100, worseOf100, sameOf100 } of found.outcomes)
      expect(betterOf100 + worseOf100 + sameOf100).toBe(100);
  });

  test("one that was written by hand opens", () => {
    const written = link(
      "B=P1 Air_raids&b.Air_raids_on_labs=15&See=Homicides in Mexico in 12 months",
      "--json",
    );
    expect(written.stderr).toBe("");
    expect(JSON.parse(written.stdout)).toMatchObject({
      b: { scenario: "p1-air-raids", levers: { "air raids on labs": [{ value: 15 }] } },
      outcome: "homicides in mexico in 12 months",
    });
  });

  test("what cannot be used is said, in words, and the rest is run", () => {
    const broken = link(
      "m=2026.1&b=p1-air-raids&b.air-raid-on-labs=4&p.nothing=1&b.trust=high&at=1999-01",
      "--csv",
    );
    expect(broken.status).toBe(0);
    expect(broken.stderr).toContain("did you mean 'air-raids-on-labs'?");
    expect(broken.stderr).toContain("no such assumption");
    expect(broken.stderr).toMatch(/'at' the month 1999-01; it can be from \d{4}-\d\d to \d{4}-\d\d/);
    expect(broken.stdout).toBe(texts.get(LINKS[0]!));
    expect(link("b=nada", "--lang", "es").stderr).toContain("el modelo no tiene tal escenario");
  });

  test("an unknown release is refused, with those there are", () => {
    const unknown = link("m=1999.1&b=p1-air-raids");
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain("There is no release '1999.1'");
    expect(unknown.stdout).toBe("");
  });
});

test("every release that is kept here is whole", () => {
  const releases = modelReleases(join(root, "models/us-mexico"));
  expect(releases.map(({ info }) => info.release)).toContain("2026.1");
  for (const { info, facts } of releases) {
    expect(facts.release).toBe(info.release);
    expect(facts.draws.posterior).toBe(info.posterior.name);
  }
});

describe("a released model", () => {
  const model = join(folder.path, "teaching");
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(model, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(model, file), text.replaceAll(from, to));
  };
  const own = (text: string, ...args: string[]) => link(text, "--model", model, ...args);
  const release = (...args: string[]) => downstream(["release", model, ...args, "--date", "2026-01-31"]);
  let before = "";

  beforeAll(() => {
    cpSync(join(root, "models/teaching"), model, { recursive: true });
    const made = release("2026.1");
    expect(made.stderr).toBe("");
    expect(made.stdout).toContain("facts.json");
    before = own("m=2026.1&b=more-treatment", "--csv").stdout;
    expect(before).toContain("# release: 2026.1\n");
  });

  test("is the model as it stands, until one of them changes", () => {
    expect(own("b=more-treatment", "--csv").stdout).toBe(before);
  });

  test("keeps its numbers when the model goes on; a link without a release follows the model", () => {
    edit("chapters/people.md", "triangular(4, 10, 24)", "triangular(4, 12, 24)");
    expect(own("m=2026.1&b=more-treatment", "--csv").stdout).toBe(before);
    const now = own("b=more-treatment", "--csv").stdout;
    expect(now).toMatch(/# release: 2026\.1\+[0-9a-f]{7}\n/);
    expect(now.replace(/^#.*\n/gm, "")).not.toBe(before.replace(/^#.*\n/gm, ""));
    expect(own("m=2026.1&b=more-treatment", "--current", "--csv").stdout).toBe(now);
  });

  test("a later release follows the names that it changed", () => {
    for (const file of [
      "chapters/people.md",
      "scenarios/more-treatment.yaml",
      "words/en.yaml",
      "words/es.yaml",
    ])
      edit(file, "treatment entry rate", "entries into care");
    writeFileSync(
      join(folder.path, "renamed.json"),
      JSON.stringify({ levers: { "treatment-entry-rate": "entries-into-care" } }),
    );
    expect(release("2026.2", "--renamed", join(folder.path, "renamed.json")).stderr).toBe("");
    const moved = own("m=2026.1&b.treatment-entry-rate=0.5", "--current", "--json");
    expect(moved.stderr).toBe("");
    const { link: text, release: name } = JSON.parse(moved.stdout);
    expect([text, name]).toEqual(["m=2026.2&n=1&b.entries-into-care=0.5", "2026.2"]);
    const followed = own("m=2026.2&b.treatment-entry-rate=0.5", "--json");
    expect(followed.stderr).toBe("");
    expect(JSON.parse(followed.stdout)).toEqual(JSON.parse(moved.stdout));
  });

  test("is never written over, and is refused where a file is not the one released", () => {
    expect(release("2026.1").status).toBe(2);
    const copy = join(folder.path, "copy");
    cpSync(model, copy, { recursive: true });
    const facts = join(copy, "releases/2026.1/facts.json");
    writeFileSync(facts, readFileSync(facts, "utf8").replace("{", "{ "));
    const changed = link("m=2026.1", "--model", copy);
    expect(changed.status).toBe(65);
    expect(changed.stderr).toContain("'facts.json' of the release");
    expect(release("two").stderr).toContain("not the name of a release");
    expect(downstream(["release", model, "2026.9", "--date", "2026-02-30"]).status).toBe(2);
  });
});
