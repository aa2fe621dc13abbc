import { shortDateWords } from "../explain/date-words.ts";
import { chartWords } from "./chart-words.ts";
import type { FanGeometry } from "./fan-geometry.ts";
import type { FanText } from "./fan-text.ts";
import { textWidth } from "./labels.ts";
import { QUIET, type SeriesStyle } from "./palette.ts";
import { el, label } from "./svg.ts";

const SIZE = 12;

/** The two bands of a scenario, without outline, the outer one lighter. */
export function bandShapes(band: { readonly outer: string; readonly inner: string }, color: string): string {
  return (
    el("path", { d: band.outer, fill: color, "fill-opacity": "0.13", stroke: "none" }) +
    el("path", { d: band.inner, fill: color, "fill-opacity": "0.2", stroke: "none" })
  );
}

/** The median of a scenario. */
export function middleLine(d: string, style: SeriesStyle | undefined): string {
  return el("path", {
    d,
    fill: "none",
    stroke: style?.color ?? QUIET,
    "stroke-width": 2,
    "stroke-dasharray": style?.dash,
    "stroke-linejoin": "round",
  });
}

/** Observations: small dots on a thin line; a second series has open dots. */
export function historyShapes(history: FanGeometry["history"][number], index: number): string {
  const radius = history.points.length > 60 ? 1.5 : 2.4;
  const dots = (stroke: string, width: number) =>
    el("path", {
      d: history.points.map(([x, y]) => `M${x},${y}h0`).join(""),
      stroke,
      "stroke-width": width,
      "stroke-linecap": "round",
      fill: "none",
    });
  return (
    el("path", {
      d: history.path,
      fill: "none",
      stroke: "#222222",
      "stroke-width": 1,
      "stroke-opacity": "0.45",
    }) +
    dots("#222222", radius * 2 + 0.7) +
    (index === 0 ? "" : dots("#FFFFFF", radius * 2 - 0.7))
  );
}

/** What the shades and marks mean, in words, in as many rows as the width needs. */
export function keyRows(
  options: FanText,
  width: number,
  withEndBars: boolean,
): { readonly markup: string; readonly height: number } {
  const words = chartWords(options.language);
  const items: { readonly text: string; readonly mark: (x: number, y: number) => string }[] = [
    {
      text: words.middle,
      mark: (x, y) => el("line", { x1: x, x2: x + 20, y1: y, y2: y, stroke: QUIET, "stroke-width": 2 }),
    },
    { text: words.half, mark: (x, y) => swatch(x, y, "0.32") },
    { text: words.most, mark: (x, y) => swatch(x, y, "0.14") },
  ];
  const dot = (fill: string) => (x: number, y: number) =>
    el("circle", { cx: x + 10, cy: y, r: 2.6, fill, stroke: "#222222" });
  if (options.history.length === 1) items.push({ text: words.observed, mark: dot("#222222") });
  if (options.history.length > 1) {
    items.push(
      ...options.history.map((h, i) => ({ text: h.label, mark: dot(i === 0 ? "#222222" : "#FFFFFF") })),
    );
  }
  const last = options.series[0]?.dates.at(-1);
  if (withEndBars && last !== undefined) {
    const bar = (x: number, y: number, h: number, w: number, opacity: string) =>
      el("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, fill: QUIET, "fill-opacity": opacity });
    items.push({
      text: words.endRanges(shortDateWords(last, options.language)),
      mark: (x, y) => bar(x + 10, y, 16, 2, "0.6") + bar(x + 10, y, 8, 6, "0.75"),
    });
  }
  let x = 0;
  let y = 8;
  const parts: string[] = [];
  for (const item of items) {
    const room = 26 + textWidth(item.text, SIZE) + 18;
    if (x > 0 && x + room - 18 > width) {
      x = 0;
      y += 18;
    }
    parts.push(item.mark(x, y), label(x + 26, y + 4, item.text, { fill: QUIET }));
    x += room;
  }
  return { markup: parts.join(""), height: y + 8 };
}

function swatch(x: number, y: number, opacity: string): string {
  return el("rect", { x, y: y - 6, width: 20, height: 12, fill: QUIET, "fill-opacity": opacity });
}
