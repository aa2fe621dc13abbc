import { monthIndex } from "../scenario/month.ts";
import type { HistoryChange } from "./history-plan.ts";
import type { HistoryPoint } from "./history-points.ts";
import { finite } from "./history-scores.ts";
import { quantileOf } from "./quantiles.ts";
import type { ValidationRow } from "./validation-row.ts";

/** A published figure of a series' shape beside the same figure of every draw. */
export interface ShapeFigure {
  readonly published: number;
  readonly obtained: ValidationRow["obtained"];
}

/** The month (since year 0) of the highest published sum, and by how many months each draw's highest comes later. */
export function peakFigure(points: readonly HistoryPoint[]): ShapeFigure & { readonly month: number } {
  const highest = (pointValue: (point: HistoryPoint) => number): number => {
    let best = points[0];
    for (const point of points) if (best === undefined || pointValue(point) > pointValue(best)) best = point;
    return best?.window.last ?? Number.NaN;
  };
  const month = highest(({ observed }) => observed);
  const draws = points[0]?.simulated.length ?? 0;
  const late = Float64Array.from({ length: draws }, (_, draw) =>
    points.some(({ simulated }) => !Number.isFinite(simulated[draw]))
      ? Number.NaN
      : highest(({ simulated }) => simulated[draw]!) - month,
  );
  return { month, published: 0, obtained: range(late) };
}

/** The change in percent between the sums that end in two months; undefined when one of them is not among the points. */
export function changeFigure(
  points: readonly HistoryPoint[],
  { from, to }: Pick<HistoryChange, "from" | "to">,
): ShapeFigure | undefined {
  const at = (month: string) => points.find(({ window }) => window.last === monthIndex(month));
  const [a, b] = [at(from), at(to)];
  if (a === undefined || b === undefined) return undefined;
  const change = (before: number, after: number) => 100 * (after / before - 1);
  return {
    published: change(a.observed, b.observed),
    obtained: range(a.simulated.map((value, draw) => change(value, b.simulated[draw]!))),
  };
}

function range(values: Float64Array): ValidationRow["obtained"] {
  const sorted = finite(values);
  return {
    median: quantileOf(sorted, 0.5),
    low: quantileOf(sorted, 0.05),
    high: quantileOf(sorted, 0.95),
  };
}
