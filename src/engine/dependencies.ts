import type { Ir, IrExpr, IrHeld } from "../model/ir.ts";

/** The expressions inside `expr`, one level down. */
export function children(expr: IrExpr): readonly IrExpr[] {
  switch (expr.op) {
    case "const":
    case "param":
    case "lever":
    case "stock":
    case "aux":
    case "held":
    case "time":
    case "steptime":
    case "dt":
      return [];
    case "if":
      return [expr.condition, expr.then, expr.otherwise];
    case "neg":
    case "not":
    case "abs":
    case "sqrt":
    case "exp":
    case "ln":
    case "floor":
    case "lookup":
    case "pick":
      return [expr.arg];
    default:
      return [expr.left, expr.right];
  }
}

/** Calls `visit` on `expr` and everything inside it. */
export function walk(expr: IrExpr, visit: (e: IrExpr) => void): void {
  visit(expr);
  for (const child of children(expr)) walk(child, visit);
}

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
  readonly param: boolean;
  readonly time: boolean;
  readonly steptime: boolean;
}

/** Collects what `roots` read; an auxiliary's own expression is followed once. */
export function reads(ir: Ir, roots: readonly IrExpr[]): Reads {
  const aux = new Set<number>();
  const stock = new Set<number>();
  const held = new Set<number>();
  const lever = new Set<number>();
  const table = new Set<number>();
  let param = false;
  let time = false;
  let steptime = false;
  const pending = [...roots];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    walk(root, (e) => {
      if (e.op === "aux" && !aux.has(e.index)) {
        aux.add(e.index);
        pending.push(ir.auxiliaries[e.index]!.expr);
      } else if (e.op === "stock") stock.add(e.index);
      else if (e.op === "held") held.add(e.index);
      else if (e.op === "lever") lever.add(e.index);
      else if (e.op === "lookup") table.add(e.table);
      else if (e.op === "param" || e.op === "pick") param = true;
      else if (e.op === "time") time = true;
      else if (e.op === "steptime") steptime = true;
    });
  }
  return { aux, stock, held, lever, table, param, time, steptime };
}

/**
 * How often an auxiliary can change: never within a run; only between steps (it reads levers, held
 * variables or the step's time, but no stock and no stage time); or in every stage.
 */
export type Rate = "run" | "step" | "stage";

/** The rate of every auxiliary, from what it reads; exact, so evaluating at that rate changes no bit. */
export function rates(ir: Ir): readonly Rate[] {
  const result: Rate[] = [];
  const order: readonly Rate[] = ["run", "step", "stage"];
  for (const a of ir.auxiliaries) {
    let rate = 0;
    walk(a.expr, (e) => {
      if (e.op === "stock" || e.op === "time") rate = 2;
      else if (e.op === "lever" || e.op === "held" || e.op === "steptime") rate = rate > 1 ? 2 : 1;
      else if (e.op === "aux") {
        const inner = order.indexOf(result[e.index]!);
        if (inner > rate) rate = inner;
      }
    });
    result.push(order[rate]!);
  }
  return result;
}
