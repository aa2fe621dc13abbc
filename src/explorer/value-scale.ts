/** The places of a slider over a range, evenly spaced in the value or, over a wide range above 0, in its logarithm. */
export interface ValueScale {
  /** Places run from 0 to this. */
  readonly places: number;
  /** The place nearest to a value; one outside the range stands at its end. */
  readonly placeOf: (value: number) => number;
  /** The value at a place, rounded to a thousandth of the range or, over a wide one, to three digits; the ends exactly. */
  readonly valueAt: (place: number) => number;
}

const PLACES = 100;
/** From this ratio of the ends on, even steps of the value would crowd its small values into a few places. */
const WIDE = 30;

/** The scale of a slider from `low` to `high`, in 100 places. */
export function valueScale(low: number, high: number): ValueScale {
  const wide = low > 0 && high / low >= WIDE;
  // The host's own: places are rounded to three digits, and our kernels bring tables that nothing else in the page needs.
  const inner = wide ? Math.log : (value: number) => value;
  const outer = wide ? Math.exp : (value: number) => value;
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
      const value = outer(from + (width * place) / PLACES);
      return wide ? Number(value.toPrecision(3)) : rounded(value, high - low);
    },
  };
}

/** Rounded to a thousandth of the power of ten of the range: 2023.352 from 2022.7 to 2023.9 keeps its decimals. */
function rounded(value: number, range: number): number {
  const power = Number(range.toExponential().split("e")[1]) - 3;
  return Number(`${Math.round(value / Number(`1e${power}`))}e${power}`) + 0;
}
