import type { PathChartOptions, PathLine } from "downstream/charts";
import {
  isNoChange,
  type Language,
  type ModelFacts,
  type OutcomeFacts,
  type Side,
  samePath,
} from "downstream/explorer";
import type { ShownResult } from "../state/explorer-app.ts";
import { pathName, pathOf } from "./compared.ts";

/** What a chart of one outcome draws of a result: history, A, and B where it differs. */
export function resultOptions(
  facts: ModelFacts,
  result: ShownResult,
  outcome: OutcomeFacts,
  language: Language,
): PathChartOptions {
  const index = facts.outcomes.indexOf(outcome);
  const line = (side: Side): PathLine => ({
    label: pathName(result.choice[side], facts, language),
    noChange: isNoChange(result.choice[side], facts),
    quantiles: pathOf(result.comparison[side], index, facts.months.length),
  });
  return {
    id: "result",
    title: outcome.label[language],
    unit: outcome.unit[language],
    language,
    months: facts.months,
    factor: outcome.factor,
    a: line("a"),
    b: samePath(result.choice.a, result.choice.b, facts) ? undefined : line("b"),
    observed: outcome.observed.map((series) => ({ ...series, label: series.label[language] })),
    decision: facts.decision,
    at: result.at,
    zero: outcome.zero,
  };
}
