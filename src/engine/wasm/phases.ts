import { HELD, isLeaf, type Node, STOCK, TIME } from "./graph.ts";
import type { ModelGraph, Store } from "./model-graph.ts";

/**
 * The parts of a step, in order. `run`: once per call. At the start of each step `row` (levers, the step's time,
 * noise), `clock` (the stage's time), `early` (both); then `samples` and `rules` change held variables (`start` in
 * place of them at the start of a run); then `step` and `moment`, which read held variables, the latter with the
 * time; `stage`; `push`, the inputs of delays; and `report` where results are saved. When the stage's time changes
 * `clock`, `early` and `moment` are computed anew, and `stage` in every stage of the integrator.
 */
export const PHASES = [
  "run",
  "row",
  "clock",
  "early",
  "start",
  "samples",
  "rules",
  "step",
  "moment",
  "stage",
  "push",
  "report",
] as const;
export type PhaseName = (typeof PHASES)[number];

/** What a phase computes, operands first: values that are the same for all lanes, then the others; and what it stores. */
export interface Phase {
  readonly name: PhaseName;
  readonly uniform: readonly number[];
  readonly lanes: readonly number[];
  readonly stores: readonly Store[];
}

export interface Phases {
  readonly phases: Readonly<Record<PhaseName, Phase>>;
  /** Of a value that is kept: the phase that computes it. */
  readonly home: ReadonlyMap<number, PhaseName>;
  /** Values that are kept and that other phases read: they need a place of their own. */
  readonly lasting: ReadonlySet<number>;
}

/** The phase in which a node would be computed if it is kept. */
function phaseOf({ depends }: Node): PhaseName {
  if (depends & STOCK) return "stage";
  if (depends & HELD) return depends & TIME ? "moment" : "step";
  if (depends === 0) return "run";
  return depends === TIME ? "clock" : depends & TIME ? "early" : "row";
}

/** Phases whose values hold when held variables change. */
const BEFORE_HELD: ReadonlySet<PhaseName> = new Set(["run", "row", "clock", "early"]);

/**
 * Gives every value that is needed to the phases that compute it. What stages and inputs of delays need is kept as
 * long as it holds; what only reports, starts, samples or rules need is computed there.
 */
export function planPhases(model: ModelGraph): Phases {
  const { nodes } = model.graph;
  const lists = new Map<PhaseName, number[]>(PHASES.map((name) => [name, []]));
  /** Nodes that are kept, by the phase that computes them. */
  const home = new Map<number, PhaseName>();
  const lasting = new Set<number>();

  /** Adds what `stores` need. Unless a phase `keeps` its values, only run-constant parts are kept for others. */
  function need(phase: PhaseName, stores: readonly Store[], keeps: boolean) {
    const own = new Set<number>();
    const usable = (id: number) => {
      const at = home.get(id);
      return at !== undefined && (keeps || phase === "report" || BEFORE_HELD.has(at));
    };
    const pending: number[] = [];
    for (const { node } of stores) {
      pending.push(node);
      while (pending.length > 0) {
        const id = pending.at(-1)!;
        const one = nodes[id]!;
        if (isLeafOrConstant(one) || own.has(id) || usable(id)) {
          pending.pop();
          continue;
        }
        const waiting = one.args.filter(
          (arg) => !own.has(arg) && !usable(arg) && !isLeafOrConstant(nodes[arg]!),
        );
        if (waiting.length > 0) {
          for (let i = waiting.length - 1; i >= 0; i--) pending.push(waiting[i]!);
          continue;
        }
        pending.pop();
        const wanted = phaseOf(one);
        const target = wanted === "run" || (keeps && wanted !== "stage") ? wanted : phase;
        lists.get(target)!.push(id);
        if (target !== phase || keeps) home.set(id, target);
        else own.add(id);
        for (const arg of one.args) {
          const from = home.get(arg);
          if (from !== undefined && from !== target && !own.has(arg)) lasting.add(arg);
        }
      }
      const from = home.get(node);
      if (from !== undefined && from !== phase && !own.has(node)) lasting.add(node);
    }
  }
  need("stage", model.stage, true);
  need("push", model.push, true);
  need("report", model.report, false);
  need("start", model.start, false);
  need("samples", model.samples, false);
  need("rules", model.rules, false);

  const stores: Partial<Record<PhaseName, readonly Store[]>> = {
    start: model.start,
    samples: model.samples,
    rules: model.rules,
    stage: model.stage,
    push: model.push,
    report: model.report,
  };
  const phases = Object.fromEntries(
    PHASES.map((name) => {
      const list = lists.get(name)!;
      const uniform = list.filter((id) => nodes[id]!.uniform);
      const lanes = list.filter((id) => !nodes[id]!.uniform);
      return [name, { name, uniform, lanes, stores: stores[name] ?? [] }];
    }),
  ) as unknown as Readonly<Record<PhaseName, Phase>>;
  return { phases, home, lasting };
}

export function isLeafOrConstant(node: Node): boolean {
  return isLeaf(node) || node.op === "const" || node.op === "always";
}
