import { uncertainInputs } from "../analysis/drivers.ts";
import { type Diagnostic, DiagnosticError, type Files } from "../base/diagnostic.ts";
import { roundNumbers } from "../base/round-numbers.ts";
import type { PosteriorInfo } from "../calibrate/posterior.ts";
import type { Pool } from "../ensemble/index.ts";
import { canonicalName } from "../lang/names.ts";
import type { Model } from "../model/model.ts";
import { monthText } from "../scenario/month.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadWords, type Words } from "../scenario/words.ts";
import { aftermath } from "./aftermath.ts";
import type { Brief } from "./brief.ts";
import { makeAnswer, makeExpectation, makeExtrapolation } from "./brief-answers.ts";
import { makeCalibration } from "./brief-calibration.ts";
import { type CellContext, makeCells, makeChart, makeDrivers, makeVariants } from "./brief-cells.ts";
import { runScenarios } from "./brief-runs.ts";
import { makeEvents, makeSeries, makeSources } from "./brief-sources.ts";
import { makeValidation } from "./brief-validation.ts";
import { joinTexts } from "./claim-words.ts";
import { judgeClaim } from "./claims.ts";
import { loadRecord } from "./record.ts";
import type { BriefResult, OutcomeInfo, ProposalResult, ScenarioInfo } from "./result.ts";

/** Everything a brief is made from; the same input gives the same bytes. */
export interface BriefInput {
  /** A read brief without errors (`parseBrief`, `checkBrief`). */
  readonly brief: Brief;
  /** Texts of the model's folder by path below it: `evidence/evidence.csv`, `data/x.csv`, `words/en.yaml` ... */
  readonly files: Files;
  readonly model: Model;
  /** Scenarios of the model (`loadScenarios`). */
  readonly scenarios: readonly Scenario[];
  /** Draws: `params[draw * ir.parameters.length + index]` in base units. */
  readonly params: Float64Array;
  readonly draws: number;
  /** What stands beside the posterior; absent when the draws are prior draws. */
  readonly posterior?: PosteriorInfo | undefined;
  readonly made: BriefResult["made"];
  readonly pool: Pool;
  /** Hears of runs done, of how many. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Months between points of a chart. */
const chartMonths = 3;

/**
 * Runs a brief: judges its claims, runs its scenarios with the same draws, compares them with no change. Numbers have six
 * significant digits. Throws a DiagnosticError when the record beside the model cannot be read.
 */
export async function runBrief(input: BriefInput): Promise<BriefResult> {
  const { brief, files, model, params, draws } = input;
  const { plan, head } = brief;
  const { ir } = model;
  const words = loadWords(files, "");
  const record = loadRecord(files, "");
  const { events, diagnostics: eventFindings } = makeEvents(files, record, head.date);
  throwErrors([...words.diagnostics, ...record.diagnostics, ...eventFindings]);

  const chosen = plan.run.map((id) => input.scenarios.find((s) => s.id === id)!);
  const decision = monthText(
    Math.round(((ir.clock.startIndex + ir.clock.decision) * 12) / ir.clock.stepsPerUnit),
  );
  const outcomes = makeOutcomes(model, words, plan.outcomes);
  const months = chartDates(model, plan.charts_until);
  const runs = await runScenarios(
    {
      ir,
      scenarios: chosen,
      paths: new Set(brief.charts.flatMap((chart) => chart.scenarios)),
      outputs: outcomes.map((o) => o.name),
      at: [...new Set([decision, ...plan.at])],
      params,
      draws,
      noiseSeed: input.made.seed,
      pool: input.pool,
      progress: input.progress,
    },
    months,
  );
  const context: CellContext = {
    model,
    words,
    runs,
    plan,
    outcomes,
    factors: new Map(outcomes.map((o) => [o.name, model.variables.get(o.name)?.factor ?? 1])),
    baseline: plan.run[0]!,
    decision,
    documentMonth: head.date.slice(0, 7),
  };
  const claims = brief.claims.map((claim) => judgeClaim(claim, record, head.date));
  const scenarios = chosen.map((s) => scenarioInfo(s, model, words, runs.failed(s.id)));
  const proposals = brief.proposals.map((p): ProposalResult => {
    const scenario = chosen.find((s) => s.id === p.scenario);
    return { ...p, levers: scenario?.levers.map((l) => canonicalName(l.name)) ?? [] };
  });
  const cells = makeCells(context, plan.run);
  const charts = brief.charts.map((chart) => makeChart(context, chart, months));
  const parts = { brief, claims, scenarios, outcomes, cells, charts, decision };
  const inputs = uncertainInputs(ir, params, draws);
  const { validation, warnings } = makeValidation(input, words, plan.outcomes);
  return roundNumbers<BriefResult>({
    format: "downstream-brief",
    version: 1,
    made: { ...input.made, draws },
    warnings,
    title: head.title,
    document: { date: head.date, about: head.about },
    question: head.question,
    answer: makeAnswer(parts),
    claims,
    proposals,
    expectations: brief.expectations.map((e) => makeExpectation(parts, e)),
    scenarios,
    outcomes,
    decision,
    dates: plan.at,
    headlineAt: plan.headline_at,
    cells,
    charts,
    drivers: plan.drivers.map((look) => makeDrivers(context, inputs, look)),
    variants: makeVariants(context, ir, params, plan.variants_in, input.posterior),
    calibration: withAftermath(makeCalibration(input.posterior, words, draws), charts, context.baseline),
    ...(validation === undefined ? {} : { validation }),
    extrapolation: makeExtrapolation(brief, scenarios),
    documentLeavesOut: brief.documentLeavesOut,
    leftOut: brief.leftOut,
    whatHappened: events,
    sources: makeSources(model, record, claims, proposals, chosen, validation),
    series: makeSeries(model, files, claims),
  });
}

/** Adds to the misfits how the data published since lie against the path without change. */
function withAftermath(
  calibration: BriefResult["calibration"],
  charts: BriefResult["charts"],
  baseline: string,
): BriefResult["calibration"] {
  const since = charts.flatMap((chart) => {
    const text = aftermath(chart, baseline);
    return text ? [joinTexts({ en: `${chart.title.en}.`, es: `${chart.title.es}.` }, text)] : [];
  });
  return { ...calibration, misfits: [...calibration.misfits, ...since] };
}

function throwErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new DiagnosticError(errors);
}

/** Every outcome of the model: the brief's headline first, in its order, then the others in the model's. */
function makeOutcomes(model: Model, words: Words, headline: readonly string[]): readonly OutcomeInfo[] {
  const rest = model.outcomes.map((o) => o.name).filter((name) => !headline.includes(name));
  return [...headline, ...rest].map((name) => {
    const unit = words.text("outcomes", name, "unit");
    const own = model.variables.get(name)?.unit ?? "1";
    return {
      name,
      label: words.text("outcomes", name),
      short: words.text("outcomes", name, "short"),
      sentence: words.text("outcomes", name, "sentence"),
      unit: unit.en === "" ? { en: own, es: own } : unit,
      better: model.outcomes.find((o) => o.name === name)?.better ?? "none",
      headline: headline.includes(name),
    };
  });
}

function scenarioInfo(scenario: Scenario, model: Model, words: Words, failedDraws: number): ScenarioInfo {
  return {
    id: scenario.id,
    group: scenario.group,
    ...(scenario.rung === undefined ? {} : { rung: scenario.rung }),
    label: scenario.label,
    short: scenario.short,
    summary: scenario.summary,
    settings: scenario.levers.map((setting) => {
      const lever = canonicalName(setting.name);
      const unit = model.ir.levers.find((l) => l.name === lever)?.unit ?? "1";
      return { lever, label: words.text("levers", lever), unit, schedule: setting.schedule };
    }),
    extrapolation: scenario.extrapolation,
    failedDraws,
  };
}

/** Months of a chart: every quarter from the first shown result to `until` or the end, counted from January. */
function chartDates(model: Model, until: string | undefined): readonly string[] {
  const { clock } = model.ir;
  const month = (step: number) => ((clock.startIndex + step) * 12) / clock.stepsPerUnit;
  const first = Math.ceil(month(clock.resultsFrom) / chartMonths - 1e-9) * chartMonths;
  const last = Math.floor(month(clock.steps) + 1e-9);
  const dates: string[] = [];
  for (let index = first; index <= last; index += chartMonths) {
    const date = monthText(index);
    if (until === undefined || date <= until) dates.push(date);
  }
  return dates;
}
