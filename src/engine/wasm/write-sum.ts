import { TYPE } from "../../wasm/code.ts";
import type { Node } from "./graph.ts";
import type { SumOperand } from "./model-graph.ts";
import type { GroupWriter } from "./write-group.ts";

/** A sum of products over rows of memory: one product and one addition after the other, as the model says. */
export function writeSum(writer: GroupWriter, node: Node, target: readonly number[]): void {
  const { code, plan } = writer;
  const { count, of, times } = plan.model.sums[node.value]!;
  const operands = times ? [of, times] : [of];
  const pointers = operands.map((operand) => startPointer(writer, operand));
  const left = code.local(TYPE.i32);
  code.i32(count - 1).set(left);
  const product = (v: number) => {
    operands.forEach((operand, i) => {
      code.get(pointers[i]!);
      if (operand.kind === "values") code.vector("load64Splat", 0);
      else code.vector("load", 16 * v);
      if (i === 1) code.simd("f64x2Mul");
    });
  };
  const next = () => {
    operands.forEach((operand, i) => {
      code.get(pointers[i]!).i32(stepBytes(writer, operand)).op("i32Add").set(pointers[i]!);
    });
  };
  target.forEach((local, v) => {
    product(v);
    code.set(local);
  });
  next();
  code.open("loop");
  target.forEach((local, v) => {
    code.get(local);
    product(v);
    code.simd("f64x2Add").set(local);
  });
  next();
  code.get(left).i32(1).op("i32Sub").tee(left).branch("brIf", 0).op("end");
}

function stepBytes(writer: GroupWriter, operand: SumOperand): number {
  return operand.stride * (operand.kind === "values" ? 8 : writer.plan.memory.stride);
}

/** A local with the address of the first element. */
function startPointer(writer: GroupWriter, operand: SumOperand): number {
  const { code, plan } = writer;
  const { memory } = plan;
  const pointer = code.local(TYPE.i32);
  if (operand.kind === "values") {
    code.i32(memory.vectors[operand.vector]! + operand.first * 8).set(pointer);
    return pointer;
  }
  const first = operand.first * memory.stride;
  if (operand.kind === "stock") {
    const place = writer.stockBase();
    writer.address(place);
    code.i32(place.at + first);
  } else {
    const base = { param: memory.params, held: memory.held, block: memory.blocks[operand.block]! };
    code.get(writer.lane).i32(base[operand.kind] + first);
  }
  code.op("i32Add").set(pointer);
  return pointer;
}
