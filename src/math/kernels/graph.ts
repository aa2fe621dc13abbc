/**
 * What a kernel computes: numbers are doubles, masks are true or false, wholes are whole numbers held in the bits of
 * a lane, rows point into a table.
 */
export type Kind = "number" | "mask" | "whole" | "row";

/**
 * Operations of a kernel. Arithmetic rounds as IEEE 754 says; comparisons are false for NaN but `ne`. Those on bits:
 * - `highPart(x)`: x with the last 27 bits of its fraction cleared.
 * - `exponent(x)`: for normal x > 0 the k (and more bits) of x = 2^k z with `LOG_ORIGIN` <= z < 2 LOG_ORIGIN.
 * - `exponentNumber(t)`: k. `mantissa(x, t)`: -z. `logRow(t)`: the row of the logarithm table that z falls into.
 * - `whole(s, n)`: the whole number n, |n| < 2^31, where s = n + 1.5 * 2^52.
 * - `expRow(w)`: row w mod 128 of the exponential table. `power(w, row)`: 2^(w / 128), its exponent in the normal range.
 * - `gather(row)`: number `column` of the row.
 */
export type Op =
  | ("input" | "const" | "add" | "sub" | "mul" | "div" | "neg" | "abs" | "sqrt" | "floor" | "select")
  | ("lt" | "le" | "gt" | "ge" | "eq" | "ne" | "and" | "or" | "xor" | "not")
  | ("highPart" | "exponentNumber" | "mantissa" | "gather" | "power")
  | ("exponent" | "whole")
  | ("logRow" | "expRow");

/** One value of a graph; `value` is the number of a constant, the index of an input or the column of a table. */
export interface Node {
  readonly id: number;
  readonly op: Op;
  readonly kind: Kind;
  readonly args: readonly Node[];
  readonly value: number;
}

/**
 * A function of one or two doubles as data. Where every mask of `ordinary` holds, `core` is the result; `full` is it
 * for all arguments and has the bits of `core` where both apply.
 */
export interface Kernel {
  readonly name: string;
  readonly inputs: readonly Node[];
  /** Masks in the order in which they are best tested: those of the arguments alone come first. */
  readonly ordinary: readonly Node[];
  readonly core: readonly Node[];
  readonly full: readonly Node[];
  /** Cases of `full` that all lanes of a vector tend to share: masks, and what `full` is under them. */
  readonly shared?: readonly (readonly [mask: Node, value: Node])[];
}

const MASKS = new Set<Op>(["lt", "le", "gt", "ge", "eq", "ne", "and", "or", "xor", "not"]);

function kindOf(op: Op): Kind {
  if (MASKS.has(op)) return "mask";
  if (op === "exponent" || op === "whole") return "whole";
  return op === "logRow" || op === "expRow" ? "row" : "number";
}

/** Writes a graph in static single assignment: the same operation on the same values is one node. */
export class Graph {
  readonly #known = new Map<string, Node>();

  node(op: Op, args: readonly Node[], value = 0): Node {
    const [a, b, c] = args;
    const key = `${op} ${a?.id} ${b?.id} ${c?.id} ${Object.is(value, -0) ? "-0" : value}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made: Node = { id: this.#known.size, op, kind: kindOf(op), args, value };
    this.#known.set(key, made);
    return made;
  }

  input = (index: number) => this.node("input", [], index);
  number = (value: number) => this.node("const", [], value);
  add = (a: Node, b: Node) => this.node("add", [a, b]);
  sub = (a: Node, b: Node) => this.node("sub", [a, b]);
  mul = (a: Node, b: Node) => this.node("mul", [a, b]);
  div = (a: Node, b: Node) => this.node("div", [a, b]);
  neg = (a: Node) => this.node("neg", [a]);
  abs = (a: Node) => this.node("abs", [a]);
  sqrt = (a: Node) => this.node("sqrt", [a]);
  floor = (a: Node) => this.node("floor", [a]);
  lt = (a: Node, b: Node) => this.node("lt", [a, b]);
  le = (a: Node, b: Node) => this.node("le", [a, b]);
  gt = (a: Node, b: Node) => this.node("gt", [a, b]);
  ge = (a: Node, b: Node) => this.node("ge", [a, b]);
  eq = (a: Node, b: Node) => this.node("eq", [a, b]);
  ne = (a: Node, b: Node) => this.node("ne", [a, b]);
  and = (a: Node, b: Node) => this.node("and", [a, b]);
  or = (a: Node, b: Node) => this.node("or", [a, b]);
  xor = (a: Node, b: Node) => this.node("xor", [a, b]);
  not = (a: Node) => this.node("not", [a]);
  select = (mask: Node, a: Node, b: Node) => this.node("select", [mask, a, b]);
  gather = (row: Node, column: number) => this.node("gather", [row], column);

  /** c0 + x (c1 + x (c2 + ...)) for constants c. */
  horner(x: Node, ...c: readonly number[]): Node {
    return c
      .slice(0, -1)
      .reduceRight((sum, one) => this.add(this.number(one), this.mul(x, sum)), this.number(c.at(-1)!));
  }
}

/** The nodes that `outputs` need and `known` does not hold, each after those that it reads (`reads`: its arguments). */
export function needed(
  outputs: readonly Node[],
  known: ReadonlySet<Node> = new Set(),
  reads: (node: Node) => readonly Node[] = (node) => node.args,
): readonly Node[] {
  const found = new Set<Node>();
  const visit = (node: Node): void => {
    if (found.has(node) || known.has(node)) return;
    for (const arg of reads(node)) visit(arg);
    found.add(node);
  };
  for (const output of outputs) visit(output);
  return [...found].sort((a, b) => a.id - b.id);
}
