import type { Diagnostic } from "../base/diagnostic.ts";
import { readTextFile } from "../host/read-folder.ts";
import { canonicalName } from "../lang/names.ts";
import { canonicalElement, familyOf } from "../model/arrays/element-name.ts";
import { priorSupport } from "../model/compile-prior.ts";
import type { IrLever, IrParameter } from "../model/ir.ts";
import type { Model } from "../model/model.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { elementNames } from "./element-names.ts";
import { EXIT } from "./exit-codes.ts";
import { Failure, failOnErrors, optionFailure } from "./failure.ts";
import { type ReplacedFile, unknownName, withSuggestion } from "./load-model.ts";

/** A scenario with settings on top, and warnings about values that the model was not made for. */
export interface SetScenario {
  readonly scenario: ResolvedScenario;
  readonly warnings: readonly Diagnostic[];
}

/**
 * A scenario with `--set 'name=value'` on top: a constant holds the value throughout, a variant its option, and a
 * lever goes to the value on the decision date (with its ramp). The name of an array sets all its elements, that of a
 * subrange (`care[border regions]`) its own; in whatever order they stand, the narrower one counts. Values are in the declared unit. Throws a Failure for
 * a name that cannot be set, a value that is none, and a lever outside its range.
 */
export function withSettings(
  model: Model,
  scenario: ResolvedScenario,
  settings: readonly string[],
): SetScenario {
  const read = settings.map((setting) => readSetting(model, setting));
  return read
    .sort((a, b) => b.names.length - a.names.length)
    .flatMap(({ names, text }) => names.map((name) => ({ name, text })))
    .reduce<SetScenario>((before, { name, text }) => withValue(model, before, name, text), {
      scenario,
      warnings: [],
    });
}

function readSetting(
  model: Model,
  setting: string,
): { readonly names: readonly string[]; readonly text: string } {
  const parts = /^([^=]+)=(.+)$/.exec(setting);
  if (!parts) throw optionFailure("option-set", { value: setting });
  const text = (parts[2] ?? "").trim();
  const given = canonicalElement(parts[1] ?? "");
  const names = elementNames(model, given);
  if (names.length > 0) return { names, text };
  if (model.arrays.has(familyOf(given))) throw optionFailure("option-set-kind", { name: given });
  throw unknownName(model, given);
}

function withValue(
  model: Model,
  { scenario, warnings }: SetScenario,
  name: string,
  text: string,
): SetScenario {
  const variable = model.variables.get(name)!;
  const { of, index, count = 1 } = variable.place;
  if (of !== "param" && of !== "lever") throw optionFailure("option-set-kind", { name });
  const value = variable.options
    ? optionIndex(name, variable.options, text)
    : numberOf(name, variable.unit, text) * variable.factor;
  if (of === "lever") {
    refuseOutside(model.ir.levers[index], value);
    const { startIndex, decision, stepsPerUnit } = model.ir.clock;
    const point = { time: (startIndex + decision) / stepsPerUnit, value };
    const others = scenario.levers.filter((one) => one.lever !== index);
    return { scenario: { ...scenario, levers: [...others, { lever: index, points: [point] }] }, warnings };
  }
  const fixed = Array.from({ length: count }, (_, i) => ({ parameter: index + i, value }));
  const kept = scenario.parameters.filter((one) => one.parameter < index || one.parameter >= index + count);
  return {
    scenario: { ...scenario, parameters: [...kept, ...fixed] },
    warnings: [...warnings, ...outsidePrior(model.ir.parameters[index], name, value)],
  };
}

function refuseOutside(lever: IrLever | undefined, value: number): void {
  if (lever === undefined || inside(value, lever.low, lever.high)) return;
  const { name, unit, factor } = lever;
  const data = {
    name,
    value: shown(value / factor),
    low: shown(lever.low / factor),
    high: shown(lever.high / factor),
    unit,
  };
  throw new Failure([{ code: "scenario-out-of-range", severity: "error", data }], {}, EXIT.usage);
}

function outsidePrior(
  parameter: IrParameter | undefined,
  name: string,
  value: number,
): readonly Diagnostic[] {
  if (parameter?.prior === undefined) return [];
  const { unit, factor, prior } = parameter;
  const { low, high } = priorSupport(prior, factor);
  const possible = inside(value, low, high) && !(prior.distribution === "lognormal" && value <= 0);
  if (possible) return [];
  const data = {
    name,
    value: shown(value / factor),
    low: shown(low / factor),
    high: shown(high / factor),
    unit,
  };
  return [{ code: "option-set-outside-prior", severity: "warning", data }];
}

/** As in a scenario file, a value may miss an end by the rounding of the unit's factor. */
function inside(value: number, low: number, high: number): boolean {
  const slack = 1e-9 * Math.max(...[low, high].filter(Number.isFinite).map(Math.abs), 0);
  return value >= low - slack && value <= high + slack;
}

/** Without the rounding of the unit's factor; a prior may be open at an end. */
function shown(value: number): number | string {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : "∞";
}

function numberOf(name: string, unit: string, text: string): number {
  const value = Number(text.replaceAll("_", ""));
  if (text !== "" && Number.isFinite(value)) return value;
  const number = /^[-+]?[\d_]*\.?\d+(?:e[-+]?\d+)?(?=\s)/i.exec(text)?.[0] ?? "";
  throw optionFailure("option-set-number", { name, value: text, unit, number });
}

function optionIndex(name: string, options: readonly string[], text: string): number {
  const index = options.indexOf(canonicalName(text));
  if (index >= 0) return index;
  throw optionFailure("option-set-option", withSuggestion({ name, value: text, options }, text, options));
}

/** What `--data FILE` puts in place of the model's own: the data file of the same name. */
export function replacedData(path: string, known: readonly string[]): ReplacedFile {
  const { text = "", diagnostics } = readTextFile(path);
  failOnErrors(diagnostics);
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const file = known.find((one) => one.startsWith("data/") && one.endsWith(`/${name}`));
  if (file === undefined) {
    const data = known.filter((one) => /^data\/.*\.csv$/.test(one)).map((one) => one.slice("data/".length));
    throw optionFailure("option-data", withSuggestion({ name, known: data }, name, data));
  }
  return { file, given: path, text };
}
