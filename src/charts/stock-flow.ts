import { textWidth, wrapText } from "./labels.ts";
import { AXIS, QUIET } from "./palette.ts";
import { type Layout, type LayoutNode, type LayoutPoint, packedLayout } from "./stock-flow-layout.ts";
import { linkPath, pipePath, type Route } from "./stock-flow-paths.ts";
import { el, escapeText, tenth } from "./svg.ts";

/** What a quantity is in the picture; anything that is none of these is a plain word. */
export type PictureRole = "stock" | "flow" | "lever" | "plain";

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  readonly role: PictureRole;
  /** The model reports it as a result. */
  readonly outcome: boolean;
}

/** A stock-flow picture: what stands in it, what flows from where to where, what moves what. */
export interface StockFlowPicture {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly PictureNode[];
  /** Through a flow's valve, out of one stock and into another; without a stock it is the world outside. */
  readonly pipes: readonly { readonly flow: string; readonly from?: string; readonly to?: string }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly sign: "+" | "-" | "?";
    readonly late: boolean;
  }[];
}

const FONT = 12;
const LINE = 14;
const LABEL_WIDTH = 116;
const CLOUD = 24;
const MARGIN = 8;
/** Pixels between arrows on one side of a box. */
const PORT = 22;

interface Box extends LayoutNode {
  readonly node: PictureNode;
  readonly lines: readonly string[];
  /** Of a flow: whether a cloud stands above or below its valve. */
  readonly cloudAbove: boolean;
  readonly cloudBelow: boolean;
}

/** The picture as SVG text, as wide as it needs to be. Shapes and signs carry the meaning; colours come from the page. */
export function stockFlow(picture: StockFlowPicture): string {
  const boxes = picture.nodes.map((node) => boxOf(node, picture));
  const pipes = picture.pipes.flatMap(({ flow, from, to }) => [
    ...(from === undefined ? [] : [{ from, to: flow, strong: true, end: false }]),
    ...(to === undefined ? [] : [{ from: flow, to, strong: true, end: true }]),
  ]);
  const links = picture.links.map((link) => ({ ...link, strong: false }));
  const edges = [...pipes, ...links];
  const layout = packedLayout(boxes, edges);
  const routes = routesOf(boxes, edges, layout);
  const pipeRoutes = routes.slice(0, pipes.length);
  const linkRoutes = routes.slice(pipes.length);
  const e = escapeText;
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + 2 * MARGIN;
  const body = [
    ...linkRoutes.map((route, i) => linkPath(route, links[i]!)),
    ...pipeRoutes.map((route, i) => pipePath(route, pipes[i]!.end)),
    ...boxes.map((box) => drawn(box, layout.nodes.get(box.id)!)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="stock-flow" viewBox="${tenth(-MARGIN)} ${tenth(-MARGIN)} ${tenth(width)} ${tenth(height)}" width="${tenth(width)}" height="${tenth(height)}" role="img" aria-labelledby="${e(picture.id)}-t ${e(picture.id)}-d" font-size="${FONT}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">`,
    `<title id="${e(picture.id)}-t">${e(picture.title)}</title>`,
    `<desc id="${e(picture.id)}-d">${e(picture.description)}</desc>`,
    ...body,
    "</svg>",
  ].join("\n");
}

function boxOf(node: PictureNode, { pipes, links }: StockFlowPicture): Box {
  const lines = wrapText(node.label, LABEL_WIDTH, FONT, node.role === "stock");
  const wide = Math.max(...lines.map((line) => textWidth(line, FONT, node.role === "stock")));
  const tall = lines.length * LINE;
  const base = { id: node.id, node, lines };
  // Room for the arrows that touch it, so that their signs keep apart.
  const room = PORT * Math.max(1, arriving(node.id, links), leaving(node.id, links));
  if (node.role === "flow") {
    const own = pipes.filter(({ flow }) => flow === node.id);
    const cloudAbove = own.some(({ from }) => from === undefined);
    const cloudBelow = own.some(({ to }) => to === undefined);
    const clouds = cloudAbove || cloudBelow ? CLOUD : 0;
    return {
      ...base,
      left: 12,
      right: 18 + wide,
      height: Math.max(tall, 18) + 2 * clouds,
      cloudAbove,
      cloudBelow,
    };
  }
  const pad = node.role === "plain" && !node.outcome ? 4 : 10;
  const high = node.role === "stock" ? 18 : node.role === "plain" && !node.outcome ? 6 : 12;
  const half = Math.max(wide + 2 * pad, room + 8) / 2;
  return { ...base, left: half, right: half, height: tall + high, cloudAbove: false, cloudBelow: false };
}

const arriving = (id: string, links: StockFlowPicture["links"]) => links.filter(({ to }) => to === id).length;
const leaving = (id: string, links: StockFlowPicture["links"]) =>
  links.filter(({ from }) => from === id).length;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly strong: boolean;
}

/** Where each edge leaves and arrives: edges on one side of a box keep apart, in the order of where they come from. */
function routesOf(boxes: readonly Box[], edges: readonly Edge[], layout: Layout): readonly Route[] {
  const box = new Map(boxes.map((one) => [one.id, one]));
  const sides = new Map<string, { edge: number; at: "start" | "end"; towards: number }[]>();
  edges.forEach(({ from, to }, edge) => {
    const up = layout.upward[edge]!;
    const bends = layout.bends[edge]!;
    const note = (id: string, top: boolean, at: "start" | "end", other: LayoutPoint) => {
      const key = `${id} ${top ? "top" : "bottom"}`;
      sides.set(key, [...(sides.get(key) ?? []), { edge, at, towards: other.x }]);
    };
    note(from, up, "start", bends[0] ?? layout.nodes.get(to)!);
    note(to, !up, "end", bends.at(-1) ?? layout.nodes.get(from)!);
  });
  const ports = new Map<string, number>();
  for (const [key, list] of sides) {
    const id = key.slice(0, key.lastIndexOf(" "));
    const { node, left, right } = box.get(id)!;
    const flow = node.role === "flow";
    // A flow's pipe runs through its valve; what else touches it does so at its label.
    const free = list
      .filter(({ edge }) => !(flow && edges[edge]!.strong))
      .sort((a, b) => a.towards - b.towards);
    const [low, high] = flow ? [22, Math.max(26, right - 8)] : [8 - left, right - 8];
    const step = Math.min(PORT, (high - low) / Math.max(1, free.length - 1));
    const first = (low + high) / 2 - (step * (free.length - 1)) / 2;
    for (const one of list) {
      const place = free.indexOf(one);
      ports.set(`${one.edge} ${one.at}`, place < 0 ? 0 : first + step * place);
    }
  }
  return edges.map(({ from, to, strong }, edge): Route => {
    const up = layout.upward[edge]!;
    const [a, b] = [layout.nodes.get(from)!, layout.nodes.get(to)!];
    const start = {
      x: a.x + (ports.get(`${edge} start`) ?? 0),
      y: a.y + half(box.get(from)!, strong) * (up ? -1 : 1),
    };
    const end = {
      x: b.x + (ports.get(`${edge} end`) ?? 0),
      y: b.y + half(box.get(to)!, strong) * (up ? 1 : -1),
    };
    return {
      points: [
        start,
        { x: start.x, y: up ? a.top : a.bottom },
        ...layout.bends[edge]!,
        { x: end.x, y: up ? b.bottom : b.top },
        end,
      ],
      up,
    };
  });
}

/** From the middle of a box to where an edge touches it: a pipe goes to the valve, other edges to the label. */
function half(box: Box, strong: boolean): number {
  if (box.node.role !== "flow") return box.height / 2;
  return strong ? 8 : Math.max(box.lines.length * LINE, 16) / 2 + 1;
}

function drawn(box: Box, { x, y }: LayoutPoint): string {
  const { node, lines, left, right, height } = box;
  const frame = { x: x - left, y: y - height / 2, width: left + right, height };
  const rx = node.role === "lever" ? height / 2 : node.role === "stock" ? 2 : 6;
  const plain = node.role === "plain" && !node.outcome;
  const shape =
    node.role === "flow"
      ? valve(box, x, y)
      : plain
        ? ""
        : el("rect", {
            ...{ class: `box ${node.role}`, ...frame, rx, fill: "#FFFFFF", stroke: AXIS },
            "stroke-width": node.role === "stock" ? 2.5 : 1.2,
            "stroke-dasharray": node.role === "lever" ? "4 3" : undefined,
          });
  const inner = node.outcome
    ? el("rect", {
        ...{ class: "inner", fill: "none", stroke: AXIS, "stroke-width": 1, rx: Math.max(0, rx - 2) },
        ...{ x: frame.x + 3.5, y: frame.y + 3.5, width: frame.width - 7, height: frame.height - 7 },
      })
    : "";
  const flow = node.role === "flow";
  const text = lines.map((line, i) =>
    el(
      "text",
      {
        ...{ x: flow ? x + 16 : x, y: y + (i - (lines.length - 1) / 2) * LINE + 4 },
        "text-anchor": flow ? "start" : "middle",
        "font-weight": node.role === "stock" ? 700 : undefined,
        fill: node.role === "plain" && !node.outcome ? QUIET : "#222222",
        class: plain ? "quiet" : undefined,
      },
      escapeText(line),
    ),
  );
  return `<g class="node">${shape}${inner}${text.join("")}</g>`;
}

/** A valve on its pipe, with a cloud where the pipe comes from or goes to the world outside. */
function valve({ cloudAbove, cloudBelow, height }: Box, x: number, y: number): string {
  const pipe = (to: number) =>
    el("path", {
      class: "pipe",
      d: `M${tenth(x)} ${tenth(y)}V${tenth(to)}`,
      stroke: AXIS,
      "stroke-width": 5,
    }) +
    el("path", {
      class: "pipe-inside",
      d: `M${tenth(x)} ${tenth(y)}V${tenth(to)}`,
      stroke: "#FFFFFF",
      "stroke-width": 2.4,
    });
  const cloud = (cy: number) =>
    el("path", {
      class: "cloud",
      d: `M${tenth(x - 8)} ${tenth(cy + 5)}a5 5 0 0 1 0 -8a7 7 0 0 1 13 -2a5 5 0 0 1 3 10z`,
      ...{ fill: "#FFFFFF", stroke: AXIS, "stroke-width": 1 },
    });
  const end = height / 2 - 9;
  return [
    ...(cloudAbove ? [pipe(y - end), cloud(y - end)] : []),
    ...(cloudBelow ? [pipe(y + end), cloud(y + end)] : []),
    el("path", {
      class: "valve",
      d: `M${tenth(x - 8)} ${tenth(y - 8)}H${tenth(x + 8)}L${tenth(x - 8)} ${tenth(y + 8)}H${tenth(x + 8)}Z`,
      ...{ fill: AXIS, stroke: AXIS },
    }),
  ].join("");
}
