import type { Ir, IrExpr, IrHeld, IrSlice, IrVector } from "../model/ir.ts";
import { children, slices, walkReads } from "../model/ir-walk.ts";

/** Expressions that a held variable reads while the run goes on (its start is not among them). */
export function heldInputs(held: IrHeld): readonly IrExpr[] {
  switch (held.kind) {
    case "delay":
      return [held.input];
    case "sample":
      return [held.input, held.at];
    case "rule":
      return [held.from, held.when, held.by, held.upTo, held.every, held.until, held.initial];
  }
}

/** Expressions that give the start of a held variable, and the length of a delay. */
export function heldStarts(held: IrHeld): readonly IrExpr[] {
  switch (held.kind) {
    case "delay":
      return [held.initial, held.duration];
    case "sample":
      return [held.input, held.at];
    case "rule":
      return [held.initial];
  }
}

/** What a set of expressions reads, through auxiliaries to any depth. */
export interface Reads {
  readonly aux: ReadonlySet<number>;
  readonly stock: ReadonlySet<number>;
  readonly held: ReadonlySet<number>;
  readonly lever: ReadonlySet<number>;
  readonly table: ReadonlySet<number>;
  readonly vector: ReadonlySet<number>;
  readonly noise: ReadonlySet<number>;
  readonly param: boolean;
  readonly time: boolean;
  readonly steptime: boolean;
}

/** Collects what `roots` read, through sums over vectors too; an auxiliary's own expression is followed once. */
export function reads(ir: Ir, roots: readonly IrExpr[]): Reads {
  const aux = new Set<number>();
  const stock = new Set<number>();
  const held = new Set<number>();
  const lever = new Set<number>();
  const table = new Set<number>();
  const vector = new Set<number>();
  const noise = new Set<number>();
  let param = false;
  let time = false;
  let steptime = false;
  const pending = [...roots];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    walkReads(root, ir.vectors, (e) => {
      if (e.op === "aux" && !aux.has(e.index)) {
        aux.add(e.index);
        pending.push(ir.auxiliaries[e.index]!.expr);
      } else if (e.op === "stock") stock.add(e.index);
      else if (e.op === "held") held.add(e.index);
      else if (e.op === "lever") lever.add(e.index);
      else if (e.op === "lookup") table.add(e.table);
      else if (e.op === "noise") noise.add(e.index);
      else if (e.op === "sumproduct") for (const slice of slices(e)) vector.add(slice.vector);
      else if (e.op === "param" || e.op === "pick") param = true;
      else if (e.op === "time") time = true;
      else if (e.op === "steptime") steptime = true;
    });
  }
  return { aux, stock, held, lever, table, vector, noise, param, time, steptime };
}

/**
 * How often a value can change. `run`: never within a run. `step`: only between steps (it reads levers, held
 * variables, noise or the step's time). `clock`: with the stage's time alone. `moment`: with both. `stage`: it reads stocks.
 */
export type Rate = "run" | "step" | "clock" | "moment" | "stage";

/** The lowest rate that covers both. */
function join(a: Rate, b: Rate): Rate {
  if (a === b || b === "run") return a;
  if (a === "run") return b;
  return a === "stage" || b === "stage" ? "stage" : "moment";
}

/**
 * The rate of an expression whose auxiliaries have the given rates; `memberRates` are those of the auxiliaries that
 * `vectors` hold, if they are numbered in another way.
 */
export function exprRate(
  expr: IrExpr,
  auxRates: readonly Rate[],
  vectors: Ir["vectors"] = [],
  memberRates = auxRates,
): Rate {
  switch (expr.op) {
    case "stock":
      return "stage";
    case "time":
      return "clock";
    case "lever":
    case "held":
    case "steptime":
    case "noise":
      return "step";
    case "aux":
      return auxRates[expr.index]!;
    case "sumproduct":
      return slices(expr).reduce<Rate>(
        (rate, slice) => join(rate, sliceRate(slice, expr.count, vectors[slice.vector]!, memberRates)),
        "run",
      );
    default:
      return children(expr).reduce<Rate>(
        (rate, child) => join(rate, exprRate(child, auxRates, vectors, memberRates)),
        "run",
      );
  }
}

function sliceRate(slice: IrSlice, count: number, vector: IrVector, rates: readonly Rate[]): Rate {
  if ("values" in vector) return "run";
  let rate: Rate = "run";
  for (let i = 0; i < count && rate !== "stage"; i++) {
    const { of, index } = vector.members[slice.first + i * slice.stride]!;
    if (of === "stock") rate = "stage";
    else if (of !== "param") rate = join(rate, of === "aux" ? rates[index]! : "step");
  }
  return rate;
}

/** The rate of every auxiliary, from what it reads; exact, so evaluating at that rate changes no bit. */
export function rates(ir: Ir): readonly Rate[] {
  const result: Rate[] = [];
  for (const a of ir.auxiliaries) result.push(exprRate(a.expr, result, ir.vectors));
  return result;
}
