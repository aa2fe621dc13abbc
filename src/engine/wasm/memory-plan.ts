import { tableSlopes } from "../tables.ts";
import type { Graph } from "./graph.ts";
import { cutGroups, type Group, type GroupSize, isSums } from "./groups.ts";
import type { ModelGraph, Row, Store } from "./model-graph.ts";
import { isLeafOrConstant, PHASES, type Phase, type PhaseName, type Phases } from "./phases.ts";

/**
 * Where a value stands: `lane` a row of doubles, one for each lane; `stock` a row of the stocks that a stage reads,
 * counted from their base; `uniform` 16 bytes with the same double twice. `at` is a byte address.
 */
export interface Place {
  readonly space: "lane" | "stock" | "uniform";
  readonly at: number;
}

/** A phase cut into groups: those that are the same for all lanes, then the others. */
export interface GroupedPhase {
  readonly phase: Phase;
  readonly uniform: readonly Group[];
  readonly lanes: readonly Group[];
  /** Places of the values that this phase computes and that more than one of its groups or another phase reads. */
  readonly places: ReadonlyMap<number, Place>;
}

/** Addresses in the kernel's memory, in bytes; rows are `stride` long. */
export interface MemoryPlan {
  readonly lanes: number;
  readonly stride: number;
  /** Doubles that stand in memory from the beginning. */
  readonly data: readonly { readonly at: number; readonly values: Float64Array }[];
  /** Rows (x, y, slope) of 24 bytes of every table. */
  readonly tables: readonly number[];
  readonly vectors: readonly number[];
  readonly kernelTables: number;
  /** Uniform cells: time, steptime, step, index, and one for each lever. */
  readonly time: number;
  readonly stepTime: number;
  readonly step: number;
  readonly index: number;
  readonly levers: number;
  readonly params: number;
  readonly noise: number;
  readonly blocks: readonly number[];
  /** The step at which each lane failed, -1 for none; 4 bytes each: whether one is new, whether to look for one. */
  readonly failedStep: number;
  readonly newFailure: number;
  readonly suspect: number;
  readonly derivatives: number;
  readonly sums: number;
  readonly trial: number;
  readonly inputs: number;
  /**
   * Delays, in order of `held`, 4 bytes each: where a ring begins; and for every lane its place in the ring and
   * the end of its ring, in bytes from there.
   */
  readonly ringBases: number;
  readonly ringPositions: number;
  readonly ringLimits: number;
  /** What JavaScript hands in and takes out for some steps: lever rows, noise rows, a target for each save, outputs. */
  readonly leverRows: number;
  readonly noiseRows: number;
  readonly saveTargets: number;
  readonly outBlock: number;
  readonly chunkSteps: number;
  readonly chunkSaves: number;
  /** State: stocks, held values, marks, lengths of rings; the rings follow. */
  readonly stocks: number;
  readonly held: number;
  readonly marks: number;
  readonly lengths: number;
  readonly rings: number;
}

export interface Plan {
  readonly model: ModelGraph;
  readonly phases: Phases;
  readonly grouped: Readonly<Record<PhaseName, GroupedPhase>>;
  readonly memory: MemoryPlan;
}

export interface PlanOptions {
  readonly lanes: number;
  readonly group: GroupSize;
  readonly kernelTables: Float64Array;
  readonly chunkSteps: number;
}

const UNIFORM_GROUP: GroupSize = { least: 150, most: 250 };
/** Bytes of outputs that are kept before JavaScript takes them. */
const OUT_BYTES = 1 << 16;

/** Cuts the phases into groups and gives every value and every buffer its place. */
export function planMemory(model: ModelGraph, phases: Phases, options: PlanOptions): Plan {
  const { ir, graph } = model;
  const { lanes } = options;
  const stride = lanes * 8;
  let end = 64;
  const take = (bytes: number) => {
    const at = end;
    end = (end + bytes + 15) & ~15;
    return at;
  };
  const align = () => {
    end = (end + 63) & ~63;
  };
  const rows = (count: number) => take(count * stride);

  const data: { at: number; values: Float64Array }[] = [];
  const put = (values: Float64Array) => {
    const at = take(values.length * 8);
    data.push({ at, values });
    return at;
  };
  const kernelTables = put(options.kernelTables);
  const tables = ir.tables.map((table) => {
    const slopes = tableSlopes(table);
    return put(Float64Array.from(table.x.flatMap((x, i) => [x, table.y[i]!, slopes[i]!])));
  });
  const vectors = (ir.vectors ?? []).map((v) => ("values" in v ? put(Float64Array.from(v.values)) : 0));
  const time = take(16);
  const stepTime = take(16);
  const step = take(16);
  const index = take(16);
  const levers = take(ir.levers.length * 16);

  // Groups first, then places of what passes between them.
  const cut = PHASES.map((name) => {
    const phase = phases.phases[name];
    const uniform = cutGroups(graph, phase.uniform, phase, UNIFORM_GROUP);
    const lane = cutGroups(graph, phase.lanes, phase, options.group);
    return withStores(graph, phase, uniform, lane);
  });
  const placeMaps = cut.map(() => new Map<number, Place>());
  const kept = (id: number, name: PhaseName) => phases.lasting.has(id) && phases.home.get(id) === name;
  const crossing = cut.map(({ phase, uniform, lanes: lane }) => {
    const used = crossingNodes(model, [...uniform, ...lane]);
    for (const id of [...phase.uniform, ...phase.lanes])
      if (kept(id, phase.name) || model.placed.has(id) || graph.nodes[id]!.op === "sumproduct")
        used.set(id, used.get(id) ?? -1);
    return used;
  });
  cut.forEach(({ phase }, p) => {
    for (const id of phase.uniform)
      if (crossing[p]!.has(id)) placeMaps[p]!.set(id, { space: "uniform", at: take(16) });
  });
  align();
  const failedStep = rows(1);
  const newFailure = take(4);
  const suspect = take(4);
  align();
  const params = rows(ir.parameters.length);
  const noise = rows(ir.noise?.length ?? 0);
  const blocks = model.blocks.map((count) => rows(count));
  cut.forEach(({ phase }, p) => {
    for (const id of phase.lanes) {
      const block = model.placed.get(id);
      if (block) placeMaps[p]!.set(id, { space: "lane", at: blocks[block.block]! + block.row * stride });
      else if (kept(id, phase.name)) placeMaps[p]!.set(id, { space: "lane", at: rows(1) });
    }
  });
  const temporaries = end;
  cut.forEach(({ uniform, lanes: groups }, p) => {
    const top = placeTemporaries(uniform.length, groups, crossing[p]!, placeMaps[p]!, temporaries, stride);
    if (top > end) end = top;
  });
  align();
  const derivatives = rows(ir.stocks.length);
  const sums = rows(ir.stocks.length);
  const trial = rows(ir.stocks.length);
  const inputs = rows(ir.held.length);
  const ringBases = take(ir.held.length * 4);
  const ringPositions = take(ir.held.length * lanes * 4);
  const ringLimits = take(ir.held.length * lanes * 4);
  const { chunkSteps } = options;
  const leverRows = take(chunkSteps * ir.levers.length * 8);
  align();
  const noiseRows = rows(chunkSteps * (ir.noise?.length ?? 0));
  const saveTargets = take(chunkSteps * 4);
  align();
  const outputs = model.report.length;
  const fitting = Math.floor(OUT_BYTES / (stride * (outputs > 0 ? outputs : 1)));
  const chunkSaves = fitting < 1 ? 1 : fitting > chunkSteps ? chunkSteps : fitting;
  const outBlock = rows(chunkSaves * outputs);
  align();
  const stocks = rows(ir.stocks.length);
  const held = rows(ir.held.length);
  const marks = rows(ir.held.length);
  const lengths = rows(ir.held.length);
  const memory: MemoryPlan = {
    ...{
      lanes,
      stride,
      data,
      tables,
      vectors,
      kernelTables,
      time,
      stepTime,
      step,
      index,
      levers,
      params,
      noise,
    },
    ...{
      blocks,

      failedStep,
      newFailure,
      suspect,
      derivatives,
      sums,
      trial,
      inputs,
      ringBases,
      ringPositions,
      ringLimits,
    },
    ...{ leverRows, noiseRows, saveTargets, outBlock, chunkSteps, chunkSaves, stocks, held, marks, lengths },
    rings: end,
  };
  const grouped = Object.fromEntries(
    cut.map((one, p) => [one.phase.name, { ...one, places: placeMaps[p]! }]),
  ) as unknown as Readonly<Record<PhaseName, GroupedPhase>>;
  return { model, phases, grouped, memory };
}

/** Rows that are read while the phase that changes them is under way are stored at its end. */
const STORED_LAST: ReadonlySet<Row["kind"]> = new Set(["stock", "held", "mark", "length"]);

/** Puts each store into the group that computes its value, or into the last one. */
function withStores(graph: Graph, phase: Phase, uniform: readonly Group[], lanes: readonly Group[]) {
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
function crossingNodes({ graph }: ModelGraph, groups: readonly Group[]): Map<number, number> {
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
function placeTemporaries(
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
