import { canonicalJson, sha256 } from "../model/hash.ts";
import type { ModelFacts } from "./model-facts.ts";

/**
 * Hash of all that decides what a link means and which numbers it gives: the model, its stored draws, its scenarios, and what a link
 * leaves out because it is usual; units too, which stand in its CSV. Other words and evidence have no part in it.
 */
export function linkMeaning(facts: ModelFacts, drawsHash: string): string {
  const { modelHash, draws, leversFrom, months, headline, scenarios, levers, outcomes, variants } = facts;
  const meaning = {
    modelHash,
    drawsHash,
    draws,
    leversFrom,
    months,
    headline,
    scenarios: scenarios.map(({ id, group, levers, set, variants }) => ({
      id,
      group,
      levers,
      set,
      variants,
    })),
    levers: levers.map(({ name, kind }) => ({ name, kind })),
    outcomes: outcomes.map(({ name, factor, unit }) => ({ name, factor, unit: unit.en })),
    variants: variants.map(({ name, options }) => ({ name, options: options.map((option) => option.name) })),
  };
  return sha256(canonicalJson(meaning));
}
