import type { Ir, IrExpr, IrHeld, IrSlice, IrVector } from "./ir.ts";

/** The expressions directly inside an IR expression; a sum over vectors has none (see `elements`). */
export function children(e: IrExpr): readonly IrExpr[] {
  if ("left" in e) return [e.left, e.right];
  if (e.op === "if") return [e.condition, e.then, e.otherwise];
  return "arg" in e ? [e.arg] : [];
}

/** The same operation with each of its direct parts replaced. */
export function mapChildren(e: IrExpr, f: (child: IrExpr) => IrExpr): IrExpr {
  if ("left" in e) return { op: e.op, left: f(e.left), right: f(e.right) };
  if (e.op === "if") {
    return { op: "if", condition: f(e.condition), then: f(e.then), otherwise: f(e.otherwise) };
  }
  return "arg" in e ? { ...e, arg: f(e.arg) } : e;
}

/** Calls `visit` on an IR expression and everything inside it, outermost first. */
export function walkIr(e: IrExpr, visit: (e: IrExpr) => void): void {
  visit(e);
  for (const child of children(e)) walkIr(child, visit);
}

/** Elements of a slice, in order, as expressions: leaves of the model or fixed numbers. */
export function elements(vector: IrVector, slice: IrSlice, count: number): readonly IrExpr[] {
  const found: IrExpr[] = [];
  for (let i = 0, at = slice.first; i < count; i++, at += slice.stride) {
    if ("values" in vector) found.push({ op: "const", value: vector.values[at]! });
    else found.push({ op: vector.members[at]!.of, index: vector.members[at]!.index });
  }
  return found;
}

/** Slices that a sum over vectors reads. */
export function slices(e: Extract<IrExpr, { op: "sumproduct" }>): readonly IrSlice[] {
  return e.times === undefined ? [e.of] : [e.of, e.times];
}

/** As `walkIr`, and calls `visit` on the quantities that sums over vectors read as well. */
export function walkReads(e: IrExpr, vectors: Ir["vectors"], visit: (e: IrExpr) => void): void {
  walkIr(e, (x) => {
    visit(x);
    if (x.op !== "sumproduct") return;
    for (const slice of slices(x)) {
      const vector = vectors![slice.vector]!;
      if ("members" in vector) elements(vector, slice, x.count).forEach(visit);
    }
  });
}

/** Indices of auxiliaries that an expression reads directly, through sums over `vectors` too. */
export function auxRead(e: IrExpr, vectors: Ir["vectors"] = []): readonly number[] {
  const found: number[] = [];
  walkReads(e, vectors, (x) => {
    if (x.op === "aux") found.push(x.index);
  });
  return found;
}

/** The vectors with each auxiliary that they hold renumbered: `moved[old]` is its new index. */
export function moveAuxiliaries(vectors: readonly IrVector[], moved: readonly number[]): readonly IrVector[] {
  return vectors.map((v) =>
    "values" in v
      ? v
      : { ...v, members: v.members.map((m) => (m.of === "aux" ? { of: m.of, index: moved[m.index]! } : m)) },
  );
}

/** The expression with `change` applied to every leaf that refers to something by index. */
export function mapIr(e: IrExpr, change: (e: IrExpr) => IrExpr): IrExpr {
  return children(e).length === 0 ? change(e) : mapChildren(e, (child) => mapIr(child, change));
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

/** Every expression of a model. */
export function irExpressions(ir: Pick<Ir, "stocks" | "auxiliaries" | "held">): readonly IrExpr[] {
  return [
    ...ir.stocks.flatMap((s) => [s.initial, s.derivative]),
    ...ir.auxiliaries.map((a) => a.expr),
    ...ir.held.flatMap(heldExpressions),
  ];
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
