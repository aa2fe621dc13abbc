import { allRows, type RowSource } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Posterior, PosteriorInfo } from "./posterior.ts";

/** What of a posterior draws are made from. */
export interface StoredDraws extends Pick<Posterior, "values"> {
  readonly info: Pick<PosteriorInfo, "parameters" | "fixed">;
}

/**
 * Draws from a posterior: rows are spread evenly over the stored draws and begin again where more are asked for than are
 * stored. What its origin fixed has that value; what the posterior does not name keeps its prior (drawn under `seed`) or its value.
 */
export function posteriorRows(ir: Ir, posterior: StoredDraws, draws: number, seed: number): RowSource {
  const { info, values } = posterior;
  const columns = info.parameters.map((name) =>
    ir.parameters.findIndex((parameter) => parameter.name === name),
  );
  const constants = info.fixed.flatMap(({ name, value }) => {
    const column = ir.parameters.findIndex((parameter) => parameter.name === name);
    return column < 0 ? [] : [[column, value] as const];
  });
  return { of: "stored", design: { sampler: "stratified", seed, draws }, columns, values, constants };
}

/** The parameter sets of `posteriorRows`: rows of `ir.parameters.length` values in base units. */
export function posteriorParameters(ir: Ir, posterior: Posterior, draws: number, seed: number): Float64Array {
  return allRows(ir, posteriorRows(ir, posterior, draws, seed));
}
