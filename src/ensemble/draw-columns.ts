import type { EnsembleCut, EnsembleShared } from "./ensemble-shared.ts";

/** Results of some draws: of the shared history, or of one scenario. */
export interface ColumnBlock {
  /** [output][save][draw], base units. */
  readonly values: Float64Array;
  /** First index of the run at which something was not finite, -1 for a good run. */
  readonly failedStep: Int32Array;
  /** Place of the variable that was not finite in `variableNames`, -1 for a good run. */
  readonly failedVariable: Int32Array;
}

/** Results of an ensemble, or of a chunk of it. */
export interface DrawColumns {
  /** Length of a column. */
  readonly draws: number;
  /** Saves before the branch, once for all scenarios that share the history. */
  readonly history: ColumnBlock;
  /** Per scenario: the saves of its own block (`EnsembleCut`). */
  readonly scenarios: readonly ColumnBlock[];
}

/** All names that a failure can point at. */
export function variableNames({ ir }: Pick<EnsembleShared, "ir">): readonly string[] {
  return [ir.stocks, ir.held, ir.auxiliaries, ir.parameters, ir.levers].flatMap((list) =>
    list.map(({ name }) => name),
  );
}

/** Columns in memory from `allocate`, which may be shared between workers; what they hold is written later. */
export function createColumns(
  shared: EnsembleShared,
  { historySaves, saves }: EnsembleCut,
  draws: number,
  allocate: (bytes: number) => ArrayBufferLike,
): DrawColumns {
  const block = (blockSaves: number): ColumnBlock => ({
    values: new Float64Array(allocate(8 * shared.outputs.length * blockSaves * draws)),
    failedStep: new Int32Array(allocate(4 * draws)),
    failedVariable: new Int32Array(allocate(4 * draws)),
  });
  return {
    draws,
    history: block(historySaves),
    scenarios: saves.map((own) => block(own.length)),
  };
}

/** Puts the columns of a chunk at draw `at` of larger ones. */
export function placeColumns(chunk: DrawColumns, into: DrawColumns, at: number): void {
  [chunk.history, ...chunk.scenarios].forEach((from, b) => {
    const to = b === 0 ? into.history : into.scenarios[b - 1]!;
    const rows = from.values.length / chunk.draws;
    for (let row = 0; row < rows; row++) {
      const column = from.values.subarray(row * chunk.draws, (row + 1) * chunk.draws);
      to.values.set(column, row * into.draws + at);
    }
    to.failedStep.set(from.failedStep, at);
    to.failedVariable.set(from.failedVariable, at);
  });
}

/** The buffers of columns that are not in shared memory. */
export function columnBuffers({ history, scenarios }: DrawColumns): readonly ArrayBuffer[] {
  return [history, ...scenarios].flatMap(({ values, failedStep, failedVariable }) => [
    values.buffer as ArrayBuffer,
    failedStep.buffer as ArrayBuffer,
    failedVariable.buffer as ArrayBuffer,
  ]);
}

/** A column of one scenario: its first `length` numbers are draws; a view, not a copy. Scenarios keep all saves. */
export function columnOf(
  columns: DrawColumns,
  { historySaves, whole, saves }: EnsembleCut,
  scenario: number,
  output: number,
  save: number,
  length: number = columns.draws,
): Float64Array {
  const early = !whole[scenario] && save < historySaves;
  const own = saves[scenario]!;
  const row = early ? output * historySaves + save : output * own.length + own.indexOf(save);
  const { values } = early ? columns.history : columns.scenarios[scenario]!;
  return values.subarray(row * columns.draws, row * columns.draws + length);
}
