import type { Model } from "../model/model.ts";
import { type DrawTable, tableColumn } from "./draw-table.ts";
import type { CalibrationPlan } from "./observed-terms.ts";
import type { ParticleSpace } from "./particle-space.ts";
import type { Particles } from "./particles.ts";
import type { ObservationFit, PosteriorInfo, Range3 } from "./posterior.ts";
import { quantilePoints } from "./quantile-points.ts";

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Prior and posterior ranges of every uncertain number; a silent one keeps its prior's. */
export function parameterRanges(
  model: Model,
  space: ParticleSpace,
  before: DrawTable,
  after: DrawTable,
  silent: ReadonlySet<number>,
  rHat: readonly number[],
): PosteriorInfo["ranges"] {
  const width = space.columns.length;
  return space.columns.flatMap((column, c) => {
    const parameter = model.ir.parameters[column];
    if (parameter === undefined || space.options[c] !== undefined) return [];
    const range = ({ values }: DrawTable): Range3 => {
      const [low, , middle, , high] = quantilePoints(tableColumn(values, width, c), LEVELS);
      return [low, middle, high].map((value) =>
        round((value ?? Number.NaN) / parameter.factor),
      ) as unknown as Range3;
    };
    const prior = range(before);
    const still = silent.has(c);
    const posterior = still ? prior : range(after);
    const widthOf = (of: Range3) => of[2] - of[0];
    return [
      {
        name: parameter.name,
        unit: parameter.unit,
        prior,
        posterior,
        width: widthOf(prior) > 0 ? round(widthOf(posterior) / widthOf(prior)) : 1,
        rHat: still ? 1 : round(rHat[c] ?? Number.NaN),
      },
    ];
  });
}

/** Particles with weights that add up to 1, island by island. */
export interface WeighedIsland {
  readonly particles: Particles;
  readonly weights: Float64Array;
}

/** The weight of each option of each variant: under the prior, and under both laws of the errors over the islands. */
export function variantWeights(
  model: Model,
  space: ParticleSpace,
  before: DrawTable,
  normal: readonly WeighedIsland[],
  student: readonly WeighedIsland[],
): PosteriorInfo["variants"] {
  const width = space.columns.length;
  return space.columns.flatMap((column, c) => {
    const parameter = model.ir.parameters[column];
    if (parameter?.options === undefined) return [];
    const inPrior = tableColumn(before.values, width, c);
    const options = parameter.options.map((name, option) => ({
      name,
      prior: round(inPrior.reduce((sum, value) => sum + (value === option ? 1 : 0), 0) / before.count),
      normal: islandRange(normal.map((island) => share(island, width, c, option))),
      student: islandRange(student.map((island) => share(island, width, c, option))),
    }));
    return [{ name: parameter.name, options }];
  });
}

function share({ particles, weights }: WeighedIsland, width: number, column: number, option: number): number {
  let sum = 0;
  for (let i = 0; i < particles.count; i++)
    if (particles.coordinates[i * width + column] === option) sum += weights[i]!;
  return sum;
}

/** Least, mean and greatest over the islands. */
export function islandRange(values: readonly number[]): Range3 {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [round(Math.min(...values)), round(mean), round(Math.max(...values))];
}

/** How the medians and ranges of prior and posterior draws meet every observed series. */
export function observationFits(
  plan: CalibrationPlan,
  before: DrawTable,
  after: DrawTable,
): readonly ObservationFit[] {
  const pointCount = plan.terms.reduce((sum, term) => sum + term.rows.length, 0);
  let point = 0;
  return plan.terms.map((term) => {
    const first = point;
    point += term.rows.length;
    const score = ({ points }: DrawTable) => {
      let error = 0;
      let inside50 = 0;
      let inside90 = 0;
      term.observed.forEach((observed, i) => {
        const [p5, p25, p50, p75, p95] = quantilePoints(
          tableColumn(points, pointCount, first + i),
          LEVELS,
        ) as [number, number, number, number, number];
        error += Math.abs(p50 - observed) / Math.abs(observed);
        if (observed >= p25 && observed <= p75) inside50++;
        if (observed >= p5 && observed <= p95) inside90++;
      });
      const per = (sum: number) => round(sum / term.rows.length);
      return { mape: per(error), inside50: per(inside50), inside90: per(inside90) };
    };
    const prior = score(before);
    return {
      name: term.name,
      file: term.observation.file,
      column: term.observation.column,
      points: term.rows.length,
      ...score(after),
      priorMape: prior.mape,
      priorInside90: prior.inside90,
    };
  });
}

/** Six significant digits: more would only show the sampling noise. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}
