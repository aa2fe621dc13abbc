/** A straight line from values to pixels, with round numbers along it. */
export interface LinearScale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** The value at a place. */
  readonly invert: (place: number) => number;
  /** About so many round numbers of the domain: multiples of 1, 2 or 5 times a power of ten. */
  readonly ticks: (count: number) => readonly number[];
}

/** The scale of a domain over a range; `nice`: the domain is widened to round numbers of which about so many stand on it. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
  nice?: number,
): LinearScale {
  const ends = nice === undefined ? domain : widened(domain, nice);
  return Object.assign((value: number) => between(ends, range, value), {
    domain: ends,
    range,
    invert: (place: number) => between(range, ends, place),
    ticks: (count: number) => ticks(ends, count),
  });
}

/** Linear between two pairs, computed from the smaller end; the middle of the target where the source has no width. */
function between(
  [a, b]: readonly [number, number],
  [from, to]: readonly [number, number],
  value: number,
): number {
  const [low, high, first, last] = b < a ? [b, a, to, from] : [a, b, from, to];
  const share = high - low === 0 ? 0.5 : (value - low) / (high - low);
  return first * (1 - share) + last * share;
}

/** A step of round numbers: `by` apart, or `per` to a unit where that is exact; first and last as counts of steps. */
interface Step {
  readonly by?: number;
  readonly per?: number;
  readonly first: number;
  readonly last: number;
}

/** The step that puts about `count` round numbers from `low` to `high`. */
function stepOf(low: number, high: number, count: number): Step {
  const [digits = "1", exponent = "0"] = ((high - low) / count).toExponential().split("e");
  const power = Number(exponent);
  const size = Number(digits);
  const factor = size >= Math.sqrt(50) ? 10 : size >= Math.sqrt(10) ? 5 : size >= Math.SQRT2 ? 2 : 1;
  // Below 1 a count per unit is exact where a step is not: 0.1 is no double, 10 is one.
  const step = power < 0 ? { per: Number(`1e${-power}`) / factor } : { by: Number(`1e${power}`) * factor };
  const counts = (value: number) => Math.round(step.per === undefined ? value / step.by : value * step.per);
  const value = (n: number) => (step.per === undefined ? n * step.by : n / step.per);
  const first = counts(low);
  const last = counts(high);
  const found = {
    ...step,
    first: value(first) < low ? first + 1 : first,
    last: value(last) > high ? last - 1 : last,
  };
  return found.last < found.first && count >= 0.5 && count < 2 ? stepOf(low, high, count * 2) : found;
}

function ticks([a, b]: readonly [number, number], count: number): readonly number[] {
  if (!(count > 0)) return [];
  if (a === b) return [a];
  const { by = 1, per, first, last } = stepOf(Math.min(a, b), Math.max(a, b), count);
  const list = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    per === undefined ? (first + i) * by : (first + i) / per,
  );
  return b < a ? list.reverse() : list;
}

/** A domain widened until its ends are round numbers of its own step; as it was where that does not settle. */
function widened(domain: readonly [number, number], count: number): readonly [number, number] {
  const [a, b] = domain;
  let [low, high] = a < b ? [a, b] : [b, a];
  let before: number | undefined;
  for (let turn = 0; turn < 10 && high > low; turn++) {
    const { by, per } = stepOf(low, high, count);
    const step = by ?? -per!;
    if (step === before) return a < b ? [low + 0, high + 0] : [high + 0, low + 0];
    low = per === undefined ? Math.floor(low / step) * step : Math.floor(low * per) / per;
    high = per === undefined ? Math.ceil(high / step) * step : Math.ceil(high * per) / per;
    before = step;
  }
  return domain;
}
