import { expect, test } from "vitest";
import { chapterFiles } from "./chapter-files.ts";
import { compileModel } from "./compile-model.ts";

const model = (text: string) => compileModel({ "m.md": `# M\n\n\`\`\`model\n${text}\n\`\`\`\n` });

test("each link of a loop is on a listed loop, with its sign", () => {
  const { model: m, diagnostics } = model(`
time from 0 to 10, 4 steps a unit, rk4
stock capacity
  start 1
  in    rebuilt
  out   destroyed
stock dispersal
  start 0
  in    (raids - dispersal) * pace
raids = capacity * effort
effort = 0.5
pace = 2
wanted = 3
destroyed = raids * (1 - dispersal)
rebuilt = max(wanted - capacity, 0) * pace`);
  expect(diagnostics).toEqual([]);
  expect(m.loops.map((loop) => `${loop.names.join(" → ")} ${loop.sign}`)).toEqual([
    "dispersal -",
    "capacity → rebuilt -",
    "capacity → raids → destroyed ?",
    "capacity → raids → dispersal → destroyed +",
  ]);
});

test("a model without feedback has no loops", () => {
  expect(model("time from 0 to 1, 1 steps a unit, euler\nstock s\n  start 1\n  in 2").model.loops).toEqual(
    [],
  );
});

test("chapters are found in their folder, else at the top, in order, without a README", () => {
  const text = "";
  expect(
    chapterFiles({ "chapters/02-b.md": text, "chapters/01-a.md": text, "README.md": text, "x.md": text }),
  ).toEqual(["chapters/01-a.md", "chapters/02-b.md"]);
  expect(chapterFiles({ "b.md": text, "a.md": text, "readme.md": text, "evidence/notes.md": text })).toEqual([
    "a.md",
    "b.md",
  ]);
});

test("a folder without chapters says so", () => {
  expect(compileModel({}).diagnostics.map((d) => d.code)).toEqual(["no-chapters"]);
});

test("a model compiles to the same hash again, and to another when a number changes", () => {
  const text = "time from 0 to 1, 1 steps a unit, euler\na = 1\n";
  expect(model(text).model.hash).toBe(model(`${text}\n`).model.hash);
  expect(model(text).model.hash).not.toBe(model(text.replace("a = 1", "a = 2")).model.hash);
});
