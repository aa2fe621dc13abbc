import { atanCell } from "../math/atan.ts";
import { cell } from "../math/cell.ts";
import { cosCell } from "../math/cos.ts";
import { expCell } from "../math/exp.ts";
import { lnCell } from "../math/ln.ts";
import { powCell } from "../math/pow.ts";
import { sinCell } from "../math/sin.ts";
import { tanCell } from "../math/tan.ts";
import type { IrExpr } from "../model/ir.ts";

/** Functions of generated code that take their arguments from `cell` and leave their result in it, by operation. */
export const KERNELS = {
  exp: expCell,
  ln: lnCell,
  pow: powCell,
  sin: sinCell,
  cos: cosCell,
  tan: tanCell,
  atan: atanCell,
} as const satisfies Partial<Record<IrExpr["op"], () => void>>;

/** Index of the parameter that holds the draw of year `at`, clamped to those there are. */
export function pick(at: number, first: number, count: number): number {
  const i = Math.floor(at);
  return first + (i > 0 ? (i < count ? i : count - 1) : 0);
}

/** `total` and `dot` over the doubles of `memory` at lists of places: cell[2] = m[a] + m[b] ..., m[a] m[p] + m[b] m[q] ... */
export function sums(memory: Float64Array): {
  readonly total: (places: Int32Array) => void;
  readonly dot: (places: Int32Array, others: Int32Array) => void;
} {
  return {
    total(places) {
      let sum = memory[places[0]!]!;
      for (let i = 1; i < places.length; i++) sum += memory[places[i]!]!;
      cell[2] = sum;
    },
    dot(places, others) {
      let sum = memory[places[0]!]! * memory[others[0]!]!;
      for (let i = 1; i < places.length; i++) sum += memory[places[i]!]! * memory[others[i]!]!;
      cell[2] = sum;
    },
  };
}
