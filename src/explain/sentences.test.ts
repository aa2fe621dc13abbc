import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateWords, dateYears, shortDateWords } from "./date-words.ts";
import {
  fixed,
  level,
  readNumber,
  roundTogether,
  signed,
  signedPercent,
  significant,
} from "./number-words.ts";
import { amount, betterShort, betterWords, changeSentence, levelSentence, tooClose } from "./sentences.ts";
import { VERDICTS, type Verdict, verdictTally, verdictWords } from "./verdict-words.ts";

describe("numbers", () => {
  it("groups thousands and keeps the asked digits", () => {
    expect(significant(96_813, 3)).toBe("96,800");
    expect(significant(0.034_56, 2)).toBe("0.035");
    expect(significant(9.996, 3)).toBe("10");
    expect(signed(-1943)).toBe("\u22121,900");
    expect(signed(187)).toBe("+190");
    expect(signed(0)).toBe("0");
    expect(signedPercent(-0.0314)).toBe("\u22123.1 %");
    expect(fixed(-0.001, 1)).toBe("0.0");
    expect(level(Number.NaN)).toBe("\u2013");
  });

  it("round the numbers of a range together", () => {
    expect(roundTogether([-0.1, -0.214, 0.000_13]).map(signed)).toEqual(["\u22120.1", "\u22120.21", "0"]);
    expect(roundTogether([-1943, -4123, 187]).map(signed)).toEqual(["\u22121,900", "\u22124,100", "+190"]);
    expect(roundTogether([0, 0])).toEqual([0, 0]);
  });

  it("can be read back within the digits shown", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((x) => Math.abs(x) > 1e-6);
    fc.assert(
      fc.property(value, (x) => {
        expect(Math.abs(readNumber(significant(x, 2)) - x)).toBeLessThanOrEqual(0.0501 * Math.abs(x));
        expect(significant(x, 2)).not.toMatch(/e/);
      }),
    );
  });
});

describe("dates", () => {
  it("are words in both languages", () => {
    expect(dateWords("2024-11", "en")).toBe("November 2024");
    expect(dateWords("2024-11", "es")).toBe("noviembre de 2024");
    expect(dateWords("2025-02-03", "es")).toBe("3 de febrero de 2025");
    expect(dateWords("after the war", "en")).toBe("after the war");
    expect(shortDateWords("2024-11", "es")).toBe("nov 2024");
    expect(dateYears("2024-07")).toBe(2024.5);
    expect(dateYears("soon")).toBeNaN();
  });
});

const facts = {
  outcome: "US overdose deaths",
  unit: "deaths a year",
  scenario: "Treatment capacity",
  change: { q05: -4123, q50: -1943, q95: 187 },
  relative: { q05: -0.05, q50: -0.0243, q95: 0.002 },
  better: "lower",
  betterOf100: 87,
  worseOf100: 13,
  sameOf100: 0,
  at: "2027-11",
} as const;

describe("sentences", () => {
  it("say the change with its range and count", () => {
    expect(changeSentence(facts, "en")).toBe(
      "Treatment capacity, November 2027. US overdose deaths: 1,900 fewer deaths a year than with no change (\u22122.4 %); " +
        "in 9 of 10 runs between 4,100 fewer and 190 more. Better in 87 of 100 runs.",
    );
    expect(changeSentence({ ...facts, unit: "muertes al año" }, "es")).toBe(
      "Treatment capacity, noviembre de 2027. US overdose deaths: 1,900 muertes al año menos que sin cambios (\u22122.4 %); " +
        "en 9 de cada 10 simulaciones, entre 4,100 menos y 190 más. Mejor en 87 de 100 simulaciones.",
    );
  });

  it("say a level with its range", () => {
    const value = { q05: 76_120, q50: 82_040, q95: 88_900 };
    expect(levelSentence({ outcome: "deaths", unit: "deaths a year", value, at: "2024-11" }, "en")).toBe(
      "Deaths in November 2024: 82,000 deaths a year (76,100 to 88,900 in 9 of 10 runs).",
    );
  });

  it("call 40 to 60 of 100 too close", () => {
    const counts = (k: number, same = 0) => ({
      better: "lower" as const,
      betterOf100: k,
      worseOf100: 100 - same - k,
      sameOf100: same,
    });
    expect(betterWords(counts(52), "en")).toBe("Too close to call: better in 52 of 100 runs");
    expect(betterShort(counts(61), "es")).toBe("mejor en 61 de 100");
    expect(betterWords(counts(0, 100), "es")).toBe("Igual que sin cambios en todas las simulaciones");
    expect(tooClose(counts(5, 90))).toBe(true);
    expect(tooClose(counts(45, 55))).toBe(false);
    expect(betterShort({ ...counts(90), better: "none" }, "en")).toBe("not rated");
  });

  it("choose fewer for what is counted and lower for what is measured", () => {
    expect(amount(-3.24, "billion dollars", "en")).toBe("3.2 billion dollars lower");
    expect(amount(320, "people displaced", "en")).toBe("320 more people displaced");
    expect(amount(-0.052, "scale 0 to 1", "en")).toBe("0.052 lower (scale 0 to 1)");
    expect(amount(0, "muertes", "es")).toBe("igual (0 muertes)");
  });
});

describe("verdicts", () => {
  it("have words in both languages and marks of different shape", () => {
    const marks = VERDICTS.map((v) => verdictWords(v, "en").mark);
    expect(new Set(marks).size).toBe(VERDICTS.length);
    for (const v of VERDICTS) expect(verdictWords(v, "es").label).not.toBe(verdictWords(v, "en").label);
  });

  it("are counted in a fixed order", () => {
    const claims = (...verdicts: Verdict[]) => verdicts.map((verdict, i) => ({ id: `F${i + 1}`, verdict }));
    expect(verdictTally(claims("contradicted", "supported", "supported"), "en")).toBe(
      "2 supported (F2, F3), 1 contradicted (F1)",
    );
    expect(verdictTally(claims("expectation"), "es")).toBe("1 expectativa (F1)");
    const mixed = claims("supported", "reading: supported", "supported", "expectation");
    expect(verdictTally(mixed, "es")).toBe(
      "2 respaldadas (F1, F3); por lectura de las fuentes: 1 respaldada (F2); 1 expectativa (F4)",
    );
  });
});
