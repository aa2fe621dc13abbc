import type { Language } from "../base/text.ts";
import { level, significant } from "../explain/number-words.ts";
import type { Chart } from "./chart.ts";
import { textWidth } from "./labels.ts";
import { type LinearScale, linearScale } from "./linear-scale.ts";
import { AXIS, COMPARED, NO_CHANGE, QUIET } from "./palette.ts";
import { type KeyItem, keyItems } from "./path-shapes.ts";
import { pathWords } from "./path-words.ts";
import { el, HALO, label, svgImage, tenth } from "./svg.ts";

/** One distribution: its points, and its heights at equal steps over the axis. */
export interface SpreadShape {
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
  /** Heights at equal steps from `low` to `high` of the chart, in any measure. */
  readonly density: readonly number[];
}

/** What is held possible for one uncertain number. */
export interface SpreadChartOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly language: Language;
  /** What the axis spans. */
  readonly low: number;
  readonly high: number;
  /** The value in force where nothing is drawn. */
  readonly value?: number | undefined;
  readonly prior?: SpreadShape | undefined;
  readonly posterior?: SpreadShape | undefined;
  /** The reader's own value. */
  readonly yours?: number | undefined;
}

const POSTERIOR = COMPARED[0]?.color ?? QUIET;
const YOURS = COMPARED[2]?.color ?? QUIET;
const HEIGHT = 78;

/**
 * The prior as a dashed outline and the posterior as a filled shape of the same area, so that a narrower one stands higher; the value in the
 * model and the reader's own as marks.
 */
export function spreadChart(options: SpreadChartOptions): Chart {
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: description(options),
    table: table(options),
    draw: (width) => draw(options, width),
  };
}

function draw(options: SpreadChartOptions, width: number): string {
  const { low, high, value, yours, prior, posterior } = options;
  const key = keyItems(keyOf(options), width);
  const marked = value !== undefined || yours !== undefined;
  const top = key.height + (marked ? 12 : 4);
  const bottom = top + HEIGHT;
  const x = linearScale([Math.min(low, yours ?? low), Math.max(high, yours ?? high)], [14, width - 14]);
  const shapes = [posterior, prior].map((s) => (s === undefined ? undefined : scaled(s.density)));
  const peak = Math.max(...shapes.flatMap((s) => (s === undefined ? [0] : s)), Number.MIN_VALUE);
  const at = (heights: readonly number[], closed: boolean) =>
    outline(heights, peak, options, x, bottom, closed);
  const [after, before] = shapes;
  return svgImage(
    {
      id: options.id,
      width,
      height: bottom + 24,
      title: `${options.title} (${options.unit})`,
      description: description(options),
    },
    key.markup,
    after === undefined
      ? ""
      : el("path", {
          class: "after path-a",
          d: at(after, true),
          fill: POSTERIOR,
          "fill-opacity": "0.35",
          stroke: POSTERIOR,
          "stroke-width": "1.5",
        }),
    before === undefined
      ? ""
      : el("path", {
          class: "before",
          d: at(before, false),
          fill: "none",
          stroke: QUIET,
          "stroke-width": "1.5",
          "stroke-dasharray": "4 3",
        }),
    axis(x, bottom, width),
    value === undefined ? "" : mark(x(value), top, bottom, NO_CHANGE.color, "value"),
    yours === undefined ? "" : mark(x(yours), top, bottom, YOURS, "yours"),
  );
}

/** Heights of the same area, whatever their measure. */
function scaled(density: readonly number[]): readonly number[] {
  const sum = density.reduce((a, b) => a + b, 0);
  return sum > 0 ? density.map((d) => d / sum) : density;
}

function outline(
  heights: readonly number[],
  peak: number,
  { low, high }: SpreadChartOptions,
  x: LinearScale,
  bottom: number,
  closed: boolean,
): string {
  const n = heights.length;
  const points = heights.map((h, i) => {
    const value = low + ((high - low) * i) / Math.max(1, n - 1);
    return `${tenth(x(value))},${tenth(bottom - (h / peak) * (HEIGHT - 8))}`;
  });
  const line = points.map((p, i) => `${i === 0 ? "M" : "L"}${p}`).join("");
  return closed ? `${line}L${tenth(x(high))},${tenth(bottom)}L${tenth(x(low))},${tenth(bottom)}Z` : line;
}

function axis(x: LinearScale, bottom: number, width: number): string {
  const count = Math.max(2, Math.floor(width / 80));
  const ticks = x.ticks(count).map((tick) => {
    const at = x(tick);
    const text = significant(tick, 6);
    const half = textWidth(text, 12) / 2;
    const anchor = at - half < 0 ? "start" : at + half > width ? "end" : "middle";
    const place = anchor === "start" ? 0 : anchor === "end" ? width : at;
    return (
      el("line", { class: "tick", x1: at, x2: at, y1: bottom, y2: bottom + 5, stroke: AXIS }) +
      label(place, bottom + 18, text, { class: "quiet", "text-anchor": anchor, fill: QUIET })
    );
  });
  const [left, right] = x.range;
  return (
    el("line", { class: "base", x1: left, x2: right, y1: bottom, y2: bottom, stroke: AXIS }) + ticks.join("")
  );
}

/** A line with a head: a triangle for the model's value, a diamond for the reader's. */
function mark(x: number, top: number, bottom: number, color: string, className: "value" | "yours"): string {
  const y = top - 4;
  const head =
    className === "value"
      ? `M${tenth(x - 5)},${tenth(y - 4)}h10l-5,8Z`
      : `M${tenth(x)},${tenth(y - 5)}l5,5l-5,5l-5,-5Z`;
  return (
    el("line", {
      class: className,
      x1: x,
      x2: x,
      y1: y,
      y2: bottom,
      stroke: color,
      "stroke-width": className === "value" ? "1.5" : "2",
    }) + el("path", { ...HALO, class: `${className} halo`, d: head, fill: color, "stroke-width": "1.5" })
  );
}

function keyOf(options: SpreadChartOptions): readonly KeyItem[] {
  const words = pathWords(options.language);
  const items: KeyItem[] = [];
  if (options.prior !== undefined) {
    items.push({
      text: words.before,
      mark: (x, y) =>
        el("line", {
          class: "before",
          x1: x,
          x2: x + 18,
          y1: y,
          y2: y,
          stroke: QUIET,
          "stroke-width": "1.5",
          "stroke-dasharray": "4 3",
        }),
    });
  }
  if (options.posterior !== undefined) {
    items.push({
      text: words.after,
      mark: (x, y) =>
        el("rect", {
          class: "after path-a",
          x,
          y: y - 6,
          width: 18,
          height: 12,
          fill: POSTERIOR,
          "fill-opacity": "0.35",
          stroke: POSTERIOR,
        }),
    });
  }
  if (options.value !== undefined) {
    items.push({
      text: `${words.value}: ${level(options.value)}`,
      mark: (x, y) =>
        el("path", {
          class: "value",
          d: `M${tenth(x + 5)},${tenth(y - 4)}h10l-5,8Z`,
          fill: NO_CHANGE.color,
        }),
    });
  }
  if (options.yours !== undefined) {
    items.push({
      text: `${words.yours}: ${level(options.yours)}`,
      mark: (x, y) =>
        el("path", { class: "yours", d: `M${tenth(x + 10)},${tenth(y - 5)}l5,5l-5,5l-5,-5Z`, fill: YOURS }),
    });
  }
  return items;
}

/** The distributions that there are, with their names. */
function named(options: SpreadChartOptions): readonly (readonly [string, SpreadShape])[] {
  const words = pathWords(options.language);
  return [
    ...(options.prior === undefined ? [] : [[words.before, options.prior] as const]),
    ...(options.posterior === undefined ? [] : [[words.after, options.posterior] as const]),
  ];
}

function description(options: SpreadChartOptions): string {
  const { language, title, unit, value, yours } = options;
  const words = pathWords(language);
  const en = language === "en";
  const what = en
    ? `What is held possible for ${title}, in ${unit}.`
    : `Lo que se considera posible para ${title}, en ${unit}.`;
  const shapes = named(options).map(([name, s]) =>
    en
      ? `${name}: middle ${level(s.q50)}, nine in ten between ${level(s.q05)} and ${level(s.q95)}.`
      : `${name}: centro ${level(s.q50)}, nueve de cada diez entre ${level(s.q05)} y ${level(s.q95)}.`,
  );
  const marks = [
    value === undefined ? "" : `${words.value}: ${level(value)}.`,
    yours === undefined ? "" : `${words.yours}: ${level(yours)}.`,
  ];
  return [what, ...shapes, ...marks]
    .filter((s) => s !== "")
    .map((s) => s.charAt(0).toUpperCase() + s.slice(1))
    .join(" ");
}

function table(options: SpreadChartOptions) {
  const en = options.language === "en";
  return {
    head: en ? ["", "5 %", "Middle", "95 %"] : ["", "5 %", "Centro", "95 %"],
    rows: named(options).map(([name, s]) => [name, level(s.q05), level(s.q50), level(s.q95)]),
  };
}
