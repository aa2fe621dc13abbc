import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clinicFolder } from "./clinic.ts";

const { run, at, broken } = clinicFolder();

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
