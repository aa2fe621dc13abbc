import { Code, TYPE } from "../../wasm/code.ts";
import type { Group } from "./groups.ts";
import type { GroupedPhase, Plan } from "./memory-plan.ts";
import type { Sum, SumOperand } from "./model-graph.ts";

/** Pairs of lanes that go side by side while so many are left: additions wait for one another, so many are under way. */
const WIDE = 8;
const NARROW = 2;

/**
 * The function (bytes of lanes, base of the stocks in a stage) of a group of sums of products over rows of memory: one
 * product and one addition after the other, as the model says. All sums are made for some lanes before the next ones,
 * so that the rows they share stay near.
 */
export function writeSums(plan: Plan, phase: GroupedPhase, group: Group): Code {
  const code = new Code([TYPE.i32, TYPE.i32]);
  const bytes = 0;
  const locals = {
    lane: code.local(TYPE.i32),
    left: code.local(TYPE.i32),
    pointers: [code.local(TYPE.i32), code.local(TYPE.i32)],
    totals: Array.from({ length: WIDE }, () => code.local(TYPE.v128)),
    shared: code.local(TYPE.v128),
  };
  const pass = (vectors: number) => {
    for (const id of group.nodes) {
      const sum = plan.model.sums[plan.model.graph.nodes[id]!.value]!;
      writeSum(code, plan, sum, phase.phase.name === "stage", vectors, locals);
      const { at } = phase.places.get(id)!;
      for (let v = 0; v < vectors; v++)
        code
          .get(locals.lane)
          .get(locals.totals[v]!)
          .vector("store", at + 16 * v);
    }
  };
  /** As long as that many vectors are left. */
  const loop = (vectors: number) => {
    const next = () =>
      code
        .get(locals.lane)
        .i32(16 * vectors)
        .op("i32Add");
    code.open("block").open("loop");
    next().get(bytes).op("i32LeS").op("i32Eqz").branch("brIf", 1);
    pass(vectors);
    next().set(locals.lane).branch("br", 0).op("end").op("end");
  };
  loop(WIDE);
  loop(NARROW);
  return code;
}

interface Locals {
  readonly lane: number;
  readonly left: number;
  readonly pointers: readonly number[];
  readonly totals: readonly number[];
  readonly shared: number;
}

function writeSum(code: Code, plan: Plan, sum: Sum, inStage: boolean, vectors: number, locals: Locals): void {
  const { lane, left, pointers, totals, shared } = locals;
  const operands = sum.times ? [sum.of, sum.times] : [sum.of];
  const { stride } = plan.memory;
  operands.forEach((operand, i) => {
    startPointer(code, plan, operand, inStage, lane);
    code.set(pointers[i]!);
  });
  const each = (write: (v: number) => void) => {
    for (let v = 0; v < vectors; v++) write(v);
  };
  const term = (v: number) => {
    operands.forEach((operand, i) => {
      if (operand.kind === "values") code.get(shared);
      else code.get(pointers[i]!).vector("load", 16 * v);
      if (i === 1) code.simd("f64x2Mul");
    });
  };
  // A fixed number is one for all lanes; at most one of the two is fixed.
  const fixed = operands.findIndex(({ kind }) => kind === "values");
  const load = () => {
    if (fixed >= 0) code.get(pointers[fixed]!).vector("load64Splat", 0).set(shared);
  };
  const next = () => {
    operands.forEach((operand, i) => {
      const step = operand.stride * (operand.kind === "values" ? 8 : stride);
      code.get(pointers[i]!).i32(step).op("i32Add").set(pointers[i]!);
    });
  };
  load();
  each((v) => {
    term(v);
    code.set(totals[v]!);
  });
  if (sum.count === 1) return;
  next();
  code.i32(sum.count - 1).set(left);
  code.open("loop");
  load();
  each((v) => {
    code.get(totals[v]!);
    term(v);
    code.simd("f64x2Add").set(totals[v]!);
  });
  next();
  code.get(left).i32(1).op("i32Sub").tee(left).branch("brIf", 0).op("end");
}

/** Pushes the address of the first element. */
function startPointer(
  code: Code,
  { memory }: Plan,
  operand: SumOperand,
  inStage: boolean,
  lane: number,
): void {
  if (operand.kind === "values") {
    code.i32(memory.vectors[operand.vector]! + operand.first * 8);
    return;
  }
  const base = {
    stock: inStage ? 0 : memory.stocks,
    param: memory.params,
    held: memory.held,
    block: memory.blocks[operand.block]!,
  };
  code
    .get(lane)
    .i32(base[operand.kind] + operand.first * memory.stride)
    .op("i32Add");
  if (operand.kind === "stock" && inStage) code.get(1).op("i32Add");
}
