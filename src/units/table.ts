import { baseUnit, PURE, type Unit } from "./unit.ts";

const scaled = (name: string, factor: number): Unit => ({ ...baseUnit(name), factor });
const pure = (factor: number): Unit => ({ dims: {}, factor });

function many(unit: Unit, ...names: readonly string[]): [string, Unit][] {
  return names.map((name) => [name, unit]);
}

/**
 * Units that every model knows, by name in lower case. A year is twelve equal months; a day is 1/365.25 year.
 * `USD` is the US dollar of 2024; `nominal USD` is a dimension of its own, so the two never mix.
 * The pound is 0.45359237 kg exactly (international avoirdupois pound).
 */
export const BUILT_IN_UNITS: ReadonlyMap<string, Unit> = new Map([
  ...many(PURE, "1", "share", "shares", "index", "fraction", "ratio", "pure", "dimensionless"),
  ...many(PURE, "probability", "elasticity", "multiplier"),
  ...many(pure(0.01), "percent", "%", "percentage point", "percentage points"),
  ...many(baseUnit("year"), "year", "years", "date"),
  ...many(scaled("year", 1 / 12), "month", "months"),
  ...many(scaled("year", 7 / 365.25), "week", "weeks"),
  ...many(scaled("year", 1 / 365.25), "day", "days"),
  ...many(scaled("year", 1 / 8766), "hour", "hours"),
  ...many(baseUnit("kg"), "kg", "kilogram", "kilograms"),
  ...many(scaled("kg", 1e-3), "g", "gram", "grams"),
  ...many(scaled("kg", 1e-6), "mg", "milligram", "milligrams"),
  ...many(scaled("kg", 1e3), "tonne", "tonnes", "metric ton", "metric tons"),
  ...many(scaled("kg", 0.45359237), "lb", "lbs", "pound", "pounds"),
  ...many(baseUnit("person"), "person", "people", "persons", "death", "deaths", "member", "members"),
  ...many(baseUnit("person"), "recruit", "recruits", "patient", "patients", "victim", "victims"),
  ...many(baseUnit("person"), "homicide", "homicides"),
  ...many(baseUnit("USD"), "usd", "us dollar", "us dollars"),
  ...many(baseUnit("nominal USD"), "nominal usd"),
]);

/** Words that multiply the unit after them: `million USD`. */
export const PREFIXES: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
