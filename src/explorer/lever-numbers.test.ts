import { describe, expect, it } from "vitest";
import { isUntried, leverNumber, onStep, placeOf, typedValue, yearsMonth } from "./lever-numbers.ts";
import type { LeverFacts } from "./model-facts.ts";

const text = { en: "", es: "" };
const lever: LeverFacts = {
  ...{ name: "diplomacy", label: text, short: text, sentence: text, for: text, against: text, unit: text },
  ...{ factor: 1, value: 0, low: 0, high: 1, step: 0.05, kind: "slider", rampMonths: 0 },
};
const tried = (low: number, high: number): LeverFacts => ({
  ...lever,
  high: 20,
  tried: { low, high, note: text, sources: [] },
});

describe("a lever's numbers", () => {
  it("stand on steps without the dust of binary fractions", () => {
    expect(onStep(lever, 0.1 + 0.2)).toBe(0.3);
    expect(onStep(lever, 0.33)).toBe(0.35);
    expect(onStep(lever, 7)).toBe(1);
    expect(onStep({ ...lever, high: 0.92 }, 0.92)).toBe(0.92);
  });

  it("are read as they are written here, and held in range", () => {
    const wide = { ...lever, low: -10, high: 5000 };
    expect(typedValue(wide, " 1,234.5 ")).toBe(1234.5);
    expect(typedValue(wide, "\u22123")).toBe(-3);
    expect(typedValue(wide, "9999")).toBe(5000);
    expect(typedValue(wide, "many")).toBeUndefined();
    expect(typedValue(wide, "")).toBeUndefined();
    expect(leverNumber(1234.5678)).toBe("1,235");
  });

  it("have a place along the slider", () => {
    expect(placeOf({ ...lever, low: -1 }, 0)).toBe(50);
    expect(placeOf(lever, 2)).toBe(100);
    expect(placeOf({ ...lever, high: 0 }, 0)).toBe(0);
  });

  it("are untried beyond what was seen, of which the model's own value is a part", () => {
    expect(isUntried(lever, 0.1)).toBe(true);
    expect(isUntried(lever, 0)).toBe(false);
    expect(isUntried(tried(2.5, 10), 1)).toBe(false);
    expect(isUntried(tried(2.5, 10), 10)).toBe(false);
    expect(isUntried(tried(2.5, 10), 10.5)).toBe(true);
    expect(isUntried({ ...tried(0, 1), value: 1 }, 0.5)).toBe(false);
  });

  it("are months where the lever is one", () => {
    expect(yearsMonth(2025.0833)).toBe("2025-02");
    expect(yearsMonth(2026 + 11 / 12)).toBe("2026-12");
  });
});
