import type { Graph, Node } from "./graph.ts";
import type { Store } from "./model-graph.ts";
import { isLeafOrConstant, type Phase } from "./phases.ts";

/** A short list of values that one function computes for all lanes, and the rows it stores. */
export interface Group {
  readonly nodes: readonly number[];
  readonly stores: readonly Store[];
}

/**
 * Work of a group in operations: long enough that most values stay in registers, short enough that the loop's code
 * and registers suffice. The cut is made where the fewest values have to pass through memory.
 */
export interface GroupSize {
  readonly least: number;
  readonly most: number;
}

const WEIGHT: Partial<Record<Node["op"], number>> = {
  div: 2,
  sqrt: 2,
  exp: 12,
  ln: 12,
  sin: 20,
  cos: 20,
  tan: 20,
  atan: 20,
  pow: 20,
  lookup: 15,
  pick: 6,
};

export function weightOf(node: Node): number {
  return WEIGHT[node.op] ?? 1;
}

/** Cuts the values of a phase, operands first, into groups. */
export function cutGroups(
  graph: Graph,
  list: readonly number[],
  phase: Phase,
  size: GroupSize,
): readonly Group[] {
  const ordered = sumsTogether(graph, list);
  const lastUse = lastUses(graph, ordered, phase.stores);
  const groups: Group[] = [];
  let begin = 0;
  while (begin < ordered.length) {
    const end = cutAfter(graph, ordered, begin, lastUse, size);
    groups.push({ nodes: ordered.slice(begin, end), stores: [] });
    begin = end;
  }
  return groups;
}

/** True for a group of sums, which has code of its own. */
export function isSums(graph: Graph, { nodes }: Group): boolean {
  return nodes.length > 0 && graph.nodes[nodes[0]!]!.op === "sumproduct";
}

/** Most sums in one function. */
const SUMS = 200;

/** The list with each sum moved up to the first one that comes when its operands are there. */
function sumsTogether(graph: Graph, list: readonly number[]): readonly number[] {
  const sums = list.filter((id) => graph.nodes[id]!.op === "sumproduct");
  if (sums.length < 2) return list;
  const inList = new Set(list);
  const done = new Set<number>();
  const ordered: number[] = [];
  const add = (id: number) => {
    if (done.has(id)) return;
    done.add(id);
    ordered.push(id);
  };
  const ready = (id: number) => graph.nodes[id]!.args.every((arg) => !inList.has(arg) || done.has(arg));
  for (const id of list) {
    if (graph.nodes[id]!.op === "sumproduct" && !done.has(id))
      for (const sum of sums) if (ready(sum)) add(sum);
    add(id);
  }
  return ordered;
}

/** Position in `list` of the last reader of each of its values; Infinity for what is stored at the end. */
function lastUses(
  graph: Graph,
  list: readonly number[],
  stores: readonly Store[],
): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  list.forEach((id, at) => {
    for (const arg of graph.nodes[id]!.args) if (!isLeafOrConstant(graph.nodes[arg]!)) last.set(arg, at);
  });
  for (const { node } of stores) if (!last.has(node)) last.set(node, -1);
  return last;
}

function cutAfter(
  graph: Graph,
  list: readonly number[],
  begin: number,
  lastUse: ReadonlyMap<number, number>,
  { least, most }: GroupSize,
): number {
  let weight = 0;
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  /** Readers end here: values of this group that are needed no more after a position. */
  const open: number[] = [];
  const isSum = (at: number) => graph.nodes[list[at]!]?.op === "sumproduct";
  if (isSum(begin)) {
    let end = begin + 1;
    while (end < list.length && end - begin < SUMS && isSum(end)) end++;
    return end;
  }
  for (let at = begin; at < list.length; at++) {
    const id = list[at]!;
    weight += weightOf(graph.nodes[id]!);
    open.push(lastUse.get(id) ?? -1);
    if (weight >= least || at === list.length - 1) {
      const crossing = open.reduce((count, use) => (use > at ? count + 1 : count), 0);
      if (crossing <= fewest) {
        fewest = crossing;
        best = at;
      }
    }
    if (at + 1 < list.length && isSum(at + 1)) return at + 1;
    if (weight >= most && best >= 0) return best + 1;
  }
  return list.length;
}
