import { drawParameters } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Posterior } from "./posterior.ts";

/**
 * Parameter sets of `draws` runs from a posterior: rows of `ir.parameters.length` values in base units. Rows are spread
 * evenly over the stored draws and begin again where more are asked for than are stored; what the posterior does not
 * name keeps its prior (drawn under `seed`) or its value.
 */
export function posteriorParameters(ir: Ir, posterior: Posterior, draws: number, seed: number): Float64Array {
  const { info, values } = posterior;
  const rows = drawParameters(ir, { sampler: "stratified", seed, draws });
  const width = ir.parameters.length;
  const columns = info.parameters.map((name) =>
    ir.parameters.findIndex((parameter) => parameter.name === name),
  );
  for (let draw = 0; draw < draws; draw++) {
    const stored = draws <= info.draws ? Math.floor((draw * info.draws) / draws) : draw % info.draws;
    columns.forEach((column, c) => {
      if (column >= 0) rows[draw * width + column] = values[stored * columns.length + c] ?? Number.NaN;
    });
  }
  return rows;
}
