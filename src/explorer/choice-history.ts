import type { ExplorerChoice } from "../scenario/explorer-link.ts";

/** Choices before and after the present one. */
export interface ChoiceHistory {
  readonly past: readonly ExplorerChoice[];
  readonly future: readonly ExplorerChoice[];
}

/** Steps that are kept: more than anyone goes back. */
const LIMIT = 200;

export const NO_HISTORY: ChoiceHistory = { past: [], future: [] };

/** After a change that left `before` behind. */
export function remember({ past }: ChoiceHistory, before: ExplorerChoice): ChoiceHistory {
  return { past: [...past, before].slice(-LIMIT), future: [] };
}

/** One step back from `now`: where it leads, and the history there. */
export function stepBack({ past, future }: ChoiceHistory, now: ExplorerChoice) {
  const to = past.at(-1);
  return to && { to, history: { past: past.slice(0, -1), future: [now, ...future] } };
}

/** One step forward again. */
export function stepForward({ past, future }: ChoiceHistory, now: ExplorerChoice) {
  const [to, ...rest] = future;
  return to && { to, history: { past: [...past, now], future: rest } };
}
