import { describe, expect, it } from "vitest";
import {
  drawGuess,
  guessKey,
  guessTable,
  guessYears,
  roundStep,
  setGuess,
  startGuess,
} from "./guess-line.ts";
import { pathChart } from "./path-chart.ts";
import type { PathChartOptions } from "./path-options.ts";

const MONTHS = Array.from(
  { length: 97 },
  (_, i) => `${2022 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}`,
);
const QUANTILES = MONTHS.flatMap((_, m) => [80, 90, 100, 110, 120].map((v) => v - m / 12));

const options: PathChartOptions = {
  id: "guess",
  title: "Deaths",
  unit: "deaths a year",
  language: "en",
  months: MONTHS,
  a: { label: "No change", noChange: true, quantiles: QUANTILES },
  observed: [{ label: "counts", months: ["2023-01", "2024-01", "2025-01"], values: [99, 98, 70], known: 2 }],
  decision: "2024-11",
  at: "2028-06",
  zero: true,
  hideFuture: true,
};

describe("a guess", () => {
  const guess = startGuess(options);

  it("begins at the last known value and asks for one month a year", () => {
    expect(guess.months).toEqual([
      "2024-01",
      "2024-06",
      "2025-06",
      "2026-06",
      "2027-06",
      "2028-06",
      "2029-06",
    ]);
    expect(guess.values).toEqual([98, ...Array(6).fill(undefined)]);
    const none = startGuess({ ...options, observed: [] });
    expect(none.months[0]).toBe("2024-11");
    expect(none.values[0]).toBeCloseTo(100 - 34 / 12);
  });

  it("never moves what was observed", () => {
    expect(setGuess(guess, 0, 5)).toBe(guess);
    expect(setGuess(guess, 7, 5)).toBe(guess);
    expect(setGuess(guess, 2, 5).values[2]).toBe(5);
  });

  it("takes the value under a pointer for every year that it passes", () => {
    const plot = pathChart({ ...options, guess }).plot(720);
    const x = (month: string) => plot.x(MONTHS.indexOf(month));
    const drawn = drawGuess(guess, MONTHS, plot, [x("2025-06"), plot.y(80)], [x("2027-06"), plot.y(40)]);
    expect(drawn.values.map((v) => (v === undefined ? v : Math.round(v)))).toEqual([
      98,
      undefined,
      80,
      60,
      40,
      undefined,
      undefined,
    ]);
    const click = drawGuess(guess, MONTHS, plot, [x("2029-06"), plot.y(20)], [x("2029-06"), plot.y(20)]);
    expect(click.values.at(-1)).toBeCloseTo(20);
  });

  it("is drawn by keys alone", () => {
    let cursor = { guess, place: 1 };
    for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "PageDown", "End", "ArrowLeft", "ArrowRight"]) {
      cursor = guessKey(key, cursor, [0, 130]) ?? cursor;
    }
    expect(cursor.place).toBe(6);
    expect(cursor.guess.values.slice(0, 3)).toEqual([98, 100, 88]);
    expect(guessKey("a", cursor, [0, 130])).toBeUndefined();
    const low = guessKey("PageDown", { guess: setGuess(guess, 1, 3), place: 1 }, [0, 130]);
    expect(low?.guess.values[1]).toBe(0);
  });

  it("is held against the runs in numbers", () => {
    const mine = setGuess(setGuess(guess, 1, 60), 5, 95);
    const years = guessYears(mine, options, QUANTILES);
    expect(years.map((y) => [y.month, y.inside])).toEqual([
      ["2024-06", false],
      ["2028-06", true],
    ]);
    expect(years[1]?.off).toBeCloseTo(95 - (100 - 77 / 12));
    const table = guessTable(mine, options, QUANTILES);
    expect(table.rows[0]?.slice(0, 3)).toEqual(["June 2024", "60", "97.6"]);
  });

  it("steps by round numbers", () => {
    expect([0.013, 1, 1.3, 700, 0].map(roundStep)).toEqual([0.02, 1, 2, 1000, 1]);
  });
});
