import { dateYears } from "../explain/date-words.ts";
import type { PlotBox } from "./axis.ts";
import { type LinearScale, linearScale } from "./linear-scale.ts";
import type { MonthsChartOptions, PathChartOptions, PathQuantiles, Plot } from "./path-options.ts";
import { tenth } from "./svg.ts";

/** Places of the five points of a month in `PathQuantiles`. */
export const POINTS = 5;
const [Q05, Q25, Q50, Q75, Q95] = [0, 1, 2, 3, 4];

/** Scales of a chart over months, and the place of each month. */
export interface MonthScales {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly xs: readonly number[];
  readonly first: number;
  readonly last: number;
  readonly factor: number;
}

/** Indices of the first and last month that are drawn. */
export function shownMonths(
  options: Pick<MonthsChartOptions, "months" | "from" | "to">,
): readonly [number, number] {
  const { months, from, to } = options;
  const first = from === undefined ? 0 : months.findIndex((m) => m >= from);
  const after = to === undefined ? -1 : months.findIndex((m) => m > to);
  return [Math.max(0, first), after < 0 ? months.length - 1 : Math.max(0, after - 1)];
}

/** Scales for a box; the value axis spans `extent`, widened to round numbers. */
export function monthScales(
  options: MonthsChartOptions,
  extent: readonly [number, number],
  box: PlotBox,
  ticks: number,
): MonthScales {
  const [first, last] = shownMonths(options);
  const years = yearsOf(options.months);
  const x = linearScale([years[first] ?? 0, years[last] ?? 1], [box.left, box.right]);
  const y = linearScale(extent, [box.bottom, box.top], ticks);
  return { x, y, xs: years.map((t) => x(t)), first, last, factor: options.factor ?? 1 };
}

/** The months in years; read once per list, which a page keeps as long as its model. */
function yearsOf(months: readonly string[]): readonly number[] {
  const known = YEARS.get(months);
  if (known !== undefined) return known;
  const years = months.map(dateYears);
  YEARS.set(months, years);
  return years;
}

const YEARS = new WeakMap<readonly string[], readonly number[]>();

/** The value of a point of a month, in the unit of the chart. */
export function point(q: PathQuantiles, month: number, which: number, factor: number): number {
  return (q[month * POINTS + which] ?? Number.NaN) / factor;
}

/** The median of a month, in the unit of the chart. */
export function medianAt(q: PathQuantiles, month: number, factor: number): number {
  return point(q, month, Q50, factor);
}

/** The 5 and 95 % points of a month, in the unit of the chart. */
export function rangeAt(q: PathQuantiles, month: number, factor: number): readonly [number, number] {
  return [point(q, month, Q05, factor), point(q, month, Q95, factor)];
}

/** The line of the medians from one month to another, both drawn; empty where no run is left to have one. */
export function middlePath(q: PathQuantiles, s: MonthScales, from: number, to: number): string {
  const [slope, zero] = pixels(s);
  let path = "";
  if (!Number.isFinite(q[to * POINTS + Q50])) return path;
  for (let m = from; m <= to; m++) {
    path += `${m === from ? "M" : "L"}${place(s.xs[m] ?? 0)},${place(zero + slope * (q[m * POINTS + Q50] ?? 0))}`;
  }
  return path;
}

/** The two bands from one month to another: nine tenths and half of the runs; empty where no run is left. */
export function bandPaths(
  q: PathQuantiles,
  s: MonthScales,
  from: number,
  to: number,
): { readonly outer: string; readonly inner: string } {
  const [slope, zero] = pixels(s);
  const band = (low: number, high: number): string => {
    if (to <= from || !Number.isFinite(q[to * POINTS + low])) return "";
    let path = "";
    for (let m = from; m <= to; m++) {
      path += `${m === from ? "M" : "L"}${place(s.xs[m] ?? 0)},${place(zero + slope * (q[m * POINTS + high] ?? 0))}`;
    }
    for (let m = to; m >= from; m--) {
      path += `L${place(s.xs[m] ?? 0)},${place(zero + slope * (q[m * POINTS + low] ?? 0))}`;
    }
    return `${path}Z`;
  };
  return { outer: band(Q05, Q95), inner: band(Q25, Q75) };
}

/** Pixels per base unit, and the pixel of 0: the value axis without the cost of a call a point. */
function pixels(s: MonthScales): readonly [number, number] {
  const zero = s.y(0);
  return [(s.y(1) - zero) / s.factor, zero];
}

/** `tenth`, with the texts of places inside a page kept: a chart in motion writes thousands of them a frame. */
function place(value: number): string {
  const key = Math.round(value * 10);
  if (!(key >= 0 && key < TEXTS.length)) return tenth(value);
  const known = TEXTS[key];
  if (known !== undefined) return known;
  const text = tenth(key / 10);
  TEXTS[key] = text;
  return text;
}

const TEXTS: (string | undefined)[] = new Array(16_384).fill(undefined);

/** The first month whose band is drawn: the last known one of the leading observed series; the first month without any. */
export function bandsFrom(options: PathChartOptions): number {
  const lead = options.observed[0];
  const end = lead?.months[lead.known - 1];
  const [first] = shownMonths(options);
  if (end === undefined) return first;
  const found = options.months.findIndex((m) => m >= end);
  return found < 0 ? options.months.length : Math.max(first, found);
}

/** The last month in which A and B are still the same, from where B is drawn; undefined where they never part. */
export function partingMonth(a: PathQuantiles, b: PathQuantiles, first: number): number | undefined {
  for (let i = first * POINTS; i < b.length; i++) {
    if (a[i] !== b[i]) return Math.max(first, Math.floor(i / POINTS) - 1);
  }
  return undefined;
}

/** Where things stand in a drawing, for pointers and keys. */
export function plotOf(s: MonthScales, box: PlotBox, width: number, height: number): Plot {
  return {
    ...box,
    width,
    height,
    first: s.first,
    last: s.last,
    x: (month) => s.xs[month] ?? 0,
    y: (value) => s.y(value),
    monthAt: (x) => {
      let best = s.first;
      for (let m = s.first; m <= s.last; m++) {
        if (Math.abs((s.xs[m] ?? 0) - x) < Math.abs((s.xs[best] ?? 0) - x)) best = m;
      }
      return best;
    },
    valueAt: (y) => s.y.invert(Math.min(box.bottom, Math.max(box.top, y))),
  };
}
