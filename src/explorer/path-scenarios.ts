import type { BreakPoint, Schedules } from "../engine/index.ts";
import type { EnsembleScenario } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { ExplorerChoice, LeverPoints, PathChoice } from "../scenario/explorer-link.ts";
import { monthTime } from "../scenario/month.ts";
import type { ModelFacts, ScenarioFacts } from "./model-facts.ts";

/**
 * The two paths of a choice as the ensemble takes them, in base units: a path has its scenario's schedules but for the levers of its
 * own; assumptions hold in both and stand above what a scenario holds. Throws a RangeError for a name that the release does not have.
 */
export function pathScenarios(
  choice: Pick<ExplorerChoice, "a" | "b" | "assumptions">,
  facts: Pick<ModelFacts, "scenarios">,
  ir: Ir,
): { readonly a: EnsembleScenario; readonly b: EnsembleScenario } {
  const one = (id: string, path: PathChoice): EnsembleScenario => {
    const base = scenarioOf(path, facts);
    const overrides = overridesOf(base, choice.assumptions, ir);
    const held = Object.keys(overrides).length > 0;
    return { id, schedules: schedulesOf(base, path, ir), ...(held ? { overrides } : {}) };
  };
  return { a: one("a", choice.a), b: one("b", choice.b) };
}

/** The scenario of a path; a model without one of no change calls it "", where every lever keeps its own value. */
function scenarioOf(
  { scenario }: PathChoice,
  { scenarios }: Pick<ModelFacts, "scenarios">,
): ScenarioFacts | undefined {
  return scenario === "" ? undefined : named(scenarios, scenario, ({ id }) => id);
}

function schedulesOf(base: ScenarioFacts | undefined, { levers }: PathChoice, ir: Ir): Schedules {
  const points = new Map<string, LeverPoints>();
  for (const { name, schedule } of base?.levers ?? []) points.set(name, schedule);
  for (const [name, own] of Object.entries(levers)) points.set(name, own);
  const schedules: Record<string, readonly BreakPoint[]> = {};
  for (const [name, list] of points) {
    const { factor } = named(ir.levers, name, nameOf);
    schedules[name] = list.map(({ at, value }) => ({ at: monthTime(at), value: value * factor }));
  }
  return schedules;
}

function overridesOf(
  { set = {}, variants = {} }: Partial<ScenarioFacts> = {},
  assumptions: ExplorerChoice["assumptions"],
  ir: Ir,
): Readonly<Record<string, number>> {
  const overrides: Record<string, number> = {};
  for (const [name, option] of Object.entries(variants)) {
    const options = named(ir.parameters, name, nameOf).options ?? [];
    overrides[name] = options.indexOf(named(options, option, String));
  }
  for (const [name, value] of Object.entries({ ...set, ...assumptions }))
    overrides[name] = value * named(ir.parameters, name, nameOf).factor;
  return overrides;
}

const nameOf = ({ name }: { readonly name: string }): string => name;

function named<T>(list: readonly T[], name: string, of: (item: T) => string): T {
  const found = list.find((item) => of(item) === name);
  if (found === undefined) throw new RangeError(`the release has no ${name}`);
  return found;
}
