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
  sumproduct: 40,
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
  const lastUse = lastUses(graph, list, phase.stores);
  const groups: { nodes: number[]; stores: Store[] }[] = [];
  let begin = 0;
  while (begin < list.length) {
    const end = cutAfter(graph, list, begin, lastUse, size);
    groups.push({ nodes: list.slice(begin, end), stores: [] });
    begin = end;
  }
  return groups;
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
    if (weight >= most && best >= 0) return best + 1;
  }
  return list.length;
}
