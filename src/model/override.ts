import { constant } from "./builder.ts";
import type { Ir, IrExpr, IrHeld } from "./ir.ts";
import type { Model, Override } from "./model.ts";
import { orderIr } from "./order.ts";

const asExpr = (value: number | IrExpr): IrExpr => (typeof value === "number" ? constant(value) : value);

const asNumber = (override: Override): number => {
  if (typeof override.value === "number") return override.value;
  throw new RangeError(`'${override.name}' takes a number`);
};

/** A held variable that keeps one value for the whole run. */
function frozen(held: IrHeld, value: IrExpr): IrHeld {
  const { name, unit, factor } = held;
  const never = constant(0);
  const parts = { from: never, when: never, by: never, upTo: value, every: never, until: never };
  return { name, unit, factor, kind: "rule", initial: value, ...parts };
}

/**
 * The model's IR with variables replaced: a parameter or a lever takes a value (and loses its prior), an auxiliary an
 * expression, a held variable a value kept throughout; a stock its start, or, without `start`, a value that never
 * changes. Values are in base units. Throws a RangeError for a name that cannot be replaced.
 */
export function overrideIr(model: Pick<Model, "ir" | "variables">, overrides: readonly Override[]): Ir {
  const { ir } = model;
  const parameters = [...ir.parameters];
  const levers = [...ir.levers];
  const stocks = [...ir.stocks];
  const auxiliaries = [...ir.auxiliaries];
  const held = [...ir.held];
  for (const override of overrides) {
    const place = model.variables.get(override.name)?.place;
    switch (place?.of) {
      case "param": {
        const value = asNumber(override);
        for (let i = place.index; i < place.index + (place.count ?? 1); i++) {
          const { prior: _, ...rest } = parameters[i]!;
          parameters[i] = { ...rest, value };
        }
        break;
      }
      case "lever":
        levers[place.index] = { ...levers[place.index]!, value: asNumber(override) };
        break;
      case "stock": {
        const initial = asExpr(override.value);
        const stock = stocks[place.index]!;
        stocks[place.index] = override.start
          ? { ...stock, initial }
          : { ...stock, initial, derivative: constant(0) };
        break;
      }
      case "aux":
        auxiliaries[place.index] = { ...auxiliaries[place.index]!, expr: asExpr(override.value) };
        break;
      case "held":
        held[place.index] = frozen(held[place.index]!, asExpr(override.value));
        break;
      default:
        throw new RangeError(`'${override.name}' cannot be replaced`);
    }
  }
  const {
    cycles: _cycles,
    startCycles: _starts,
    moved: _moved,
    ...ordered
  } = orderIr({ stocks, auxiliaries, held, ...(ir.vectors === undefined ? {} : { vectors: ir.vectors }) });
  return { ...ir, parameters, levers, ...ordered };
}
