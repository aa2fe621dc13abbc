import type { Ir } from "../model/ir.ts";
import type { CalibrationPlan } from "./observed-terms.ts";
import type { CalibrationRunner, WeighedDraws } from "./weigh-draws.ts";

/**
 * Columns of `weighed.parameters` about which the data can say nothing: in none of the probed draws does another
 * value of the parameter change a single bit of what is observed or rejected on. The effects of force that has not
 * been used are such. The likelihood does not depend on them, so their posterior is their prior, independent of the
 * rest. `probes` are draws with weight; each is run once as it is and once per column with the value of another draw.
 */
export async function silentParameters(
  ir: Ir,
  plan: CalibrationPlan,
  runner: CalibrationRunner,
  weighed: WeighedDraws,
  probes: Int32Array,
): Promise<readonly number[]> {
  const width = ir.parameters.length;
  const defaults = Float64Array.from(ir.parameters, (parameter) => parameter.value);
  const columns = weighed.columns;
  const at = (draw: number, c: number) => weighed.parameters[draw * columns.length + c] ?? Number.NaN;
  const rows = (change?: number) => {
    const parameters = new Float64Array(probes.length * width);
    probes.forEach((draw, i) => {
      parameters.set(defaults, i * width);
      columns.forEach((column, c) => {
        const from = c === change ? otherDraw(weighed, draw, c) : draw;
        parameters[i * width + column] = at(from, c);
      });
    });
    return parameters;
  };
  const { values } = await runner.run(rows(), probes.length, plan);
  const silent: number[] = [];
  for (let c = 0; c < columns.length; c++) {
    const changed = await runner.run(rows(c), probes.length, plan);
    if (sameBits(values, changed.values)) silent.push(c);
  }
  return silent;
}

/** A draw whose value of column `c` differs, looked for half the design away, where stratified draws are far apart. */
function otherDraw(weighed: WeighedDraws, draw: number, c: number): number {
  const { draws, columns, parameters } = weighed;
  const value = parameters[draw * columns.length + c];
  for (let step = 0; step < draws; step++) {
    const other = (draw + Math.floor(draws / 2) + step) % draws;
    if (parameters[other * columns.length + c] !== value) return other;
  }
  return draw;
}

function sameBits(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
