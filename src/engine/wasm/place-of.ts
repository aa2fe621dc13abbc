import type { Place } from "./group-places.ts";
import type { GroupedPhase, MemoryPlan, Plan } from "./memory-plan.ts";
import type { Row } from "./model-graph.ts";
import { isLeafOrConstant } from "./phases.ts";

/** Where a value stands that a group of `phase` reads and does not compute; no constant. */
export function placeOf({ model, phases, grouped, memory }: Plan, phase: GroupedPhase, id: number): Place {
  const node = model.graph.nodes[id]!;
  if (!isLeafOrConstant(node)) {
    const home = phases.home.get(id);
    return (phase.places.get(id) ?? grouped[home!].places.get(id))!;
  }
  const offset = node.value * memory.stride;
  const row = (base: number): Place => ({ space: "lane", at: base + offset });
  const cell = (at: number): Place => ({ space: "uniform", at });
  switch (node.op) {
    case "param":
      return row(memory.params);
    case "stock":
      // A stage reads the stocks that it is given.
      return phase.phase.name === "stage" ? { space: "based", at: offset } : row(memory.stocks);
    case "held":
      return row(memory.held);
    case "mark":
      return row(memory.marks);
    case "noise":
      return row(memory.noise);
    case "lever":
      return cell(memory.levers + node.value * 16);
    case "time":
      return cell(memory.time);
    case "steptime":
      return cell(memory.stepTime);
    case "step":
      return cell(memory.step);
    default:
      return cell(memory.index);
  }
}

/** Where a row that is stored stands; outputs are counted from the block that a report is given. */
export function rowOf(memory: MemoryPlan, { kind, index }: Row): Place {
  if (kind === "output") return { space: "based", at: index * memory.stride };
  const base = {
    stock: memory.stocks,
    derivative: memory.derivatives,
    held: memory.held,
    mark: memory.marks,
    length: memory.lengths,
    input: memory.inputs,
  }[kind];
  return { space: "lane", at: base + index * memory.stride };
}
