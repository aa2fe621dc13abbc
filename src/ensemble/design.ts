import { DiagnosticError } from "../base/diagnostic.ts";
import type { Ir } from "../model/ir.ts";
import { priorQuantile } from "./prior-quantile.ts";
import { type ColumnFill, columnFill, type IndependentSampler } from "./sampler.ts";
import { type Scramble, sobolColumn } from "./sobol.ts";
import { sobolDimensions } from "./sobol-order.ts";

/** `sobol`: parameters share one sequence of points that fill the space of all of them evenly. */
export type SamplerName = IndependentSampler | "sobol";

/** What is drawn, as plain JSON: with the model it determines every parameter of every draw. */
export interface Design {
  readonly sampler: SamplerName;
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Number of draws, at most 2^30. */
  readonly draws: number;
  /** For `sobol`, which needs it: every uncertain parameter; the place in the list is the dimension. */
  readonly order?: readonly string[];
  /** For `sobol`: default `shift`. */
  readonly scramble?: Scramble;
}

function checkDesign(design: Design): void {
  const { seed, draws } = design;
  const whole = Number.isSafeInteger(seed) && seed >= 0 && Number.isSafeInteger(draws);
  if (!whole || draws < 1 || draws > 1073741824)
    throw new DiagnosticError([{ code: "ensemble/design", severity: "error", data: { seed, draws } }]);
}

/**
 * Parameter values of draws `from` .. `to` - 1 in base units: row per draw, `ir.parameters.length` columns. A
 * parameter without a prior keeps its value; no column depends on another, nor on `from` and `to`; with `sobol` a
 * column depends on its parameter's place in the design's order. Throws a DiagnosticError for a seed or number of
 * draws that cannot be (`ensemble/design`), or an order that does not fit the model (`ensemble/sobol-...`).
 */
export function drawParameters(ir: Ir, design: Design, from = 0, to: number = design.draws): Float64Array {
  const width = ir.parameters.length;
  const rows = new Float64Array((to - from) * width);
  for (const fill of parameterColumns(ir, design)) fill(from, to - from, rows);
  return rows;
}

/** Writes draws `from` .. `from + count - 1` of one parameter into its place in rows of all parameters. */
export type ParameterFill = (from: number, count: number, rows: Float64Array) => void;

/** Gives the parameters of a design but those of `skip` (indices into `ir.parameters`), one after the other. */
export type DesignColumns = (ir: Ir, design: Design, skip?: ReadonlySet<number>) => readonly ParameterFill[];

/** The parameters of any design. Throws as `drawParameters` does. */
export const parameterColumns: DesignColumns = (ir, design, skip) => {
  if (design.sampler !== "sobol") return independentColumns(ir, design, skip);
  checkDesign(design);
  const { seed, order, scramble } = design;
  const dimensions = sobolDimensions(ir, order);
  return columnsWith(ir, skip, (name) => {
    const at = sobolColumn(seed, name, dimensions.get(name)!, scramble ?? "shift");
    return (from, count, u) => {
      for (let d = 0; d < count; d++) u[d] = at(from + d);
    };
  });
};

/** The parameters of a design whose sampler draws each alone: all but `sobol`, whose tables are large. */
export const independentColumns: DesignColumns = (ir, design, skip) => {
  checkDesign(design);
  const { sampler, seed, draws } = design;
  if (sampler === "sobol") throw new RangeError("a sobol design is not drawn here");
  return columnsWith(ir, skip, (name) => columnFill(sampler, seed, name, draws));
};

function columnsWith(
  ir: Ir,
  skip: ReadonlySet<number> | undefined,
  columnOf: (name: string) => ColumnFill,
): readonly ParameterFill[] {
  const width = ir.parameters.length;
  let u = new Float64Array(64);
  return ir.parameters.flatMap(({ name, value, prior }, j): ParameterFill[] => {
    if (skip?.has(j)) return [];
    if (prior === undefined) {
      return [
        (_, count, rows) => {
          for (let d = 0; d < count; d++) rows[d * width + j] = value;
        },
      ];
    }
    const fill = columnOf(name);
    const quantile = priorQuantile(prior);
    return [
      (from, count, rows) => {
        if (u.length < count) u = new Float64Array(count);
        fill(from, count, u);
        for (let d = 0; d < count; d++) rows[d * width + j] = quantile(u[d]!);
      },
    ];
  });
}
