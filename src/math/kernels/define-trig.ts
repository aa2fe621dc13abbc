import { WHOLE } from "./constants.ts";
import type { Graph, Node } from "./graph.ts";
import { TABLES } from "./tables.ts";

/** Angles up to here are reduced without loss. */
const EXACT = 1048576;
/** From here on the quadrant of an angle is not determined by a double in any useful way: NaN. */
const LIMIT = 35184372088832;

/** x = n pi/2 + high + low with |high| <= pi/4; `quadrant` is n mod 4. */
function reduced(g: Graph, x: Node) {
  const whole = g.number(WHOLE);
  const n = g.sub(g.add(g.mul(x, g.number(TABLES.twoOverPi)), whole), whole);
  // Products with parts of 33 bits are exact for |n| < 2^20; each difference keeps what its rounding lost.
  const [p0, p1, p2, p3] = TABLES.halfPi.map((part) => g.mul(n, g.number(part))) as [Node, Node, Node, Node];
  const r0 = g.sub(x, p0);
  const r1 = g.sub(r0, p1);
  const lost1 = g.sub(g.sub(r0, r1), p1);
  const r2 = g.sub(r1, p2);
  const lost2 = g.sub(g.sub(r1, r2), p2);
  const rest = g.sub(p3, g.add(lost1, lost2));
  const high = g.sub(r2, rest);
  const low = g.sub(g.sub(r2, high), rest);
  const quarter = g.floor(g.mul(n, g.number(0.25)));
  return { high, low, quadrant: g.sub(n, g.mul(g.number(4), quarter)) };
}

/** sin(high + low) as high - rest. */
function sinRest(g: Graph, high: Node, low: Node): Node {
  const [c0, c1, c2, c3, c4, c5] = TABLES.sinSeries as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const z = g.mul(high, high);
  const cube = g.mul(z, high);
  const series = g.horner(z, c1, c2, c3, c4, c5);
  const inner = g.sub(g.mul(g.number(0.5), low), g.mul(cube, series));
  return g.sub(g.sub(g.mul(z, inner), low), g.mul(cube, g.number(c0)));
}

/** cos(high + low) as first + rest. */
function cosParts(g: Graph, high: Node, low: Node): readonly [first: Node, rest: Node] {
  const z = g.mul(high, high);
  const half = g.mul(g.number(0.5), z);
  const first = g.sub(g.number(1), half);
  const series = g.mul(g.mul(z, z), g.horner(z, ...TABLES.cosSeries));
  return [first, g.add(g.sub(g.sub(g.number(1), first), half), g.sub(series, g.mul(high, low)))];
}

/** sin(x + turns pi/2) for |x| < LIMIT. */
export function sinCore(g: Graph, x: Node, turns: 0 | 1): Node {
  const { high, low, quadrant } = reduced(g, x);
  const sine = g.sub(high, sinRest(g, high, low));
  const cosine = g.add(...cosParts(g, high, low));
  const is = (n: number) => g.eq(quadrant, g.number(n));
  const value =
    turns === 0 ? g.select(g.or(is(1), is(3)), cosine, sine) : g.select(g.or(is(1), is(3)), sine, cosine);
  const minus = turns === 0 ? g.gt(quadrant, g.number(1.5)) : g.or(is(1), is(2));
  return g.select(minus, g.neg(value), value);
}

/** tan x for |x| < LIMIT: the quotient of sine and cosine as sums of two numbers, corrected by its own remainder. */
export function tanCore(g: Graph, x: Node): Node {
  const { high, low, quadrant } = reduced(g, x);
  const less = sinRest(g, high, low);
  const sine = g.sub(high, less);
  const sineRest = g.sub(g.sub(high, sine), less);
  const [first, rest] = cosParts(g, high, low);
  const cosine = g.add(first, rest);
  const cosineRest = g.add(g.sub(first, cosine), rest);
  // An odd quadrant has -cos / sin.
  const odd = g.or(g.eq(quadrant, g.number(1)), g.eq(quadrant, g.number(3)));
  const a = g.select(odd, g.neg(cosine), sine);
  const aRest = g.select(odd, g.neg(cosineRest), sineRest);
  const b = g.select(odd, sine, cosine);
  const bRest = g.select(odd, sineRest, cosineRest);
  const q = g.div(a, b);
  const [qHigh, bHigh] = [g.node("highPart", [q]), g.node("highPart", [b])];
  const [qLow, bLow] = [g.sub(q, qHigh), g.sub(b, bHigh)];
  // q b - a, exactly, then with the rests.
  const over = g.add(
    g.add(g.add(g.sub(g.mul(qHigh, bHigh), a), g.mul(qHigh, bLow)), g.mul(qLow, bHigh)),
    g.mul(qLow, bLow),
  );
  return g.sub(q, g.div(g.add(g.sub(over, aRest), g.mul(q, bRest)), b));
}

/** The mask under which the cores hold without loss. */
export function angleOrdinary(g: Graph, x: Node): Node {
  return g.lt(g.abs(x), g.number(EXACT));
}

/**
 * A core for all arguments. Between 2^20 and 2^45 the result is right for an angle within a unit in the last place of x; from there
 * on, and for infinities, NaN.
 */
export function angleFull(g: Graph, x: Node, core: Node): Node {
  return g.select(g.lt(g.abs(x), g.number(LIMIT)), core, g.number(Number.NaN));
}

/** atan x for all x, by reduction to |t| <= 7/16 with t = (|x| - c) / (1 + c |x|) for c = 0, 1/2, 1, 3/2 or infinity. */
export function atan(g: Graph, x: Node): Node {
  const n = g.number;
  const size = g.abs(x);
  const below = [7 / 16, 11 / 16, 19 / 16, 39 / 16].map((limit) => g.lt(size, n(limit))) as [
    Node,
    Node,
    Node,
    Node,
  ];
  const choose = (...values: readonly number[]) =>
    below
      .slice(0, values.length - 1)
      .reduceRight((other, mask, i) => g.select(mask, n(values[i]!), other), n(values.at(-1)!));
  const c = choose(0, 0.5, 1, 1.5);
  const top = g.select(below[3], g.sub(size, c), n(-1));
  const bottom = g.select(below[3], g.add(n(1), g.mul(c, size)), size);
  const t = g.div(top, bottom);
  const [high, low] = [0, 1].map((part) => choose(0, ...TABLES.atans.map((pair) => pair[part as 0 | 1]))) as [
    Node,
    Node,
  ];
  const z = g.mul(t, t);
  const w = g.mul(z, z);
  const series = TABLES.atanSeries;
  const even = g.horner(w, ...series.filter((_, i) => i % 2 === 0));
  const odd = g.horner(w, ...series.filter((_, i) => i % 2 === 1));
  const rest = g.mul(t, g.add(g.mul(z, even), g.mul(w, odd)));
  const value = g.sub(high, g.sub(g.sub(rest, low), t));
  return g.select(g.eq(x, n(0)), x, g.select(g.lt(x, n(0)), g.neg(value), value));
}
