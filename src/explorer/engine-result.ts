import { changePath, compareAt, explanationsAt } from "../analysis/path-comparison.ts";
import type { ResultMessage } from "./engine-messages.ts";
import type { ComparedPaths, ExplorerDraws } from "./explorer-draws.ts";
import type { ModelFacts } from "./model-facts.ts";

/** What is looked at. */
export interface EngineView {
  readonly at: string;
  readonly outcome: string;
}

/** What the page is told of a choice that was run. Throws a RangeError for a month or an outcome that the release lacks. */
export function engineResult(
  { outcomes, months }: Pick<ModelFacts, "outcomes" | "months">,
  draws: ExplorerDraws,
  { a, b, kept, pointsA, pointsB }: ComparedPaths,
  { at, outcome }: EngineView,
  explained: boolean,
): Pick<ResultMessage, "at" | "outcome" | "comparison" | "change" | "explanations"> {
  const save = months.indexOf(at);
  if (save < 0) throw new RangeError(`no outcome is saved at ${at}`);
  const output = outcomes.findIndex(({ name }) => name === outcome);
  if (output < 0) throw new RangeError(`the model has no outcome ${outcome}`);
  return {
    ...{ at, outcome },
    comparison: {
      ...{ draws: draws.draws, kept: kept.length, a: pointsA, b: pointsB },
      at: outcomes.map(({ better }, o) => compareAt(a, b, kept, o, save, better)),
    },
    change: changePath(a, b, kept, output),
    explanations: explained
      ? explanationsAt(a, b, draws.options(), output, save, outcomes[output]!.better)
      : [],
  };
}
