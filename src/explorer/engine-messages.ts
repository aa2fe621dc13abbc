import type { ChangePath, ExplanationComparison, PathComparison } from "../analysis/path-comparison.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";

/** What the page asks of the engine's worker. Every message is plain JSON or typed arrays. */
export type ToEngine =
  /** Load a release from its folder's URL (with a slash at its end), under a seed of the draws; the sessions of an earlier one end. */
  | { readonly kind: "open"; readonly folder: string; readonly seed: number; readonly workers: number }
  | RunMessage
  | LookMessage
  | CsvMessage;

/**
 * Run a choice. `draws: "few"` answers once with 200 draws; "many" answers with 200 draws at once, where that is not the answer already
 * given, and then with 2,000. A later run stops the 2,000 draws of an earlier one and replaces one that has not begun; 200 draws
 * under way are answered, so that a lever that moves on and on is followed.
 */
export interface RunMessage {
  readonly kind: "run";
  readonly id: number;
  readonly choice: ExplorerChoice;
  readonly at: string;
  readonly outcome: string;
  readonly draws: "few" | "many";
}

/** The results of the last run looked at otherwise: another month, another outcome; nothing is run. */
export interface LookMessage {
  readonly kind: "look";
  readonly id: number;
  readonly at: string;
  readonly outcome: string;
}

/** The whole result as CSV, at 2,000 draws: what `downstream link URL --csv` prints. */
export interface CsvMessage {
  readonly kind: "csv";
  readonly id: number;
}

/** What the engine's worker answers. */
export type FromEngine =
  /** So many draws stand ready: first 200, later 2,000. */
  | { readonly kind: "ready"; readonly draws: number }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly total: number }
  | ResultMessage
  | { readonly kind: "csv"; readonly id: number; readonly text: string }
  | { readonly kind: "failed"; readonly id?: number; readonly message: string };

export interface ResultMessage {
  readonly kind: "result";
  /** The message that is answered: a run or a look. */
  readonly id: number;
  /** The run whose choice the numbers are of: the same as `id`, unless that was a look. */
  readonly run: number;
  readonly at: string;
  readonly outcome: string;
  readonly draws: 200 | 2000;
  readonly comparison: PathComparison;
  /** B minus A of the outcome asked for, over time. */
  readonly change: ChangePath;
  /** Of the outcome asked for, at the month asked for; with 2,000 draws only. */
  readonly explanations: readonly ExplanationComparison[];
  /** Milliseconds from the message to the answer, for `bench/` and the tests of speed. */
  readonly ms: number;
}
