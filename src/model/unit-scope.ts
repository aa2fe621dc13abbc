import type { Diagnostic } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { UnitText } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { isUnitProblem, parseUnit } from "../units/parse-unit.ts";
import { BUILT_IN_UNITS } from "../units/table.ts";
import { baseUnit, PURE, type Unit } from "../units/unit.ts";
import type { Dimensions } from "./arrays/dimensions.ts";
import type { Definition, Placed } from "./definitions.ts";

/** A unit as declared beside a name. */
export interface DeclaredUnit {
  readonly unit: Unit;
  readonly text: string;
}

/** Reads unit texts with the model's own units; a text that cannot be read is reported once and gives undefined. */
export type UnitReader = (text: UnitText) => DeclaredUnit | undefined;

/** Units declared by `unit` statements, by name in lower case. Errors: `duplicate-unit`, `unknown-unit`, `unit-syntax`. */
export function declareUnits(
  statements: readonly Placed<"unit">[],
  report: (d: Diagnostic) => void,
): ReadonlyMap<string, Unit> {
  const table = new Map<string, Unit>();
  const reader = unitReader(table, report);
  for (const { statement } of statements) {
    const name = canonicalName(statement.name.text);
    if (table.has(name) || BUILT_IN_UNITS.has(name)) {
      report({ code: "duplicate-unit", severity: "error", span: statement.name.span, data: { name } });
      continue;
    }
    if (statement.of === undefined) table.set(name, baseUnit(name));
    else {
      const of = reader(statement.of)?.unit ?? PURE;
      table.set(name, { dims: of.dims, factor: of.factor * (statement.factor ?? 1) });
    }
  }
  return table;
}

/**
 * Reads units as written, each once. Errors: `unknown-unit`, `unit-syntax`, and `dimension-in-head` where the name of
 * a dimension or an element stands in the place of a unit.
 */
export function unitReader(
  table: ReadonlyMap<string, Unit>,
  report: (d: Diagnostic) => void,
  dimensions: Dimensions = new Map(),
): UnitReader {
  const cache = new Map<UnitText, DeclaredUnit | undefined>();
  return (text) => {
    if (cache.has(text)) return cache.get(text);
    const unit = parseUnit(text.text, table);
    let result: DeclaredUnit | undefined;
    if (isUnitProblem(unit)) {
      const data: Record<string, string> = { unit: text.text };
      const [first = ""] = text.text.split(",").map(canonicalName);
      const own = [...dimensions.values()].find((d) => d.name === first || d.positions.has(first));
      if (own !== undefined) {
        const kind = own.name === first ? "dimension" : "element";
        const found = { name: text.text, kind, dimension: own.text };
        report({ code: "dimension-in-head", severity: "error", span: text.span, data: found });
        cache.set(text, undefined);
        return undefined;
      }
      if (unit.problem === "unknown-unit") {
        data.name = unit.name;
        const near = nearestName(unit.name, [...table.keys(), ...BUILT_IN_UNITS.keys()]);
        if (near !== undefined) data.suggestion = near;
      } else data.at = unit.at;
      report({ code: unit.problem, severity: "error", span: text.span, data });
    } else result = { unit, text: text.text.trim().replace(/\s+/g, " ") };
    cache.set(text, result);
    return result;
  };
}

const YEAR = baseUnit("year");

/**
 * The unit of time: the year with a calendar; without one the year where any declared unit holds time, else a pure
 * number, so that a teaching model may leave units out.
 */
export function timeUnit(calendar: boolean, declared: Iterable<Unit>): Unit {
  if (calendar) return YEAR;
  for (const unit of declared) if (unit.dims.year !== undefined) return YEAR;
  return PURE;
}

/** Every declared unit of the definitions, by canonical name. */
export function declaredUnits(
  definitions: Iterable<Definition>,
  read: UnitReader,
): ReadonlyMap<string, DeclaredUnit> {
  const units = new Map<string, DeclaredUnit>();
  for (const { name, statement } of definitions) {
    if (statement.kind === "variant") {
      units.set(name, { unit: PURE, text: "1" });
      continue;
    }
    const unit = statement.unit === undefined ? undefined : read(statement.unit);
    if (unit !== undefined) units.set(name, unit);
  }
  return units;
}
