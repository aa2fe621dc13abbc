import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { downstream, scratch } from "./command.ts";

const folder = scratch();
const run = (...args: string[]) => downstream(args, folder.path);
const at = (...parts: string[]) => join(folder.path, ...parts);

beforeAll(() => {
  const made = run("new", "clinic");
  expect(made.stderr).toBe("");
  expect(made.status).toBe(0);
});
afterAll(() => folder.remove());

/** Replaces a text in a copy of the model `clinic` and gives the copy's name. */
function broken(name: string, file: string, change: (text: string) => string): string {
  expect(run("new", name).status).toBe(0);
  const path = at(name, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return name;
}

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

describe("what goes wrong is said with a place, a next step and an exit code", () => {
  interface Case {
    readonly name: string;
    readonly args: () => string[];
    readonly status: number;
    readonly says: RegExp;
  }
  const bytes = () => writeFileSync(at("latin1.md"), Buffer.from([0x23, 0xe9, 0x0a]));
  const cases: readonly Case[] = [
    { name: "an unknown command", args: () => ["simulat"], status: 2, says: /Did you mean simulate/ },
    {
      name: "an unknown option",
      args: () => ["check", "clinic", "--d"],
      status: 2,
      says: /unknown option '--d'/,
    },
    {
      name: "a missing argument",
      args: () => ["explain"],
      status: 2,
      says: /missing required argument/,
    },
    {
      name: "a number that is none",
      args: () => ["compare", "clinic", "x", "--draws", "many"],
      status: 2,
      says: /whole number/,
    },
    {
      name: "an unknown language",
      args: () => ["check", "clinic", "--lang", "fr"],
      status: 2,
      says: /Allowed choices are en, es/,
    },
    {
      name: "a missing folder",
      args: () => ["check", "nowhere"],
      status: 66,
      says: /no file or folder 'nowhere'/,
    },
    {
      name: "a file as a folder",
      args: () => ["check", "clinic/data/deaths.csv"],
      status: 66,
      says: /a folder is needed/,
    },
    { name: "a folder as a brief", args: () => ["brief", "clinic"], status: 66, says: /a file is needed/ },
    {
      name: "a missing brief",
      args: () => ["brief", "none.md"],
      status: 66,
      says: /no file or folder 'none.md'/,
    },
    {
      name: "a folder without a model",
      args: () => ["simulate", "clinic/data"],
      status: 65,
      says: /downstream new/,
    },
    {
      name: "an unknown name",
      args: () => ["explain", "clinic", "deths"],
      status: 2,
      says: /did you mean 'deaths'/,
    },
    {
      name: "an unknown output",
      args: () => ["simulate", "clinic", "--outputs", "deths"],
      status: 2,
      says: /did you mean 'deaths'/,
    },
    {
      name: "an unknown scenario",
      args: () => ["compare", "clinic", "more-treatmnt"],
      status: 2,
      says: /did you mean 'more-treatment'.*\n.*no-change/,
    },
    {
      name: "a setting without a value",
      args: () => ["simulate", "clinic", "--set", "deaths"],
      status: 2,
      says: /name=number/,
    },
    {
      name: "a setting that is no number",
      args: () => ["simulate", "clinic", "--set", "new cases=lots"],
      status: 2,
      says: /name=number/,
    },
    {
      name: "a setting with a unit",
      args: () => ["simulate", "clinic", "--set", "time in treatment=20 month"],
      status: 2,
      says: /a number only, in the declared unit \(month\).*'20 month'.*\n.*--set 'time in treatment=20'/,
    },
    {
      name: "a lever outside its range",
      args: () => ["simulate", "clinic", "--set", "treatment entry rate=50"],
      status: 2,
      says: /scenario-out-of-range\n +50 is outside the range of 'treatment entry rate': [\d.]+ to [\d.]+ 1\/year/,
    },
    {
      name: "a setting of an unknown name",
      args: () => ["simulate", "clinic", "--set", "length of treatment=3"],
      status: 2,
      says: /no 'length of treatment'.*\n.*Names like it: .*time in treatment.*downstream explain/,
    },
    {
      name: "a setting of an equation",
      args: () => ["simulate", "clinic", "--set", "deaths=3"],
      status: 2,
      says: /computed by the model/,
    },
    {
      name: "a setting of an unknown option",
      args: () => ["simulate", "clinic", "--set", "protection by treatment=week"],
      status: 2,
      says: /no option 'week': did you mean 'weak'/,
    },
    {
      name: "a month before the decision",
      args: () => ["compare", "clinic", "more-treatment", "--at", "2019-01"],
      status: 2,
      says: /2024-11 .*2030-01/,
    },
    {
      name: "data of another name",
      args: () => ["simulate", "clinic", "--data", "clinic/words/en.yaml"],
      status: 2,
      says: /It has: deaths\.csv/,
    },
    {
      name: "a name that exists",
      args: () => ["new", "clinic"],
      status: 2,
      says: /exists already, and nothing was written/,
    },
    { name: "a name that cannot be", args: () => ["new", "My Model"], status: 2, says: /lower case letters/ },
    {
      name: "a run that breaks down",
      args: () => ["simulate", "clinic", "--set", "time in treatment=0"],
      status: 1,
      says: /warning option-set-outside-prior[\s\S]*The run failed.*\n.*--set 'time in treatment=0'/,
    },
    {
      name: "draws of which every one breaks down",
      args: () => ["simulate", "clinic", "--draws", "5", "--set", "time in treatment=0"],
      status: 1,
      says: /The run failed.*\n.*--set 'time in treatment=0'/,
    },
    {
      name: "a file that is not text",
      args: () => {
        bytes();
        return ["brief", "latin1.md"];
      },
      status: 65,
      says: /not text in UTF-8/,
    },
    {
      name: "broken YAML",
      args: () => ["simulate", broken("b1", "scenarios/no-change.yaml", (text) => `${text}  : [\n`)],
      status: 65,
      says: /b1\/scenarios\/no-change\.yaml:\d+:\d+\n.*\n.*\^/,
    },
    {
      name: "a scenario that names no lever",
      args: () => [
        "simulate",
        broken("b2", "scenarios/more-treatment.yaml", (text) => text.replace("entry rate", "entry rat")),
      ],
      status: 65,
      says: /b2\/scenarios\/more-treatment\.yaml:\d+:\d+/,
    },
    {
      name: "broken CSV",
      args: () => ["simulate", broken("b3", "data/deaths.csv", () => "date,deaths\n2015-01-01,many\n")],
      status: 65,
      says: /error [\w/-]+\n/,
    },
    {
      name: "broken CSV in place of the model's own",
      args: () => {
        mkdirSync(at("theirs"), { recursive: true });
        writeFileSync(at("theirs/deaths.csv"), "date,deaths\n2015-01-01,many\n");
        return ["simulate", "clinic", "--data", at("theirs/deaths.csv")];
      },
      status: 65,
      says: /\n {2}\/\S*\/theirs\/deaths\.csv:2:12\n.*2015-01-01,many/,
    },
    {
      name: "a column that the data given lack",
      args: () => {
        mkdirSync(at("ours"), { recursive: true });
        writeFileSync(at("ours/deaths.csv"), "date,dead\n2015-01-01,3\n");
        return ["simulate", "clinic", "--data", "ours/deaths.csv"];
      },
      status: 65,
      says: /ours\/deaths\.csv[\s\S]*dead/,
    },
    {
      name: "a model block that is not closed",
      args: () => ["simulate", broken("b7", "chapters/people.md", (text) => text.replace(/^```\n/m, ""))],
      status: 65,
      says: /^error unclosed-model-block\n.*\n.*\n.*\n +the model block opened at line \d+ is not closed\n[^\n]*\n$/,
    },
    {
      name: "a model that does not compile",
      args: () => [
        "simulate",
        broken("b4", "chapters/people.md", (text) =>
          text.replace("* treatment entry rate", "* treatment entry rat"),
        ),
      ],
      status: 65,
      says: /b4\/chapters\/people\.md:\d+:\d+\n.*\n +\^+\n.*treatment entry rate/,
    },
    {
      name: "findings in a checked model",
      args: () => [
        "check",
        broken("b5", "words/es.yaml", (text) => text.replace("    label: Muertes por sobredosis\n", "")),
      ],
      status: 1,
      says: /^$/,
    },
    {
      name: "a reality check that fails",
      args: () => [
        "check",
        broken("b6", "chapters/people.md", (text) =>
          text.replace("expect (deaths = 0)", "expect (deaths > 0)"),
        ),
      ],
      status: 1,
      says: /^$/,
    },
  ];
  test.each(cases)("$name", ({ args, status, says }) => {
    const result = run(...args());
    expect(result.stderr).toMatch(says);
    expect(result.status).toBe(status);
    expect(result.stderr).not.toMatch(/^ +at .*:\d+:\d+/m);
    if (status !== 1) expect(result.stdout).toBe("");
  });

  test("a failing check says when and with which values", () => {
    const { stdout } = run("check", "b6");
    expect(stdout).toContain('check fails: "nobody to start with, nobody dies"');
    expect(stdout).toMatch(/first at 2015-01:\n +deaths = 0 person\/year/);
  });
  test("gaps in the words are findings, in the reader's language", () => {
    const { stdout } = run("check", "b5");
    expect(stdout).toContain("words-missing");
    expect(stdout).toContain("Add the text to words/es.yaml.");
    expect(stdout).toContain("1 error, 0 warnings");
    expect(JSON.parse(run("check", "b5", "--json", "--lang", "es").stdout).findings[0].code).toBe(
      "words-missing",
    );
  });
  test("mechanisms and forecasts are public names: they need words", () => {
    const name = broken("b8", "chapters/people.md", (text) =>
      text
        .replace("error relative 5 %", "error relative 5 %, discrepancy 5 % over 12 months")
        .replace(
          /^observe /m,
          'mechanism "new cases" conceived 2019-01, off (new cases = 0)\nforecast deaths: counted deaths, against counted deaths\nobserve ',
        ),
    );
    const { findings } = JSON.parse(run("check", name, "--json").stdout);
    expect(findings.map((d: { data: unknown }) => d.data)).toMatchObject([
      { kind: "mechanisms", language: "en", fields: ["label", "sentence"] },
      { kind: "mechanisms", language: "es", fields: ["label", "sentence"] },
      { kind: "forecasts", language: "en", fields: ["label"] },
      { kind: "forecasts", language: "es", fields: ["label"] },
    ]);
  });
});
