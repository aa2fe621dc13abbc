import type { Diagnostic, Span } from "../base/diagnostic.ts";
import type { UnitText } from "../lang/ast.ts";
import type { Family } from "./arrays/family.ts";
import type { Collected, Definition } from "./definitions.ts";
import type { IrClock, IrExpr, IrHeld, IrLever, IrNoise, IrParameter, IrTable, IrVector } from "./ir.ts";
import type { IrPlace } from "./model.ts";
import type { DeclaredUnit, UnitReader } from "./unit-scope.ts";

/** An auxiliary before its place in the order is known. `owner` is the public name it belongs to. */
export interface DraftAux {
  readonly name: string;
  unit: string;
  readonly factor: number;
  readonly owner: string;
  expr: IrExpr;
}

export interface DraftStock {
  readonly name: string;
  unit: string;
  readonly factor: number;
  readonly owner: string;
  initial: IrExpr;
  derivative: IrExpr;
}

export interface DraftHeld {
  readonly owner: string;
  readonly span: Span | undefined;
  held: IrHeld;
}

/**
 * The IR while it is being built: arrays only grow, so an index given out stays good; auxiliaries are put in order
 * and renumbered at the end.
 */
export interface Builder {
  readonly clock: IrClock;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly families: ReadonlyMap<string, Family>;
  /** Names as the chapters define them, an array once: what an unknown name is compared with. */
  readonly names: readonly string[];
  /** Values of fixed arrays in base units. */
  readonly fixed: Map<string, readonly number[]>;
  readonly places: Map<string, IrPlace>;
  readonly parameters: IrParameter[];
  readonly levers: IrLever[];
  readonly stocks: DraftStock[];
  readonly auxiliaries: DraftAux[];
  readonly held: DraftHeld[];
  readonly tables: IrTable[];
  readonly noise: IrNoise[];
  readonly vectors: IrVector[];
  /** Vector of each array that has been asked for; undefined where it can have none. */
  readonly vectorOf: Map<string, number | undefined>;
  /** Hidden things made so far, by owner, for their names. */
  readonly made: Map<string, number>;
  /** Running totals made so far, by what they add up: one serves every window over the same quantity. */
  readonly totals: Map<string, { readonly total: IrExpr; readonly windows: Map<number, IrExpr> }>;
  /** Declared unit of a unit text, if there is one and it can be read. */
  readonly readUnit: (text: UnitText | undefined) => DeclaredUnit | undefined;
  readonly report: (d: Diagnostic) => void;
}

export function emptyBuilder(
  clock: IrClock,
  { definitions, expansion, written }: Pick<Collected, "definitions" | "expansion" | "written">,
  readUnit: UnitReader,
  report: (d: Diagnostic) => void,
): Builder {
  return {
    clock,
    definitions,
    families: expansion.families,
    names: [...written.definitions.keys()],
    fixed: new Map(),
    places: new Map(),
    parameters: [],
    levers: [],
    stocks: [],
    auxiliaries: [],
    held: [],
    tables: [],
    noise: [],
    vectors: [],
    vectorOf: new Map(),
    made: new Map(),
    totals: new Map(),
    readUnit: (text) => (text === undefined ? undefined : readUnit(text)),
    report,
  };
}

export const ZERO: IrExpr = { op: "const", value: 0 };
export const ONE: IrExpr = { op: "const", value: 1 };
export const TIME: IrExpr = { op: "time" };
export const STEP_TIME: IrExpr = { op: "steptime" };

export const constant = (value: number): IrExpr => ({ op: "const", value });

type Two = Extract<IrExpr, { left: IrExpr }>["op"];

export const two = (op: Two, left: IrExpr, right: IrExpr): IrExpr => ({ op, left, right });

export const choose = (condition: IrExpr, then: IrExpr, otherwise: IrExpr): IrExpr => ({
  op: "if",
  condition,
  then,
  otherwise,
});

/** A name that no definition can take, since names hold no colon: `owner: what 1`. */
function hiddenName(b: Builder, owner: string, what: string): string {
  const key = `${owner}: ${what}`;
  const count = (b.made.get(key) ?? 0) + 1;
  b.made.set(key, count);
  return `${key} ${count}`;
}

export function addAux(b: Builder, owner: string, what: string, expr: IrExpr): IrExpr {
  b.auxiliaries.push({ name: hiddenName(b, owner, what), unit: "1", factor: 1, owner, expr });
  return { op: "aux", index: b.auxiliaries.length - 1 };
}

/** A number of every step from a stream of its own, named after its owner. */
export function addNoise(b: Builder, owner: string, distribution: IrNoise["distribution"]): IrExpr {
  b.noise.push({ name: hiddenName(b, owner, "random"), distribution });
  return { op: "noise", index: b.noise.length - 1 };
}

/** The expression itself when it costs nothing to read twice, else a hidden auxiliary that holds it. */
export function shared(b: Builder, owner: string, what: string, expr: IrExpr): IrExpr {
  const cheap = ["const", "param", "lever", "stock", "aux", "held", "time", "steptime", "dt", "noise"];
  return cheap.includes(expr.op) ? expr : addAux(b, owner, what, expr);
}

export function addStock(b: Builder, owner: string, what: string, initial: IrExpr): IrExpr {
  const name = hiddenName(b, owner, what);
  b.stocks.push({ name, unit: "1", factor: 1, owner, initial, derivative: ZERO });
  return { op: "stock", index: b.stocks.length - 1 };
}

type HeldParts = IrHeld extends infer H
  ? H extends IrHeld
    ? Omit<H, "name" | "unit" | "factor">
    : never
  : never;

export function addHeld(b: Builder, owner: string, what: string, parts: HeldParts, span?: Span): IrExpr {
  const held = { name: hiddenName(b, owner, what), unit: "1", factor: 1, ...parts } as IrHeld;
  b.held.push({ owner, span, held });
  return { op: "held", index: b.held.length - 1 };
}
