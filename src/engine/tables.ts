import { cell } from "../math/cell.ts";
import type { IrTable } from "../model/ir.ts";

/**
 * The kernel of a table: reads its argument from `cell[0]`, leaves the value in `cell[2]`. Linear between
 * points as y_i + (x - x_i) * slope_i, clamped at both ends, NaN for NaN. The search starts at the last
 * interval, which changes the time it takes and never the value.
 */
export function tableKernel(table: IrTable): () => void {
  const count = table.x.length;
  const x = Float64Array.from(table.x);
  const y = Float64Array.from(table.y);
  const slope = new Float64Array(count);
  for (let i = 0; i + 1 < count; i++) slope[i] = (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!);
  const last = count - 1;
  let i = 0;
  return () => {
    const at = cell[0]!;
    if (at <= x[0]!) cell[2] = y[0]!;
    else if (at >= x[last]!) cell[2] = y[last]!;
    else if (Number.isNaN(at)) cell[2] = at;
    else {
      while (at < x[i]!) i--;
      while (at >= x[i + 1]!) i++;
      cell[2] = y[i]! + (at - x[i]!) * slope[i]!;
    }
  };
}
