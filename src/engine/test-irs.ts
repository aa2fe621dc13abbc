import type {
  Ir,
  IrAux,
  IrClock,
  IrExpr,
  IrHeld,
  IrLever,
  IrNoise,
  IrParameter,
  IrPrior,
  IrStock,
  IrTable,
  IrVector,
} from "../model/ir.ts";

// Hand-made models for tests: expressions by short names, everything without units.
export const num = (value: number): IrExpr => ({ op: "const", value });
export const param = (index: number): IrExpr => ({ op: "param", index });
export const lever = (index: number): IrExpr => ({ op: "lever", index });
export const stock = (index: number): IrExpr => ({ op: "stock", index });
export const aux = (index: number): IrExpr => ({ op: "aux", index });
export const held = (index: number): IrExpr => ({ op: "held", index });
export const time: IrExpr = { op: "time" };
export const stepTime: IrExpr = { op: "steptime" };
export const neg = (arg: IrExpr): IrExpr => ({ op: "neg", arg });
export const fn = (op: "exp" | "ln" | "sqrt" | "abs" | "floor" | "not", arg: IrExpr): IrExpr => ({ op, arg });

type BinaryOp = Extract<IrExpr, { readonly left: IrExpr }>["op"];
const binary =
  (op: BinaryOp) =>
  (left: IrExpr, right: IrExpr): IrExpr => ({ op, left, right });
export const add = binary("add");
export const sub = binary("sub");
export const mul = binary("mul");
export const div = binary("div");
export const pow = binary("pow");
export const min = binary("min");
export const max = binary("max");
export const lt = binary("lt");
export const ge = binary("ge");
export const iff = (condition: IrExpr, then: IrExpr, otherwise: IrExpr): IrExpr => ({
  op: "if",
  condition,
  then,
  otherwise,
});

const plain = { unit: "1", factor: 1 };
export const aParameter = (name: string, value: number, prior?: IrPrior): IrParameter =>
  prior ? { name, ...plain, value, prior } : { name, ...plain, value };
export const aLever = (name: string, value: number, rampMonths = 0): IrLever => ({
  name,
  ...plain,
  value,
  low: -1e9,
  high: 1e9,
  rampMonths,
});
export const aStock = (name: string, initial: IrExpr, derivative: IrExpr): IrStock => ({
  name,
  ...plain,
  initial,
  derivative,
});
export const anAux = (name: string, expr: IrExpr, phase: IrAux["phase"] = "dynamic"): IrAux => ({
  name,
  ...plain,
  phase,
  expr,
});
export const aDelay = (name: string, input: IrExpr, duration: IrExpr, initial: IrExpr): IrHeld => ({
  name,
  ...plain,
  kind: "delay",
  input,
  duration,
  initial,
});
export const aSample = (name: string, input: IrExpr, at: IrExpr): IrHeld => ({
  name,
  ...plain,
  kind: "sample",
  input,
  at,
});
export const aRule = (
  name: string,
  parts: Partial<Omit<Extract<IrHeld, { kind: "rule" }>, "kind">>,
): IrHeld => ({
  initial: num(0),
  from: num(-1e9),
  when: num(0),
  by: num(1),
  upTo: num(1e9),
  every: num(0),
  until: num(0),
  ...parts,
  name,
  ...plain,
  kind: "rule",
});

/** A clock without a calendar: `steps` steps of 1/`stepsPerUnit` from time `start`. */
export function plainClock(stepsPerUnit: number, steps: number, start = 0): IrClock {
  return {
    calendar: false,
    startIndex: start * stepsPerUnit,
    stepsPerUnit,
    steps,
    stepsPerMonth: 1,
    resultsFrom: 0,
    decision: 0,
    saveSteps: Array.from({ length: steps + 1 }, (_, k) => k),
  };
}

/** A calendar clock: years `from`..`to`, `stepsPerMonth` steps a month. */
export function calendarClock(from: number, to: number, stepsPerMonth: number): IrClock {
  const stepsPerUnit = 12 * stepsPerMonth;
  const steps = (to - from) * stepsPerUnit;
  return {
    calendar: true,
    startIndex: from * stepsPerUnit,
    stepsPerUnit,
    steps,
    stepsPerMonth,
    resultsFrom: 0,
    decision: 0,
    saveSteps: Array.from({ length: (to - from) * 12 + 1 }, (_, m) => m * stepsPerMonth),
  };
}

export interface Parts {
  readonly method?: Ir["method"];
  readonly clock?: IrClock;
  readonly parameters?: readonly IrParameter[];
  readonly levers?: readonly IrLever[];
  readonly stocks?: readonly IrStock[];
  readonly auxiliaries?: readonly IrAux[];
  readonly held?: readonly IrHeld[];
  readonly tables?: readonly IrTable[];
  readonly vectors?: readonly IrVector[];
  readonly noise?: readonly IrNoise[];
  readonly initialOrder?: Ir["initialOrder"];
}

/** A model from parts; starts are computed stocks first, then held variables, unless an order is given. */
export function makeIr(parts: Parts): Ir {
  const stocks = parts.stocks ?? [];
  const heldVariables = parts.held ?? [];
  return {
    version: 1,
    model: "test",
    method: parts.method ?? "rk4",
    clock: parts.clock ?? plainClock(10, 100),
    parameters: parts.parameters ?? [],
    levers: parts.levers ?? [],
    stocks,
    auxiliaries: parts.auxiliaries ?? [],
    held: heldVariables,
    tables: parts.tables ?? [],
    ...(parts.vectors && { vectors: parts.vectors }),
    ...(parts.noise && { noise: parts.noise }),
    initialOrder: parts.initialOrder ?? [
      ...stocks.map((_, index) => ({ of: "stock", index }) as const),
      ...heldVariables.map((_, index) => ({ of: "held", index }) as const),
    ],
  };
}
