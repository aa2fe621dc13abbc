import { area, line } from "d3-shape";
import { dateYears } from "../explain/date-words.ts";
import type { PlotBox } from "./axis.ts";
import { type LinearScale, linearScale } from "./linear-scale.ts";
import { tenth } from "./svg.ts";

/** One scenario over time: quantiles over draws per date, in the unit of the chart. */
export interface FanSeries {
  readonly label: string;
  /** The no-change path, drawn dashed in dark grey. */
  readonly noChange: boolean;
  readonly dates: readonly string[];
  readonly q05: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q95: readonly number[];
}

/** An observed series. */
export interface FanHistory {
  readonly label: string;
  readonly dates: readonly string[];
  readonly values: readonly number[];
}

/** Everything that is drawn, in pixels. */
export interface FanGeometry {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly bands: readonly { readonly outer: string; readonly inner: string; readonly middle: string }[];
  readonly history: readonly {
    readonly path: string;
    readonly points: readonly (readonly [number, number])[];
  }[];
}

/**
 * Where bands begin: the last date of the first observed series, in years, which is the one known when the runs were made;
 * later series may show what came after. -Infinity without observations.
 */
function dataEnd(history: readonly FanHistory[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...(history[0]?.dates ?? []).map(dateYears));
}

/** Scales and paths for a fan chart in a box. The value axis holds 0 unless `zero` is false. */
export function fanGeometry(
  series: readonly FanSeries[],
  history: readonly FanHistory[],
  box: PlotBox,
  zero: boolean,
  extent?: readonly [number, number],
): FanGeometry {
  const end = dataEnd(history);
  const years = [...series, ...history].flatMap((s) => s.dates.map(dateYears));
  const [low, high] = extent ?? valueExtent(series, history);
  const y = linearScale(
    [zero ? Math.min(0, low) : low, zero ? Math.max(0, high) : high],
    [box.bottom, box.top],
    5,
  );
  const x = linearScale([Math.min(...years), Math.max(...years)], [box.left, box.right]);
  return {
    x,
    y,
    bands: series.map((s) => {
      const points = s.dates.map((date, i) => ({ x: x(dateYears(date)), t: dateYears(date), i }));
      const ahead = points.filter((p) => p.t >= end - 1e-9);
      const band = (below: readonly number[], above: readonly number[]) =>
        area<(typeof points)[number]>()
          .x((p) => p.x)
          .y0((p) => y(below[p.i] ?? 0))
          .y1((p) => y(above[p.i] ?? 0))
          .digits(1)(ahead) ?? "";
      const middle = line<(typeof points)[number]>()
        .x((p) => p.x)
        .y((p) => y(s.q50[p.i] ?? 0))
        .digits(1);
      return {
        outer: band(s.q05, s.q95),
        inner: band(s.q25, s.q75),
        middle: middle(s.noChange ? points : ahead) ?? "",
      };
    }),
    history: history.map((h) => {
      const points = h.dates.map(
        (date, i) => [Number(tenth(x(dateYears(date)))), Number(tenth(y(h.values[i] ?? 0)))] as const,
      );
      return { points, path: line().digits(1)(points.map(([px, py]) => [px, py])) ?? "" };
    }),
  };
}

/** Lowest and highest value that a chart of these series has to hold. */
export function valueExtent(
  series: readonly FanSeries[],
  history: readonly FanHistory[],
): readonly [number, number] {
  const values = [...series.flatMap((s) => [...s.q05, ...s.q95]), ...history.flatMap((h) => h.values)];
  const finite = values.filter(Number.isFinite);
  return [Math.min(...finite), Math.max(...finite)];
}
