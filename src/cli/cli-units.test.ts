import { expect, test } from "vitest";
import { EXIT, exitCodeOf } from "./exit-codes.ts";
import { nameList } from "./options.ts";
import { textTable, wrap } from "./text-table.ts";

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

test("a comma between the elements of an array parts no names", () => {
  expect(nameList("flow[north, young], all deaths,,rate[a,b]")).toEqual([
    "flow[north, young]",
    "all deaths",
    "rate[a,b]",
  ]);
});
