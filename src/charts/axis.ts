import { significant } from "../explain/number-words.ts";
import { textWidth } from "./labels.ts";
import type { LinearScale } from "./linear-scale.ts";
import { AXIS, GRID, QUIET } from "./palette.ts";
import { el, label } from "./svg.ts";

/** The inner box of a chart, in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Horizontal grid lines with numbers on the left; the line at zero is darker. */
export function valueAxis(scale: LinearScale, box: PlotBox, count: number): string {
  return scale
    .ticks(count)
    .map((tick) => {
      const y = scale(tick);
      const line = el("line", {
        x1: box.left,
        x2: box.right,
        y1: y,
        y2: y,
        stroke: tick === 0 ? AXIS : GRID,
        "stroke-width": 1,
      });
      return line + label(box.left - 6, y + 4, significant(tick, 6), { "text-anchor": "end", fill: QUIET });
    })
    .join("\n");
}

/** Vertical grid lines with numbers below: at most about `count`, fewer where the numbers would touch. */
export function crossAxis(scale: LinearScale, box: PlotBox, count: number): string {
  return roomyTicks(scale, count)
    .map((tick) => {
      const x = scale(tick);
      const zero = tick === 0;
      const line = el("line", {
        x1: x,
        x2: x,
        y1: box.top,
        y2: box.bottom,
        stroke: zero ? "#333333" : GRID,
        "stroke-width": zero ? 1.5 : 1,
      });
      return line + label(x, box.bottom + 16, signedTick(tick), { "text-anchor": "middle", fill: QUIET });
    })
    .join("\n");
}

/** Years along the bottom: every one, or every second, third ... so that they do not touch. */
export function yearAxis(scale: LinearScale, box: PlotBox): string {
  const [from, to] = scale.domain;
  const first = Math.ceil(from - 1e-9);
  const last = Math.floor(to + 1e-9);
  const room = (box.right - box.left) / 44;
  const step = [1, 2, 3, 5, 10, 20].find((s) => (last - first) / s <= room) ?? 20;
  const marks: string[] = [
    el("line", { x1: box.left, x2: box.right, y1: box.bottom, y2: box.bottom, stroke: AXIS }),
  ];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const x = scale(year);
    marks.push(
      el("line", { x1: x, x2: x, y1: box.bottom, y2: box.bottom + 5, stroke: AXIS }),
      label(x, box.bottom + 18, String(year), { "text-anchor": "middle", fill: QUIET }),
    );
  }
  return marks.join("\n");
}

function roomyTicks(scale: LinearScale, count: number): readonly number[] {
  for (let n = count; n > 1; n--) {
    const ticks = scale.ticks(n);
    const [a = 0, b = 0] = ticks.slice(0, 2).map(scale);
    const widest = Math.max(...ticks.map((tick) => textWidth(signedTick(tick), 12)));
    if (ticks.length < 2 || b - a >= widest + 8) return ticks;
  }
  return scale.ticks(1);
}

function signedTick(tick: number): string {
  return tick > 0 ? `+${significant(tick, 6)}` : significant(tick, 6);
}
