import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { checkCitation, unknownReferences } from "../evidence/check-citation.ts";
import { type EvidenceRow, loadRegister } from "../evidence/register.ts";
import { PURE, type Unit } from "../units/unit.ts";
import { parameterLiteral } from "./allocate.ts";
import type { Builder } from "./builder.ts";
import type { Collected } from "./definitions.ts";
import type { DeclaredUnit } from "./unit-scope.ts";

const REGISTER = "evidence/evidence.csv";

/** The register of a model folder; undefined when it has none, and then no constant needs a source. */
export function modelRegister(
  files: Files,
  report: (d: Diagnostic) => void,
): ReadonlyMap<string, EvidenceRow> | undefined {
  const text = Object.hasOwn(files, REGISTER) ? files[REGISTER] : undefined;
  if (text === undefined) return undefined;
  const { rows, diagnostics } = loadRegister(REGISTER, text);
  for (const d of diagnostics) report(d);
  return rows;
}

/**
 * Checks every reference of the model, and that every parameter and table has one. Errors: those of
 * `evidence/check-citation.ts` and `constant-without-source`.
 */
export function checkEvidence(
  b: Builder,
  collected: Collected,
  declared: ReadonlyMap<string, DeclaredUnit>,
  units: ReadonlyMap<string, Unit>,
  rows: ReadonlyMap<string, EvidenceRow>,
): void {
  const { time, units: own, outcomes, rules, checks, rejects, mechanisms, known, forecasts } = collected;
  const others = [time, own, outcomes, rules, checks, rejects, mechanisms, known, forecasts];
  const statements = [...collected.written.definitions.values(), ...others.flat()];
  for (const { statement } of statements) {
    const exceptions = statement.kind === "equation" ? (statement.exceptions ?? []) : [];
    for (const { references } of [statement, ...exceptions]) {
      for (const d of unknownReferences(references, rows)) b.report(d);
    }
  }
  for (const { name, statement } of collected.definitions.values()) {
    const isParameter = statement.kind === "equation" && parameterLiteral(statement) !== undefined;
    if (!isParameter && statement.kind !== "table") continue;
    const { references } = statement;
    if (references.length === 0) {
      const { span } = statement.name;
      b.report({ code: "constant-without-source", severity: "error", span, data: { name } });
      continue;
    }
    const place = b.places.get(name);
    if (!isParameter || place?.of !== "param") continue;
    const { value } = b.parameters[place.index]!;
    const own = declared.get(name);
    const constant = { name, value, unit: own?.unit ?? PURE, unitText: own?.text ?? "1", references };
    for (const d of checkCitation(constant, rows, units)) b.report(d);
  }
}
