import type { Model, Observation } from "../model/model.ts";
import { type HistoryContext, sourcesOf } from "./history-context.ts";
import type { HistorySeries } from "./history-plan.ts";
import { type HistoryPoint, type HistoryReader, halfYearPoints, rowPoints } from "./history-points.ts";
import { expectedInside, ownCoverage, predictedCoverage } from "./history-scores.ts";
import * as say from "./history-words.ts";
import type { ValidationRow } from "./validation-row.ts";
import { validationVerdict } from "./validation-verdict.ts";

/**
 * Shares of published figures inside the bands of half and of nine tenths of the draws: on half-years for a series that is scored
 * on them, else on all rows.
 */
export function coverageRows(
  { model, plan, seed, subject, asIs, without }: HistoryContext,
  observation: Observation,
  series?: HistorySeries,
): readonly ValidationRow[] {
  const { clock } = model.ir;
  const halves = series?.halfYears !== undefined;
  const pointsOf = (seen: Observation, read: HistoryReader): readonly HistoryPoint[] =>
    halves
      ? halfYearPoints(clock, { ...series, observation: seen }, plan, read)
      : rowPoints(clock, seen, plan, read);
  const points = pointsOf(observation, asIs);
  if (points.length === 0) return [];
  const parts = partsOf(model, observation);
  const predict = (read: HistoryReader) => {
    const seen = pointsOf(observation, read);
    if (parts.length === 0) return ownCoverage(seen);
    // The points are those of the whole; only what is simulated for them is the part's.
    const own = parts.map((part) => ({
      observation: part,
      points: pointsOf({ ...observation, aux: part.aux }, read),
    }));
    return predictedCoverage(seen, own, seed);
  };
  const obtained = predict(asIs);
  const bare = without === undefined ? undefined : predict(without);
  const own = ownCoverage(points);
  return ([50, 90] as const).map((band): ValidationRow => {
    const share = (inside: typeof own) => (band === 50 ? inside.inside50 : inside.inside90);
    const judged = parts.length > 0;
    const published = judged ? { value: band, ...expectedInside(points, band) } : { value: band };
    const median = share(obtained);
    return {
      id: `coverage/${observation.name}/${band}`,
      section: "coverage",
      subject: subject(observation),
      target: say.coverageTarget(band, halves, points.length),
      unit: "%",
      published,
      obtained: { median },
      ...(bare === undefined ? {} : { without: share(bare) }),
      verdict: judged ? validationVerdict(published, { median }) : "reported",
      sources: sourcesOf(observation),
      note: judged ? say.ownRange(share(own)) : say.neverScored,
    };
  });
}

/** Observations whose errors make that of another: itself, or the components of the forecast that it is held against. */
function partsOf({ observations, forecasts }: Model, observation: Observation): readonly Observation[] {
  if (observation.error !== undefined) return [observation];
  const forecast = forecasts.find(({ against }) => against === observation.name);
  const components = (forecast?.components ?? []).map((name) =>
    observations.find((one) => one.name === name),
  );
  const known = components.filter((one) => one?.error !== undefined) as readonly Observation[];
  return known.length === components.length ? known : [];
}
