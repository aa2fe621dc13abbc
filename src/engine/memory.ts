import type { Ir } from "../model/ir.ts";
import { irExpressions, slices, walkIr } from "../model/ir-walk.ts";
import { sliceName } from "./emit.ts";

/** Memory of a kernel by the names that generated code uses; see `createEmitter`. */
export interface Memory {
  readonly p: Float64Array;
  readonly l: Float64Array;
  readonly y: Float64Array;
  readonly d: Float64Array;
  readonly h: Float64Array;
  readonly a: Float64Array;
  /** Stage time and step time. */
  readonly w: Float64Array;
  readonly z: Float64Array;
  /** All of them, and the fixed vectors, in one array. */
  readonly all: Float64Array;
  /** Places in `all` of the slices that sums run over, by name (`sliceName`). */
  readonly slices: Readonly<Record<string, Int32Array>>;
}

/** Spare elements between the parts. */
const SPARE = 16;

/** Lays out the memory of a pruned model. */
export function createMemory(ir: Ir): Memory {
  const vectors = ir.vectors ?? [];
  const starts: number[] = [];
  let size = 0;
  for (const length of [
    ir.parameters.length,
    ir.levers.length,
    ir.stocks.length,
    ir.stocks.length,
    ir.held.length,
    ir.auxiliaries.length,
    2,
    ir.noise?.length ?? 0,
    ...vectors.map((v) => ("values" in v ? v.values.length : 0)),
  ]) {
    starts.push(size);
    size += length + SPARE;
  }
  const all = new Float64Array(size);
  const part = (n: number) => all.subarray(starts[n]!, starts[n + 1] ?? size);
  const places = { param: 0, lever: 1, stock: 2, held: 4, aux: 5 } as const;
  const FIXED = 8;
  vectors.forEach((v, i) => {
    if ("values" in v) all.set(v.values, starts[FIXED + i]!);
  });
  const place = (vector: number, at: number) => {
    const v = vectors[vector]!;
    if ("values" in v) return starts[FIXED + vector]! + at;
    return starts[places[v.members[at]!.of]]! + v.members[at]!.index;
  };
  const found: Record<string, Int32Array> = {};
  for (const expr of irExpressions(ir))
    walkIr(expr, (e) => {
      if (e.op !== "sumproduct") return;
      for (const slice of slices(e))
        found[sliceName(slice, e.count)] ??= Int32Array.from({ length: e.count }, (_, i) =>
          place(slice.vector, slice.first + i * slice.stride),
        );
    });
  return {
    p: part(0),
    l: part(1),
    y: part(2),
    d: part(3),
    h: part(4),
    a: part(5),
    w: part(6),
    z: part(7),
    all,
    slices: found,
  };
}
