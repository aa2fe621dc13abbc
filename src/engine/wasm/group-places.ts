import type { Graph } from "./graph.ts";
import { type Group, isSums } from "./groups.ts";
import type { Row, Store } from "./model-graph.ts";
import { isLeafOrConstant, type Phase } from "./phases.ts";

/**
 * Where a value stands: `lane` a row of doubles, one for each lane; `based` such a row counted from the base that a
 * function is given (of stocks in a stage, of outputs in a report); `uniform` 16 bytes with the same double twice. `at`
 * is a byte address.
 */
export interface Place {
  readonly space: "lane" | "based" | "uniform";
  readonly at: number;
}

/** Rows that are read while the phase that changes them is under way are stored at its end. */
const STORED_LAST: ReadonlySet<Row["kind"]> = new Set(["stock", "held", "mark", "length"]);

/** Puts each store into the group that computes its value, or into the last one. */
export function withStores(graph: Graph, phase: Phase, uniform: readonly Group[], lanes: readonly Group[]) {
  if (phase.stores.length === 0) return { phase, uniform, lanes };
  const groups = lanes.map(({ nodes }) => ({ nodes, stores: [] as Store[] }));
  const last = groups.at(-1);
  if (last === undefined || isSums(graph, last)) groups.push({ nodes: [], stores: [] });
  const home = new Map(groups.flatMap((group) => group.nodes.map((id) => [id, group] as const)));
  for (const store of phase.stores) {
    const group = STORED_LAST.has(store.to.kind) ? undefined : home.get(store.node);
    (group && !isSums(graph, group) ? group : groups.at(-1)!).stores.push(store);
  }
  return { phase, uniform, lanes: groups };
}

/** Values that groups other than their own read, with the number of the last that does. */
export function crossingNodes(graph: Graph, groups: readonly Group[]): Map<number, number> {
  const home = new Map<number, number>();
  const last = new Map<number, number>();
  groups.forEach(({ nodes, stores }, g) => {
    const read = (id: number) => {
      if (isLeafOrConstant(graph.nodes[id]!)) return;
      const from = home.get(id);
      if (from !== undefined && from !== g) last.set(id, g);
    };
    for (const id of nodes) {
      home.set(id, g);
      graph.nodes[id]!.args.forEach(read);
    }
    for (const { node } of stores) read(node);
  });
  return last;
}

/** Gives values that pass between groups rows, used again once their last reader is through; the end of them. */
export function placeTemporaries(
  uniformGroups: number,
  groups: readonly Group[],
  crossing: ReadonlyMap<number, number>,
  places: Map<number, Place>,
  base: number,
  stride: number,
): number {
  const free: number[] = [];
  const released = new Map<number, number[]>();
  let top = base;
  groups.forEach(({ nodes }, i) => {
    const group = uniformGroups + i;
    for (const id of nodes) {
      const last = crossing.get(id);
      if (last === undefined || places.has(id)) continue;
      let at = free.pop();
      if (at === undefined) {
        at = top;
        top += stride;
      }
      places.set(id, { space: "lane", at });
      released.set(last, [...(released.get(last) ?? []), at]);
    }
    free.push(...(released.get(group) ?? []));
  });
  return top;
}
