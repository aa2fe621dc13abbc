import type { Diagnostic } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import { canonicalName } from "../lang/names.ts";
import { canonicalElement, familyOf, isElementOf } from "../model/arrays/element-name.ts";
import type { Ir } from "../model/ir.ts";
import { monthTime } from "./month.ts";
import type { ParsedScenario } from "./parse-scenario.ts";
import { placeOf } from "./yaml-source.ts";

/** Checks a read scenario against a compiled model: names, ranges, dates, options. Points into the scenario's file. */
export function checkScenario(parsed: ParsedScenario, ir: Ir): readonly Diagnostic[] {
  const { scenario, read } = parsed;
  if (!scenario) return parsed.diagnostics;
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const leverNames = ir.levers.map((lever) => lever.name);
  const first = ir.clock.startIndex / ir.clock.stepsPerUnit;
  const last = (ir.clock.startIndex + ir.clock.steps) / ir.clock.stepsPerUnit;

  for (const [index, setting] of scenario.levers.entries()) {
    const named = canonicalElement(setting.name);
    const levers = ir.levers.filter((l) => isElementOf(l.name, named));
    if (levers.length === 0) {
      diagnostics.push(
        unknown(
          "scenario-unknown-lever",
          placeOf(read, ["levers", index, "name"]),
          setting.name,
          namesAndArrays(leverNames),
        ),
      );
      continue;
    }
    for (const [k, point] of setting.schedule.entries()) {
      for (const lever of levers) {
        const low = lever.low / lever.factor;
        const high = lever.high / lever.factor;
        const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        if (point.value >= low - slack && point.value <= high + slack) continue;
        diagnostics.push({
          code: "scenario-out-of-range",
          severity: "error",
          span: placeOf(read, ["levers", index, "schedule", k, "value"]),
          data: { name: lever.name, value: point.value, low, high, unit: lever.unit },
        });
        break;
      }
      const time = monthTime(point.at);
      if (ir.clock.calendar && (time < first || time > last)) {
        diagnostics.push({
          code: "scenario-date-outside",
          severity: "error",
          span: placeOf(read, ["levers", index, "schedule", k, "at"]),
          data: { at: point.at, from: Math.floor(first), to: Math.floor(last) },
        });
      }
    }
  }
  const constants = ir.parameters.filter((p) => !p.options).map((p) => p.name);
  for (const name of Object.keys(scenario.set)) {
    const named = canonicalElement(name);
    if (!constants.some((constant) => isElementOf(constant, named))) {
      diagnostics.push(
        unknown(
          "scenario-unknown-constant",
          placeOf(read, ["set", name], true),
          name,
          namesAndArrays(constants),
        ),
      );
    }
  }
  const variants = ir.parameters.filter((p) => p.options);
  for (const [name, option] of Object.entries(scenario.variants)) {
    const variant = variants.find((p) => p.name === canonicalName(name));
    const names = variants.map((p) => p.name);
    if (!variant) {
      diagnostics.push(
        unknown("scenario-unknown-variant", placeOf(read, ["variants", name], true), name, names),
      );
    } else if (!variant.options!.includes(canonicalName(option))) {
      const place = placeOf(read, ["variants", name]);
      diagnostics.push({
        ...unknown("scenario-unknown-option", place, option, variant.options!),
        data: { ...unknown("", place, option, variant.options!).data, variant: variant.name },
      });
    }
  }
  return diagnostics;
}

/** Names that may be set: each by itself, and an array once for all its elements. */
function namesAndArrays(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => [familyOf(name), name]))];
}

function unknown(
  code: string,
  span: NonNullable<Diagnostic["span"]>,
  name: string,
  known: readonly string[],
): Diagnostic {
  const nearest = nearestName(canonicalName(name), known);
  return {
    code,
    severity: "error",
    span,
    data: { name, ...(nearest === undefined ? { known } : { suggestion: nearest }) },
  };
}
