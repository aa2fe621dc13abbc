import { expect, test } from "vitest";
import { guessScore, guessSentences } from "./guess-score.ts";

const near = { at: "2026-01", guess: 80_000, q05: 70_000, q50: 78_000, q95: 90_000 };
const far = { at: "2030-01", guess: 40_000, q05: 50_000, q50: 61_000, q95: 80_000 };

test("points inside the band are counted, distances from the middle averaged, the last month named", () => {
  const score = guessScore([near, far]);
  expect(score).toEqual({ points: 2, inside: 1, distance: 11_500, last: far });
  expect(guessSentences(score, "deaths", "en").slice(0, 2)).toEqual([
    "January 2030: you drew 40,000 deaths, 21,000 fewer than the model's middle run, 61,000 (50,000 to 80,000 in 9 of 10 runs).",
    "Your line lies inside the band of 9 in 10 runs at 1 of 2 points; on average it is 12,000 away from the middle run.",
  ]);
});

test("an exact guess is called the same, in both languages", () => {
  const exact = guessScore([{ ...near, guess: near.q50 }]);
  expect(guessSentences(exact, "deaths", "en")[0]).toContain("the same as the model's middle run");
  expect(guessSentences(exact, "muertes", "es")[0]).toContain("lo mismo que la simulación central");
});
