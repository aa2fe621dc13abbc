import type { Text } from "../base/text.ts";

/** How an obtained figure stands to a published one. */
export type ValidationVerdict =
  /** The model's median lies inside the published range (or meets the target). */
  | "reproduced"
  /** The published range meets the model's 5 to 95 % range, but not its median. */
  | "covered"
  /** Neither. */
  | "missed"
  /** A figure without a target. */
  | "reported";

/** One line of the validation table: a target, what was published, what the model gives. */
export interface ValidationRow {
  readonly id: string;
  readonly section: "history" | "shape" | "coverage" | "episode" | "published model";
  /** Which of several: the episode, the series, the model. */
  readonly subject: Text;
  readonly target: Text;
  /** Unit of every number of the row: `%`, `month`, `1`. */
  readonly unit: string;
  readonly published: { readonly value?: number; readonly low?: number; readonly high?: number };
  readonly obtained: { readonly median: number; readonly low?: number; readonly high?: number };
  /** The same figure with the model's causes of the fall of 2023-24 switched off. */
  readonly without?: number;
  /** Share of the draws (0 to 1) whose own figure lies in the published range. */
  readonly inside?: number;
  readonly verdict: ValidationVerdict;
  /** Rows of the register and data files. */
  readonly sources: readonly string[];
  readonly note?: Text;
}
