import type { Model } from "../model/model.ts";
import type { Graph } from "./sectors-graph.ts";

/** One chapter reads quantities of another. */
export interface SectorReading {
  readonly from: string;
  readonly to: string;
  /** Quantities of `from` that `to` reads, in order of definition. */
  readonly names: readonly string[];
}

/** Which chapters read what of which, in the order of the chapters. Constants do not count: they carry no change. */
export function sectorReadings(model: Model, graph: Graph): readonly SectorReading[] {
  const files = model.chapters.map(({ file }) => file);
  const found = new Map<string, Set<string>>();
  for (const { from, to } of graph.links) {
    const [a, b] = [graph.nodes.get(from)!, graph.nodes.get(to)!];
    if (a.chapter === b.chapter || b.kind === "observation") continue;
    const key = `${files.indexOf(a.chapter)} ${files.indexOf(b.chapter)}`;
    found.set(key, (found.get(key) ?? new Set()).add(from));
  }
  return [...found]
    .map(([key, names]) => {
      const [a = 0, b = 0] = key.split(" ").map(Number);
      const order = [...graph.nodes.keys()].filter((name) => names.has(name));
      return { a, b, reading: { from: files[a]!, to: files[b]!, names: order } };
    })
    .sort((x, y) => x.a - y.a || x.b - y.b)
    .map(({ reading }) => reading);
}
