import type { BacktestChartOptions } from "./backtest-chart.ts";
import { textWidth } from "./labels.ts";
import { COMPARED, QUIET } from "./palette.ts";
import { el, label } from "./svg.ts";

const MARK = { fill: "#FFFFFF", "fill-opacity": "0.85", stroke: "#444444", "stroke-width": 1.3 };

/** The mark of a rival at a place: told by shape alone, none heavier than another. */
export function rivalMark(index: number, x: number, y: number): string {
  const r = 4;
  switch (index % 5) {
    case 0:
      return el("circle", { cx: x, cy: y, r, ...MARK });
    case 1:
      return el("path", { d: `M${x - r},${y + r}L${x + r},${y + r}L${x},${y - r}Z`, ...MARK });
    case 2:
      return el("path", { d: `M${x - r},${y - r}L${x + r},${y - r}L${x},${y + r}Z`, ...MARK });
    case 3:
      return el("rect", { x: x - r + 0.5, y: y - r + 0.5, width: 2 * r - 1, height: 2 * r - 1, ...MARK });
    default:
      return el("path", {
        d: `M${x},${y - r - 1}L${x + r + 1},${y}L${x},${y + r + 1}L${x - r - 1},${y}Z`,
        ...MARK,
      });
  }
}

/** What the marks and lines mean, in rows that fit the width. */
export function backtestKeys(
  { language, rivals, panels }: Pick<BacktestChartOptions, "language" | "rivals" | "panels">,
  width: number,
): { readonly markup: string; readonly height: number } {
  const en = language === "en";
  const teal = COMPARED[0]?.color ?? QUIET;
  const line = (stroke: string, dash?: string) => (x: number, y: number) =>
    el("line", { x1: x, x2: x + 20, y1: y, y2: y, stroke, "stroke-width": 2, "stroke-dasharray": dash });
  const box = (opacity: string) => (x: number, y: number) =>
    el("rect", { x, y: y - 6, width: 20, height: 12, fill: teal, "fill-opacity": opacity });
  const items: readonly (readonly [string, (x: number, y: number) => string])[] = [
    [en ? "published, known then" : "publicado, conocido entonces", line("#222222")],
    [en ? "published later" : "publicado después", line("#222222", "2 2")],
    [en ? "model: middle run" : "modelo: corrida central", line(teal)],
    [en ? "half of runs" : "mitad de las corridas", box("0.35")],
    [en ? "9 in 10 runs" : "9 de cada 10 corridas", box("0.15")],
    ...(panels.some((panel) => panel.full.length > 0)
      ? [
          [
            en ? "full model: knows later mechanisms" : "modelo completo: conoce mecanismos posteriores",
            line(COMPARED[1]?.color ?? QUIET, COMPARED[1]?.dash),
          ] as const,
        ]
      : []),
    ...rivals.map((name, i) => [name, (x: number, y: number) => rivalMark(i, x + 10, y)] as const),
    [
      en ? "published, scored (✗: outside 9 in 10 runs)" : "publicado, evaluado (✗: fuera de 9 de cada 10)",
      (x: number, y: number) => el("circle", { cx: x + 10, cy: y, r: 3.5, fill: "#222222" }),
    ],
  ];
  const markup: string[] = [];
  let x = 0;
  let y = 10;
  for (const [text, draw] of items) {
    const wide = 26 + textWidth(text, 12) + 16;
    if (x > 0 && x + wide - 16 > width) {
      x = 0;
      y += 20;
    }
    markup.push(draw(x, y), label(x + 26, y + 4, text, { fill: QUIET }));
    x += wide;
  }
  return { markup: markup.join("\n"), height: y + 12 };
}
