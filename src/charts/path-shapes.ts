import type { PlotBox } from "./axis.ts";
import { textWidth } from "./labels.ts";
import { COMPARED, NO_CHANGE, QUIET } from "./palette.ts";
import type { MonthScales } from "./path-geometry.ts";
import type { Guess, PathLine, PathObserved } from "./path-options.ts";
import { type Attributes, el, label, tenth } from "./svg.ts";

/**
 * How A and B look. The class lets a page recolour a mark; the attributes are the light palette, so that a drawing taken elsewhere stands
 * alone. A is dashed and B is drawn through, whatever their colours.
 */
export interface PathStyle {
  readonly mark: "baseline" | "path-a" | "path-b";
  readonly color: string;
  readonly text: string;
  readonly dash: string | undefined;
  readonly width: number;
}

const [TEAL, OCHRE, PLUM] = COMPARED;
const BASELINE: PathStyle = {
  mark: "baseline",
  color: NO_CHANGE.color,
  text: NO_CHANGE.text,
  dash: NO_CHANGE.dash,
  width: 2,
};
const A: PathStyle = {
  mark: "path-a",
  color: TEAL?.color ?? QUIET,
  text: TEAL?.text ?? QUIET,
  dash: "9 3",
  width: 2,
};

/** Path B: ochre, drawn through. */
export const STYLE_B: PathStyle = {
  mark: "path-b",
  color: OCHRE?.color ?? QUIET,
  text: OCHRE?.text ?? QUIET,
  dash: undefined,
  width: 2.25,
};

/** Path A: dark grey where it is no change, else teal. */
export function styleA(line: Pick<PathLine, "noChange">): PathStyle {
  return line.noChange ? BASELINE : A;
}

/** Two bands without outline, the outer one lighter. */
export function bands(paths: { readonly outer: string; readonly inner: string }, style: PathStyle): string {
  const band = (d: string, which: string, opacity: string) =>
    d === ""
      ? ""
      : el("path", { class: `${which} ${style.mark}`, d, fill: style.color, "fill-opacity": opacity });
  return band(paths.outer, "band-outer", "0.13") + band(paths.inner, "band-inner", "0.2");
}

/** The median. */
export function middle(d: string, style: PathStyle): string {
  return el("path", {
    class: `middle ${style.mark}`,
    d,
    fill: "none",
    stroke: style.color,
    "stroke-width": String(style.width),
    "stroke-dasharray": style.dash,
    "stroke-linejoin": "round",
  });
}

/** B as it was before a lever began to move. */
export function ghostLine(d: string): string {
  return el("path", {
    class: "ghost path-b",
    d,
    fill: "none",
    stroke: STYLE_B.color,
    "stroke-width": 1,
    "stroke-opacity": "0.7",
  });
}

/** The line of a reader who guesses, with a dot a month. */
export function guessLine(guess: Guess, s: MonthScales, months: readonly string[]): string {
  const points = guess.months.flatMap((month, i) => {
    const value = guess.values[i];
    const at = months.indexOf(month);
    return value === undefined || at < 0 ? [] : [[s.xs[at] ?? 0, s.y(value)] as const];
  });
  if (points.length === 0) return "";
  const color = PLUM?.color ?? QUIET;
  const d = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${tenth(x)},${tenth(y)}`).join("");
  const dots = points.map(([x, y]) =>
    el("circle", {
      class: "guess-dot",
      cx: x,
      cy: y,
      r: 4,
      fill: "#FFFFFF",
      stroke: color,
      "stroke-width": 2,
    }),
  );
  return (
    el("path", {
      class: "guess",
      d,
      fill: "none",
      stroke: color,
      "stroke-width": "2.5",
      "stroke-dasharray": "2 3",
    }) + dots.join("")
  );
}

/** Observed values that are inside the months drawn: dots on a thin line, hollow for those published since the decision; square for a second series. */
export function observedShapes(
  series: PathObserved,
  index: number,
  s: MonthScales,
  months: readonly string[],
  small: boolean,
): string {
  const at = new Map(months.map((month, i) => [month, i]));
  const points = series.months.flatMap((month, i) => {
    const m = at.get(month);
    if (m === undefined || m < s.first || m > s.last) return [];
    return [{ x: s.xs[m] ?? 0, y: s.y(series.values[i] ?? 0), known: i < series.known }];
  });
  if (points.length === 0) return "";
  const size = (points.length > 60 ? 3 : 5) - (small ? 0.6 : 0);
  const cap = index === 0 ? "round" : "square";
  const dots = (list: typeof points, className: string, stroke: string, width: number) =>
    list.length === 0
      ? ""
      : el("path", {
          class: className,
          d: list.map((p) => `M${tenth(p.x)},${tenth(p.y)}h0`).join(""),
          fill: "none",
          stroke,
          "stroke-width": String(Math.round(width * 10) / 10),
          "stroke-linecap": cap,
        });
  const known = points.filter((p) => p.known);
  const since = points.filter((p) => !p.known);
  const line = points.map((p, i) => `${i === 0 ? "M" : "L"}${tenth(p.x)},${tenth(p.y)}`).join("");
  return (
    el("path", {
      class: "history-line",
      d: line,
      fill: "none",
      stroke: "#222222",
      "stroke-width": 1,
      "stroke-opacity": "0.45",
    }) +
    dots(known, "history", "#222222", size) +
    dots(since, "history since", "#222222", size + 2) +
    dots(since, "hole", "#FFFFFF", size - 0.4)
  );
}

/** A line down the plot at a month, with words above it. */
export function monthMark(
  x: number,
  box: PlotBox,
  text: string,
  options: {
    readonly className: string;
    readonly dash?: string;
    readonly anchor: "start" | "middle" | "end";
    readonly strong?: boolean;
  },
): string {
  const gap = { start: 4, middle: 0, end: -4 }[options.anchor];
  const attributes: Attributes = {
    class: `${options.className} quiet`,
    "text-anchor": options.anchor,
    "font-size": 11,
    fill: options.strong ? "#222222" : QUIET,
    "font-weight": options.strong ? "600" : undefined,
  };
  return (
    el("line", {
      class: options.className,
      x1: x,
      x2: x,
      y1: box.top - (text === "" ? 0 : options.anchor === "middle" ? 3 : 14),
      y2: box.bottom,
      stroke: "#767676",
      "stroke-width": 1,
      "stroke-dasharray": options.dash,
    }) + (text === "" ? "" : label(x + gap, box.top - 6, text, attributes))
  );
}

/** One mark of a key with its words. */
export interface KeyItem {
  readonly text: string;
  readonly mark: (x: number, y: number) => string;
}

/** The marks of a key in as many rows as the width needs. */
export function keyItems(
  items: readonly KeyItem[],
  width: number,
): { readonly markup: string; readonly height: number } {
  let x = 0;
  let y = 8;
  const parts: string[] = [];
  for (const item of items) {
    const room = 24 + textWidth(item.text, 12);
    if (x > 0 && x + room > width) {
      x = 0;
      y += 18;
    }
    parts.push(
      item.mark(x, y),
      label(x + 24, y + 4, item.text, { class: "quiet", "font-size": 12, fill: QUIET }),
    );
    x += room + 14;
  }
  return { markup: parts.join(""), height: y + 8 };
}

/** Marks for keys: a stroke, a shade, a dot. */
export const keyMarks = {
  stroke: (x: number, y: number): string =>
    el("line", { class: "key-line", x1: x, x2: x + 18, y1: y, y2: y, stroke: QUIET, "stroke-width": 2 }),
  shade:
    (opacity: string) =>
    (x: number, y: number): string =>
      el("rect", {
        class: "key-shade",
        x,
        y: y - 6,
        width: 18,
        height: 12,
        fill: QUIET,
        "fill-opacity": opacity,
      }),
  dot:
    (filled: boolean, square = false) =>
    (x: number, y: number): string => {
      const paint = {
        class: filled ? "key-dot" : "key-hole",
        fill: filled ? "#222222" : "#FFFFFF",
        stroke: "#222222",
      };
      return square
        ? el("rect", { ...paint, x: x + 7, y: y - 2.5, width: 5, height: 5 })
        : el("circle", { ...paint, cx: x + 10, cy: y, r: 2.8 });
    },
};
