import { wrapText } from "./labels.ts";
import { AXIS, QUIET } from "./palette.ts";
import { el, escapeText, tenth } from "./svg.ts";

/** Boxes below one another with arrows between them: which part of a model reads from which. */
export interface OverviewPicture {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly href: string }[];
  /** `count` quantities of `from` are read by `to`. */
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

const BOX_WIDTH = 168;
const BOX_HEIGHT = 38;
const STEP = 62;
/** How far an arrow stands out for each box that it passes. */
const REACH = 11;
const FONT = 13;

/**
 * The boxes in their order, arrows down on the right and up on the left; the more quantities, the thicker the arrow. The number stands
 * beside it.
 */
export function sectorOverview(picture: OverviewPicture): string {
  const { boxes, arrows } = picture;
  const place = new Map(boxes.map(({ id }, i) => [id, i]));
  const spans = arrows.map(({ from, to }) => Math.abs(place.get(from)! - place.get(to)!));
  const side = 26 + REACH * Math.max(1, ...spans);
  const width = BOX_WIDTH + 2 * side;
  const height = STEP * (boxes.length - 1) + BOX_HEIGHT + 4;
  const ends = endsOf(picture, place);
  const e = escapeText;
  const drawn = arrows
    .map((arrow, i) => ({ arrow, i, span: spans[i]! }))
    .sort((a, b) => b.span - a.span)
    .map(({ arrow, i, span }) => {
      const down = place.get(arrow.to)! > place.get(arrow.from)!;
      const x = down ? side + BOX_WIDTH : side;
      const [y0, y1] = ends[i]!;
      const out = (down ? 1 : -1) * (16 + REACH * span);
      const line = Math.min(4.5, 0.7 + 0.45 * arrow.count);
      const tip = down ? 6 : -6;
      const d = `M${tenth(x)} ${tenth(y0)}C${tenth(x + out)} ${tenth(y0)} ${tenth(x + out)} ${tenth(y1)} ${tenth(x + tip)} ${tenth(y1)}`;
      return [
        el("path", { class: "link", d, fill: "none", stroke: QUIET, "stroke-width": line }),
        el("path", {
          class: "link-head",
          d: `M${tenth(x)} ${tenth(y1)}L${tenth(x + tip * 1.4)} ${tenth(y1 - 4.5)}V${tenth(y1 + 4.5)}Z`,
          fill: QUIET,
        }),
        el(
          "text",
          {
            class: "sign",
            ...{ x: x + out * 0.75, y: (y0 + y1) / 2 + 4, "text-anchor": "middle", "font-size": 11 },
            ...{ fill: "#222222", "paint-order": "stroke", stroke: "#FFFFFF", "stroke-width": 3 },
          },
          String(arrow.count),
        ),
      ].join("");
    });
  const shapes = boxes.map(({ label, href }, i) => {
    const y = 2 + i * STEP;
    const lines = wrapText(label, BOX_WIDTH - 16, FONT, true);
    const rect = el("rect", {
      class: "box",
      ...{ x: side, y, width: BOX_WIDTH, height: BOX_HEIGHT, rx: 4 },
      ...{ fill: "#FFFFFF", stroke: AXIS, "stroke-width": 1.5 },
    });
    const text = lines.map((line, k) =>
      el(
        "text",
        {
          ...{ x: side + BOX_WIDTH / 2, y: y + BOX_HEIGHT / 2 + 4.5 + (k - (lines.length - 1) / 2) * 15 },
          ...{ "text-anchor": "middle", "font-weight": 700, fill: "#222222" },
        },
        e(line),
      ),
    );
    return `<a href="${e(href)}">${rect}${text.join("")}</a>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="stock-flow overview" viewBox="0 0 ${tenth(width)} ${tenth(height)}" width="${tenth(width)}" height="${tenth(height)}" role="group" aria-labelledby="${e(picture.id)}-t ${e(picture.id)}-d" font-size="${FONT}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">`,
    `<title id="${e(picture.id)}-t">${e(picture.title)}</title>`,
    `<desc id="${e(picture.id)}-d">${e(picture.description)}</desc>`,
    ...drawn,
    ...shapes,
    "</svg>",
  ].join("\n");
}

/** Heights at which each arrow leaves and arrives: those of one side of a box apart, short ones towards their goal. */
function endsOf(
  { boxes, arrows }: OverviewPicture,
  place: ReadonlyMap<string, number>,
): readonly (readonly [number, number])[] {
  const at = new Map<string, number>();
  for (const [i, { id }] of boxes.entries()) {
    for (const right of [true, false]) {
      const touching = arrows
        .flatMap((arrow, k) => {
          const down = place.get(arrow.to)! > place.get(arrow.from)!;
          if (down !== right) return [];
          if (arrow.from === id) return [{ key: `${k} from`, other: place.get(arrow.to)! }];
          return arrow.to === id ? [{ key: `${k} to`, other: place.get(arrow.from)! }] : [];
        })
        // Upwards the nearest stand lowest among those above, so that nested arrows do not cross.
        .sort((a, b) => order(a.other, i) - order(b.other, i));
      touching.forEach(({ key }, k) => {
        const step = (BOX_HEIGHT - 8) / Math.max(1, touching.length);
        at.set(key, 2 + i * STEP + 4 + step * (k + 0.5));
      });
    }
  }
  return arrows.map((_, k) => [at.get(`${k} from`) ?? 0, at.get(`${k} to`) ?? 0]);
}

/** Place among the arrows of one side: those that come from above first, the farthest of them last; then those to below, farthest first. */
function order(other: number, own: number): number {
  return other < own ? own - other - 1000 : 1000 - (other - own);
}
