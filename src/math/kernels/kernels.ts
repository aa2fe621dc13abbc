import { expCore, expFull, expOrdinary } from "./define-exp.ts";
import { lnCore, lnOrdinary, lnUsable } from "./define-log.ts";
import { powCore, powFormulas, powFull, powOrdinary } from "./define-pow.ts";
import { angleFull, angleOrdinary, atan, sinCore, tanCore } from "./define-trig.ts";
import { Graph, type Kernel, type Node } from "./graph.ts";

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
  const infinity = n(Number.POSITIVE_INFINITY);
  const inside = g.select(g.eq(x, infinity), infinity, lnCore(g, ...lnUsable(g, x)));
  const full = g.select(
    g.gt(x, n(0)),
    inside,
    g.select(g.eq(x, n(0)), n(Number.NEGATIVE_INFINITY), n(Number.NaN)),
  );
  return { name: "ln", inputs: [x], ordinary: lnOrdinary(g, x), core: [lnCore(g, x)], full: [full] };
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
    shared: powFormulas(g, x, y),
  };
}

function angleKernel(name: string, core: (g: Graph, x: Node) => Node): Kernel {
  const g = new Graph();
  const x = g.input(0);
  const value = core(g, x);
  return {
    name,
    inputs: [x],
    ordinary: [angleOrdinary(g, x)],
    core: [value],
    full: [angleFull(g, x, value)],
  };
}

function atanKernel(): Kernel {
  const g = new Graph();
  const x = g.input(0);
  const value = atan(g, x);
  return { name: "atan", inputs: [x], ordinary: [], core: [value], full: [value] };
}

/** The kernels by name. */
export const KERNELS = {
  exp: expKernel(),
  ln: lnKernel(),
  pow: powKernel(),
  sin: angleKernel("sin", (g, x) => sinCore(g, x, 0)),
  cos: angleKernel("cos", (g, x) => sinCore(g, x, 1)),
  tan: angleKernel("tan", tanCore),
  atan: atanKernel(),
} as const;
export type KernelName = keyof typeof KERNELS;
