import { stream } from "../base/stream.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { Ir, IrExpr, IrSlice, IrTable } from "../model/ir.ts";
import { binary, unary } from "../model/operations.ts";

/** What one run gave: rows[output][save], and where and by what it failed (-1 and "" for a good run). */
export interface Interpreted {
  readonly rows: readonly (readonly number[])[];
  readonly failedStep: number;
  readonly failedVariable: string;
}

export interface Interpretation {
  readonly params: ArrayLike<number>;
  readonly levers: Float64Array;
  readonly saveSteps: readonly number[];
  readonly noiseSeed?: number;
  readonly run?: number;
}

/** All that an expression can see at one moment. */
interface Moment {
  readonly t: number;
  readonly s: number;
  readonly k: number;
  readonly y: readonly number[];
  readonly h: readonly number[];
  /** Auxiliaries that have been asked for at this moment. */
  readonly known: Map<number, number>;
}

const SLACK = 1e-6;

/**
 * Runs a model by walking its trees as they are: the meaning of the IR in the plainest form, against which the back
 * ends are tested. It shares the operations on numbers with them (`model/operations.ts`), and nothing else: no
 * pruning, no plan, no rings, no generated text.
 */
export function interpret(ir: Ir, outputs: readonly string[], request: Interpretation): Interpreted {
  const { params, levers, saveSteps, noiseSeed = 0, run = 0 } = request;
  const { startIndex, stepsPerUnit, stepsPerMonth, steps } = ir.clock;
  const dt = 1 / stepsPerUnit;
  const needed = neededState(ir, outputs);
  const y: number[] = ir.stocks.map(() => Number.NaN);
  const h: number[] = ir.held.map(() => Number.NaN);
  const noise = (ir.noise ?? []).map(({ name, distribution, every = 1 }) => {
    const numbers = stream(noiseSeed, name);
    return (k: number) => {
      const u = numbers.uniform(run, Math.floor(k / every));
      return distribution === "normal" ? normalQuantile(u) : u;
    };
  });

  function value(e: IrExpr, m: Moment): number {
    switch (e.op) {
      case "const":
        return e.value;
      case "param":
        return params[e.index]!;
      case "lever":
        return levers[m.k * ir.levers.length + e.index]!;
      case "stock":
        return m.y[e.index]!;
      case "held":
        return m.h[e.index]!;
      case "aux": {
        const known = m.known.get(e.index) ?? value(ir.auxiliaries[e.index]!.expr, m);
        m.known.set(e.index, known);
        return known;
      }
      case "time":
        return m.t;
      case "steptime":
        return m.s;
      case "dt":
        return dt;
      case "noise":
        return noise[e.index]!(m.k);
      case "if":
        return value(value(e.condition, m) !== 0 ? e.then : e.otherwise, m);
      case "lookup":
        return lookUp(ir.tables[e.table]!, value(e.arg, m));
      case "pick": {
        const at = Math.floor(value(e.arg, m));
        if (Number.isNaN(at) || at < 0) return params[e.first]!;
        return params[e.first + (at < e.count ? at : e.count - 1)]!;
      }
      case "sumproduct": {
        const element = ({ vector, first, stride }: IrSlice, i: number) => {
          const v = ir.vectors![vector]!;
          if ("values" in v) return v.values[first + i * stride]!;
          const { of, index } = v.members[first + i * stride]!;
          return value({ op: of, index }, m);
        };
        const term = (i: number) =>
          e.times === undefined ? element(e.of, i) : element(e.of, i) * element(e.times, i);
        let sum = term(0);
        for (let i = 1; i < e.count; i++) sum += term(i);
        return sum;
      }
      default:
        return "arg" in e ? unary(e.op, value(e.arg, m)) : binary(e.op, value(e.left, m), value(e.right, m));
    }
  }

  const timeAt = (k: number) => (startIndex + k) / stepsPerUnit;
  const reached = (k: number, date: number) => startIndex + k >= date * stepsPerUnit - SLACK;
  const now = (k: number): Moment => ({ t: timeAt(k), s: timeAt(k), k, y, h, known: new Map() });
  const rows = outputs.map(() => saveSteps.map(() => Number.NaN));
  const inputs: number[][] = ir.held.map(() => []);
  const starts: number[] = [];
  const settled: boolean[] = [];
  const raised: number[] = ir.held.map(() => Number.NEGATIVE_INFINITY);

  /** The first needed stock, held variable or output that is not finite. */
  function culprit(k: number): string | undefined {
    for (const i of needed.stocks) if (!Number.isFinite(y[i])) return ir.stocks[i]!.name;
    for (const i of needed.held) if (!Number.isFinite(h[i])) return ir.held[i]!.name;
    return outputs.find((name) => !Number.isFinite(value(reader(ir, name), now(k))));
  }
  const failed = (k: number): Interpreted => {
    const good = rows.map((row) => row.map((v, s) => (saveSteps[s]! >= k ? Number.NaN : v)));
    return { rows: good, failedStep: k, failedVariable: culprit(k) ?? "" };
  };

  for (const { of, index } of ir.initialOrder) {
    if (of === "stock") y[index] = value(ir.stocks[index]!.initial, now(0));
    if (of !== "held") continue;
    const one = ir.held[index]!;
    h[index] = value(one.kind === "sample" ? one.input : one.initial, now(0));
  }
  ir.held.forEach((one, i) => {
    if (one.kind === "delay" && Number.isNaN(value(one.duration, now(0)))) h[i] = Number.NaN;
    if (one.kind === "sample") settled[i] = reached(0, value(one.at, now(0)));
    starts[i] = h[i]!;
  });
  if (!needed.stocks.every((i) => Number.isFinite(y[i])) || !needed.held.every((i) => Number.isFinite(h[i])))
    return failed(0);

  for (let k = 0; ; k++) {
    if (k > 0) {
      const late = ir.held.map((one, i) => {
        if (one.kind !== "delay") return h[i]!;
        const wanted = Math.floor(value(one.duration, now(0)) * stepsPerUnit + 0.5);
        const before = k - (wanted >= 1 ? wanted : 1);
        return before >= 0 ? inputs[i]![before]! : starts[i]!;
      });
      late.forEach((v, i) => {
        h[i] = v;
      });
      ir.held.forEach((one, i) => {
        if (one.kind !== "sample" || settled[i]) return;
        const [input, at] = [value(one.input, now(k)), value(one.at, now(k))];
        h[i] = input;
        settled[i] = reached(k, at);
      });
      ir.held.forEach((one, i) => {
        if (one.kind !== "rule" || (startIndex + k) % stepsPerMonth !== 0) return;
        const read = (e: IrExpr) => value(e, now(k));
        if (!reached(k, read(one.from))) return;
        if (read(one.until) !== 0) h[i] = read(one.initial);
        else if (read(one.when) !== 0 && k - raised[i]! >= read(one.every) * stepsPerUnit - SLACK) {
          const sum = h[i]! + read(one.by);
          h[i] = read(one.upTo) < sum ? read(one.upTo) : sum;
          raised[i] = k;
        }
      });
    }
    ir.held.forEach((one, i) => {
      if (one.kind === "delay") inputs[i]!.push(value(one.input, now(k)));
    });
    const save = saveSteps.indexOf(k);
    if (save >= 0) {
      const end = now(k);
      const values = outputs.map((name) => value(reader(ir, name), end));
      if (!values.every(Number.isFinite)) return failed(k);
      values.forEach((v, o) => {
        rows[o]![save] = v;
      });
    }
    if (k === steps) return { rows, failedStep: -1, failedVariable: "" };

    const slope = (t: number, at: readonly number[]) => {
      const stage: Moment = { t, s: timeAt(k), k, y: at, h, known: new Map() };
      return ir.stocks.map((s) => value(s.derivative, stage));
    };
    const moved = (by: number, d: readonly number[]) => y.map((v, i) => v + by * d[i]!);
    const middle = (startIndex + k + 0.5) / stepsPerUnit;
    const d1 = slope(timeAt(k), y);
    let next: readonly number[];
    if (ir.method === "euler") next = moved(dt, d1);
    else if (ir.method === "rk2") {
      const d2 = slope(timeAt(k + 1), moved(dt, d1));
      next = y.map((v, i) => v + (dt / 2) * (d1[i]! + d2[i]!));
    } else {
      const d2 = slope(middle, moved(dt / 2, d1));
      const d3 = slope(middle, moved(dt / 2, d2));
      const d4 = slope(timeAt(k + 1), moved(dt, d3));
      next = y.map((v, i) => v + (dt / 6) * (d1[i]! + 2 * d2[i]! + 2 * d3[i]! + d4[i]!));
    }
    next.forEach((v, i) => {
      y[i] = v;
    });
    if (!needed.stocks.every((i) => Number.isFinite(y[i]))) return failed(k + 1);
  }
}

function lookUp({ x, y, shape }: IrTable, at: number): number {
  const last = x.length - 1;
  if (Number.isNaN(at)) return at;
  let i = 0;
  while (i < last && x[i + 1]! <= at) i++;
  if (shape === "stepwise") return y[i]!;
  if (shape !== "extrapolated" && (at <= x[0]! || i === last)) return y[i]!;
  const segment = i === last && last > 0 ? i - 1 : i;
  const slope = last === 0 ? 0 : (y[segment + 1]! - y[segment]!) / (x[segment + 1]! - x[segment]!);
  return y[i]! + (at - x[i]!) * slope;
}

function reader(ir: Ir, name: string): IrExpr {
  for (const [op, list] of [
    ["stock", ir.stocks],
    ["aux", ir.auxiliaries],
    ["held", ir.held],
    ["param", ir.parameters],
    ["lever", ir.levers],
  ] as const) {
    const index = list.findIndex((one) => one.name === name);
    if (index >= 0) return { op, index };
  }
  throw new Error(`no variable ${name}`);
}

/** Stocks and held variables that the outputs depend on: only these can make a run fail. */
function neededState(ir: Ir, outputs: readonly string[]) {
  const seen = new Set<string>();
  const visit = (e: IrExpr): void => {
    const again = "index" in e && (e.op === "stock" || e.op === "held" || e.op === "aux");
    if (again) {
      const key = `${e.op} ${e.index}`;
      if (seen.has(key)) return;
      seen.add(key);
    }
    if (e.op === "aux") visit(ir.auxiliaries[e.index]!.expr);
    if (e.op === "stock") [ir.stocks[e.index]!.initial, ir.stocks[e.index]!.derivative].forEach(visit);
    if (e.op === "held")
      for (const part of Object.values(ir.held[e.index]!)) if (typeof part === "object") visit(part);
    if (e.op === "sumproduct")
      for (const slice of e.times ? [e.of, e.times] : [e.of]) {
        const v = ir.vectors![slice.vector]!;
        for (let i = 0; i < e.count; i++)
          if ("members" in v) {
            const { of, index } = v.members[slice.first + i * slice.stride]!;
            visit({ op: of, index });
          }
      }
    if ("left" in e) [e.left, e.right].forEach(visit);
    if ("arg" in e) visit(e.arg);
    if (e.op === "if") [e.condition, e.then, e.otherwise].forEach(visit);
  };
  for (const name of outputs) visit(reader(ir, name));
  return {
    stocks: ir.stocks.flatMap((_, i) => (seen.has(`stock ${i}`) ? [i] : [])),
    held: ir.held.flatMap((_, i) => (seen.has(`held ${i}`) ? [i] : [])),
  };
}
