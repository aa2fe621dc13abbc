import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatUnit } from "./format.ts";
import { isUnitProblem, parseUnit } from "./parse-unit.ts";
import { BUILT_IN_UNITS } from "./table.ts";
import { divideUnits, isPure, multiplyUnits, powerUnit, sameDimensions, type Unit } from "./unit.ts";

function unit(text: string, table?: ReadonlyMap<string, Unit>): Unit {
  const found = parseUnit(text, table);
  if (isUnitProblem(found)) throw new Error(`${text}: ${JSON.stringify(found)}`);
  return found;
}

describe("unit texts", () => {
  test.each([
    ["kg/year/year", "kg/year^2", 1],
    ["1/month", "1/year", 12],
    ["people/year", "people/year", 1],
    ["million USD/year", "USD/year", 1e6],
    ["percent", "1", 0.01],
    ["%", "1", 0.01],
    ["USD/g", "USD/kg", 1000],
    ["kg^2", "kg^2", 1],
    ["1", "1", 1],
    ["kg / (person * year)", "kg/person/year", 1],
    ["deaths per year", "people/year", 1],
    ["per month", "1/year", 12],
    ["thousand tonnes", "kg", 1e6],
    ["lb", "kg", 0.45359237],
    ["24 hours", "year", 24 / 8766],
    ["victims/day", "people/year", 365.25],
    ["100,000 persons", "people", 1e5],
    ["1/person^2/week", "1/person^2/year", 365.25 / 7],
    ["billion", "1", 1e9],
    ["nominal USD", "nominal USD", 1],
    ["USD/kg^0.5", "USD/kg^0.5", 1],
    ["mg/day", "kg/year", 365.25e-6],
    ["METRIC TONS/Year", "kg/year", 1000],
    ["kg^-1", "1/kg", 1],
  ])("%s is %s", (text, canonical, factor) => {
    expect(formatUnit(unit(text))).toBe(canonical);
    expect(unit(text).factor / factor).toBeCloseTo(1, 12);
  });

  test.each([
    ["kgs", { problem: "unknown-unit", name: "kgs" }],
    ["kg/kits", { problem: "unknown-unit", name: "kits" }],
    ["kg//year", { problem: "unit-syntax", at: "/ year" }],
    ["", { problem: "unit-syntax", at: "" }],
    ["kg^", { problem: "unit-syntax", at: "kg ^" }],
    ["(kg", { problem: "unit-syntax", at: "( kg" }],
    ["kg)", { problem: "unit-syntax", at: ")" }],
    ["-3 kg", { problem: "unit-syntax", at: "kg" }],
    ["deaths, all", { problem: "unit-syntax", at: "deaths, all" }],
  ])("%s is refused", (text, problem) => {
    expect(parseUnit(text)).toMatchObject({ problem: problem.problem });
    if (problem.problem === "unknown-unit") expect(parseUnit(text)).toEqual(problem);
  });

  test("a/b/c is a/(b*c)", () => {
    expect(unit("kg/year/person")).toEqual(unit("kg/(year*person)"));
  });

  test("a model's own units come before nothing else", () => {
    const kit: Unit = { dims: { kit: 1 }, factor: 1 };
    const table = new Map([["kit", kit]]);
    expect(formatUnit(unit("million kit/year", table))).toBe("kit/year");
    expect(isUnitProblem(parseUnit("kit"))).toBe(true);
  });

  test("nominal and real money are different", () => {
    expect(sameDimensions(unit("USD"), unit("nominal USD"))).toBe(false);
  });

  test("every synonym of person is one", () => {
    for (const name of ["people", "deaths", "members", "recruits", "patients", "victims", "homicides"]) {
      expect(unit(name)).toEqual(unit("person"));
    }
  });
});

describe("unit algebra", () => {
  const dims = fc.dictionary(fc.constantFrom("year", "kg", "person", "USD"), fc.integer({ min: -3, max: 3 }));
  const units = fc.tuple(dims, fc.integer({ min: 1, max: 1000 })).map(
    ([powers, factor]): Unit => ({
      dims: Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0)),
      factor,
    }),
  );

  test("dividing undoes multiplying", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const back = divideUnits(multiplyUnits(a, b), b);
        expect(sameDimensions(back, a)).toBe(true);
        expect(back.factor / a.factor).toBeCloseTo(1, 12);
        expect(isPure(divideUnits(a, a))).toBe(true);
      }),
    );
  });

  test("the printed form reads back to the same dimensions", () => {
    fc.assert(
      fc.property(units, (a) => {
        expect(sameDimensions(unit(formatUnit(a)), a)).toBe(true);
        expect(formatUnit(unit(formatUnit(a)))).toBe(formatUnit(a));
      }),
    );
  });

  test("a root of a power is the unit again", () => {
    for (const [name, one] of BUILT_IN_UNITS) {
      const back = powerUnit(powerUnit(one, 2), 0.5);
      expect(sameDimensions(back, one), name).toBe(true);
      expect(back.factor / one.factor).toBeCloseTo(1, 12);
    }
    expect(powerUnit(unit("tonne"), -2).factor).toBeCloseTo(1e-6, 18);
  });
});
