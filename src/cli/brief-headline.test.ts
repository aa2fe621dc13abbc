import { expect, test } from "vitest";
import { TEST_RESULT } from "../brief/test-result.ts";
import { headlineText } from "./brief-headline.ts";

const screen = { columns: 100, isTTY: false, style: (_: string, text: string) => text };

test("says where the report lies and how to move the levers of the model, in both languages", () => {
  const where = { folder: "out", model: "models/toy" };
  const written = ["out/report.en.html", "out/report.es.html", "out/report.json"];
  const english = headlineText(TEST_RESULT, written, where, "en", screen);
  expect(english).toContain("  out/report.en.html\n");
  expect(english).not.toContain("report.es.html");
  expect(english).toMatch(/ {2}npx downstream explore models\/toy\n$/);
  expect(headlineText(TEST_RESULT, written, where, "es", screen)).toMatch(
    / {2}npx downstream explore models\/toy --lang es\n$/,
  );
});
