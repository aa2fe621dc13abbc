import { canonicalName } from "../lang/names.ts";
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
export function resolveScenario(scenario: Scenario, ir: Ir): ResolvedScenario {
  return {
    id: scenario.id,
    levers: scenario.levers.map((setting) => {
      const lever = indexOf(ir.levers, setting.name);
      const factor = ir.levers[lever]!.factor;
      return {
        lever,
        points: setting.schedule.map((p) => ({ time: monthTime(p.at), value: p.value * factor })),
      };
    }),
    parameters: [
      ...Object.entries(scenario.set).map(([name, value]) => {
        const parameter = indexOf(ir.parameters, name);
        return { parameter, value: value * ir.parameters[parameter]!.factor };
      }),
      ...Object.entries(scenario.variants).map(([name, option]) => {
        const parameter = indexOf(ir.parameters, name);
        const value = (ir.parameters[parameter]!.options ?? []).indexOf(canonicalName(option));
        if (value < 0) throw new RangeError(`variant ${name} has no option ${option}`);
        return { parameter, value };
      }),
    ],
  };
}

function indexOf(list: readonly { readonly name: string }[], name: string): number {
  const index = list.findIndex((item) => item.name === canonicalName(name));
  if (index < 0) throw new RangeError(`the model has no ${name}`);
  return index;
}
