import { dateYears } from "../explain/date-words.ts";
import { level } from "../explain/number-words.ts";
import { type PlotBox, valueAxis, yearAxis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import type { FanChartOptions } from "./fan-chart.ts";
import { fanGeometry, valueExtent } from "./fan-geometry.ts";
import { bandShapes, historyShapes, keyRows, middleLine } from "./fan-shapes.ts";
import { fanDescription, fanTable } from "./fan-text.ts";
import { wrapText } from "./labels.ts";
import { COMPARED, NO_CHANGE, QUIET } from "./palette.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

/** One panel per scenario on shared axes, each with the no-change median dashed behind it: for more than four series. */
export function smallMultiples(options: FanChartOptions): Chart {
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: fanDescription(options),
    table: fanTable(options),
    draw: (width) => draw(options, width),
  };
}

function draw(options: FanChartOptions, width: number): string {
  const columns = width >= 560 ? 3 : 1;
  const gap = 40;
  const axis = 60;
  // The last year is centred under the edge of the last panel: half of it needs room too.
  const edge = 18;
  const cell = (width - axis - edge - gap * (columns - 1)) / columns;
  const plot = columns === 1 ? 120 : 130;
  const keys = keyRows(options, width, false);
  const head = keys.height + 22;
  const base = options.series.filter((s) => s.noChange);
  const shown = options.series.filter((s) => !s.noChange);
  const extent = valueExtent(options.series, options.history);
  const rowHeight = plot + 62;
  const panels = shown.map((series, i) => {
    const column = i % columns;
    const top = head + Math.floor(i / columns) * rowHeight + 40;
    const left = axis + column * (cell + gap);
    const box: PlotBox = { left, right: left + cell, top, bottom: top + plot };
    const g = fanGeometry([...base, series], options.history, box, options.zero ?? true, extent);
    const title = wrapText(series.label, cell + gap / 2, 12, true).slice(0, 2);
    const last = series.q50.at(-1) ?? 0;
    const below = g.y(base[0]?.q50.at(-1) ?? last) <= g.y(last);
    const decision = g.x(dateYears(options.decision));
    const fan = g.bands.at(-1);
    return [
      ...title.map((l, k) =>
        label(left, top - 10 - (title.length - 1 - k) * 14, l, { "font-weight": "600" }),
      ),
      column === 0 ? valueAxis(g.y, box, 3) : grid(g.y.ticks(3).map(g.y), box),
      yearAxis(g.x, box),
      el("line", {
        x1: decision,
        x2: decision,
        y1: top,
        y2: box.bottom,
        stroke: "#767676",
        "stroke-dasharray": "1 3",
      }),
      fan ? bandShapes(fan, COMPARED[0]?.color ?? QUIET) : "",
      ...g.bands.slice(0, -1).map((b) => middleLine(b.middle, NO_CHANGE)),
      fan ? middleLine(fan.middle, COMPARED[0]) : "",
      ...g.history.map((h, k) => historyShapes(h, k)),
      label(box.right, Math.max(top + 10, g.y(last) + (below ? 17 : -8)), level(last), {
        ...HALO,
        "text-anchor": "end",
        "font-weight": "600",
        fill: COMPARED[0]?.text,
      }),
    ].join("\n");
  });
  const rows = Math.ceil(shown.length / columns);
  const legend = chartWords(options.language).noChangeLine;
  return svgImage(
    {
      id: options.id,
      width,
      height: head + rows * rowHeight + 8,
      title: `${options.title} (${options.unit})`,
      description: fanDescription(options),
    },
    keys.markup,
    base.length > 0 ? dashedKey(legend, keys.height + 10) : "",
    ...panels,
  );
}

function dashedKey(text: string, y: number): string {
  return (
    el("line", {
      x1: 0,
      x2: 20,
      y1: y,
      y2: y,
      stroke: NO_CHANGE.color,
      "stroke-width": 2,
      "stroke-dasharray": "6 4",
    }) + label(26, y + 4, text, { fill: QUIET })
  );
}

function grid(ys: readonly number[], box: PlotBox): string {
  return ys.map((y) => el("line", { x1: box.left, x2: box.right, y1: y, y2: y, stroke: "#DDDDDD" })).join("");
}
