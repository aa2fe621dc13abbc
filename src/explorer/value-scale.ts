import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";

/** The places of a slider over a range, evenly spaced in the value or, over a wide range above 0, in its logarithm. */
export interface ValueScale {
  /** Places run from 0 to this. */
  readonly places: number;
  /** The place nearest to a value; one outside the range stands at its end. */
  readonly placeOf: (value: number) => number;
  /** The value at a place, with three significant digits; the ends of the range exactly. */
  readonly valueAt: (place: number) => number;
}

const PLACES = 100;
/** From this ratio of the ends on, even steps of the value would crowd its small values into a few places. */
const WIDE = 30;

/** The scale of a slider from `low` to `high`, in 100 places. */
export function valueScale(low: number, high: number): ValueScale {
  const wide = low > 0 && high / low >= WIDE;
  const inner = wide ? ln : (value: number) => value;
  const outer = wide ? exp : (value: number) => value;
  const from = inner(low);
  const width = inner(high) - from;
  return {
    places: PLACES,
    placeOf: (value) => {
      if (!(width > 0) || value <= low) return 0;
      return value >= high ? PLACES : Math.round((PLACES * (inner(value) - from)) / width);
    },
    valueAt: (place) => {
      if (place <= 0) return low;
      if (place >= PLACES) return high;
      return threeDigits(outer(from + (width * place) / PLACES), high - low);
    },
  };
}

/** Three significant digits of the value or of the range, whichever is coarser: -0.0001 between -1 and 1 is 0. */
function threeDigits(value: number, range: number): number {
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) < range * 1e-6 ? 0 : rounded;
}
