import { expect, it } from "vitest";
import { readingKey } from "./reading-keys.ts";

const plot = { first: 10, last: 100 };

it("goes by years, by months with Shift, to the ends, and never past them", () => {
  const from = (key: string, shift = false) => readingKey(key, shift, 50, plot);
  expect([from("ArrowRight"), from("ArrowLeft"), from("ArrowRight", true)]).toEqual([62, 38, 51]);
  expect([from("Home"), from("End"), from("PageUp"), from("PageDown")]).toEqual([10, 100, 100, 10]);
  expect(readingKey("ArrowLeft", false, 12, plot)).toBe(10);
  expect(from("x")).toBeUndefined();
});
