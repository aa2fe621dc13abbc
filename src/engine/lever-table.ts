import { DiagnosticError } from "../base/diagnostic.ts";
import type { Ir } from "../model/ir.ts";

/** From `at` (time units) on the lever goes to `value` (base units), linearly over the lever's ramp. */
export interface BreakPoint {
  readonly at: number;
  readonly value: number;
}

/** Break points by lever name; a lever that is not named keeps its value. */
export type Schedules = Readonly<Record<string, readonly BreakPoint[]>>;

/** Steps by which a date may miss a step and still mean it: rounding of decimal years. */
const SLACK = 1e-6;

/**
 * Lever values step by step: a Float64Array of (steps + 1) rows of `ir.levers.length`; row k is in force from
 * index k until k + 1 and holds the ramp's value at the middle of the step, so that a ramp delivers its exact total.
 * A break point that comes while a ramp is under way starts from the value reached.
 * Throws a DiagnosticError (`engine/unknown-lever`) for a schedule of a lever that the model does not have.
 */
export function leverTable(ir: Ir, schedules: Schedules): Float64Array {
  const { steps, startIndex, stepsPerUnit, calendar } = ir.clock;
  for (const name of Object.keys(schedules))
    if (!ir.levers.some((lever) => lever.name === name))
      throw new DiagnosticError([{ code: "engine/unknown-lever", severity: "error", data: { name } }]);
  const count = ir.levers.length;
  const table = new Float64Array((steps + 1) * count);
  ir.levers.forEach((lever, column) => {
    const points = [...(schedules[lever.name] ?? [])].sort((a, b) => a.at - b.at);
    const rampSteps = (lever.rampMonths / (calendar ? 12 : 1)) * stepsPerUnit;
    let next = 0;
    let from = lever.value;
    let to = lever.value;
    let since = 0;
    const at = (step: number) => {
      const share = rampSteps > 0 ? (step - since) / rampSteps : 1;
      return share >= 1 - SLACK ? to : from + (to - from) * share;
    };
    for (let k = 0; k <= steps; k++) {
      while (next < points.length && points[next]!.at * stepsPerUnit - startIndex <= k + SLACK) {
        const point = points[next++]!;
        const begins = point.at * stepsPerUnit - startIndex;
        from = at(begins);
        to = point.value;
        since = begins;
      }
      table[k * count + column] = at(k + 0.5);
    }
  });
  return table;
}
