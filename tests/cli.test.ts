import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clinicFolder } from "./clinic.ts";

const { run, at, broken } = clinicFolder();

describe("a new model", () => {
  test("checks, with all its reality checks", () => {
    const { status, stdout } = run("check", "clinic", "--dt");
    expect(stdout).toContain("0 errors, 0 warnings; 4 of 4 reality checks hold");
    expect(stdout).toContain("half the step moves");
    expect(status).toBe(0);
  });
  test("explains its names, in both languages and as JSON", () => {
    expect(run("explain", "clinic", "Time  in TREATMENT").stdout).toContain(
      "Prior: triangular(4, 10, 24) month",
    );
    expect(run("explain", "clinic", "deaths", "--lang", "es").stdout).toContain("menos es mejor");
    const json = JSON.parse(run("explain", "clinic", "people in treatment", "--json").stdout);
    expect(json).toMatchObject({ kind: "stock", unit: "person" });
  });
  test("simulates to a table, to CSV and to JSON", () => {
    expect(run("simulate", "clinic").stdout).toMatch(/deaths +3,180 .* person\/year/);
    const lines = run("simulate", "clinic", "--csv").stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("time,date,deaths (person/year),people in treatment (person)");
    expect(lines[1]).toBe("2015,2015-01,3180,20000");
    expect(lines).toHaveLength(1 + 15 * 12 + 1);
    const json = JSON.parse(run("simulate", "clinic", "--json", "--outputs", "all people").stdout);
    expect(json.outputs).toHaveLength(1);
    expect(json.outputs[0]).toMatchObject({ name: "all people", unit: "person" });
    expect(json.outputs[0].values[0]).toBe(120000);
  });
  test("simulates over draws, with five columns a name", () => {
    const head = run("simulate", "clinic", "--draws", "20", "--outputs", "deaths", "--csv").stdout.split(
      "\n",
    )[0];
    expect(head).toContain("deaths q05 (person/year),deaths q25 (person/year),deaths q50 (person/year)");
  });
  test("takes settings: constants throughout, levers from the decision date, options of variants", () => {
    const last = (...set: string[]) => {
      const lines = run("simulate", "clinic", "--csv", "--outputs", "deaths", ...set)
        .stdout.trimEnd()
        .split("\n");
      return { first: Number(lines[1]?.split(",")[2]), end: Number(lines.at(-1)?.split(",")[2]) };
    };
    const plain = last();
    const treated = last("--set", "treatment entry rate=0.6");
    expect(treated.first).toBe(plain.first);
    expect(treated.end).toBeLessThan(plain.end);
    expect(last("--set", "death rate outside treatment = 0.06").first).toBeCloseTo(2 * plain.first, 9);
    expect(last("--set", "protection by treatment=weak").first).toBeGreaterThan(plain.first);
    expect(last("--scenario", "more-treatment").end).toBeLessThan(plain.end);
  });
  test("a constant that its prior cannot give is set with a warning; one that it can, without", () => {
    const { stderr, status } = run("simulate", "clinic", "--set", "new cases=99999999");
    expect(stderr).toMatch(/warning option-set-outside-prior\n.* 99999999 person\/year.*: 6000 to 14000/);
    expect(status).toBe(0);
    expect(run("simulate", "clinic", "--set", "new cases=6000").stderr).toBe("");
    expect(run("simulate", "clinic", "--set", "treatment entry rate=1").stderr).toBe("");
  });
  test("takes another data file of the same name", () => {
    mkdirSync(at("mine"), { recursive: true });
    writeFileSync(at("mine/deaths.csv"), "date,deaths\n2019-01-01,10\n2020-01-01,11\n");
    expect(run("simulate", "clinic", "--data", "mine/deaths.csv").status).toBe(0);
  });
  test("compares scenarios, in both languages, as CSV and as JSON", () => {
    const { stdout } = run("compare", "clinic", "more-treatment", "--draws", "40");
    expect(stdout).toContain("against no change of the same draw; 40 draws");
    expect(stdout).toMatch(/Deaths .* better in 100 of 100/);
    expect(run("compare", "clinic", "more-treatment", "--draws", "20", "--lang", "es").stdout).toContain(
      "Muertes",
    );
    const json = JSON.parse(run("compare", "clinic", "more-treatment", "--draws", "20", "--json").stdout);
    expect(json.rows.map((row: { outcome: string }) => row.outcome)).toEqual([
      "deaths",
      "people in treatment",
    ]);
    expect(run("compare", "clinic", "more-treatment", "--draws", "20", "--csv").stdout).toContain(
      "better of 100",
    );
  });
  test("calibrates what calibration.yaml asks for, and tests itself on made data", () => {
    const name = broken("planned", "words/en.yaml", (text) => text);
    writeFileSync(
      at(name, "calibration.yaml"),
      "particles: 40\npriorDraws: 200\nkeep: 50\norigins:\n  - origin: 2021-06\n    full: true\n  - {origin: 2023-06, keep: 30, seeds: 1}\n",
    );
    const wrong = run("calibrate", name);
    expect(wrong.stderr).toContain("calibration.yaml:7:33");
    expect(wrong.status).not.toBe(0);
    writeFileSync(
      at(name, "calibration.yaml"),
      readFileSync(at(name, "calibration.yaml"), "utf8").replace(", seeds: 1", ""),
    );
    expect(run("calibrate", name).status).toBe(0);
    const info = (origin: string) => JSON.parse(readFileSync(at(name, `posterior/${origin}.json`), "utf8"));
    expect([info("2021-06").draws, info("2023-06").draws]).toEqual([50, 30]);
    expect(info("2021-06").fits[0].points).toBeLessThan(info("2023-06").fits[0].points);
    expect(existsSync(at(name, "posterior/2021-06-full.json"))).toBe(false);
    expect(existsSync(at(name, "posterior/.unfinished"))).toBe(false);
    const ranks = run("calibrate", name, "--ranks", "12", "--origins", "2023-06");
    expect(ranks.stdout).toContain("12 truths from the prior");
    expect(ranks.status).toBe(0);
  });
  test("calibrates: the posterior stands beside the model and is used from then on", () => {
    const name = broken("learned", "words/en.yaml", (text) => text);
    const sizes = ["--particles", "60", "--prior-draws", "400", "--keep", "100"];
    const { stdout, status } = run("calibrate", name, ...sizes);
    expect(status).toBe(0);
    expect(stdout).toContain("R-hat between islands");
    const info = JSON.parse(readFileSync(at(name, "posterior/2024-11.json"), "utf8"));
    expect(info).toMatchObject({ draws: 100, priorDraws: 400, failed: 0, rejected: 0 });
    expect(readFileSync(at(name, "posterior/2024-11.f32")).length).toBe(4 * 100 * info.parameters.length);
    expect(info.fits[0].points).toBe(8);
    expect(info.fits[0].mape).toBeLessThan(info.fits[0].priorMape);
    expect(run("compare", name, "more-treatment", "--draws", "50").stdout).toContain(
      "draws from the posterior/2024-11",
    );
    const other = run("simulate", name, "--draws", "20", "--posterior", "2020-01");
    expect(other.stderr).toContain("It has: 2024-11");
    expect(other.status).not.toBe(0);
    expect(run("simulate", name, "--draws", "20", "--posterior", "2024-11").status).toBe(0);
    const chapter = at(name, "chapters/people.md");
    writeFileSync(chapter, readFileSync(chapter, "utf8").replace("20_000", "21_000"));
    const { stderr, status: after } = run("simulate", name, "--draws", "20");
    expect(stderr).toContain("warning posterior-other-model");
    expect(after).toBe(0);
  });
});
