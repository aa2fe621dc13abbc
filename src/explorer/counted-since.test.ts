import { expect, test } from "vitest";
import { sinceSentence } from "../explain/since-words.ts";
import { countedSince } from "./counted-since.ts";
import type { ModelFacts, OutcomeFacts } from "./model-facts.ts";

const facts = { months: ["2024-11", "2024-12", "2025-01"], decision: "2024-11" } as unknown as ModelFacts;
const outcome = (known: number, values = [3, 2, 1]): OutcomeFacts =>
  ({
    factor: 10,
    observed: [{ months: ["2024-10", "2024-12", "2025-01"], values, known }],
  }) as unknown as OutcomeFacts;
/** Base units: 20 to 60 in the last month, that is 2 to 6 declared. */
const path = Float64Array.of(0, 0, 0, 0, 0, 10, 0, 0, 0, 50, 20, 0, 0, 0, 60);

test("the last count since the draws, in the declared unit, beside the range of its month", () => {
  expect(countedSince(facts, outcome(1), path)).toEqual({ month: "2025-01", counted: 1, low: 2, high: 6 });
});

test("nothing where all counts were known, or none was", () => {
  expect(countedSince(facts, outcome(3), path)).toBeUndefined();
  expect(countedSince(facts, outcome(0), path)).toBeUndefined();
});

test("a miss is a miss in words of both languages", () => {
  const since = countedSince(facts, outcome(1), path)!;
  expect(sinceSentence(since, "en")).toMatch(/1 up to the start of January 2025, beside 2 to 6 .* below it/);
  expect(sinceSentence({ ...since, counted: 9 }, "es")).toMatch(/por encima/);
  expect(sinceSentence({ ...since, counted: 4 }, "en")).toMatch(/inside that range/);
});
