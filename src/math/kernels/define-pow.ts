import { expCore, expFull, expOrdinary } from "./define-exp.ts";
import { lnOrdinary, lnParts, lnUsable, type Parts } from "./define-log.ts";
import type { Graph, Node } from "./graph.ts";

/** y (high + low) as a number and a small rest. */
function product(g: Graph, y: Node, { high, low }: Parts): readonly [value: Node, rest: Node] {
  const yHigh = g.node("highPart", [y]);
  return [g.mul(yHigh, high), g.add(g.mul(g.sub(y, yHigh), high), g.mul(y, low))];
}

/** e^(y (high + low)) and the masks under which it holds: y is none of -1, 0.5 and 2, and the result is a normal number. */
export function expOfProduct(
  g: Graph,
  y: Node,
  ln: Parts,
): { readonly ordinary: readonly Node[]; readonly core: Node } {
  const [value, rest] = product(g, y, ln);
  return {
    ordinary: [...[2, 0.5, -1].map((one) => g.ne(y, g.number(one))), expOrdinary(g, value)],
    core: expCore(g, value, rest),
  };
}

export function powOrdinary(g: Graph, x: Node, y: Node): readonly Node[] {
  const { ordinary } = expOfProduct(g, y, lnParts(g, x));
  return [...lnOrdinary(g, x), ...ordinary];
}

export function powCore(g: Graph, x: Node, y: Node): Node {
  return expOfProduct(g, y, lnParts(g, x)).core;
}

/** Exponents with a formula of their own, which models use as constants: masks and values. */
export function powFormulas(g: Graph, x: Node, y: Node): readonly (readonly [mask: Node, value: Node])[] {
  return [
    [g.eq(y, g.number(2)), g.mul(x, x)],
    [g.and(g.eq(y, g.number(0.5)), g.ge(x, g.number(0))), g.add(g.sqrt(x), g.number(0))],
    [g.eq(y, g.number(-1)), g.div(g.number(1), x)],
  ];
}

/** x^y for all arguments: x^0 = 1, (+-1)^(+-Infinity) = NaN; y = -1, 0.5, 1 and 2 have the bits of 1/x, sqrt x, x and x x. */
export function powFull(g: Graph, x: Node, y: Node): Node {
  const n = g.number;
  const infinity = n(Number.POSITIVE_INFINITY);
  const size = g.abs(x);
  const [usable, taken] = lnUsable(g, size);
  // Beyond 2^65 every power other than of 1 over- or underflows.
  const limit = n(36893488147419103000);
  const bounded = g.select(g.gt(y, limit), limit, g.select(g.lt(y, g.neg(limit)), g.neg(limit), y));
  const [value, rest] = product(g, bounded, lnParts(g, usable, taken));
  const general = expFull(g, value, rest);

  const yWhole = g.eq(g.floor(y), y);
  const half = g.mul(y, n(0.5));
  const odd = g.and(yWhole, g.ne(g.floor(half), half));
  const isZero = g.eq(size, n(0));
  const isInfinite = g.eq(size, infinity);
  const negative = g.or(g.lt(x, n(0)), g.and(isZero, g.lt(g.div(n(1), x), n(0))));
  const flip = g.and(negative, odd);
  const signed = (v: Node) => g.select(flip, g.neg(v), v);
  const end = g.select(g.xor(isZero, g.lt(y, n(0))), n(0), infinity);
  const yInfinite = g.eq(g.abs(y), infinity);
  const toInfinity = g.select(g.xor(g.gt(size, n(1)), g.gt(y, n(0))), n(0), infinity);

  const cases: readonly (readonly [mask: Node, value: Node])[] = [
    [g.eq(y, n(0)), n(1)],
    [g.or(g.ne(x, x), g.ne(y, y)), n(Number.NaN)],
    [g.and(yInfinite, g.eq(size, n(1))), n(Number.NaN)],
    [yInfinite, toInfinity],
    [g.eq(y, n(1)), x],
    ...powFormulas(g, x, y),
    [g.or(isZero, isInfinite), signed(end)],
    [g.and(g.lt(x, n(0)), g.not(yWhole)), n(Number.NaN)],
  ];
  return cases.reduceRight((otherwise, [mask, one]) => g.select(mask, one, otherwise), signed(general));
}
