import type { Text } from "../base/text.ts";
import type { Model, Observation } from "../model/model.ts";
import type { HistoryPlan } from "./history-plan.ts";
import type { HistoryReader } from "./history-points.ts";

/** What every row of the history is made from. */
export interface HistoryContext {
  readonly model: Model;
  readonly plan: HistoryPlan;
  readonly seed: number;
  readonly subject: (observation: Observation) => Text;
  /** Runs of the draws as they are, and with the causes of the fall switched off. */
  readonly asIs: HistoryReader;
  readonly without?: HistoryReader;
}

/** Rows of the register and the file behind an observation. */
export function sourcesOf({ file, references }: Observation): readonly string[] {
  return [...new Set([...references.map(({ id }) => id), file])];
}
