import { expCore, expFull, expOrdinary } from "./define-exp.ts";
import { lnOrdinary, lnParts, lnUsable } from "./define-log.ts";
import { powCore, powFull, powOrdinary } from "./define-pow.ts";
import { Graph, type Kernel } from "./graph.ts";

function expKernel(): Kernel {
  const g = new Graph();
  const x = g.input(0);
  return {
    name: "exp",
    inputs: [x],
    ordinary: [expOrdinary(g, x)],
    core: [expCore(g, x)],
    full: [expFull(g, x)],
  };
}

function lnKernel(): Kernel {
  const g = new Graph();
  const x = g.input(0);
  const n = g.number;
  const { high, low } = lnParts(g, x);
  const all = lnParts(g, ...lnUsable(g, x));
  const infinity = n(Number.POSITIVE_INFINITY);
  const inside = g.select(g.eq(x, infinity), infinity, g.add(all.high, all.low));
  const full = g.select(
    g.gt(x, n(0)),
    inside,
    g.select(g.eq(x, n(0)), n(Number.NEGATIVE_INFINITY), n(Number.NaN)),
  );
  return { name: "ln", inputs: [x], ordinary: lnOrdinary(g, x), core: [g.add(high, low)], full: [full] };
}

function powKernel(): Kernel {
  const g = new Graph();
  const [x, y] = [g.input(0), g.input(1)];
  return {
    name: "pow",
    inputs: [x, y],
    ordinary: powOrdinary(g, x, y),
    core: [powCore(g, x, y)],
    full: [powFull(g, x, y)],
  };
}

/** The kernels by name. */
export const KERNELS = { exp: expKernel(), ln: lnKernel(), pow: powKernel() } as const;
export type KernelName = keyof typeof KERNELS;
