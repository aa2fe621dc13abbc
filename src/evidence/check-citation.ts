import type { Diagnostic } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { Reference } from "../lang/ast.ts";
import { isUnitProblem, parseUnit, type UnitTable } from "../units/parse-unit.ts";
import { PURE, sameDimensions, type Unit } from "../units/unit.ts";
import type { EvidenceRow } from "./register.ts";

/** A reference that marks a number as a judgement rather than citing a row. */
function isJudgement(reference: Reference): boolean {
  return reference.id.toLowerCase() === "judgement";
}

/** Unit of a row, or undefined where its text is more than a unit ("percent of samples", "deaths per half-year"). */
export function rowUnit(row: EvidenceRow, units: UnitTable): Unit | undefined {
  const text = row.unit.replace(/\s*\([^)]*\)\s*$/, "").trim();
  if (["x", "rate ratio", "odds ratio", "hazard ratio"].includes(text.toLowerCase())) return PURE;
  const unit = parseUnit(text, units);
  return isUnitProblem(unit) ? undefined : unit;
}

/** The interval that a row allows, in base units: low..high, an absent end being the value; 1 % about a lone value. */
export function rowRange(
  row: EvidenceRow,
  unit: Unit,
): { readonly low: number; readonly high: number } | undefined {
  const { value, low, high } = row;
  if (low === undefined && high === undefined) {
    if (value === undefined) return undefined;
    const margin = Math.abs(value) * 0.01;
    return { low: (value - margin) * unit.factor, high: (value + margin) * unit.factor };
  }
  const ends = [low, high, value].filter((end) => end !== undefined);
  return { low: Math.min(...ends) * unit.factor, high: Math.max(...ends) * unit.factor };
}

/** A declared number with its references. `value` is in base units; `unit` is its declared unit. */
export interface CitedConstant {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly unitText: string;
  readonly references: readonly Reference[];
}

const ROUNDING = 1e-9;

/**
 * Checks a constant's references against the register. Errors: `evidence-unknown` (with the nearest id),
 * `evidence-out-of-range` (value outside a cited row whose unit converts, without a quoted reason),
 * `evidence-unverified` (only unverified rows behind the number, no judgement and no reason).
 */
export function checkCitation(
  constant: CitedConstant,
  rows: ReadonlyMap<string, EvidenceRow>,
  units: UnitTable,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const cited = constant.references.filter((reference) => !isJudgement(reference));
  const found = cited.flatMap((reference) => {
    const row = rows.get(reference.id);
    return row === undefined ? [] : [{ reference, row }];
  });
  for (const { reference, row } of found) {
    const unit = rowUnit(row, units);
    if (unit === undefined || reference.reason !== undefined || !sameDimensions(unit, constant.unit))
      continue;
    const range = rowRange(row, unit);
    if (range === undefined) continue;
    const slack = ROUNDING * Math.max(Math.abs(range.low), Math.abs(range.high), Math.abs(constant.value));
    if (constant.value >= range.low - slack && constant.value <= range.high + slack) continue;
    const show = (value: number): number => Number((value / constant.unit.factor).toPrecision(6));
    diagnostics.push({
      code: "evidence-out-of-range",
      severity: "error",
      span: reference.span,
      data: {
        name: constant.name,
        id: row.id,
        value: show(constant.value),
        low: show(range.low),
        high: show(range.high),
        unit: constant.unitText,
        quantity: row.quantity,
      },
    });
  }
  const judged = constant.references.some((r) => isJudgement(r) || r.reason !== undefined);
  const first = found[0];
  if (first !== undefined && !judged && found.every(({ row }) => row.status === "unverified")) {
    const data = { name: constant.name, id: first.row.id };
    diagnostics.push({ code: "evidence-unverified", severity: "error", span: first.reference.span, data });
  }
  return diagnostics;
}

/** `evidence-unknown` for each reference whose id the register does not hold. */
export function unknownReferences(
  references: readonly Reference[],
  rows: ReadonlyMap<string, EvidenceRow>,
): readonly Diagnostic[] {
  return references
    .filter((reference) => !isJudgement(reference) && !rows.has(reference.id))
    .map((reference) => {
      const near = nearestName(reference.id, rows.keys());
      const data = near === undefined ? { id: reference.id } : { id: reference.id, suggestion: near };
      return { code: "evidence-unknown", severity: "error", span: reference.span, data };
    });
}
