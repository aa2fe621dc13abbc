import type { HeldOption } from "../analysis/path-comparison.ts";
import { posteriorRows } from "../calibrate/posterior-parameters.ts";
import { independentRows, type RowSource, rowColumn, type SessionRequest } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import type { ModelFacts } from "./model-facts.ts";

/** What runs of a release need: its facts, its model, and its stored draws row after row in base units (`unpackDraws`). */
export interface ReleaseParts {
  readonly facts: ModelFacts;
  readonly ir: Ir;
  /** Empty for a model without a posterior: its draws are those of the prior. */
  readonly values: Float32Array;
}

/**
 * Where the parameters of so many draws of a release come from: spread evenly over the stored draws, as every command spreads those of a
 * posterior; what is not stored is drawn from its prior under `seed`.
 */
export function releaseRows({ facts, ir, values }: ReleaseParts, draws: number, seed: number): RowSource {
  if (values.length === 0) return { of: "design", design: { sampler: "stratified", seed, draws } };
  return posteriorRows(ir, { info: facts.draws, values }, draws, seed);
}

/** The session of a release: every outcome at every saved month, branched at the decision. */
export function releaseSession(parts: ReleaseParts, draws: number, seed: number): SessionRequest {
  const { facts, ir } = parts;
  return {
    ir,
    outputs: facts.outcomes.map(({ name }) => name),
    saveSteps: ir.clock.saveSteps,
    branchStep: ir.clock.decision,
    noiseSeed: seed,
    history: {},
    rows: releaseRows(parts, draws, seed),
  };
}

/** Every option of every variant with the draws of a source that hold it. */
export function heldOptions(
  facts: Pick<ModelFacts, "variants">,
  ir: Ir,
  rows: RowSource,
): readonly HeldOption[] {
  return facts.variants.flatMap(({ name, options }) => {
    const column = ir.parameters.findIndex((parameter) => parameter.name === name);
    if (column < 0) return [];
    const known = ir.parameters[column]!.options ?? [];
    const taken = rowColumn(ir, rows, column, independentRows);
    return options.map((option) => {
      const place = known.indexOf(option.name);
      const holds = Uint8Array.from(taken, (index) => (index === place ? 1 : 0));
      return { variant: name, option: option.name, holds };
    });
  });
}

/** The draws that a choice's explanation keeps; undefined where all are. Throws a RangeError for one that the release lacks. */
export function heldBy(
  options: () => readonly HeldOption[],
  { explanation }: Pick<ExplorerChoice, "explanation">,
): Uint8Array | undefined {
  if (explanation === undefined) return undefined;
  const { variant, option } = explanation;
  const found = options().find((one) => one.variant === variant && one.option === option);
  if (found === undefined) throw new RangeError(`the model has no ${variant} ${option}`);
  return found.holds;
}
