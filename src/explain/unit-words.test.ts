import { expect, test } from "vitest";
import { quantityWords } from "./unit-words.ts";

test("values of levers read as people say them, in both languages", () => {
  expect(quantityWords(8, "1/month", "en")).toBe("8 a month");
  expect(quantityWords(6, "1/year", "es")).toBe("6 al año");
  expect(quantityWords(25, "percent", "es")).toBe("25 %");
  expect(quantityWords(8.5, "thousand people", "es")).toBe("8.5 mil personas");
  expect(quantityWords(2025.5834, "date", "en")).toBe("August 2025");
  expect(quantityWords(0.5, "1", "en")).toBe("0.5");
  expect(quantityWords(3, "barn", "en")).toBe("3 barn");
});
