import type { Ir, IrAux, IrExpr, IrHeld, IrNoise, IrParameter, IrTable, IrVector } from "../model/ir.ts";
import { walkReads } from "../model/ir-walk.ts";
import { leverTable } from "./lever-table.ts";
import { type Choice, choice } from "./random-choice.ts";
import { randomClock, randomTable } from "./random-parts.ts";

/** A random model and a batch of runs of it. */
export interface RandomModel {
  readonly ir: Ir;
  readonly outputs: readonly string[];
  readonly lanes: number;
  /** Lane after lane. */
  readonly params: Float64Array;
  readonly levers: Float64Array;
  readonly saveSteps: readonly number[];
  /** An index at which the state is kept. */
  readonly keepAt: number;
  readonly noiseSeed: number;
  readonly firstRun: number;
}

/** What an expression may read. */
interface Scope {
  /** Auxiliaries, stocks and held variables by index. */
  readonly aux: readonly number[];
  readonly stock: readonly number[];
  readonly held: readonly number[];
  /** Levers, times and noise as well. */
  readonly changing: boolean;
  /** Expressions made earlier that may be read here: they are put in again, as they are or turned round. */
  readonly earlier?: IrExpr[];
}

const UNARY = [
  "neg",
  "abs",
  "sqrt",
  "exp",
  "ln",
  "floor",
  "trunc",
  "not",
  "sin",
  "cos",
  "tan",
  "atan",
] as const;
const ARITHMETIC = ["add", "sub", "mul", "div", "min", "max", "pow"] as const;
const LOGIC = ["lt", "le", "gt", "ge", "eq", "ne", "and", "or"] as const;
/** Values at which operations and kernels change their way. */
const AWKWARD = [
  ...[0, -0, 1, -1, 2, 0.5, -0.5, 3, -2, 1e-310, -5e-324, 5e-324, 1e300, -1e300, 1e16, -9007199254740992],
  ...[709.9, -745.2, 1024, -1075, 1.0000000000000002, 0.9999999999999999, 1e-9, 2.2250738585072014e-308],
];
const plain = { unit: "1", factor: 1 };

/**
 * A valid model that `next` chooses (numbers in 0..1, small ones for small models): every operation, table shape, kind
 * of held variable, clock and method can come up, with awkward values among the numbers. One in three models is wild:
 * its runs often fail.
 */
export function randomIr(next: () => number): RandomModel {
  const c = choice(next);
  const wild = c.chance(0.33);
  const constant = () => (c.chance(wild ? 0.3 : 0.05) ? c.one(AWKWARD) : c.tame());

  const parameters: IrParameter[] = Array.from({ length: 1 + c.int(7) }, (_, i) => {
    const options = c.chance(0.3) ? ["a", "b", "c"].slice(0, 2 + c.int(2)) : undefined;
    return { name: `parameter ${i}`, ...plain, value: options ? 0 : c.tame(), ...(options && { options }) };
  });
  const ir = {
    clock: randomClock(c),
    levers: Array.from({ length: c.int(4) }, (_, i) => ({
      name: `lever ${i}`,
      ...plain,
      value: c.tame(),
      low: -10,
      high: 10,
      rampMonths: c.int(4),
    })),
    tables: Array.from({ length: c.int(4) }, (_, i): IrTable => randomTable(c, i)),
    noise: Array.from(
      { length: c.int(3) },
      (_, i): IrNoise => ({
        name: `noise ${i}`,
        distribution: c.one(["uniform", "normal"]),
        ...(c.chance(0.3) && { every: 1 + c.int(3) }),
      }),
    ),
    vectors: [] as IrVector[],
    auxiliaries: [] as IrAux[],
  };
  const stockCount = c.chance(0.1) ? 13 : c.int(6);
  const heldCount = c.int(6);
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);

  function leaf(scope: Scope): IrExpr {
    const kinds: IrExpr[] = [{ op: "const", value: constant() }];
    kinds.push({ op: "param", index: c.int(parameters.length) });
    for (const op of ["stock", "aux", "held"] as const)
      if (scope[op].length > 0) {
        const index = c.one(scope[op]);
        kinds.push({ op, index }, { op, index });
      }
    if (scope.changing) {
      kinds.push({ op: "time" }, { op: "steptime" });
      if (ir.levers.length > 0) kinds.push({ op: "lever", index: c.int(ir.levers.length) });
      if (ir.noise.length > 0) kinds.push({ op: "noise", index: c.int(ir.noise.length) });
    }
    kinds.push({ op: "dt" });
    return c.one(kinds);
  }

  /** A sum over a slice, or over two, of vectors made for it or made earlier; undefined where none would do. */
  function sum(scope: Scope): IrExpr | undefined {
    const count = 1 + c.int(9);
    const slice = () => {
      const stride = c.one([1, 2, 3, 0]);
      const first = c.int(4);
      const length = first + stride * (count - 1) + 1;
      const fits = ir.vectors.flatMap((v, i) => (readable(v, first, stride, count, scope) ? [i] : []));
      if (fits.length > 0 && c.chance(0.5)) return { vector: c.one(fits), first, stride };
      ir.vectors.push(vector(length + c.int(3), scope));
      return { vector: ir.vectors.length - 1, first, stride };
    };
    return { op: "sumproduct", count, of: slice(), ...(c.chance(0.7) && { times: slice() }) };
  }

  function vector(length: number, scope: Scope): IrVector {
    const name = `vector ${ir.vectors.length}`;
    if (c.chance(0.3)) return { name, values: Array.from({ length }, constant) };
    // As the compiler makes them, of one kind, or of mixed kinds.
    const kinds = (["stock", "aux", "held"] as const).filter((of) => scope[of].length > 0);
    const only = kinds.length > 0 && c.chance(0.6) ? c.one(kinds) : undefined;
    return {
      name,
      members: Array.from({ length }, () => {
        if (only !== undefined) return { of: only, index: c.one(scope[only]) };
        const e = leaf(scope);
        if (e.op === "stock" || e.op === "aux" || e.op === "held" || e.op === "lever" || e.op === "param")
          return { of: e.op, index: e.index };
        return { of: "param", index: c.int(parameters.length) };
      }),
    };
  }

  function readable(v: IrVector, first: number, stride: number, count: number, scope: Scope): boolean {
    const length = "values" in v ? v.values.length : v.members.length;
    if (first + stride * (count - 1) >= length) return false;
    if ("values" in v) return true;
    return range(count).every((n) => {
      const { of, index } = v.members[first + n * stride]!;
      return of === "param" || (of === "lever" ? scope.changing : scope[of].includes(index));
    });
  }

  function expr(scope: Scope, depth: number): IrExpr {
    if (depth <= 0) return leaf(scope);
    if (scope.earlier === undefined) return fresh(scope, depth);
    if (scope.earlier.length > 0 && c.chance(0.15)) {
      const again = c.one(scope.earlier);
      return "left" in again && c.chance(0.3)
        ? { op: again.op, left: again.right, right: again.left }
        : again;
    }
    const made = fresh(scope, depth);
    scope.earlier.push(made);
    return made;
  }

  function fresh(scope: Scope, depth: number): IrExpr {
    const inner = () => expr(scope, depth - 1 - c.int(2));
    switch (c.int(13)) {
      case 0:
      case 1:
        return leaf(scope);
      case 2:
        return { op: c.one(UNARY), arg: inner() };
      case 3:
        return { op: c.one(LOGIC), left: inner(), right: inner() };
      case 4:
        return { op: "if", condition: inner(), then: inner(), otherwise: inner() };
      case 5: {
        const tested = parameters.findIndex((p) => p.options !== undefined);
        if (tested < 0) return { op: "neg", arg: inner() };
        const left: IrExpr = { op: "param", index: tested };
        const condition: IrExpr = { op: "eq", left, right: { op: "const", value: c.int(3) } };
        return { op: "if", condition, then: inner(), otherwise: inner() };
      }
      case 6:
        if (ir.tables.length === 0) return { op: "abs", arg: inner() };
        return { op: "lookup", table: c.int(ir.tables.length), arg: inner() };
      case 7: {
        const first = c.int(parameters.length);
        return { op: "pick", first, count: 1 + c.int(parameters.length - first), arg: inner() };
      }
      case 8:
        return sum(scope) ?? inner();
      case 9: {
        // With a number that could be left out, were it not for zeros, infinities and NaN.
        const number: IrExpr = { op: "const", value: c.one(AWKWARD) };
        const op = c.one(ARITHMETIC);
        return c.chance(0.3) ? { op, left: number, right: inner() } : { op, left: inner(), right: number };
      }
      case 10:
        return {
          op: "pow",
          left: { op: "abs", arg: inner() },
          right: { op: "const", value: c.one([c.tame(), 2, 0.5, -1, 3, 1, -0.5]) },
        };
      default:
        return { op: c.one(ARITHMETIC), left: inner(), right: inner() };
    }
  }

  /** In tame models a value between -9 and 9. */
  function bounded(e: IrExpr): IrExpr {
    if (wild && c.chance(0.5)) return e;
    const low: IrExpr = { op: "max", left: e, right: { op: "const", value: -9 } };
    return { op: "min", left: low, right: { op: "const", value: 9 } };
  }

  const earlier: IrExpr[] = [];
  const everything = (aux: readonly number[]): Scope => ({
    earlier,
    aux,
    stock: range(stockCount),
    held: range(heldCount),
    changing: true,
  });
  const auxCount = c.chance(0.1) ? 30 + c.int(60) : c.int(16);
  for (let i = 0; i < auxCount; i++) {
    const constants = range(i).filter((j) => ir.auxiliaries[j]!.phase === "constant");
    const isConstant = c.chance(0.2);
    const scope = isConstant
      ? { aux: constants, stock: [], held: [], changing: false }
      : everything(range(i));
    ir.auxiliaries.push({
      name: `auxiliary ${i}`,
      ...plain,
      phase: isConstant ? "constant" : "dynamic",
      expr: c.chance(0.7) ? bounded(expr(scope, 4)) : expr(scope, 4),
    });
  }
  const all = everything(range(auxCount));
  const constants = range(auxCount).filter((j) => ir.auxiliaries[j]!.phase === "constant");
  const derivatives = range(stockCount).map((index): IrExpr => {
    const pull: IrExpr = { op: "sub", left: bounded(expr(all, 3)), right: { op: "stock", index } };
    return wild && c.chance(0.3) ? expr(all, 3) : pull;
  });

  // Starts in a random order; each reads what is known by then.
  const needs = ir.auxiliaries.map((_, i) => stateRead(ir.auxiliaries, ir.vectors, i));
  const order = c.shuffle([
    ...range(stockCount).map((index) => ({ of: "stock", index }) as const),
    ...range(heldCount).map((index) => ({ of: "held", index }) as const),
  ]);
  const known = new Set<string>();
  const starts: IrExpr[][] = [[], []];
  const initialOrder: { of: "stock" | "held" | "aux"; index: number }[] = [];
  for (const { of, index } of order) {
    const scope: Scope = {
      aux: range(auxCount).filter((i) => [...needs[i]!].every((key) => known.has(key))),
      stock: range(stockCount).filter((i) => known.has(`stock ${i}`)),
      held: range(heldCount).filter((i) => known.has(`held ${i}`)),
      changing: true,
    };
    const start = expr(scope, 2);
    starts[of === "stock" ? 0 : 1]![index] = wild ? start : bounded(start);
    if (start.op === "aux" && !initialOrder.some((o) => o.of === "aux" && o.index === start.index))
      initialOrder.push({ of: "aux", index: start.index });
    initialOrder.push({ of, index });
    known.add(`${of} ${index}`);
  }

  const { clock } = ir;
  /** Parts of a step by which dates and durations miss one: not at all, within rounding, just beyond it, clearly. */
  const miss = () => c.one([0, 0, 5e-7, -5e-7, 2e-6, -2e-6, 0.4, 0.5]);
  const date = (): IrExpr => {
    const value = (clock.startIndex + c.int(clock.steps + 2) + miss()) / clock.stepsPerUnit;
    const number: IrExpr = { op: "const", value };
    if (c.chance(0.3)) return { op: "add", left: number, right: { op: "param", index: 0 } };
    return number;
  };
  const lasts = (): IrExpr => {
    const value = (c.int(12) + miss()) / clock.stepsPerUnit;
    const number: IrExpr = { op: "const", value };
    const scope = { aux: constants, stock: [], held: [], changing: false };
    return c.chance(0.4) ? { op: "mul", left: number, right: expr(scope, 1) } : number;
  };
  const held = range(heldCount).map((i): IrHeld => {
    const head = { name: `held ${i}`, ...plain };
    const start = starts[1]![i]!;
    switch (c.int(3)) {
      case 0:
        return { ...head, kind: "delay", input: expr(all, 2), duration: lasts(), initial: start };
      case 1:
        return { ...head, kind: "sample", input: start, at: c.chance(0.2) ? expr(all, 1) : date() };
      default: {
        const parts = { from: date(), when: expr(all, 2), by: expr(all, 1), upTo: expr(all, 0) };
        const until: IrExpr = c.chance(0.3)
          ? { op: c.one(LOGIC), left: expr(all, 1), right: expr(all, 1) }
          : { op: "const", value: 0 };
        return { ...head, kind: "rule", initial: start, ...parts, every: lasts(), until };
      }
    }
  });

  const model: Ir = {
    version: 1,
    model: "random",
    method: c.one(["euler", "rk2", "rk4"]),
    clock,
    parameters,
    levers: ir.levers,
    stocks: range(stockCount).map((i) => ({
      name: `stock ${i}`,
      ...plain,
      initial: starts[0]![i]!,
      derivative: derivatives[i]!,
    })),
    auxiliaries: ir.auxiliaries,
    held,
    tables: ir.tables,
    vectors: ir.vectors,
    noise: ir.noise,
    initialOrder,
  };
  const computed = [model.stocks, model.auxiliaries, held].flat().map((v) => v.name);
  const names = [...computed, ...[...model.levers, ...parameters].map((v) => v.name)];
  const chosen = range(2 + c.int(6)).map(() =>
    c.one(c.chance(0.9) && computed.length > 0 ? computed : names),
  );
  const outputs = c.chance(0.2) ? names : [...new Set(chosen)];
  const lanes = c.one([1, 2, 3, 4, 5, 7, 9, 33, 64]);
  const schedules = ir.levers
    .filter(() => c.chance(0.5))
    .map(({ name }) => {
      const at = (clock.startIndex + c.int(clock.steps)) / clock.stepsPerUnit;
      return [name, [{ at, value: constant() }]] as const;
    });
  return {
    ir: model,
    outputs,
    lanes,
    params: laneParams(c, parameters, lanes, wild),
    levers: leverTable(model, Object.fromEntries(schedules)),
    saveSteps: clock.saveSteps,
    keepAt: c.int(clock.steps + 1),
    noiseSeed: c.int(1000),
    firstRun: c.int(1000),
  };
}

function laneParams(
  c: Choice,
  parameters: readonly IrParameter[],
  lanes: number,
  wild: boolean,
): Float64Array {
  return Float64Array.from({ length: lanes * parameters.length }, (_, i) => {
    const { options } = parameters[i % parameters.length]!;
    if (options !== undefined) return c.int(options.length);
    if (c.chance(wild ? 0.2 : 0.02)) return c.one([...AWKWARD, Number.NaN, Number.POSITIVE_INFINITY]);
    return c.tame();
  });
}

/** The stocks and held variables that an auxiliary reads, through others, as "stock 1". */
function stateRead(
  auxiliaries: readonly IrAux[],
  vectors: readonly IrVector[],
  index: number,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<number>();
  const visit = (e: IrExpr): void => {
    if (e.op === "stock" || e.op === "held") found.add(`${e.op} ${e.index}`);
    if (e.op !== "aux" || seen.has(e.index)) return;
    seen.add(e.index);
    walkReads(auxiliaries[e.index]!.expr, vectors, visit);
  };
  visit({ op: "aux", index });
  return found;
}
