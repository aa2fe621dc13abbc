import type { CountedSince } from "../explain/since-words.ts";
import type { ModelFacts, OutcomeFacts } from "./model-facts.ts";

/**
 * The last count of an outcome that came out after the draws were made, beside the range of a path with no change: `path` is
 * [save][q05, q25, q50, q75, q95] in base units, the answer in the outcome's declared unit. Undefined where nothing came out since.
 */
export function countedSince(
  facts: ModelFacts,
  outcome: OutcomeFacts,
  path: Float64Array,
): CountedSince | undefined {
  for (const { months, values, known } of outcome.observed.filter((series) => series.known > 0)) {
    for (let i = months.length - 1; i >= known; i--) {
      const month = months[i]!;
      const at = facts.months.indexOf(month);
      if (at < 0 || month <= facts.decision) continue;
      const [low, high] = [path[at * 5]! / outcome.factor, path[at * 5 + 4]! / outcome.factor];
      return { month, counted: values[i]!, low, high };
    }
  }
  return undefined;
}
