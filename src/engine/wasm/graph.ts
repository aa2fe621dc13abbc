import type { BinaryOp, UnaryOp } from "../../model/ir.ts";
import { binary, unary } from "../../model/operations.ts";

/** What a value changes with, as bits; `ROW` is what JavaScript hands in step by step: levers, the step's time, noise. */
export const ROW = 1;
export const HELD = 2;
export const TIME = 4;
export const STOCK = 8;

/** Leaves: quantities in memory. `mark` is what a rule or a sample remembers; `step` the index, `index` index + start. */
export type LeafOp =
  | ("param" | "lever" | "stock" | "held" | "mark" | "noise")
  | ("time" | "steptime" | "step" | "index");

export type NodeOp =
  | ("const" | "always" | LeafOp)
  | Exclude<UnaryOp, "not">
  | BinaryOp
  /** mask → 1 or 0; number → mask (true unless 0); mask → the opposite mask; mask, then, otherwise. */
  | ("number" | "truth" | "not" | "select")
  | ("lookup" | "pick" | "sumproduct" | "copy");

/**
 * One value of the model. Values are numbers, or masks (all bits of a lane set or clear) where `mask` is true.
 * `value`: of a constant; of `always` 1 or 0; index of a leaf; table of a lookup; first parameter of a pick; number of
 * the sum in `Graph.sums`. `uniform`: the same for all lanes.
 */
export interface Node {
  readonly id: number;
  readonly op: NodeOp;
  readonly args: readonly number[];
  readonly value: number;
  readonly mask: boolean;
  readonly uniform: boolean;
  readonly depends: number;
}

const LEAF: Readonly<Record<LeafOp, { readonly uniform: boolean; readonly depends: number }>> = {
  param: { uniform: false, depends: 0 },
  lever: { uniform: true, depends: ROW },
  stock: { uniform: false, depends: STOCK },
  held: { uniform: false, depends: HELD },
  mark: { uniform: false, depends: HELD },
  noise: { uniform: false, depends: ROW },
  time: { uniform: true, depends: TIME },
  steptime: { uniform: true, depends: ROW },
  step: { uniform: true, depends: ROW },
  index: { uniform: true, depends: ROW },
};
const COMPARE: ReadonlySet<string> = new Set(["lt", "le", "gt", "ge", "eq", "ne"]);
const MASKS: ReadonlySet<string> = new Set([...COMPARE, "and", "or", "not", "truth", "always"]);
const COMMUTATIVE: ReadonlySet<string> = new Set(["add", "mul", "eq", "ne", "and", "or"]);

export function isLeaf(node: Node): boolean {
  return node.op in LEAF;
}

/**
 * All values of a model, each once: the same operation on the same operands is one node, whichever equations ask
 * for it. Constants are folded with the operations of the reference, and what is the same double for every operand
 * is simplified (x * 1, x / 4 → x * 0.25); nothing is regrouped. Operands have lower numbers than what reads them.
 */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, number>();

  /** Number of the node; `tag` keeps apart what would otherwise be the same. */
  #make(op: NodeOp, args: readonly number[], value = 0, tag = ""): number {
    const ordered = COMMUTATIVE.has(op) && args[0]! > args[1]! ? [args[1]!, args[0]!] : args;
    const key = `${op} ${Object.is(value, -0) ? "-0" : value} ${ordered.join(" ")} ${tag}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const leaf = op in LEAF ? LEAF[op as LeafOp] : undefined;
    let uniform = leaf?.uniform ?? (op !== "pick" && op !== "copy");
    let depends = leaf?.depends ?? 0;
    let mask = MASKS.has(op);
    for (const arg of ordered) {
      uniform &&= this.nodes[arg]!.uniform;
      depends |= this.nodes[arg]!.depends;
    }
    if (op === "select") mask = this.nodes[args[1]!]!.mask;
    const id = this.nodes.length;
    this.nodes.push({ id, op, args: ordered, value, mask, uniform, depends });
    this.#known.set(key, id);
    return id;
  }

  constant(value: number): number {
    return this.#make("const", [], Number.isNaN(value) ? Number.NaN : value);
  }

  /** The constant mask. */
  always(value: boolean): number {
    return this.#make("always", [], value ? 1 : 0);
  }

  /** `version` tells apart values of one quantity before and after it changes within a step. */
  leaf(op: LeafOp, index = 0, version = 0): number {
    return this.#make(op, [], index, version === 0 ? "" : `v${version}`);
  }

  #constantOf(id: number): number | undefined {
    const node = this.nodes[id]!;
    return node.op === "const" ? node.value : undefined;
  }

  #alwaysOf(id: number): boolean | undefined {
    const node = this.nodes[id]!;
    return node.op === "always" ? node.value === 1 : undefined;
  }

  unary(op: Exclude<UnaryOp, "not">, arg: number): number {
    const value = this.#constantOf(arg);
    if (value !== undefined) return this.constant(unary(op, value));
    const inner = this.nodes[arg]!;
    if (op === "neg" && inner.op === "neg") return inner.args[0]!;
    if (op === "abs" && (inner.op === "abs" || inner.op === "neg")) return this.unary("abs", inner.args[0]!);
    return this.#make(op, [arg]);
  }

  binary(op: Exclude<BinaryOp, "and" | "or">, left: number, right: number): number {
    const [a, b] = [this.#constantOf(left), this.#constantOf(right)];
    if (a !== undefined && b !== undefined) {
      const value = binary(op, a, b);
      return COMPARE.has(op) ? this.always(value === 1) : this.constant(value);
    }
    if (op === "mul" && a !== undefined) return this.binary(op, right, left);
    if (op === "mul" && b === 1) return left;
    if (op === "mul" && b === -1) return this.unary("neg", left);
    if (op === "div" && b === 1) return left;
    if (op === "div" && b !== undefined && isPowerOfTwo(b))
      return this.binary("mul", left, this.constant(1 / b));
    if (op === "sub" && Object.is(b, 0)) return left;
    if (op === "add" && Object.is(b, -0)) return left;
    if (op === "add" && Object.is(a, -0)) return right;
    if ((op === "min" || op === "max") && left === right) return left;
    if (op === "pow") return this.#power(left, right, b);
    return this.#make(op, [left, right]);
  }

  /** Powers; those that `math/pow.ts` defines by a formula are written as it. */
  #power(x: number, y: number, known: number | undefined): number {
    if (known === 0) return this.constant(1);
    if (known === 1) return x;
    if (known === -1) return this.binary("div", this.constant(1), x);
    if (known === 2) return this.binary("mul", x, x);
    if (known === 0.5) {
      const lowest = this.binary("eq", x, this.constant(Number.NEGATIVE_INFINITY));
      const root = this.binary("add", this.unary("sqrt", x), this.constant(0));
      return this.select(lowest, this.constant(Number.POSITIVE_INFINITY), root);
    }
    return this.#make("pow", [x, y]);
  }

  /** `and`, `or` of masks. */
  logic(op: "and" | "or", left: number, right: number): number {
    if (left === right) return left;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = this.#alwaysOf(one);
      if (known !== undefined) return known === (op === "and") ? other : one;
    }
    return this.#make(op, [left, right]);
  }

  not(mask: number): number {
    const known = this.#alwaysOf(mask);
    if (known !== undefined) return this.always(!known);
    const inner = this.nodes[mask]!;
    return inner.op === "not" ? inner.args[0]! : this.#make("not", [mask]);
  }

  /** The mask of a number: true unless it is 0. */
  truth(value: number): number {
    const known = this.#constantOf(value);
    if (known !== undefined) return this.always(known !== 0);
    const inner = this.nodes[value]!;
    return inner.op === "number" ? inner.args[0]! : this.#make("truth", [value]);
  }

  /** 1 where the mask is set, else 0. */
  number(mask: number): number {
    const known = this.#alwaysOf(mask);
    return known !== undefined ? this.constant(known ? 1 : 0) : this.#make("number", [mask]);
  }

  /** Both sides are computed; the mask says which counts. */
  select(mask: number, then: number, otherwise: number): number {
    const known = this.#alwaysOf(mask);
    if (known !== undefined) return known ? then : otherwise;
    return then === otherwise ? then : this.#make("select", [mask, then, otherwise]);
  }

  lookup(table: number, arg: number): number {
    return this.#make("lookup", [arg], table);
  }

  /** A parameter among `count` from `first` on. */
  pick(first: number, count: number, arg: number): number {
    if (count === 1) return this.leaf("param", first);
    return this.#make("pick", [arg, this.constant(count)], first);
  }

  /** The sum of products number `sum`, of values that lie in rows of memory. */
  sumproduct(sum: number, args: readonly number[]): number {
    return this.#make("sumproduct", args, sum);
  }

  /** The value again, in a row of its own, named by `tag`. */
  copy(arg: number, tag: string): number {
    return this.#make("copy", [arg], 0, tag);
  }
}

/** True for +-2^k whose reciprocal is a normal double: dividing and multiplying then round alike. */
function isPowerOfTwo(x: number): boolean {
  if (!Number.isFinite(x) || x === 0) return false;
  let size = Math.abs(x);
  if (size < 1e-300 || size > 1e300) return false;
  while (size < 1) size *= 2;
  while (size > 1) size /= 2;
  return size === 1;
}
