import { type Diagnostic, DiagnosticError } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { Ir } from "../model/ir.ts";
import { SOBOL_DIMENSIONS } from "./sobol.ts";

/** The model's uncertain parameters (those with a prior) in the model's order: an order for `sobol`. */
export function uncertainParameters(ir: Ir): readonly string[] {
  return ir.parameters.filter((parameter) => parameter.prior !== undefined).map(({ name }) => name);
}

/**
 * The dimension of each uncertain parameter by its place in `order`.
 * Throws a DiagnosticError with all that is wrong: no order (`ensemble/sobol-order`), more names than dimensions
 * (`ensemble/sobol-dimensions`), a name that is no uncertain parameter (`ensemble/sobol-unknown`) or is there twice
 * (`ensemble/sobol-twice`), an uncertain parameter that the order lacks (`ensemble/sobol-missing`).
 */
export function sobolDimensions(ir: Ir, order: readonly string[] | undefined): ReadonlyMap<string, number> {
  if (order === undefined) throw new DiagnosticError([finding("ensemble/sobol-order", {})]);
  const uncertain = uncertainParameters(ir);
  const findings: Diagnostic[] = [];
  if (order.length > SOBOL_DIMENSIONS) {
    const data = { count: order.length, limit: SOBOL_DIMENSIONS };
    findings.push(finding("ensemble/sobol-dimensions", data));
  }
  const dimensions = new Map<string, number>();
  order.forEach((name, dimension) => {
    if (dimensions.has(name)) findings.push(finding("ensemble/sobol-twice", { name }));
    else if (!uncertain.includes(name)) {
      const suggestion = nearestName(name, uncertain);
      const data = suggestion === undefined ? { name } : { name, suggestion };
      findings.push(finding("ensemble/sobol-unknown", data));
    }
    dimensions.set(name, dimension);
  });
  const names = uncertain.filter((name) => !dimensions.has(name));
  if (names.length > 0) findings.push(finding("ensemble/sobol-missing", { names }));
  if (findings.length > 0) throw new DiagnosticError(findings);
  return dimensions;
}

function finding(code: string, data: Diagnostic["data"]): Diagnostic {
  return { code, severity: "error", data };
}
