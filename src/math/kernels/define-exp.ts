import { EXP_ROWS, MIN_NORMAL, WHOLE } from "./constants.ts";
import type { Graph, Node } from "./graph.ts";
import { TABLES } from "./tables.ts";

/** e^(x + low) = 2^(k / EXP_ROWS) (1 + rest), |rest| < 0.003: k as number, k + WHOLE, and the polynomial part of rest. */
function reduced(g: Graph, x: Node, low?: Node) {
  const [inverse, stepHigh, stepLow] = TABLES.expStep.map(g.number) as [Node, Node, Node];
  const whole = g.number(WHOLE);
  const shifted = g.add(g.mul(x, inverse), whole);
  const k = g.sub(shifted, whole);
  const near = g.sub(g.sub(x, g.mul(k, stepHigh)), g.mul(k, stepLow));
  const r = low ? g.add(near, low) : near;
  // r + r^2/2 + ... + r^5/120; the next term is below 2^-60.
  const r2 = g.mul(r, r);
  const first = g.add(g.number(0.5), g.mul(r, g.number(1 / 6)));
  const second = g.add(g.number(1 / 24), g.mul(r, g.number(1 / 120)));
  const rest = (tail: Node) => g.add(g.add(g.add(tail, r), g.mul(r2, first)), g.mul(g.mul(r2, r2), second));
  return { shifted, k, rest };
}

/** e^(x + low), |low| tiny, where the result is a normal number (`expOrdinary`). */
export function expCore(g: Graph, x: Node, low?: Node): Node {
  const { shifted, k, rest } = reduced(g, x, low);
  const whole = g.node("whole", [shifted, k]);
  const row = g.node("expRow", [whole]);
  const scale = g.node("power", [whole, row]);
  return g.add(scale, g.mul(scale, rest(g.gather(row, 0))));
}

/** The mask under which `expCore` holds; the product in it stays among the normal numbers. */
export function expOrdinary(g: Graph, x: Node): Node {
  return g.lt(g.abs(x), g.number(690));
}

/** e^(x + low) for any x: results below the normal numbers are rounded once. NaN gives NaN. */
export function expFull(g: Graph, x: Node, low?: Node): Node {
  const n = g.number;
  const over = g.gt(x, n(710));
  const under = g.lt(x, n(-746));
  const within = g.select(g.or(over, under), n(0), x);
  const { k, rest } = reduced(g, within, low);
  // Far from 0 scaled by a power of two, so that `scale` and the product with it are normal numbers.
  const large = g.gt(within, n(600));
  const small = g.lt(within, n(-600));
  const shift = g.select(large, n(1009 * EXP_ROWS), g.select(small, n(-1022 * EXP_ROWS), n(0)));
  const moved = g.sub(k, shift);
  const whole = g.node("whole", [g.add(moved, n(WHOLE)), moved]);
  const row = g.node("expRow", [whole]);
  const scale = g.node("power", [whole, row]);
  const change = g.mul(scale, rest(g.gather(row, 0)));
  const value = g.add(scale, change);
  // Below 1 the last bits must go before the scaling does: round at the place where 1 has its last bit.
  const lost = g.add(g.sub(scale, value), change);
  const up = g.add(n(1), value);
  const rounded = g.sub(g.add(up, g.add(g.add(g.sub(n(1), up), value), lost)), n(1));
  const subnormal = g.and(small, g.lt(value, n(1)));
  const back = g.select(large, n(5.486124068793689e303), g.select(small, n(MIN_NORMAL), n(1)));
  const result = g.mul(g.select(subnormal, rounded, value), back);
  return g.select(over, n(Number.POSITIVE_INFINITY), g.select(under, n(0), result));
}
