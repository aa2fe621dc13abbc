import { COARSE, MIN_NORMAL } from "./constants.ts";
import type { Graph, Node } from "./graph.ts";
import { TABLES } from "./tables.ts";

/** A number as the sum of one with at most 26 significant bits and a small rest. */
export interface Parts {
  readonly high: Node;
  readonly low: Node;
}

/**
 * x = 2^k z, ln x = k ln 2 + ln c + ln(1 + r), r = z/c - 1, with c from a table (the method of ARM's optimized routines for pow
 * without fused multiply-add; tables, order of sums and splits are our own). `taken` is what k is too large by. r is exact as
 * number and as rHigh + rLow; `sum` + `lost` is the head of k ln 2 + ln c, plus r, exactly; `tail` is the rest of it.
 */
function reduced(g: Graph, x: Node, taken?: Node) {
  const [ln2High, ln2Low] = TABLES.ln2.map(g.number) as [Node, Node];
  const t = g.node("exponent", [x]);
  const number = g.node("exponentNumber", [t]);
  const k = taken ? g.sub(number, taken) : number;
  const row = g.node("logRow", [t]);
  const minusInverse = g.gather(row, 0);
  // -z in two parts, so that their products with -1/c are exact.
  const z = g.node("mantissa", [x, t]);
  const coarse = g.number(COARSE);
  const zHigh = g.sub(g.add(z, coarse), coarse);
  const rHigh = g.sub(g.mul(zHigh, minusInverse), g.number(1));
  const rLow = g.mul(g.sub(z, zHigh), minusInverse);
  const r = g.add(rHigh, rLow);
  const base = g.add(g.mul(k, ln2High), g.gather(row, 1));
  const sum = g.add(base, r);
  const lost = g.add(g.sub(base, sum), r);
  const tail = g.add(g.mul(k, ln2Low), g.gather(row, 2));
  return { rHigh, rLow, r, sum, lost, tail };
}

/** ln x for normal x > 0. */
export function lnCore(g: Graph, x: Node, taken?: Node): Node {
  const { r, sum, lost, tail } = reduced(g, x, taken);
  const r2 = g.mul(r, r);
  const [c0, c1, c2, c3, c4] = TABLES.lnShortSeries.map(g.number) as [Node, Node, Node, Node, Node];
  const pair = (a: Node, b: Node) => g.add(a, g.mul(r, b));
  const series = g.add(pair(g.number(-0.5), c0), g.mul(r2, g.add(pair(c1, c2), g.mul(r2, pair(c3, c4)))));
  return g.add(sum, g.add(g.add(tail, lost), g.mul(r2, series)));
}

/** ln x for normal x > 0 to about 68 bits. */
export function lnParts(g: Graph, x: Node, taken?: Node): Parts {
  const { rHigh, rLow, r, sum, lost, tail } = reduced(g, x, taken);
  // -r^2 / 2 = square + cross, the former exactly.
  const minusHalf = g.number(-0.5);
  const square = g.mul(minusHalf, g.mul(rHigh, rHigh));
  const cross = g.mul(minusHalf, g.mul(rLow, g.add(r, rHigh)));
  const r2 = g.mul(r, r);
  const [c0, c1, c2, c3, c4, c5] = TABLES.lnSeries.map(g.number) as [Node, Node, Node, Node, Node, Node];
  const pair = (a: Node, b: Node) => g.add(a, g.mul(r, b));
  const series = g.add(pair(c0, c1), g.mul(r2, g.add(pair(c2, c3), g.mul(r2, pair(c4, c5)))));
  const rest = g.add(g.add(g.add(tail, lost), cross), g.mul(g.mul(r, r2), series));
  const high = g.node("highPart", [g.add(g.add(sum, square), rest)]);
  return { high, low: g.add(g.add(g.sub(sum, high), square), rest) };
}

/** Masks under which `lnParts` holds: x is normal, positive and finite. */
export function lnOrdinary(g: Graph, x: Node): readonly Node[] {
  return [g.ge(x, g.number(MIN_NORMAL)), g.lt(x, g.number(Number.POSITIVE_INFINITY))];
}

/** For any x > 0: a normal number to take the logarithm of and by what its k is too large; 1 where x is not finite and positive. */
export function lnUsable(g: Graph, x: Node): readonly [usable: Node, taken: Node] {
  const small = g.lt(x, g.number(MIN_NORMAL));
  const scaled = g.select(small, g.mul(x, g.number(18014398509481984)), x);
  const good = g.and(g.gt(scaled, g.number(0)), g.lt(scaled, g.number(Number.POSITIVE_INFINITY)));
  return [g.select(good, scaled, g.number(1)), g.select(small, g.number(54), g.number(0))];
}
