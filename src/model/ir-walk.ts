import type { IrExpr, IrHeld } from "./ir.ts";

/** Calls `visit` on an IR expression and everything inside it. */
export function walkIr(e: IrExpr, visit: (e: IrExpr) => void): void {
  visit(e);
  if ("left" in e) {
    walkIr(e.left, visit);
    walkIr(e.right, visit);
  } else if (e.op === "if") {
    walkIr(e.condition, visit);
    walkIr(e.then, visit);
    walkIr(e.otherwise, visit);
  } else if ("arg" in e) walkIr(e.arg, visit);
}

/** Indices of auxiliaries that an expression reads directly. */
export function auxRead(e: IrExpr): readonly number[] {
  const found: number[] = [];
  walkIr(e, (x) => {
    if (x.op === "aux") found.push(x.index);
  });
  return found;
}

/** The expression with `change` applied to every leaf that refers to something by index. */
export function mapIr(e: IrExpr, change: (e: IrExpr) => IrExpr): IrExpr {
  if ("left" in e) return { ...e, left: mapIr(e.left, change), right: mapIr(e.right, change) };
  if (e.op === "if") {
    const condition = mapIr(e.condition, change);
    const then = mapIr(e.then, change);
    const otherwise = mapIr(e.otherwise, change);
    return { op: "if", condition, then, otherwise };
  }
  if ("arg" in e) return { ...e, arg: mapIr(e.arg, change) };
  return change(e);
}

/** The expressions of a held variable. */
export function heldExpressions(held: IrHeld): readonly IrExpr[] {
  switch (held.kind) {
    case "delay":
      return [held.input, held.duration, held.initial];
    case "sample":
      return [held.input, held.at];
    case "rule":
      return [held.initial, held.from, held.when, held.by, held.upTo, held.every, held.until];
  }
}

/** A held variable with `change` applied to each of its expressions. */
export function mapHeld(held: IrHeld, change: (e: IrExpr) => IrExpr): IrHeld {
  switch (held.kind) {
    case "delay":
      return {
        ...held,
        input: change(held.input),
        duration: change(held.duration),
        initial: change(held.initial),
      };
    case "sample":
      return { ...held, input: change(held.input), at: change(held.at) };
    case "rule":
      return {
        ...held,
        initial: change(held.initial),
        from: change(held.from),
        when: change(held.when),
        by: change(held.by),
        upTo: change(held.upTo),
        every: change(held.every),
        until: change(held.until),
      };
  }
}

/** What a held variable reads to know its value at the start of the run. */
export function heldStart(held: IrHeld): readonly IrExpr[] {
  switch (held.kind) {
    case "delay":
      return [held.initial, held.duration];
    case "sample":
      return [held.input];
    case "rule":
      return [held.initial];
  }
}
