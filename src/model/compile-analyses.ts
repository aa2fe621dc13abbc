import type { Name } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { sameDimensions } from "../units/unit.ts";
import { inBaseUnits } from "./allocate.ts";
import { familyOf } from "./arrays/element-name.ts";
import type { Builder } from "./builder.ts";
import type { Collected, Definition, Of, Placed } from "./definitions.ts";
import { foldLiteral } from "./fold.ts";
import { fault, unknownName } from "./lower.ts";
import type { ForecastSeries, KnownUntil, Mechanism, Observation, Variable } from "./model.ts";
import type { DeclaredUnit } from "./unit-scope.ts";

/** What the statements about analyses are compiled against. */
export interface AnalysisScope {
  readonly b: Builder;
  readonly declared: ReadonlyMap<string, DeclaredUnit>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly observations: readonly Observation[];
}

/**
 * The statements that calibration, backtests and forecasts read. None of them is part of the IR: a model runs the same
 * with and without them.
 */
export function compileAnalyses(
  scope: AnalysisScope,
  { mechanisms, known, forecasts }: Pick<Collected, "mechanisms" | "known" | "forecasts">,
): {
  readonly mechanisms: readonly Mechanism[];
  readonly known: readonly KnownUntil[];
  readonly forecasts: readonly ForecastSeries[];
} {
  const once = onlyOnce(scope.b);
  return {
    mechanisms: mechanisms.flatMap((one) => {
      const { name } = one.statement;
      return once("duplicate-mechanism", name) ? [compileMechanism(scope, one)] : [];
    }),
    known: known.flatMap((one) => {
      const compiled = compileKnown(scope, one);
      return compiled !== undefined && once("known-twice", one.statement.name) ? [compiled] : [];
    }),
    forecasts: forecasts.flatMap((one) => {
      const compiled = compileForecast(scope, one);
      return compiled !== undefined && once("duplicate-forecast", one.statement.name) ? [compiled] : [];
    }),
  };
}

/** Whether a name comes for the first time among those of `code`, which is reported where it does not. */
function onlyOnce(b: Builder): (code: string, name: Name) => boolean {
  const seen = new Set<string>();
  return (code, { text, span }) => {
    const key = `${code} ${canonicalName(text)}`;
    const first = !seen.has(key);
    seen.add(key);
    if (!first) fault(b, code, span, { name: text.trim() });
    return first;
  };
}

/** Definition of a constant that a run may set; undefined where `name` is none, and `code` is reported. */
function constantOf(b: Builder, name: Name, code: string): Definition | undefined {
  const key = canonicalName(name.text);
  const definition = b.definitions.get(key);
  const isEquation = definition?.statement.kind === "equation";
  if (isEquation && b.places.get(key)?.of === "param") return definition;
  if (definition === undefined && !b.families.has(familyOf(key))) unknownName(b, name.text, name.span);
  else {
    // An array of fixed numbers has no elements of its own.
    const data = { name: definition === undefined ? familyOf(key) : key };
    const isVariant = definition?.statement.kind === "variant";
    fault(b, code, name.span, isVariant ? { ...data, variant: key } : data);
  }
  return undefined;
}

/** Errors: `unknown-name`, `mechanism-not-constant`, `mechanism-value`. */
function compileMechanism(
  { b, declared }: AnalysisScope,
  { statement, chapter }: Placed<"mechanism">,
): Mechanism {
  const off = new Map<string, number>();
  for (const { name, value } of statement.off) {
    const definition = constantOf(b, name, "mechanism-not-constant");
    if (definition === undefined) continue;
    const given = foldLiteral(value);
    const inBase =
      given === undefined ? Number.NaN : inBaseUnits(b, given, declared.get(definition.name)?.unit);
    if (Number.isFinite(inBase)) off.set(definition.name, inBase);
    else fault(b, "mechanism-value", value.span, { name: definition.name });
  }
  const { name, conceived, references, span } = statement;
  return {
    name: canonicalName(name.text),
    text: name.text.trim(),
    conceived,
    off: [...off].map(([parameter, value]) => ({ parameter, value })),
    chapter,
    span,
    references,
  };
}

/** Errors: `unknown-name`, `known-not-date` for what is no constant or no date. */
function compileKnown(
  { b, declared }: AnalysisScope,
  { statement, chapter }: Placed<"known">,
): KnownUntil | undefined {
  const definition = constantOf(b, statement.name, "known-not-date");
  if (definition === undefined) return undefined;
  const { name } = definition;
  const given = definition.statement as Of<"equation">;
  if (declared.get(name)?.text.toLowerCase() !== "date" && !foldLiteral(given.expr)?.date) {
    fault(b, "known-not-date", statement.name.span, { name });
    return undefined;
  }
  return { parameter: name, lateMonths: statement.lateMonths, chapter, span: statement.span };
}

/**
 * Errors: `forecast-name`, `unknown-name`, `forecast-not-observation`, `forecast-component-twice`,
 * `forecast-component` for one without an error or a discrepancy, `forecast-window`, `forecast-unit`.
 */
function compileForecast(
  { b, variables, observations }: AnalysisScope,
  { statement, chapter }: Placed<"forecast">,
): ForecastSeries | undefined {
  const name = canonicalName(statement.name.text);
  let good = /^\w+$/.test(name);
  if (!good) {
    const suggestion = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\W+/g, "_");
    fault(b, "forecast-name", statement.name.span, { name: statement.name.text, suggestion });
  }
  const refuse = (code: string, { span }: Name, data: Readonly<Record<string, string | number>>): void => {
    good = false;
    fault(b, code, span, data);
  };
  const observed = (one: Name): Observation | undefined => {
    const key = canonicalName(one.text);
    const found = observations.find((observation) => observation.name === key);
    const kind = b.definitions.get(key)?.statement.kind;
    if (found === undefined) good = false;
    // What is observed but was not compiled has a finding of its own.
    if (found !== undefined || kind === "observe") return found;
    if (kind === undefined && !b.families.has(key)) unknownName(b, one.text, one.span);
    else fault(b, "forecast-not-observation", one.span, { name: key });
    return undefined;
  };
  const against = observed(statement.against);
  const components = statement.components.map((one) => observed(one));
  for (const [i, component] of components.entries()) {
    if (component === undefined) continue;
    const at = statement.components[i]!;
    const lacks = component.error === undefined ? "error" : "discrepancy";
    if (components.indexOf(component) < i) refuse("forecast-component-twice", at, { name: component.name });
    if (component.error === undefined || component.discrepancy === undefined) {
      refuse("forecast-component", at, { name: component.name, lacks });
    }
    if (against === undefined) continue;
    const data = { name: component.name, other: against.name };
    if (component.windowMonths !== against.windowMonths) {
      refuse("forecast-window", at, {
        ...data,
        months: component.windowMonths,
        wanted: against.windowMonths,
      });
    }
    const [own, wanted] = [component, against].map((one) => variables.get(one.name)?.dimensions);
    if (own !== undefined && wanted !== undefined && !sameDimensions(own, wanted)) {
      refuse("forecast-unit", at, { ...data, unit: component.unit, wanted: against.unit });
    }
  }
  if (!good || against === undefined) return undefined;
  const names = components.flatMap((one) => one?.name ?? []);
  return { name, components: names, against: against.name, chapter, span: statement.span };
}
