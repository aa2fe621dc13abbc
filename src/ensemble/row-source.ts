import type { Ir } from "../model/ir.ts";
import { type Design, type DesignColumns, independentColumns, parameterColumns } from "./design.ts";

/**
 * Where the parameters of draws come from, as plain JSON and typed arrays: a worker makes the rows of its chunks itself.
 * Rows have `ir.parameters.length` values in base units.
 */
export type RowSource =
  /** Rows that are there already: draw i is row i. */
  | { readonly of: "rows"; readonly params: Float64Array; readonly draws: number }
  | { readonly of: "design"; readonly design: Design }
  /**
   * Stored draws of some parameters (a posterior), over a design for the others: spread evenly over what is stored, and
   * again from the first where more draws are asked for than are stored.
   */
  | {
      readonly of: "stored";
      readonly design: Design;
      /** Index into `ir.parameters` of each stored column; -1 for one that the model does not have. */
      readonly columns: readonly number[];
      /** Row after row, base units. */
      readonly values: Float32Array;
      /** Parameters that have one value in all draws: index into `ir.parameters`, and the value in base units. */
      readonly constants?: readonly (readonly [column: number, value: number])[];
    };

/** Number of draws of a source. */
export function drawsIn(source: RowSource): number {
  return source.of === "rows" ? source.draws : source.design.draws;
}

/** Writes rows of draws `from` .. `from + count - 1` to the start of `out`. */
export type RowFiller = (from: number, count: number, out: Float64Array) => void;

/**
 * Gives a filler for a model; what it remembers of earlier draws is bounded and changes no value. Where not all parameters are
 * `wanted`, others may be left as they are.
 */
export type FillerOf = (ir: Ir, source: RowSource, wanted?: (parameter: number) => boolean) => RowFiller;

/** For any source. */
export const rowFiller: FillerOf = (ir, source, wanted) => fillerWith(parameterColumns, ir, source, wanted);

/** For sources whose design draws each parameter alone: a page needs no tables of Sobol's. Throws a RangeError for `sobol`. */
export const independentRows: FillerOf = (ir, source, wanted) =>
  fillerWith(independentColumns, ir, source, wanted);

function fillerWith(
  columnsOf: DesignColumns,
  ir: Ir,
  source: RowSource,
  wanted: (parameter: number) => boolean = () => true,
): RowFiller {
  const width = ir.parameters.length;
  if (source.of === "rows")
    return (from, count, out) => out.set(source.params.subarray(from * width, (from + count) * width));
  const designRows = (skip: ReadonlySet<number>): RowFiller => {
    const fills = columnsOf(ir, source.design, skip);
    return (from, count, out) => {
      for (const fill of fills) fill(from, count, out);
    };
  };
  const unwanted = ir.parameters.flatMap((_, index) => (wanted(index) ? [] : [index]));
  if (source.of === "design") return designRows(new Set(unwanted));
  const { columns, values, constants = [] } = source;
  const { draws } = source.design;
  const base = designRows(new Set([...columns, ...unwanted]));
  const stored = values.length / columns.length;
  return (from, count, out) => {
    base(from, count, out);
    for (let d = 0; d < count; d++) {
      const draw = from + d;
      const row = draws < stored ? placeIn(draw, draws, stored) : draw % stored;
      for (let c = 0; c < columns.length; c++)
        if (columns[c]! >= 0) out[d * width + columns[c]!] = values[row * columns.length + c]!;
      for (const [column, value] of constants) out[d * width + column] = value;
    }
  };
}

/** The golden section: its multiples fill 0 to 1 evenly and in step with no whole number. */
const GOLDEN = 0.6180339887498949;

/**
 * The stored draw that stands for one of fewer: one from each of `draws` even strata, at changing places inside them. Stored
 * draws come from islands by turns, and first places alone would all be of one island.
 */
function placeIn(draw: number, draws: number, stored: number): number {
  const first = Math.floor((draw * stored) / draws);
  const next = Math.floor(((draw + 1) * stored) / draws);
  return first + Math.floor(((draw * GOLDEN) % 1) * (next - first));
}

/** One parameter, an index into `ir.parameters`, in all draws of a source. */
export function rowColumn(ir: Ir, source: RowSource, parameter: number, fillerOf: FillerOf): Float64Array {
  const draws = drawsIn(source);
  const width = ir.parameters.length;
  const fill = fillerOf(ir, source, (index) => index === parameter);
  const some = new Float64Array(PIECE * width);
  const column = new Float64Array(draws);
  for (let from = 0; from < draws; from += PIECE) {
    const count = draws - from < PIECE ? draws - from : PIECE;
    fill(from, count, some);
    for (let d = 0; d < count; d++) column[from + d] = some[d * width + parameter]!;
  }
  return column;
}

/** Draws whose rows are made at a time where only a column is wanted. */
const PIECE = 64;

/** All rows of a source at once. */
export function allRows(ir: Ir, source: RowSource): Float64Array {
  const draws = drawsIn(source);
  const rows = new Float64Array(draws * ir.parameters.length);
  rowFiller(ir, source)(0, draws, rows);
  return rows;
}
