import { tableSlopes } from "../tables.ts";
import { crossingNodes, type Place, placeTemporaries, withStores } from "./group-places.ts";
import { cutGroups, type Group, type GroupSize } from "./groups.ts";
import type { ModelGraph } from "./model-graph.ts";
import { PHASES, type Phase, type PhaseName, type Phases } from "./phases.ts";

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
    const used = crossingNodes(graph, [...uniform, ...lane]);
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
