import type { DrawsBlock, MovedDraws, Session } from "../ensemble/index.ts";

/** All draws of one path, all outputs and saves of its session. Numbers are in base units. */
export interface PathDraws {
  readonly draws: number;
  readonly outputs: number;
  readonly saves: number;
  /** Saves before this one are the session's history, the same numbers for every path that has it; 0 for a path run whole. */
  readonly sharedSaves: number;
  /** Per draw the first index of the run at which something was not finite, -1 for a good run. */
  readonly failedStep: Int32Array;
  /** Copies the draws of a cell to the start of `into`; NaN where a run had failed by then. */
  readonly fill: (output: number, save: number, into: Float64Array) => void;
}

/** A session's history and a moved scenario of all its saves from the branch on, as one path. */
export function pathDraws(
  { draws, history }: Pick<Session, "draws" | "history">,
  moved: MovedDraws,
): PathDraws {
  const { saves, bounds, pieces, whole } = moved;
  const outputs = pieces[0]!.values.length / ((bounds[1]! - bounds[0]!) * saves.length);
  const sharedSaves = whole ? 0 : history.values.length / (outputs * draws);
  const failedStep = new Int32Array(draws);
  pieces.forEach((piece, p) => {
    failedStep.set(piece.failedStep, bounds[p]!);
  });
  const lists = pieces.map(({ values }) => values);
  return {
    ...{ draws, outputs, sharedSaves, failedStep },
    saves: sharedSaves + saves.length,
    fill(output, save, into) {
      if (save < sharedSaves) fillShared(history, (output * sharedSaves + save) * draws, draws, into);
      else fillMoved(lists, bounds, output * saves.length + save - sharedSaves, into);
    },
  };
}

function fillShared({ values }: DrawsBlock, from: number, draws: number, into: Float64Array): void {
  for (let d = 0; d < draws; d++) into[d] = values[from + d]!;
}

// Pieces are some 30 draws long: loops, since a view of each would cost more than its numbers.
function fillMoved(
  pieces: readonly Float64Array[],
  bounds: readonly number[],
  row: number,
  into: Float64Array,
): void {
  for (let p = 0; p < pieces.length; p++) {
    const values = pieces[p]!;
    const begin = bounds[p]!;
    const length = bounds[p + 1]! - begin;
    const from = row * length;
    for (let d = 0; d < length; d++) into[begin + d] = values[from + d]!;
  }
}
