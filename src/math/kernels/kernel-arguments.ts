import { stream } from "../../base/stream.ts";
import { double, word } from "../bits.ts";

/** Numbers at which something changes: zeros, subnormals, limits of over- and underflow, whole and half numbers. */
export const EDGES: readonly number[] = [
  ...[
    0, 5e-324, 1e-310, 2.225073858507201e-308, 2.2250738585072014e-308, 1e-300, 1.1102230246251565e-16, 0.3,
  ],
  ...[
    0.5, 0.7057, 0.9999999999999999, 1, 1.0000000000000002, 1.5, 2, 2.5, 3, 4, 10, 600, 690, 708.4,
    709.782712893384,
  ],
  ...[709.7827128933841, 710, 744.4, 745.1332191019411, 745.1332191019412, 746, 1e9, 1e9 + 1, 2147483648],
  ...[9007199254740991, 9007199254740992, 1e300, 1.7976931348623157e308, Number.POSITIVE_INFINITY],
]
  .flatMap((x) => [x, -x])
  .concat(Number.NaN);

/** Pairs of arguments by kind of place; each set is endless and always the same. */
export const ARGUMENT_SETS: Readonly<
  Record<string, (random: () => number) => readonly [x: number, y: number]>
> = {
  ordinary: (u) => [0.05 + 20 * u(), 6 * u() - 3],
  "near 1": (u) => [1 + (u() - 0.5) / (1 << Math.floor(30 * u())), 2000 * (u() - 0.5)],
  wide: (u) => [1500 * (u() - 0.5), 1500 * (u() - 0.5)],
  bits: (u) => [anyDouble(u), anyDouble(u)],
  "bits and small powers": (u) => [Math.abs(anyDouble(u)), 8 * u() - 4],
  "whole and half powers": (u) => [20 * u() - 5, Math.floor(40 * u() - 20) / 2],
  edges: (u) => [edge(u), edge(u)],
  "bits and edges": (u) => [anyDouble(u), edge(u)],
};

/** Uniform numbers for an argument set. */
export function randomOf(name: string): () => number {
  const { uniform } = stream(20241105, name);
  let n = 0;
  return () => uniform(0, n++);
}

const edge = (u: () => number) => EDGES[Math.floor(u() * EDGES.length)]!;

/** Any double: all exponents, subnormals, infinities and NaN. */
function anyDouble(u: () => number): number {
  word[0] = Math.floor(u() * 4294967296);
  word[1] = Math.floor(u() * 4294967296);
  return double[0]!;
}
