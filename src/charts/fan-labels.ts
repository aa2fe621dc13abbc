import { level } from "../explain/number-words.ts";
import type { PlotBox } from "./axis.ts";
import type { FanGeometry } from "./fan-geometry.ts";
import { middleLine } from "./fan-shapes.ts";
import type { FanText } from "./fan-text.ts";
import { spreadLabels, textWidth, wrapText } from "./labels.ts";
import { QUIET, type SeriesStyle } from "./palette.ts";
import { el, HALO, label } from "./svg.ts";

const SIZE = 12;
const LINE = 14;

/** The name of a single observed series, above or below its line in the stretch that the name covers; several are named in the key. */
export function historyLabels(options: FanText, g: FanGeometry, box: PlotBox): string {
  if (options.history.length > 1) return "";
  return options.history
    .map((h, i) => {
      const points = g.history[i]?.points ?? [];
      const first = points[0];
      if (first === undefined) return "";
      const x = Math.max(box.left + 4, first[0]);
      const lines = wrapText(h.label, Math.max(90, (box.right - box.left) * 0.4), SIZE);
      const reach = x + Math.max(...lines.map((l) => textWidth(l, SIZE)));
      const ys = g.history.flatMap((o) =>
        o.points.filter(([px]) => px >= x - 6 && px <= reach + 6).map(([, py]) => py),
      );
      const above = i === 0 && Math.min(...ys) - 10 - LINE * lines.length > box.top - 2;
      const room = LINE * lines.length;
      const y = above
        ? Math.min(...ys) - 10 - room + LINE
        : Math.min(box.bottom - 6 - room + LINE, Math.max(...ys) + 18);
      return lines.map((l, k) => label(x, y + k * LINE, l, { ...HALO })).join("");
    })
    .join("");
}

/** On a phone the names stand above the plot, one a line with its own stroke and its last median. */
export function nameRows(
  options: FanText,
  styles: readonly SeriesStyle[],
  width: number,
  top: number,
): { readonly markup: string; readonly height: number } {
  let y = top;
  const markup = options.series.map((s, i) => {
    const style = styles[i];
    const text = `${s.label}: ${level(s.q50.at(-1) ?? 0)}`;
    const lines = wrapText(text, width - 36, SIZE, true);
    const stroke = middleLine(`M0,${y}H26`, style);
    const words = lines.map((l, k) =>
      label(34, y + 4 + k * LINE, l, { fill: style?.text, "font-weight": "600" }),
    );
    y += lines.length * LINE + 4;
    return stroke + words.join("");
  });
  return { markup: markup.join(""), height: y - top };
}

/** The name of each scenario and its last median beside the end of its line, spread so that none overlap. */
export function endLabels(
  options: FanText,
  g: FanGeometry,
  box: PlotBox,
  styles: readonly SeriesStyle[],
  room: { readonly offset: number; readonly width: number },
): string {
  const blocks = options.series.map((s) => {
    const last = s.q50.at(-1) ?? 0;
    const lines = [...wrapText(s.label, room.width, SIZE, true), level(last)];
    return { at: g.y(last), lines, height: lines.length * LINE };
  });
  const tops = spreadLabels(blocks, box.top - 6, box.bottom + 20, 5);
  return blocks
    .map((b, i) => {
      const top = tops[i] ?? 0;
      const color = styles[i]?.color ?? QUIET;
      const centre = top + b.height / 2;
      const x = box.right + room.offset + 12;
      const lead = el("path", {
        d: `M${(box.right + room.offset + 1).toFixed(1)},${b.at.toFixed(1)}L${(x - 2).toFixed(1)},${centre.toFixed(1)}`,
        stroke: color,
        "stroke-width": 1,
        fill: "none",
      });
      const text = b.lines.map((l, k) =>
        label(x + 2, top + 11 + k * LINE, l, {
          fill: styles[i]?.text,
          "font-weight": k === b.lines.length - 1 ? "400" : "600",
        }),
      );
      return lead + text.join("");
    })
    .join("\n");
}
