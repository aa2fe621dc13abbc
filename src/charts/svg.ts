/** Attributes of an element; numbers are written with at most one decimal, which is a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text made safe for SVG and HTML content and attributes. */
export function escapeText(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** One element as text. Children are markup: escape their text with `escapeText`. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === "number" ? tenth(value) : escapeText(String(value))}"`,
    )
    .join("");
  return children.length === 0 ? `<${name}${list}/>` : `<${name}${list}>${children.join("")}</${name}>`;
}

/** A number with at most one decimal; what is no number is written as 0, so that no path breaks. */
export function tenth(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : "0";
}

/** Attributes of text that stays readable over lines. */
export const HALO: Attributes = { "paint-order": "stroke", stroke: "#FFFFFF", "stroke-width": 3 };

/** A line of text at a place. */
export function label(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return el("text", { x, y, ...attributes }, escapeText(text));
}

export interface SvgFrame {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** The outer element: an image with a title and a description, scaled to the width of its box. */
export function svgImage(frame: SvgFrame, ...children: readonly string[]): string {
  const base = `${frame.id}-${frame.width}`;
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${tenth(frame.width)} ${tenth(frame.height)}`,
      role: "img",
      "aria-labelledby": `${base}-t ${base}-d`,
      "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
      "font-size": 12,
      fill: "#222222",
    },
    `<title id="${base}-t">${escapeText(frame.title)}</title>`,
    `<desc id="${base}-d">${escapeText(frame.description)}</desc>`,
    "\n",
    children.filter((c) => c !== "").join("\n"),
    "\n",
  );
}
