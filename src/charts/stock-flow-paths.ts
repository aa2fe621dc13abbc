import { AXIS, QUIET } from "./palette.ts";
import type { LayoutPoint } from "./stock-flow-layout.ts";
import { el, tenth } from "./svg.ts";

/** The way of an edge from start to end, and whether it runs upwards. */
export interface Route {
  readonly points: readonly LayoutPoint[];
  readonly up: boolean;
}

/** A curve through the points that is upright at each of them. */
function curve({ points }: Route): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let at = first;
  const parts = [`M${tenth(first.x)} ${tenth(first.y)}`];
  for (const to of rest) {
    if (Math.abs(to.x - at.x) < 0.05) {
      if (Math.abs(to.y - at.y) > 0.05) parts.push(`V${tenth(to.y)}`);
    } else {
      const middle = (at.y + to.y) / 2;
      parts.push(
        `C${tenth(at.x)} ${tenth(middle)} ${tenth(to.x)} ${tenth(middle)} ${tenth(to.x)} ${tenth(to.y)}`,
      );
    }
    at = to;
  }
  return parts.join("");
}

/** The head of an arrow that arrives at `end` from above or from below. */
function head(end: LayoutPoint, up: boolean, size: number, name: string): string {
  const back = end.y + (up ? size * 1.5 : -size * 1.5);
  return el("path", {
    class: name,
    d: `M${tenth(end.x)} ${tenth(end.y)}L${tenth(end.x - size * 0.7)} ${tenth(back)}H${tenth(end.x + size * 0.7)}Z`,
    fill: name === "pipe-head" ? AXIS : QUIET,
  });
}

/** A pipe: two lines with the page between them; `arrives` at a stock it ends in a head. */
export function pipePath(route: Route, arrives: boolean): string {
  const d = curve(route);
  const end = route.points.at(-1)!;
  return [
    el("path", { class: "pipe", d, fill: "none", stroke: AXIS, "stroke-width": 5 }),
    el("path", { class: "pipe-inside", d, fill: "none", stroke: "#FFFFFF", "stroke-width": 2.4 }),
    arrives ? head(end, route.up, 8, "pipe-head") : "",
  ].join("");
}

/** What is written at the end of a link: the same way, the other way, either. */
const SIGNS = { "+": "+", "-": "−", "?": "±" } as const;

/** An influence: a thin arrow with its sign near its head, and two bars across it where it takes time to arrive. */
export function linkPath(
  route: Route,
  { sign, late }: { readonly sign: "+" | "-" | "?"; readonly late: boolean },
): string {
  const end = route.points.at(-1)!;
  const before = route.points.at(-3) ?? end;
  const corner = route.points.at(-2) ?? end;
  return [
    el("path", { class: "link", d: curve(route), fill: "none", stroke: QUIET, "stroke-width": 1.1 }),
    head(end, route.up, 6, "link-head"),
    late ? lateMark(before, corner) : "",
    el(
      "text",
      {
        class: "sign",
        ...{ x: end.x - 9, y: end.y + (route.up ? 15 : -7), "text-anchor": "middle" },
        ...{ "font-size": 14, "font-weight": 700, fill: "#222222" },
        ...{ "paint-order": "stroke", stroke: "#FFFFFF", "stroke-width": 3 },
      },
      SIGNS[sign],
    ),
  ].join("");
}

/** Two short bars across the middle of the last bow. */
function lateMark(a: LayoutPoint, b: LayoutPoint): string {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const [dx, dy] = [b.x - a.x, (b.y - a.y) / 2];
  const length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const [ux, uy] = [dx / length, dy / length];
  const bar = (along: number) =>
    `M${tenth(x + ux * along - uy * 5)} ${tenth(y + uy * along + ux * 5)}L${tenth(x + ux * along + uy * 5)} ${tenth(y + uy * along - ux * 5)}`;
  return el("path", { class: "late", d: bar(-2) + bar(2), stroke: QUIET, "stroke-width": 1.6, fill: "none" });
}
