import {
  headlineSentence,
  isNoChange,
  type Language,
  type ModelFacts,
  type OutcomeFacts,
  sameHeadline,
  samePath,
} from "downstream/explorer";
import type { ShownResult } from "../state/explorer-app.ts";
import { comparedOutcome, inUnit } from "./compared.ts";

/** The result as one sentence with a range: B against A or, where they are the same, their level. Empty where it lacks the outcome. */
export function headlineText(
  result: ShownResult,
  facts: ModelFacts,
  outcome: OutcomeFacts,
  language: Language,
): string {
  const { a, b } = result.choice;
  const compared = comparedOutcome(result, facts, outcome, language);
  if (compared === undefined) return "";
  if (!samePath(a, b, facts)) return headlineSentence(compared, language);
  const level = result.comparison.at[facts.outcomes.indexOf(outcome)]!.a;
  return sameHeadline(
    {
      outcome: outcome.label[language],
      unit: outcome.unit[language],
      value: inUnit(level, outcome.factor),
      at: result.at,
      noChange: isNoChange(a, facts),
    },
    language,
  );
}
