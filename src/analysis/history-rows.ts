import type { Text } from "../base/text.ts";
import type { Schedules } from "../engine/index.ts";
import { drawsOf, type EnsembleScenario, type Pool, runEnsemble } from "../ensemble/index.ts";
import type { Model, Observation } from "../model/model.ts";
import type { Words } from "../scenario/words.ts";
import { switchedOff } from "./history-causes.ts";
import { type HistoryContext, sourcesOf } from "./history-context.ts";
import { coverageRows } from "./history-coverage.ts";
import type { HistoryDraws } from "./history-draws.ts";
import type { HistoryPlan, HistorySeries } from "./history-plan.ts";
import {
  type HistoryPoint,
  type HistoryReader,
  halfYearPoints,
  historySteps,
  rowPoints,
} from "./history-points.ts";
import { medianError, yearBeforeError } from "./history-scores.ts";
import { changeFigure, peakFigure } from "./history-shape.ts";
import * as say from "./history-words.ts";
import type { ValidationRow } from "./validation-row.ts";
import { validationVerdict } from "./validation-verdict.ts";

export interface HistorySettings {
  readonly plan: HistoryPlan;
  /** Lever schedules of what happened; default: the levers' own values. */
  readonly schedules?: Schedules;
  /** Seed of the reporting errors that are drawn, and of the noise of models that have it; default 1. */
  readonly seed?: number;
}

/**
 * How draws of a posterior meet the published past: errors, shape tests and coverage of every observation, each beside the
 * same draws with the causes of the fall switched off (not fitted anew). Rows of `plan.series` come first; every other
 * observation of the model follows in the model's order, so that a new one appears by itself. An observation without a
 * published row in the plan's months has none.
 */
export async function historyRows(
  model: Model,
  words: Words,
  { params, draws }: HistoryDraws,
  pool: Pool,
  { plan, schedules = {}, seed = 1 }: HistorySettings,
): Promise<readonly ValidationRow[]> {
  const { ir } = model;
  const causes = model.mechanisms.filter(({ conceived }) => conceived >= plan.causesSince);
  const scenarios: EnsembleScenario[] = [{ id: "as is", schedules }];
  if (causes.length > 0) scenarios.push({ id: "without", schedules, overrides: switchedOff(causes) });
  const nameOf = ({ aux }: Observation) => ir.auxiliaries[aux]?.name ?? "";
  const outputs = [...new Set(model.observations.map(nameOf))];
  const saveSteps = historySteps(ir.clock, model.observations, plan);
  if (saveSteps.length === 0) return [];
  const common = { ir, outputs, saveSteps, scenarios, branchStep: 0, noiseSeed: seed };
  const result = await runEnsemble(pool, { ...common, params, draws });
  const reader =
    (scenario: number): HistoryReader =>
    (observation, step) =>
      drawsOf(result, scenario, outputs.indexOf(nameOf(observation)), saveSteps.indexOf(step));
  const [asIs, without] = scenarios.map((_, i) => reader(i));
  const context: HistoryContext = {
    model,
    plan,
    seed,
    subject: ({ name }) => words.text("observations", name),
    asIs: asIs!,
    ...(without === undefined ? {} : { without }),
  };
  const inSeries = new Set(plan.series.map(({ observation }) => observation.name));
  const others = model.observations.filter(({ name }) => !inSeries.has(name));
  return [
    ...plan.series.flatMap((series) => seriesRows(context, series)),
    ...plan.series.flatMap((series) => shapeRows(context, series)),
    ...others.flatMap((observation) => errorRows(context, observation)),
    ...plan.series.flatMap((series) => coverageRows(context, series.observation, series)),
    ...others.flatMap((observation) => coverageRows(context, observation)),
  ];
}

type PointsOf = (read: HistoryReader) => readonly HistoryPoint[];

/** Errors of a series of moving sums: on all of them, on those of calendar years, on half-years. */
function seriesRows(context: HistoryContext, series: HistorySeries): readonly ValidationRow[] {
  const { clock } = context.model.ir;
  const { observation } = series;
  const rows = (read: HistoryReader) => rowPoints(clock, observation, context.plan, read);
  const years = (read: HistoryReader) => rows(read).filter(({ window }) => window.last % 12 === 11);
  const halves = (read: HistoryReader) => halfYearPoints(clock, series, context.plan, read);
  const row = (kind: say.ErrorKind, target: number | undefined, points: PointsOf, note?: Text) =>
    target === undefined ? [] : errorRow(context, observation, kind, target, points, note);
  return [
    ...row("rolling", series.rolling, rows),
    ...row("years", series.years, years),
    ...row("half-years", series.halfYears, halves, say.halfYearNote(series)),
  ];
}

/** The one error of an observation that is not among the plan's series: on all of its rows. */
function errorRows(context: HistoryContext, observation: Observation): readonly ValidationRow[] {
  const points = (read: HistoryReader) => rowPoints(context.model.ir.clock, observation, context.plan, read);
  const note = observation.error === undefined ? say.neverScored : undefined;
  return errorRow(context, observation, "rows", undefined, points, note);
}

function errorRow(
  { plan, subject, asIs, without }: HistoryContext,
  observation: Observation,
  kind: say.ErrorKind,
  target: number | undefined,
  pointsOf: PointsOf,
  note?: Text,
): readonly ValidationRow[] {
  const points = pointsOf(asIs);
  if (points.length === 0) return [];
  const published = target === undefined ? {} : { high: target };
  const obtained = { median: medianError(points) };
  return [
    {
      id: `history/${observation.name}/${kind}`,
      section: "history",
      subject: subject(observation),
      target: say.errorTarget(kind, plan, points.length),
      unit: "%",
      published,
      obtained,
      ...(without === undefined ? {} : { without: medianError(pointsOf(without)) }),
      verdict: validationVerdict(published, obtained),
      sources: sourcesOf(observation),
      note: say.joined([say.yearBefore(yearBeforeError(points)), note]),
    },
  ];
}

/** Where the highest moving sum lies, and the changes that the plan names. */
function shapeRows(
  { model, plan, subject, asIs, without }: HistoryContext,
  series: HistorySeries,
): readonly ValidationRow[] {
  const { observation, peakWithin, changes } = series;
  const points = rowPoints(model.ir.clock, observation, plan, asIs);
  const bare = without === undefined ? [] : rowPoints(model.ir.clock, observation, plan, without);
  if (points.length === 0) return [];
  const shared = {
    section: "shape" as const,
    subject: subject(observation),
    sources: sourcesOf(observation),
  };
  const row = (
    id: string,
    words: Pick<ValidationRow, "target" | "note" | "unit">,
    { published, obtained }: ReturnType<typeof changeFigure> & object,
    within: number,
    off: ReturnType<typeof changeFigure>,
  ): ValidationRow => {
    const range = { value: published, low: published - within, high: published + within };
    return {
      ...shared,
      ...words,
      id: `shape/${observation.name}/${id}`,
      published: range,
      obtained,
      ...(off === undefined ? {} : { without: off.obtained.median }),
      verdict: validationVerdict(range, obtained),
    };
  };
  const rows: ValidationRow[] = [];
  if (peakWithin !== undefined) {
    const peak = peakFigure(points);
    const off = bare.length === 0 ? undefined : peakFigure(bare);
    rows.push(row("peak", say.peakWords(peak.month), peak, peakWithin, off));
  }
  for (const change of changes) {
    const figure = changeFigure(points, change);
    if (figure === undefined) continue;
    rows.push(row(change.id, say.changeWords(change), figure, change.within, changeFigure(bare, change)));
  }
  return rows;
}
