import { cell } from "../math/cell.ts";
import type { IrTable } from "../model/ir.ts";

/**
 * Slopes of the segments that begin at each point, (y_i+1 - y_i) / (x_i+1 - x_i); 0 at the last point, and for an
 * extrapolated table the slope of the last segment.
 */
export function tableSlopes({ x, y, shape }: IrTable): Float64Array {
  const slope = new Float64Array(x.length);
  for (let i = 0; i + 1 < x.length; i++) slope[i] = (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!);
  if (shape === "extrapolated" && x.length > 1) slope[x.length - 1] = slope[x.length - 2]!;
  return slope;
}

/**
 * The kernel of a table: reads its argument from `cell[0]`, leaves the value in `cell[2]`; NaN for NaN. With i the
 * last point whose x is at or below the argument: the value is y_i + (x - x_i) * slope_i (`tableSlopes`). Before the
 * first and from the last point on: the y of that end; extrapolated: the same formula with the first or last i.
 * stepwise: y_i. The search starts at the last interval, which changes the time it takes and never the value.
 */
export function tableKernel(table: IrTable): () => void {
  const x = Float64Array.from(table.x);
  const y = Float64Array.from(table.y);
  const slope = tableSlopes(table);
  const { shape } = table;
  const last = x.length - 1;
  let i = 0;
  return () => {
    const at = cell[0]!;
    if (at <= x[0]! || at >= x[last]!) {
      const end = at >= x[last]! ? last : 0;
      cell[2] = shape === "extrapolated" ? y[end]! + (at - x[end]!) * slope[end]! : y[end]!;
    } else if (Number.isNaN(at)) cell[2] = at;
    else {
      while (at < x[i]!) i--;
      while (at >= x[i + 1]!) i++;
      cell[2] = shape === "stepwise" ? y[i]! : y[i]! + (at - x[i]!) * slope[i]!;
    }
  };
}
