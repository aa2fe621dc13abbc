import type { Files } from "../base/diagnostic.ts";
import { readTextFile } from "../host/read-folder.ts";
import { canonicalName } from "../lang/names.ts";
import type { Model } from "../model/model.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { failOnErrors, optionFailure } from "./failure.ts";
import { withSuggestion } from "./load-model.ts";

/**
 * A scenario with `--set 'name=value'` on top: a constant holds the value throughout, a variant its option, and a
 * lever goes to the value on the decision date (with its ramp). Values are in the declared unit.
 */
export function withSettings(
  model: Model,
  scenario: ResolvedScenario,
  settings: readonly string[],
): ResolvedScenario {
  return settings.reduce((before, setting) => withSetting(model, before, setting), scenario);
}

function withSetting(model: Model, scenario: ResolvedScenario, setting: string): ResolvedScenario {
  const parts = /^([^=]+)=(.+)$/.exec(setting);
  if (!parts) throw optionFailure("option-set", { value: setting });
  const name = canonicalName(parts[1] ?? "");
  const text = (parts[2] ?? "").trim();
  const variable = model.variables.get(name);
  if (variable === undefined) {
    throw optionFailure("option-name", withSuggestion({ name }, name, model.variables.keys()));
  }
  const { of, index, count = 1 } = variable.place;
  if (of !== "param" && of !== "lever") throw optionFailure("option-set-kind", { name });
  const value = variable.options
    ? optionIndex(name, variable.options, text)
    : numberOf(setting, text) * variable.factor;
  if (of === "lever") {
    const { startIndex, decision, stepsPerUnit } = model.ir.clock;
    const point = { time: (startIndex + decision) / stepsPerUnit, value };
    const others = scenario.levers.filter((one) => one.lever !== index);
    return { ...scenario, levers: [...others, { lever: index, points: [point] }] };
  }
  const fixed = Array.from({ length: count }, (_, i) => ({ parameter: index + i, value }));
  const kept = scenario.parameters.filter((one) => one.parameter < index || one.parameter >= index + count);
  return { ...scenario, parameters: [...kept, ...fixed] };
}

function numberOf(setting: string, text: string): number {
  const value = Number(text.replaceAll("_", ""));
  if (text === "" || !Number.isFinite(value)) throw optionFailure("option-set", { value: setting });
  return value;
}

function optionIndex(name: string, options: readonly string[], text: string): number {
  const index = options.indexOf(canonicalName(text));
  if (index >= 0) return index;
  throw optionFailure("option-set-option", withSuggestion({ name, value: text, options }, text, options));
}

/** The texts that `--data FILE` puts in place of the model's own: the data file of the same name. */
export function replacedData(path: string | undefined, known: readonly string[]): Files {
  if (path === undefined) return {};
  const { text, diagnostics } = readTextFile(path);
  failOnErrors(diagnostics);
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const target = known.find((file) => file.startsWith("data/") && file.endsWith(`/${name}`));
  if (target === undefined) {
    const data = known
      .filter((file) => /^data\/.*\.csv$/.test(file))
      .map((file) => file.slice("data/".length));
    throw optionFailure("option-data", withSuggestion({ name, known: data }, name, data));
  }
  return { [target]: text ?? "" };
}
