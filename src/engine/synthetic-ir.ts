import type { Ir, IrAux, IrExpr, IrHeld, IrStock, IrTable } from "../model/ir.ts";

type Binary = "add" | "sub" | "mul" | "div" | "pow" | "min" | "max" | "gt";

/** A small generator with its own arithmetic, so that the synthetic model is the same everywhere. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
/**
 * A model of the size of the crisis model: `stockCount` stocks, `auxCount` auxiliaries all used, 40 parameters,
 * 10 levers, 5 tables, 4 fixed delays, one rule; 23 years with RK4 and 4 steps a month. Its stocks relax towards bounded targets.
 */
export function syntheticIr(stockCount = 60, auxCount = 250): Ir {
  const next = sequence(20261122);
  const pickOne = (n: number) => Math.floor(next() * n);
  const num = (value: number): IrExpr => ({ op: "const", value });
  const two = (op: Binary, left: IrExpr, right: IrExpr): IrExpr => ({
    op,
    left,
    right,
  });
  const leaf = (i: number): IrExpr => {
    const r = next();
    if (r < 0.35 && i > 0) return { op: "aux", index: i - 1 - pickOne(i < 40 ? i : 40) };
    if (r < 0.65) return { op: "stock", index: pickOne(stockCount) };
    if (r < 0.9) return { op: "param", index: pickOne(40) };
    if (r < 0.95) return { op: "lever", index: pickOne(10) };
    return { op: "held", index: pickOne(5) };
  };
  /** Keeps a value between about 0.1 and 10 whatever comes in. */
  const bounded = (e: IrExpr): IrExpr =>
    two("div", two("add", num(0.2), two("min", { op: "abs", arg: e }, num(9))), num(1.02));
  const auxiliaries: IrAux[] = Array.from({ length: auxCount }, (_, i) => {
    const product = two("mul", two("mul", leaf(i), leaf(i)), two("mul", leaf(i), num(0.3 + next())));
    const ratio = two("div", two("add", leaf(i), product), two("add", num(1), { op: "abs", arg: leaf(i) }));
    let body = two("sub", two("add", ratio, two("mul", leaf(i), num(0.5))), two("mul", leaf(i), num(0.2)));
    if (i % 25 === 0) body = { op: "exp", arg: two("min", body, num(2)) };
    if (i % 35 === 1) body = { op: "ln", arg: bounded(body) };
    if (i % 31 === 2) body = two("pow", bounded(body), two("min", { op: "abs", arg: leaf(i) }, num(2)));
    if (i % 10 === 3) {
      const [condition, then, otherwise] = [two("gt", leaf(i), num(1)), body, leaf(i)];
      body = { op: "if", condition, then, otherwise };
    }
    if (i % 50 === 4) body = { op: "lookup", table: pickOne(5), arg: body };
    return { name: `auxiliary ${i}`, unit: "1", factor: 1, phase: "dynamic", expr: bounded(body) };
  });
  const perStock = Math.ceil(auxCount / stockCount);
  const stocks: IrStock[] = Array.from({ length: stockCount }, (_, i) => {
    let target: IrExpr = num(0);
    for (let j = 0; j < perStock; j++) {
      const index = i * perStock + j;
      if (index < auxCount) target = two("add", target, { op: "aux", index });
    }
    const pull = two("sub", two("mul", num(0.3), target), { op: "stock", index: i });
    return {
      name: `stock ${i}`,
      unit: "1",
      factor: 1,
      initial: num(1),
      derivative: two("div", pull, num(0.5 + next() * 3)),
    };
  });
  const plain = { unit: "1", factor: 1 };
  const held: IrHeld[] = Array.from({ length: 4 }, (_, i) => ({
    name: `late ${i}`,
    ...plain,
    kind: "delay",
    input: { op: "aux", index: i * 50 },
    duration: num(0.25 + i / 4),
    initial: num(1),
  }));
  held.push({
    name: "force",
    ...plain,
    kind: "rule",
    initial: num(0),
    from: num(2024),
    when: two("gt", { op: "aux", index: 60 }, num(1)),
    by: num(0.1),
    upTo: num(1),
    every: num(0.25),
    until: num(0),
  });
  const tables: IrTable[] = Array.from({ length: 5 }, (_, t) => ({
    name: `table ${t}`,
    x: Array.from({ length: 10 }, (_, i) => i),
    y: Array.from({ length: 10 }, () => next()),
  }));
  const stepsPerMonth = 4;
  const steps = 23 * 12 * stepsPerMonth;
  return {
    version: 1,
    model: "synthetic",
    method: "rk4",
    clock: {
      calendar: true,
      startIndex: 2013 * 48,
      stepsPerUnit: 48,
      steps,
      stepsPerMonth,
      resultsFrom: 96,
      decision: 142 * 4,
      saveSteps: Array.from({ length: 253 }, (_, m) => (24 + m) * stepsPerMonth),
    },
    parameters: Array.from({ length: 40 }, (_, i) => ({
      name: `parameter ${i}`,
      ...plain,
      value: 1,
      prior: { distribution: "triangular", args: [0.5, 1, 2] },
    })),
    levers: Array.from({ length: 10 }, (_, i) => ({
      name: `lever ${i}`,
      ...plain,
      value: 0.5,
      low: 0,
      high: 1,
      rampMonths: 6,
    })),
    stocks,
    auxiliaries,
    held,
    tables,
    initialOrder: [
      ...stocks.map((_, index) => ({ of: "stock", index }) as const),
      ...held.map((_, index) => ({ of: "held", index }) as const),
    ],
  };
}
