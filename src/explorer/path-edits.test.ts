import { describe, expect, it } from "vitest";
import type { LeverFacts, ModelFacts, ScenarioFacts } from "./model-facts.ts";
import {
  choiceChange,
  choiceKey,
  clearLever,
  isNoChange,
  leverPoints,
  leverValue,
  movedLevers,
  samePath,
  setLever,
} from "./path-edits.ts";

const text = { en: "", es: "" };
const lever = (name: string, value: number): LeverFacts => ({
  name,
  label: text,
  short: text,
  sentence: text,
  for: text,
  against: text,
  unit: text,
  factor: 1,
  value,
  low: 0,
  high: 10,
  step: 1,
  kind: "slider",
  rampMonths: 0,
});
const scenario = (id: string, levers: ScenarioFacts["levers"]): ScenarioFacts => ({
  id,
  group: levers.length === 0 ? "baseline" : "proposal",
  label: text,
  short: text,
  summary: text,
  extrapolation: false,
  levers,
});
const raids = lever("raids", 0);
const consent = lever("consent", 1);
const facts = {
  release: "2026.1",
  leversFrom: "2025-02",
  levers: [raids, consent],
  scenarios: [
    scenario("nothing", []),
    scenario("air", [
      { name: "raids", schedule: [{ at: "2025-02", value: 8 }] },
      { name: "consent", schedule: [{ at: "2025-02", value: 0 }] },
    ]),
    scenario("spell", [
      {
        name: "raids",
        schedule: [
          { at: "2025-02", value: 8 },
          { at: "2026-02", value: 0 },
        ],
      },
    ]),
  ],
  chips: ["nothing"],
} as unknown as ModelFacts;
const path = { scenario: "nothing", levers: {} };
const none = { release: "2026.1", seed: 1, a: path, b: path, assumptions: {} };
const air = { scenario: "air", levers: {} };

describe("a lever of a path", () => {
  it("is the path's own, else the scenario's, else the model's", () => {
    expect(leverValue(none.b, raids, facts)).toBe(0);
    expect(leverValue(air, raids, facts)).toBe(8);
    expect(leverValue(setLever(air, raids, 3, facts), raids, facts)).toBe(3);
    expect(leverPoints(none.b, "raids", facts)).toEqual([]);
  });

  it("is no edit at the value it has anyway", () => {
    expect(setLever(setLever(air, raids, 3, facts), raids, 8, facts)).toEqual(air);
    expect(setLever(setLever(none.b, raids, 3, facts), raids, 0, facts)).toEqual(none.b);
    expect(clearLever(setLever(air, raids, 3, facts), "raids")).toEqual(air);
  });

  it("replaces a schedule of several points, whatever its last value", () => {
    const spell = { scenario: "spell", levers: {} };
    expect(setLever(spell, raids, 0, facts).levers).toEqual({ raids: [{ at: "2025-02", value: 0 }] });
  });
});

describe("two paths", () => {
  it("are the same when they set every lever alike", () => {
    const byHand = setLever(setLever(none.b, raids, 8, facts), consent, 0, facts);
    expect(samePath(byHand, air, facts)).toBe(true);
    expect(samePath(none.b, air, facts)).toBe(false);
  });

  it("tell no change from a spell that ends where it began", () => {
    expect(isNoChange(none.b, facts)).toBe(true);
    expect(movedLevers({ scenario: "spell", levers: {} }, facts)).toEqual(["raids"]);
    expect(movedLevers(air, facts)).toEqual(["raids", "consent"]);
  });
});

describe("a change of a choice", () => {
  it("names what differs", () => {
    const moved = { ...none, b: setLever(none.b, raids, 4, facts), assumptions: { x: 2 } };
    expect(choiceChange(none, moved)).toEqual({
      levers: [{ side: "b", name: "raids" }],
      scenarios: [],
      assumptions: ["x"],
      explanation: false,
    });
    const other = { ...moved, b: air, explanation: { variant: "v", option: "o" } };
    expect(choiceChange(moved, other)).toEqual({
      levers: [],
      scenarios: ["b"],
      assumptions: [],
      explanation: true,
    });
  });

  it("has one key whatever the order of its levers", () => {
    const a = { ...none, b: setLever(setLever(none.b, raids, 4, facts), consent, 0, facts) };
    const b = { ...none, b: setLever(setLever(none.b, consent, 0, facts), raids, 4, facts) };
    expect(choiceKey(a)).toBe(choiceKey(b));
    expect(choiceKey(a)).not.toBe(choiceKey(none));
    expect(choiceKey({ ...none, seed: 2 })).not.toBe(choiceKey(none));
  });
});
