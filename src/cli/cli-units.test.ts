import { expect, test } from "vitest";
import { csvCell, csvText } from "./csv.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import { textTable, wrap } from "./text-table.ts";

test("numbers survive CSV to the last bit, and negative numbers stay numbers", () => {
  for (const value of [0.1 + 0.2, -1e-300, 1 / 3, 123456789.125]) expect(Number(csvCell(value))).toBe(value);
  expect(csvCell(-3)).toBe("-3");
  expect(csvCell(Number.NaN)).toBe("");
});

test("a text that a spreadsheet would run as a formula is quoted", () => {
  expect(csvCell("=1+1")).toBe(`"'=1+1"`);
  expect(csvCell("-rate (1/year)")).toBe(`"'-rate (1/year)"`);
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  expect(csvText(["time", "@x"], [[2015, "ok"]])).toBe(`time,"'@x"\n2015,ok\n`);
});

test("tables line up, whatever marks the letters carry", () => {
  const lines = textTable(
    [{ title: "name" }, { title: "n", align: "right" }],
    [
      ["año", "1"],
      ["an\u0303o", "1,000"],
    ],
  );
  expect(lines).toEqual(["name      n", "año       1", "an\u0303o   1,000"]);
});

test("long text is broken at spaces", () => {
  expect(wrap("one two three four", 9, "  ")).toEqual(["one two", "  three", "  four"]);
  expect(wrap("", 9)).toEqual([]);
});

test("exit codes follow the findings", () => {
  expect(exitCodeOf(["file-missing"])).toBe(EXIT.missingInput);
  expect(exitCodeOf(["file-is-a-folder"])).toBe(EXIT.missingInput);
  expect(exitCodeOf(["yaml-syntax"])).toBe(EXIT.badInput);
  expect(exitCodeOf(["file-unwritable"])).toBe(EXIT.internal);
  expect(exitCodeOf(["option-number"])).toBe(EXIT.usage);
});
