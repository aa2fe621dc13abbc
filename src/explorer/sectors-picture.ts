import type { StockFlowPicture } from "../charts/stock-flow.ts";
import type { Model } from "../model/model.ts";
import { type Graph, type GraphNode, inSeries } from "./sectors-graph.ts";
import type { LinkSign } from "./sectors-signs.ts";

/** What a sector's picture shows, by canonical names, before it has words and places. */
export interface SectorPicture {
  readonly chapter: string;
  readonly nodes: readonly SectorNode[];
  readonly pipes: readonly { readonly flow: string; readonly from?: string; readonly to?: string }[];
  readonly links: readonly SectorLink[];
}

export interface SectorNode {
  /** The name; of flows that share their ends the first. */
  readonly name: string;
  /** Names that share the place: several flows with the same ends. */
  readonly names: readonly string[];
  readonly role: StockFlowPicture["nodes"][number]["role"];
  readonly outcome: boolean;
}

export interface SectorLink {
  readonly from: string;
  readonly to: string;
  readonly sign: LinkSign;
  readonly late: boolean;
  /** Names between that the picture leaves out. */
  readonly through: readonly string[];
}

/** Quantities in a picture beyond which no further auxiliary is added. */
const ENOUGH = 20;
/** Loops up to this length make an auxiliary worth showing. */
const SHORT_LOOP = 10;

/**
 * The picture of a chapter: its stocks with their flows, its levers and outcomes, and of the other quantities those that lie on the most
 * feedback loops or that most other chapters read. What is left out is bridged: a link then stands for a path, with the sign of the
 * whole. A chapter without a quantity that moves has no picture.
 */
export function sectorPicture(model: Model, graph: Graph, chapter: string): SectorPicture | undefined {
  const own = [...graph.nodes.values()].filter(
    (node) => node.chapter === chapter && node.kind !== "observation" && node.kind !== "data",
  );
  const stocks = own.filter(({ kind }) => kind === "stock");
  const { pipes, together } = pipesOf(graph, stocks);
  const flows = new Set(together.keys());
  const always = own.filter(
    (node) => node.kind === "stock" || node.kind === "lever" || node.kind === "held" || node.isOutcome,
  );
  const shown = new Set([...always.map(({ name }) => name), ...flows]);
  const count = always.length + new Set(together.values()).size;
  const rest = own.filter(({ name }) => !shown.has(name));
  for (const name of worthShowing(model, graph, chapter, rest, flows).slice(0, Math.max(0, ENOUGH - count)))
    shown.add(name);
  const inside = new Set([...own.map(({ name }) => name), ...flows]);
  const bridged = bridge(graph, shown, inside).flatMap((link): SectorLink[] => {
    const [from, to] = [together.get(link.from) ?? link.from, together.get(link.to) ?? link.to];
    return from === to ? [] : [{ ...link, from, to }];
  });
  const links = needed(merged(bridged), pipes);
  const touched = new Set([
    ...links.flatMap(({ from, to }) => [from, to]),
    ...pipes.flatMap((p) => [p.flow, p.from, p.to]),
  ]);
  const nodes = [...shown].flatMap((name): SectorNode[] => {
    const node = graph.nodes.get(name);
    if (node === undefined || (together.get(name) ?? name) !== name) return [];
    if (!touched.has(name) && node.kind !== "lever" && !node.isOutcome) return [];
    const names = [...together].filter(([, first]) => first === name).map(([flow]) => flow);
    return [
      {
        name,
        names: names.length === 0 ? [name] : names,
        role: roleOf(node, flows),
        outcome: node.isOutcome,
      },
    ];
  });
  return nodes.length < 2 ? undefined : { chapter, nodes: inOrder(nodes, graph), pipes, links };
}

function roleOf(node: GraphNode, flows: ReadonlySet<string>): SectorNode["role"] {
  if (node.kind === "stock" || node.kind === "lever") return node.kind;
  return flows.has(node.name) ? "flow" : "plain";
}

function inOrder(nodes: readonly SectorNode[], graph: Graph): readonly SectorNode[] {
  const place = new Map([...graph.nodes.keys()].map((name, i) => [name, i]));
  return [...nodes].sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0));
}

/** Pipes of the flows of some stocks; flows with the same ends share one, under the name of the first. */
function pipesOf(graph: Graph, stocks: readonly GraphNode[]) {
  const ends = new Map<string, { from?: string; to?: string }>();
  for (const stock of stocks) {
    for (const flow of stock.inflows) ends.set(flow, { ...ends.get(flow), to: stock.name });
    for (const flow of stock.outflows) ends.set(flow, { ...ends.get(flow), from: stock.name });
  }
  const first = new Map<string, string>();
  const together = new Map<string, string>();
  const pipes: SectorPicture["pipes"][number][] = [];
  for (const [flow, { from, to }] of ends) {
    // A flow written as a sum of names has no valve of its own.
    if (!graph.nodes.has(flow) || stocks.some(({ name }) => name === flow)) continue;
    const key = `${from ?? ""} > ${to ?? ""}`;
    const share = from !== undefined;
    const known = share ? first.get(key) : undefined;
    together.set(flow, known ?? flow);
    if (known !== undefined) continue;
    first.set(key, flow);
    pipes.push({ flow, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  }
  return { pipes, together };
}

/** Names by how much they tell: those on many short loops and those that many quantities of other chapters read come first. */
function worthShowing(
  model: Model,
  graph: Graph,
  chapter: string,
  nodes: readonly GraphNode[],
  flows: ReadonlySet<string>,
): readonly string[] {
  const loops = model.loops.filter(({ names }) => names.length > 2 && names.length <= SHORT_LOOP);
  const score = ({ name }: GraphNode): number => {
    const onLoops = loops.filter(({ names }) => names.includes(name)).length;
    const readers = graph.out.get(name) ?? [];
    const abroad = new Set(
      readers.map(({ to }) => graph.nodes.get(to)?.chapter).filter((c) => c !== chapter),
    );
    const joins = (graph.into.get(name) ?? []).length > 1 && readers.length > 1 ? 1 : 0;
    const drives = readers.some(({ to }) => flows.has(to)) ? 2 : 0;
    return 2 * Math.min(onLoops, 4) + 2 * abroad.size + joins + drives;
  };
  return nodes
    .map((node) => ({ name: node.name, score: score(node) }))
    .filter((one) => one.score > 1)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
}

/** Links between shown quantities, directly or through hidden ones of the same sector; the shortest way decides. */
function bridge(
  graph: Graph,
  shown: ReadonlySet<string>,
  inside: ReadonlySet<string>,
): readonly SectorLink[] {
  return [...shown].flatMap((from) => {
    const found = new Map<string, SectorLink>();
    const passed = new Set<string>();
    let ways: readonly SectorLink[] = [{ from, to: from, sign: "+", late: false, through: [] }];
    while (ways.length > 0) {
      ways = ways.flatMap((way) =>
        (graph.out.get(way.to) ?? []).flatMap(({ to, sign, late }): SectorLink[] => {
          if (!inside.has(to)) return [];
          const through = way.to === from ? [] : [...way.through, way.to];
          const next = { from, to, sign: inSeries(way.sign, sign), late: way.late || late, through };
          if (shown.has(to)) {
            const known = found.get(to);
            if (known === undefined) found.set(to, next);
            else if (known.through.length === through.length && known.sign !== next.sign)
              found.set(to, { ...known, sign: "?" });
            return [];
          }
          if (passed.has(to)) return [];
          passed.add(to);
          return [next];
        }),
      );
    }
    return [...found.values()];
  });
}

/** One link for each pair; where two disagree, the sign is open. */
function merged(links: readonly SectorLink[]): readonly SectorLink[] {
  const pairs = new Map<string, SectorLink>();
  for (const link of links) {
    const key = `${link.from} > ${link.to}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, link);
    else if (known.sign !== link.sign) pairs.set(key, { ...known, sign: "?" });
  }
  return [...pairs.values()];
}

/**
 * Links that say something: not those that a pipe shows already, and no bridge where the picture has another way.
 */
function needed(links: readonly SectorLink[], pipes: SectorPicture["pipes"]): readonly SectorLink[] {
  const drained = new Set(pipes.map(({ from, flow }) => `${from} > ${flow}`));
  const filled = new Set(pipes.flatMap(({ from, to, flow }) => [`${flow} > ${to}`, `${flow} > ${from}`]));
  let kept = links.filter(({ from, to, sign }) => {
    const key = `${from} > ${to}`;
    return !filled.has(key) && !(drained.has(key) && sign !== "-");
  });
  for (const link of [...kept].sort((a, b) => b.through.length - a.through.length)) {
    if (link.through.length === 0) break;
    const others = kept.filter((one) => one !== link);
    if (reaches(others, pipes, link.from, link.to)) kept = others;
  }
  return kept;
}

function reaches(
  links: readonly SectorLink[],
  pipes: SectorPicture["pipes"],
  from: string,
  to: string,
): boolean {
  const steps = [
    ...links,
    ...pipes.flatMap(({ flow, to: stock }) => (stock === undefined ? [] : [{ from: flow, to: stock }])),
  ];
  const seen = new Set([from]);
  for (const at of seen) {
    for (const step of steps) {
      if (step.from !== at) continue;
      if (step.to === to) return true;
      seen.add(step.to);
    }
  }
  return false;
}
