import { type Guess, type PathChartOptions, pathExtent } from "downstream/charts";

/** Room above and below what was observed: an axis made from the model's own future would give it away. */
const ROOM = 0.4;

/** The axis of a reader who guesses: what was observed by the decision, and room on both sides. */
export function openExtent(options: PathChartOptions): readonly [number, number] {
  const seen = options.observed.flatMap(({ values, known }) => values.slice(0, known));
  if (seen.length === 0) return pathExtent(options);
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  const room = ROOM * (high - (options.zero ? 0 : low));
  return [options.zero ? 0 : low - room, high + room];
}

/**
 * The least that a reader may guess: 0 for what is counted, that is where the published numbers and the runs of A have values above zero
 * and none below; no floor for what goes both ways, as a change does.
 */
export function guessFloor({ observed, a }: Pick<PathChartOptions, "observed" | "a">): number {
  const seen = [...observed.flatMap(({ values }) => values), ...Array.from(a.quantiles)];
  return seen.some((value) => value > 0) && seen.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
}

/** The axis that holds the model's paths and the guess. */
export function sharedExtent(options: PathChartOptions, guess: Guess): readonly [number, number] {
  const [low, high] = pathExtent(options);
  const own = guess.values.filter((value) => value !== undefined);
  return [Math.min(low, ...own), Math.max(high, ...own)];
}
