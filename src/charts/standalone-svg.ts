import type { Chart } from "./chart.ts";
import { wrapText } from "./labels.ts";
import { QUIET } from "./palette.ts";
import { el, escapeText, label } from "./svg.ts";

/** What is written around a chart that leaves its page. */
export interface StandaloneText {
  /** Under the title, where more than the unit is to be said: the headline sentence, the assumptions in force. */
  readonly note?: string | undefined;
  /** Where the numbers come from: model, release, draws, seed. */
  readonly source: string;
  /** How to cite it. */
  readonly citation: string;
}

const EDGE = 20;

/** A chart as an SVG file of its own: white ground, title, unit, the drawing in `width` pixels, source and citation. */
export function standaloneSvg(chart: Chart, text: StandaloneText, width: number): string {
  const inner = chart.draw(width);
  const [, , , height = "0"] = /viewBox="([^"]*)"/.exec(inner)?.[1]?.split(" ") ?? [];
  let y = EDGE;
  const parts: string[] = [];
  const write = (words: string, size: number, line: number, attributes: Record<string, string>) => {
    if (words === "") return;
    for (const row of wrapText(words, width, size, attributes["font-weight"] !== undefined)) {
      y += line;
      parts.push(label(EDGE, y, row, { "font-size": size, ...attributes }));
    }
  };
  write(chart.title, 18, 22, { "font-weight": "700", fill: "#222222" });
  write(chart.subtitle, 13, 18, { fill: QUIET });
  write(text.note ?? "", 13, 18, { fill: "#222222" });
  y += 14;
  parts.push(
    inner.replace(/^<svg /, `<svg x="${EDGE}" y="${y}" width="${width}" height="${escapeText(height)}" `),
  );
  y += Number(height) + 8;
  write(text.source, 11, 15, { fill: QUIET });
  write(text.citation, 11, 15, { fill: QUIET });
  const [w, h] = [width + 2 * EDGE, Math.ceil(y + EDGE)];
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: w,
      height: h,
      viewBox: `0 0 ${w} ${h}`,
      "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
    },
    el("rect", { width: w, height: h, fill: "#FFFFFF" }),
    ...parts,
  );
}
