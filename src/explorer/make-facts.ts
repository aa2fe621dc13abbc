import { posteriorName } from "../calibrate/posterior.ts";
import { declared } from "../explain/describe-variable.ts";
import { canonicalName } from "../lang/names.ts";
import { canonicalElement, isElementOf } from "../model/arrays/element-name.ts";
import type { IrLever, IrParameter } from "../model/ir.ts";
import { NUMBER_VERSION } from "../scenario/explorer-link.ts";
import type { ParameterRange } from "../scenario/explorer-link-facts.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { priorEnds } from "./evidence-prior.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import { decisionMonth, type ExplorerPlan, explorerPlan, leversNamed, savedMonths } from "./explorer-plan.ts";
import type { LeverFacts, ModelFacts, OutcomeFacts, ScenarioFacts } from "./model-facts.ts";
import { observedSeries } from "./observed-series.ts";
import { offeredAssumptions } from "./offered-assumptions.ts";
import { scenarioValues, sliderStep } from "./slider-step.ts";
import { unitLabel } from "./unit-label.ts";

/** Name of the release (`2026.1`) and its day, `YYYY-MM-DD`. */
export interface ReleaseName {
  readonly name: string;
  readonly date: string;
}

/** What the page knows of a model: `facts.json`. The same parts give the same bytes. */
export function makeFacts(parts: ExplorerParts, release: ReleaseName): ModelFacts {
  const { model, words, scenarios, explorer, posterior } = parts;
  const { ir } = model;
  const plan = explorerPlan(model, scenarios, explorer);
  const decision = decisionMonth(model);
  return {
    format: "downstream-explorer-facts",
    version: 1,
    model: model.name,
    release: release.name,
    released: release.date,
    ...(explorer?.about === undefined ? {} : { about: explorer.about }),
    modelHash: model.hash,
    numberVersion: NUMBER_VERSION,
    draws: {
      posterior: posterior === undefined ? "prior" : posteriorName(posterior.info),
      stored: posterior?.info.draws ?? 0,
      parameters: posterior?.info.parameters ?? [],
      fixed: posterior?.info.fixed ?? [],
    },
    decision,
    leversFrom: plan.leversFrom,
    months: savedMonths(model),
    knownUntil: posterior?.info.origin ?? decision,
    leverGroups: plan.groups,
    levers: ir.levers.map((lever) => leverFacts(parts, plan, lever)),
    outcomes: model.outcomes.map(({ name, better }) => outcomeFacts(parts, plan, name, better)),
    scenarios: scenarios.map((scenario) => scenarioFacts(parts, scenario)),
    chips: plan.chips,
    assumptions: offeredAssumptions(parts, plan.headline.outcome),
    variants: model.variants.map((name) => ({
      name,
      label: words.text("variants", name),
      question: words.text("variants", name, "question"),
      options: (model.variables.get(name)?.options ?? []).map((option) => ({
        name: option,
        label: words.option(name, option),
      })),
    })),
    parameters: ir.parameters.filter(({ prior, options }) => prior && !options).map(parameterRange),
    headline: plan.headline,
  };
}

function parameterRange({ name, prior, factor }: IrParameter): ParameterRange {
  const { low, high } = prior === undefined ? {} : priorEnds(prior);
  return {
    name,
    ...(low === undefined ? {} : { low: declared(low, factor) }),
    ...(high === undefined ? {} : { high: declared(high, factor) }),
  };
}

function leverFacts({ words, scenarios }: ExplorerParts, plan: ExplorerPlan, lever: IrLever): LeverFacts {
  const { name, unit, factor, rampMonths } = lever;
  const said = plan.lever(name);
  const text = (field: string) => words.text("levers", name, field);
  const proposed = text("proposed");
  const number = (value: number) => declared(value, factor);
  const month = unit === "date";
  const inUse = [number(lever.value), ...scenarioValues(name, scenarios)];
  return {
    name,
    label: text("label"),
    short: text("short"),
    sentence: text("sentence"),
    for: text("for"),
    against: text("against"),
    ...(proposed.en === "" ? {} : { proposed }),
    unit: said?.unit ?? unitLabel(unit),
    factor,
    value: number(lever.value),
    low: number(lever.low),
    high: number(lever.high),
    step: said?.step ?? (month ? 1 / 12 : sliderStep(number(lever.low), number(lever.high), inUse)),
    kind: said?.kind ?? (month ? "month" : "slider"),
    rampMonths,
    ...(said?.tried === undefined ? {} : { tried: said.tried }),
    ...(said?.untried === undefined ? {} : { untried: said.untried }),
  };
}

function outcomeFacts(
  { model, words, explorer }: ExplorerParts,
  plan: ExplorerPlan,
  name: string,
  better: OutcomeFacts["better"],
): OutcomeFacts {
  const variable = model.variables.get(name);
  const unit = words.text("outcomes", name, "unit");
  const place = plan.panel.indexOf(name);
  return {
    name,
    label: words.text("outcomes", name),
    short: words.text("outcomes", name, "short"),
    sentence: words.text("outcomes", name, "sentence"),
    unit: unit.en === "" ? unitLabel(variable?.unit ?? "1") : unit,
    factor: variable?.factor ?? 1,
    better,
    // Every axis holds 0: a part of an axis makes small differences look large.
    zero: true,
    ...(place < 0 ? {} : { panel: place }),
    observed: observedSeries(model, words, explorer, name),
  };
}

function scenarioFacts({ model }: ExplorerParts, scenario: Scenario): ScenarioFacts {
  const { id, group, label, short, summary, extrapolation } = scenario;
  const set = Object.entries(scenario.set).flatMap(([name, value]) =>
    model.ir.parameters
      .filter((one) => isElementOf(one.name, canonicalElement(name)))
      .map((one) => [one.name, value] as const),
  );
  const variants = Object.entries(scenario.variants).map(
    ([name, option]) => [canonicalName(name), canonicalName(option)] as const,
  );
  return {
    ...{ id, group, label, short, summary, extrapolation },
    levers: scenario.levers.flatMap(({ name, schedule }) =>
      leversNamed(model, name).map((one) => ({ name: one, schedule })),
    ),
    ...(set.length === 0 ? {} : { set: Object.fromEntries(set) }),
    ...(variants.length === 0 ? {} : { variants: Object.fromEntries(variants) }),
  };
}
