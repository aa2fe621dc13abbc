import { describe, expect, it } from "vitest";
import {
  type ComparedOutcome,
  changedLine,
  changeWords,
  countWords,
  differenceWords,
  headlineSentence,
  levelWords,
  middleWords,
  rangeOfChange,
  sameHeadline,
  whatChanged,
} from "./comparison-words.ts";

const deaths: ComparedOutcome = {
  outcome: "US overdose deaths",
  unit: "deaths",
  better: "lower",
  change: { q05: -4123, q50: -1905, q95: 204 },
  betterOf100: 87,
  worseOf100: 13,
  sameOf100: 0,
};
const muertes = { ...deaths, outcome: "Muertes por sobredosis en EE. UU.", unit: "muertes" };
const same = { betterOf100: 0, worseOf100: 0, sameOf100: 100, change: { q05: 0, q50: 0, q95: 0 } };

describe("the headline", () => {
  it("tells the middle, the range and the count of runs", () => {
    expect(headlineSentence({ ...deaths, at: "2030-01" }, "en")).toBe(
      "US overdose deaths in January 2030: 1,900 fewer deaths with B than with A (4,100 fewer to 200 more in 9 of 10 runs). Fewer in 87 of 100 runs.",
    );
    expect(headlineSentence({ ...muertes, at: "2030-01" }, "es")).toBe(
      "Muertes por sobredosis en EE. UU. en enero de 2030: 1,900 muertes menos con B que con A (de 4,100 menos a 200 más en 9 de cada 10 simulaciones). Menos en 87 de 100 simulaciones.",
    );
  });

  it("says when A and B are the same in every run", () => {
    expect(headlineSentence({ ...deaths, ...same, at: "2030-01" }, "en")).toBe(
      "US overdose deaths in January 2030: no difference between A and B in any run.",
    );
  });

  it("tells a level with its range before anything is moved", () => {
    const facts = {
      outcome: "US overdose deaths",
      unit: "deaths",
      value: { q05: 7e4, q50: 82_340, q95: 9e4 },
    };
    expect(sameHeadline({ ...facts, at: "2030-01", noChange: true }, "en")).toBe(
      "With no change, US overdose deaths in January 2030: 82,300 deaths (70,000 to 90,000 in 9 of 10 runs).",
    );
    expect(
      sameHeadline(
        { ...facts, outcome: "Homicidios en México, 12 meses", at: "2030-01", noChange: false },
        "es",
      ),
    ).toBe(
      "Con A y B iguales, homicidios en México, 12 meses, en enero de 2030: 82,300 deaths (de 70,000 a 90,000 en 9 de cada 10 simulaciones).",
    );
  });
});

describe("a level", () => {
  it("names a scale after the range", () => {
    const value = { q05: 0.36, q50: 0.51, q95: 0.62 };
    expect(levelWords(value, "scale 0 to 1", "en")).toBe("0.51 (0.36 to 0.62 in 9 of 10 runs; scale 0 to 1)");
  });
});

describe("the count of runs", () => {
  it("goes in the direction of the middle run", () => {
    const worse = { ...deaths, change: { q05: -100, q50: 900, q95: 2000 }, betterOf100: 20, worseOf100: 80 };
    expect(countWords(worse, "en")).toBe("More in 80 of 100 runs");
    const patients = { ...worse, unit: "people", better: "higher" as const, betterOf100: 80, worseOf100: 20 };
    expect(countWords(patients, "es")).toBe("Más en 80 de 100 simulaciones");
  });

  it("is too close to call between 40 and 60 of 100 that differ", () => {
    expect(countWords({ ...deaths, betterOf100: 60, worseOf100: 40 }, "en")).toBe(
      "Too close to call: fewer in 60 of 100 runs, more in 40",
    );
    expect(countWords({ ...deaths, betterOf100: 61, worseOf100: 39 }, "en")).toBe("Fewer in 61 of 100 runs");
    expect(countWords({ ...deaths, betterOf100: 26, worseOf100: 24, sameOf100: 50 }, "es")).toBe(
      "Sin diferencia clara: menos en 26 de 100 simulaciones, más en 24, igual en 50",
    );
  });

  it("says when all runs are the same", () => {
    expect(countWords({ ...deaths, ...same }, "en")).toBe("The same in all runs");
  });

  it("is left out where no direction is called better", () => {
    expect(changeWords({ ...deaths, better: "none" }, "en")).toBe(
      "1,900 fewer deaths with B (4,100 fewer to 200 more).",
    );
  });
});

describe("a difference", () => {
  it("fits the unit", () => {
    expect(differenceWords(3.21, "billion dollars a year", "en")).toBe("3.2 billion dollars a year higher");
    expect(differenceWords(-0.4, "percent", "en")).toBe("0.4 percentage points lower");
    expect(differenceWords(1, "por ciento", "es")).toBe("1 punto más");
    expect(differenceWords(-0.12, "scale from 0 to 1", "en")).toBe("0.12 lower (scale from 0 to 1)");
    expect(differenceWords(0.03, "proporción de adultos", "es")).toBe("0.03 más (proporción de adultos)");
    expect(differenceWords(0, "deaths", "en")).toBe("no different");
  });
});

describe("numbers of one range", () => {
  it("are rounded once, to two digits and no finer than the largest asks for", () => {
    const change = { q05: -74.2, q50: -10.46, q95: -0.04 };
    expect(middleWords({ ...deaths, change }, "en")).toBe("10 fewer deaths");
    expect(rangeOfChange(change, "deaths", "en")).toBe("74 fewer to 0");
    expect(rangeOfChange({ q05: -4123, q50: 0, q95: 96 }, "deaths", "en")).toBe("4,100 fewer to 100 more");
  });
});

describe("what changed", () => {
  const trust: ComparedOutcome = {
    outcome: "Trust",
    unit: "scale from 0 to 1",
    better: "higher",
    change: { q05: -0.2, q50: -0.12, q95: -0.1 },
    betterOf100: 0,
    worseOf100: 100,
    sameOf100: 0,
  };
  it("keeps better, worse, too close, not rated and the same apart", () => {
    const close = { ...deaths, outcome: "Homicides", betterOf100: 50, worseOf100: 50 };
    const unrated = { ...deaths, outcome: "Price", unit: "USD per pure gram", better: "none" as const };
    const none = { ...deaths, ...same, outcome: "Cost" };
    const found = whatChanged([deaths, trust, close, unrated, none]);
    expect(found).toEqual({
      better: [deaths],
      worse: [trust],
      close: [close],
      unrated: [unrated],
      same: [none],
    });
    expect(changedLine(found, "en")).toBe(
      "Better with B: US overdose deaths. Worse with B: Trust. Different with B, not rated: Price. Too close to call: Homicides.",
    );
  });
  it("says when nothing differs", () => {
    expect(changedLine(whatChanged([{ ...deaths, ...same }]), "es")).toBe("A y B son iguales.");
  });
});

it("a count over months is told with its direction beside what is counted", () => {
  expect(differenceWords(-68, "deaths in 12 months", "en")).toBe("68 fewer deaths in 12 months");
  expect(differenceWords(68, "muertes en 12 meses", "es")).toBe("68 muertes más en 12 meses");
  expect(differenceWords(-3, "millones de dólares al año", "es")).toBe("3 millones de dólares al año menos");
});
