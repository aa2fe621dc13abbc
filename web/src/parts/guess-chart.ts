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

/** The axis that holds the model's paths and the guess. */
export function sharedExtent(options: PathChartOptions, guess: Guess): readonly [number, number] {
  const [low, high] = pathExtent(options);
  const own = guess.values.filter((value) => value !== undefined);
  return [Math.min(low, ...own), Math.max(high, ...own)];
}
