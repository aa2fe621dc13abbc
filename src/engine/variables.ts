import { DiagnosticError } from "../base/diagnostic.ts";
import type { Ir } from "../model/ir.ts";

/** Where a named quantity of the model lives: the array and its index there. */
export interface Variable {
  readonly of: "stock" | "aux" | "held" | "param" | "lever";
  readonly index: number;
}

/**
 * Finds a stock, auxiliary, held variable, parameter or lever by canonical name. Throws a DiagnosticError
 * with code `engine/unknown-variable` and data `name` when there is none.
 */
export function findVariable(ir: Ir, name: string): Variable {
  const arrays = [
    ["stock", ir.stocks],
    ["aux", ir.auxiliaries],
    ["held", ir.held],
    ["param", ir.parameters],
    ["lever", ir.levers],
  ] as const;
  for (const [of, items] of arrays) {
    const index = items.findIndex((item) => item.name === name);
    if (index >= 0) return { of, index };
  }
  throw new DiagnosticError([{ code: "engine/unknown-variable", severity: "error", data: { name } }]);
}
