import { DiagnosticError } from "../base/diagnostic.ts";
import type { Ir } from "../model/ir.ts";
import { priorQuantile } from "./prior-quantile.ts";
import { column, type SamplerName } from "./sampler.ts";

/** What is drawn, as plain JSON: with the model it determines every parameter of every draw. */
export interface Design {
  readonly sampler: SamplerName;
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Number of draws, at most 2^30. */
  readonly draws: number;
}

function checkDesign(design: Design): void {
  const { seed, draws } = design;
  const whole = Number.isSafeInteger(seed) && seed >= 0 && Number.isSafeInteger(draws);
  if (!whole || draws < 1 || draws > 1073741824)
    throw new DiagnosticError([{ code: "ensemble/design", severity: "error", data: { seed, draws } }]);
}

/**
 * Parameter values of draws `from` .. `to` - 1 in base units: row per draw, `ir.parameters.length` columns. A
 * parameter without a prior keeps its value; no column depends on another, nor on `from` and `to`.
 * Throws a DiagnosticError (`ensemble/design`) for a seed or number of draws that cannot be.
 */
export function drawParameters(ir: Ir, design: Design, from = 0, to: number = design.draws): Float64Array {
  checkDesign(design);
  const width = ir.parameters.length;
  const rows = new Float64Array((to - from) * width);
  ir.parameters.forEach((parameter, j) => {
    if (parameter.prior === undefined) {
      for (let i = from; i < to; i++) rows[(i - from) * width + j] = parameter.value;
      return;
    }
    const at = column(design.sampler, design.seed, parameter.name, design.draws);
    const quantile = priorQuantile(parameter.prior);
    for (let i = from; i < to; i++) rows[(i - from) * width + j] = quantile(at(i));
  });
  return rows;
}
