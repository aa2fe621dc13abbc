import { singleRun } from "../analysis/single-run.ts";
import { timeOf } from "../engine/index.ts";
import type { Expr, Statement } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { windowCall } from "../model/functions.ts";
import type { Model } from "../model/model.ts";
import { evaluateAtRest, type TableOf, type ValueOf } from "./sectors-evaluate.ts";

/** Direction in which one quantity moves another: the same way, the other way, or now one and now the other. */
export type LinkSign = "+" | "-" | "?";

/** Values of every quantity at one moment of a run, in base units, by canonical name; an array stands at its first element. */
export type Moment = ReadonlyMap<string, number>;

/** Moments of a run at which links are looked at, spread over the whole of it. */
const MOMENTS = 6;

/**
 * Moments of two runs of a model on its own values: one without any change, and one with every lever half-way through its range from
 * the decision on, so that links are seen that nothing uses in the first.
 */
export function momentsOf(model: Model): readonly Moment[] {
  const { ir, variables } = model;
  const names = [...variables.values()]
    .filter(({ place }) => place.of !== "table" && place.of !== "vector" && place.of !== "param")
    .map(({ name }) => name);
  const time = timeOf(ir.clock, ir.clock.decision);
  const half = ir.levers.map(({ low, high }, lever) => ({
    lever,
    points: [{ time, value: (low + high) / 2 }],
  }));
  const runs = [[], half].map((levers) => singleRun(model, { id: "", levers, parameters: [] }, names));
  return runs.flatMap(({ times, outputs }) => {
    const step = Math.max(1, Math.floor(times.length / MOMENTS));
    const at = times.map((_, i) => i).filter((i) => i % step === step - 1);
    return at.map(
      (i): Moment =>
        new Map([
          ...names.flatMap((name, k) => {
            const { factor = 1, family } = variables.get(name) ?? {};
            const value = (outputs[k]?.values[i] ?? Number.NaN) * factor;
            const own = [name, value] as const;
            return family !== undefined && model.arrays.get(family)?.elements[0] === name
              ? [own, [family, value] as const]
              : [own];
          }),
          ["time", times[i] ?? 0] as const,
        ]),
    );
  });
}

/** Smallest change, relative to the value itself, that counts as one. */
const SMALLEST = 1e-9;

/**
 * Which way `expr` moves when `name` rises a little, seen at several moments: undefined where it never moves or no value can be told.
 */
export function signAt(
  model: Model,
  expr: Expr,
  name: string,
  moments: readonly Moment[],
): LinkSign | undefined {
  const table = tables(model);
  let sign: LinkSign | undefined;
  for (const moment of moments) {
    const base = moment.get(name);
    if (base === undefined || !Number.isFinite(base)) continue;
    const h = 1e-4 * (Math.abs(base) > 1e-6 ? Math.abs(base) : 1);
    const at = (value: number) => evaluateAtRest(expr, valuesAt(model, moment, name, value), table);
    const [low, high] = [at(base - h), at(base + h)];
    const size = Math.max(Math.abs(low), Math.abs(high));
    if (!(Math.abs(high - low) > SMALLEST * size)) continue;
    const here: LinkSign = high > low ? "+" : "-";
    if (sign !== undefined && sign !== here) return "?";
    sign = here;
  }
  return sign;
}

function valuesAt(model: Model, moment: Moment, changed: string, value: number): ValueOf {
  return (name, subscripts) => {
    if (name === changed) return value;
    const found = moment.get(name);
    if (found !== undefined) return found;
    const variable = model.variables.get(model.arrays.get(name)?.elements[0] ?? name);
    if (variable === undefined) return BUILT_IN[name] ?? Number.NaN;
    const vector = variable.place.of === "vector" ? model.ir.vectors?.[variable.place.index] : undefined;
    if (vector !== undefined && "values" in vector) {
      return vector.values.reduce((sum, one) => sum + one, 0) / Math.max(1, vector.values.length);
    }
    // Every explanation of a variant counts, so that what only one of them holds is seen too.
    if (variable.options !== undefined && subscripts.length > 0) return 1 / variable.options.length;
    return variable.value ?? Number.NaN;
  };
}

const BUILT_IN: Readonly<Record<string, number>> = { pi: Math.PI, dt: 1 };

/** Straight lines between the points of a table. */
function tables(model: Model): TableOf {
  return (name, x) => {
    const variable = model.variables.get(name);
    const table = variable?.place.of === "table" ? model.ir.tables[variable.place.index] : undefined;
    if (table === undefined) return Number.NaN;
    const { x: xs, y: ys } = table;
    const after = xs.findIndex((one) => one > x);
    if (after === 0) return ys[0] ?? Number.NaN;
    if (after < 0) return ys.at(-1) ?? Number.NaN;
    const [x0 = 0, x1 = 1, y0 = 0, y1 = 0] = [xs[after - 1], xs[after], ys[after - 1], ys[after]];
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  };
}

/** Whether an expression reads `name` through something that takes time: a delay, a smoothing, a sum over months. */
export function readsLate(e: Expr, name: string, late = false): boolean {
  switch (e.kind) {
    case "name":
      return late && canonicalName(e.name.text) === name;
    case "call": {
      const fn = canonicalName(e.fn.text);
      const slow = LATE.test(fn) || windowCall(fn) !== undefined;
      return e.args.some((arg, i) => readsLate(arg, name, late || (slow && i === 0)));
    }
    case "unary":
      return readsLate(e.arg, name, late);
    case "binary":
      return readsLate(e.left, name, late) || readsLate(e.right, name, late);
    case "if":
      return [e.condition, e.then, e.otherwise].some((part) => readsLate(part, name, late));
    default:
      return false;
  }
}

const LATE = /^(?:smth1|smth3|smthn|delay1|delay3|delayn|delay|previous)$/;

/** The expressions by which a statement moves while a model runs, with the sign that each has in it. */
export function runningParts(
  statement: Statement,
): readonly { readonly e: Expr; readonly sign: "+" | "-" }[] {
  switch (statement.kind) {
    case "stock":
      return [
        ...statement.inflows.map((e) => ({ e, sign: "+" as const })),
        ...statement.outflows.map((e) => ({ e, sign: "-" as const })),
      ];
    case "equation":
    case "observe":
      return [statement, ...("exceptions" in statement ? (statement.exceptions ?? []) : [])].map(
        ({ expr }) => ({ e: expr, sign: "+" as const }),
      );
    default:
      return [];
  }
}
