import { type PlacedLayer, placeColumns } from "./stock-flow-columns.ts";
import { layeredOrder } from "./stock-flow-order.ts";

/** Something with a place in a layered drawing. Widths to the left and right of its own vertical axis, in pixels. */
export interface LayoutNode {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** An arrow; a strong one is kept short and straight before the others. */
export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  readonly strong: boolean;
}

export interface LayoutPoint {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Axis and middle of each node, by id, and where its row begins and ends. */
  readonly nodes: ReadonlyMap<string, LayoutPoint & { readonly top: number; readonly bottom: number }>;
  /** Of each edge, in the order given: where it enters and leaves the rows between its ends, from its start to its end. */
  readonly bends: readonly (readonly LayoutPoint[])[];
  /** Of each edge: whether it runs upwards. */
  readonly upward: readonly boolean[];
}

/** Pixels between rows, and between neighbours in a row. */
const ROW_GAP = 46;
const COLUMN_GAP = 22;

/** An edge in the layered graph: always down. */
interface Down {
  readonly from: string;
  readonly to: string;
  readonly strong: boolean;
  readonly reversed: boolean;
}

/** A node with the edges that its neighbours have in common with it, and theirs. */
interface Part {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

/** Width beyond which a further part begins a new line, and pixels between parts. */
const LINE_WIDTH = 940;
const PART_GAP = 34;

/**
 * The layout of a picture: its connected parts one beside the other, the largest first, then what nothing touches. See `layeredLayout`
 * for each part.
 */
export function packedLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const parts = partsOf(nodes, edges).map((part) => ({
    part,
    layout: layeredLayout(part.nodes, part.edges),
  }));
  const widest = Math.max(LINE_WIDTH, ...parts.map(({ layout }) => layout.width));
  const placed: Layout["nodes"][] = [];
  const ofEdge = new Map<LayoutEdge, { bends: readonly LayoutPoint[]; upward: boolean }>();
  let [x, y, tall, width] = [0, 0, 0, 0];
  for (const { part, layout } of parts) {
    if (x > 0 && x + layout.width > widest) [x, y, tall] = [0, y + tall + PART_GAP, 0];
    const [dx, dy] = [x, y];
    const move = <P extends LayoutPoint>(p: P): P => ({ ...p, x: p.x + dx, y: p.y + dy });
    placed.push(
      new Map(
        [...layout.nodes].map(([id, p]) => [id, { ...move(p), top: p.top + dy, bottom: p.bottom + dy }]),
      ),
    );
    part.edges.forEach((edge, i) => {
      ofEdge.set(edge, { bends: layout.bends[i]!.map(move), upward: layout.upward[i]! });
    });
    x += layout.width + PART_GAP;
    tall = Math.max(tall, layout.height);
    width = Math.max(width, x - PART_GAP);
  }
  return {
    ...{ width, height: y + tall, nodes: new Map(placed.flatMap((part) => [...part])) },
    bends: edges.map((edge) => ofEdge.get(edge)!.bends),
    upward: edges.map((edge) => ofEdge.get(edge)!.upward),
  };
}

/** Connected parts, those with more nodes first, in the order of their first nodes. */
function partsOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): readonly Part[] {
  const part = new Map(nodes.map(({ id }, i) => [id, i]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of edges) {
      const least = Math.min(part.get(from)!, part.get(to)!);
      if (part.get(from) === least && part.get(to) === least) continue;
      part.set(from, least).set(to, least);
      changed = true;
    }
  }
  const own = (of: number) => nodes.filter(({ id }) => part.get(id) === of);
  return [...new Set(part.values())]
    .map((of) => ({ nodes: own(of), edges: edges.filter(({ from }) => part.get(from) === of) }))
    .sort((a, b) => b.nodes.length - a.nodes.length);
}

/**
 * Places nodes in rows so that arrows run down wherever they can, cross little and bend little (the layered drawing of
 * Sugiyama, Tagawa and Toda 1981, IEEE Transactions on Systems, Man and Cybernetics 11(2)). The same input gives the same picture; nodes
 * and edges earlier in their lists come first where there is a choice.
 */
function layeredLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const down = acyclic(nodes, edges);
  const rows = rowsOf(nodes, down);
  const { layers, chains } = withBends(nodes, rows, down);
  const ordered = layeredOrder(layers, chains);
  const sizes = new Map(nodes.map((node) => [node.id, node]));
  const extent = (id: string) => sizes.get(id) ?? { left: 5, right: 5, height: 0 };
  const links = chains.flatMap(({ path, strong }) =>
    path.slice(1).map((to, i) => ({ from: path[i]!, to, strong: strong || path.length > 2 })),
  );
  const placed: PlacedLayer = placeColumns(ordered, links, extent, COLUMN_GAP);
  const bands: { readonly top: number; readonly bottom: number }[] = [];
  let height = 0;
  for (const layer of ordered) {
    const tall = Math.max(...layer.map((id) => extent(id).height));
    bands.push({ top: height, bottom: height + tall });
    height += tall + ROW_GAP;
  }
  const rowOf = new Map(ordered.flatMap((layer, r) => layer.map((id) => [id, r] as const)));
  const at = (id: string) => {
    const band = bands[rowOf.get(id) ?? 0] ?? { top: 0, bottom: 0 };
    return { x: placed.x.get(id) ?? 0, y: (band.top + band.bottom) / 2, ...band };
  };
  return {
    width: placed.width,
    height: Math.max(0, height - ROW_GAP),
    nodes: new Map(nodes.map(({ id }) => [id, at(id)])),
    bends: chains.map(({ path, reversed }) => {
      const inner = path
        .slice(1, -1)
        .map(at)
        .flatMap(({ x, top, bottom }) => [
          { x, y: top },
          { x, y: bottom },
        ]);
      return reversed ? inner.reverse() : inner;
    }),
    upward: chains.map(({ reversed }) => reversed),
  };
}

/** The edges turned so that none runs in a circle: strong ones first keep their direction, then the others in their order. */
function acyclic(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): readonly Down[] {
  const next = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    for (const at of seen) {
      if (at === to) return true;
      for (const one of next.get(at) ?? []) seen.add(one);
    }
    return false;
  };
  const turned = new Map<LayoutEdge, Down>();
  for (const edge of [...edges.filter((e) => e.strong), ...edges.filter((e) => !e.strong)]) {
    const reversed = reaches(edge.to, edge.from);
    const [from, to] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    if (from !== to) next.get(from)?.add(to);
    turned.set(edge, { from, to, strong: edge.strong, reversed });
  }
  return edges.map((edge) => turned.get(edge)!);
}

/** Row of each node: below all that it follows; nodes that nothing precedes stand just above what they reach. */
function rowsOf(nodes: readonly LayoutNode[], edges: readonly Down[]): ReadonlyMap<string, number> {
  const rows = new Map(nodes.map(({ id }) => [id, 0]));
  for (let pass = 0; pass < nodes.length; pass++) {
    let moved = false;
    for (const { from, to } of edges) {
      const wanted = (rows.get(from) ?? 0) + 1;
      if (from === to || (rows.get(to) ?? 0) >= wanted) continue;
      rows.set(to, wanted);
      moved = true;
    }
    if (!moved) break;
  }
  const preceded = new Set(edges.filter(({ from, to }) => from !== to).map(({ to }) => to));
  for (const { id } of nodes) {
    if (preceded.has(id)) continue;
    const followers = edges.filter((e) => e.from === id && e.to !== id).map((e) => rows.get(e.to) ?? 0);
    if (followers.length > 0) rows.set(id, Math.max(0, Math.min(...followers) - 1));
  }
  return rows;
}

interface Chain {
  /** Ids of the nodes and of the bends between them, downwards. */
  readonly path: readonly string[];
  readonly strong: boolean;
  readonly reversed: boolean;
}

/** Rows of ids; an edge over several rows gets a bend in each row that it passes. */
function withBends(
  nodes: readonly LayoutNode[],
  rows: ReadonlyMap<string, number>,
  edges: readonly Down[],
): { readonly layers: readonly (readonly string[])[]; readonly chains: readonly Chain[] } {
  const used = [...new Set(rows.values())].sort((a, b) => a - b);
  const dense = new Map(used.map((row, i) => [row, i]));
  const rowOf = (id: string) => dense.get(rows.get(id) ?? 0) ?? 0;
  const layers: string[][] = used.map(() => []);
  for (const { id } of nodes) layers[rowOf(id)]!.push(id);
  const chains = edges.map(({ from, to, strong, reversed }, e): Chain => {
    const path = [from];
    for (let row = rowOf(from) + 1; row < rowOf(to); row++) {
      const bend = `bend ${e} ${row}`;
      layers[row]!.push(bend);
      path.push(bend);
    }
    if (to !== from) path.push(to);
    return { path, strong, reversed };
  });
  return { layers, chains };
}
