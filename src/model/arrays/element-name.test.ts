import { expect, test } from "vitest";
import { canonicalElement, elementName, familyOf, isElementOf } from "./element-name.ts";

test("an element's name is that of its array with the elements in brackets, and gives the array back", () => {
  expect(elementName("flow", ["north", "young"])).toBe("flow[north, young]");
  expect(familyOf("flow[north, young]")).toBe("flow");
  expect(familyOf("all deaths")).toBe("all deaths");
});

test("a name as people write it has one canonical form", () => {
  expect(canonicalElement(" Flow [ North,young ]")).toBe("flow[north, young]");
  expect(canonicalElement("All  Deaths")).toBe("all deaths");
  expect(canonicalElement("rate[north]: 2015")).toBe("rate[north]: 2015");
});

test("a name stands for itself and for its elements, not for names that begin alike", () => {
  expect(isElementOf("care", "care")).toBe(true);
  expect(isElementOf("care[north]", "care")).toBe(true);
  expect(isElementOf("care of children", "care")).toBe(false);
  expect(isElementOf("care", "care[north]")).toBe(false);
});
