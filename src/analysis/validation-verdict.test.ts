import { expect, test } from "vitest";
import { validationVerdict, verdictOfAll } from "./validation-verdict.ts";

const draws = (median: number, low = median, high = median) => ({ median, low, high });

test("a verdict compares the median, then the range of the draws, with the published range", () => {
  const published = { low: 10, high: 20 };
  expect(validationVerdict(published, draws(10))).toBe("reproduced");
  expect(validationVerdict(published, draws(9, 5, 12))).toBe("covered");
  expect(validationVerdict(published, draws(25, 20, 30))).toBe("covered");
  expect(validationVerdict(published, draws(9, 5, 9.9))).toBe("missed");
  expect(validationVerdict(published, { median: 9 })).toBe("missed");
  expect(validationVerdict(published, draws(Number.NaN))).toBe("missed");
  expect(validationVerdict({}, draws(9))).toBe("reported");
});

test("a lone value stands for a fifth of itself to both sides, also below zero; one end leaves the other open", () => {
  expect(validationVerdict({ value: -50 }, draws(-40))).toBe("reproduced");
  expect(validationVerdict({ value: -50 }, draws(-61))).toBe("missed");
  expect(validationVerdict({ value: 100 }, draws(106), 0.05)).toBe("missed");
  expect(validationVerdict({ high: 5 }, draws(-3))).toBe("reproduced");
  expect(validationVerdict({ low: 21 }, draws(20, 3, 30))).toBe("covered");
});

test("an episode is reproduced when nothing is missed and at least half is reproduced", () => {
  expect(verdictOfAll(["reproduced", "covered"])).toBe("reproduced");
  expect(verdictOfAll(["reproduced", "covered", "covered"])).toBe("covered");
  expect(verdictOfAll(["reproduced", "reproduced", "missed"])).toBe("missed");
  expect(verdictOfAll(["reported", "reproduced"])).toBe("reproduced");
  expect(verdictOfAll(["reported"])).toBe("reported");
});
