import { canonicalName } from "../lang/names.ts";
import { canonicalElement, isElementOf } from "../model/arrays/element-name.ts";
import type { Ir } from "../model/ir.ts";
import { monthTime } from "./month.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario as numbers for one model: indices into the IR's arrays, values in base units, times in decimal years. */
export interface ResolvedScenario {
  readonly id: string;
  readonly levers: readonly {
    /** Index into `ir.levers`. */
    readonly lever: number;
    readonly points: readonly { readonly time: number; readonly value: number }[];
  }[];
  /** Parameters held at a value in every draw: constants, and variants as the index of their option. */
  readonly parameters: readonly { readonly parameter: number; readonly value: number }[];
}

/** Turns a scenario that passed `checkScenario` into numbers. Throws a RangeError for a name the model lacks. */
export function resolveScenario(
  scenario: Pick<Scenario, "id" | "levers" | "set" | "variants">,
  ir: Ir,
): ResolvedScenario {
  return {
    id: scenario.id,
    levers: elementsOf(ir.levers, scenario.levers, (setting) => setting.name).map(([lever, { schedule }]) => {
      const { factor } = ir.levers[lever]!;
      return { lever, points: schedule.map((p) => ({ time: monthTime(p.at), value: p.value * factor })) };
    }),
    parameters: [
      ...elementsOf(ir.parameters, Object.entries(scenario.set), ([name]) => name).map(
        ([parameter, [, value]]) => ({ parameter, value: value * ir.parameters[parameter]!.factor }),
      ),
      ...Object.entries(scenario.variants).map(([name, option]) => {
        const parameter = indexOf(ir.parameters, name);
        const value = (ir.parameters[parameter]!.options ?? []).indexOf(canonicalName(option));
        if (value < 0) throw new RangeError(`variant ${name} has no option ${option}`);
        return { parameter, value };
      }),
    ],
  };
}

/**
 * The setting of each place in `list` that one names, in the order of the settings. One that names an array is for all
 * its elements that have none of their own.
 */
function elementsOf<T>(
  list: readonly { readonly name: string }[],
  settings: readonly T[],
  nameOf: (setting: T) => string,
): readonly (readonly [index: number, setting: T])[] {
  const found = new Map<number, { readonly setting: T; readonly own: boolean }>();
  for (const setting of settings) {
    const wanted = canonicalElement(nameOf(setting));
    let any = false;
    for (const [index, { name }] of list.entries()) {
      if (!isElementOf(name, wanted)) continue;
      any = true;
      const own = name === wanted;
      if (own || found.get(index)?.own !== true) found.set(index, { setting, own });
    }
    if (!any) throw new RangeError(`the model has no ${nameOf(setting)}`);
  }
  return [...found].map(([index, { setting }]) => [index, setting] as const);
}

function indexOf(list: readonly { readonly name: string }[], name: string): number {
  const index = list.findIndex((item) => item.name === canonicalName(name));
  if (index < 0) throw new RangeError(`the model has no ${name}`);
  return index;
}
