import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { parseChapter } from "../lang/parser.ts";
import { formatUnit } from "../units/format.ts";
import type { Unit } from "../units/unit.ts";
import { allocate } from "./allocate.ts";
import { familyOf } from "./arrays/element-name.ts";
import { fixValues } from "./arrays/fixed-values.ts";
import { vectorOf } from "./arrays/lower-sum.ts";
import { type Builder, emptyBuilder } from "./builder.ts";
import { chapterFiles } from "./chapter-files.ts";
import { checkEvidence, modelRegister } from "./check-evidence.ts";
import { unitChecker } from "./check-units.ts";
import { compileClock, EMPTY_CLOCK } from "./clock.ts";
import { compileAnalyses } from "./compile-analyses.ts";
import { compileCheck, compileReject } from "./compile-check.ts";
import { compileObservation } from "./compile-observation.ts";
import { type Collected, collectDefinitions, type Definition, type Of } from "./definitions.ts";
import { finishIr } from "./finish-ir.ts";
import { canonicalJson, sha256 } from "./hash.ts";
import { mapIr } from "./ir-walk.ts";
import { findLoops } from "./loops.ts";
import { lostNames } from "./lost-names.ts";
import { lowerDefinition, rulesByHeld } from "./lower-definition.ts";
import type { Model, ModelCheck, Outcome } from "./model.ts";
import { type DeclaredUnit, declaredUnits, declareUnits, timeUnit, unitReader } from "./unit-scope.ts";
import { reportUnread } from "./unread.ts";
import { makeArrays, makeVariables } from "./variables.ts";

export interface CompileOptions {
  /** Name of the model, as its results carry it; default "model". */
  readonly name?: string;
  /** false: references are not checked against the register. Default true. */
  readonly evidence?: boolean;
}

/**
 * Compiles the texts of a model folder (`chapters/06-overdose.md`, `data/x.csv`, `evidence/evidence.csv`). The model
 * is whole even when there are errors, but only one without errors may be run.
 */
export function compileModel(
  files: Files,
  options: CompileOptions = {},
): { readonly model: Model; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const parsed = chapterFiles(files).map((file) => parseChapter(file, files[file] ?? ""));
  const chapters = parsed.map((one) => one.chapter);
  diagnostics.push(...parsed.flatMap((one) => one.diagnostics));
  const isLost = lostNames(diagnostics, files);
  const reported = new Set<string>();
  const report = (d: Diagnostic): void => {
    const { name } = d.data;
    // Of an array, one mistake is found for each element.
    const key = d.span === undefined ? "" : `${d.code} ${d.span.file} ${d.span.start} ${d.span.end}`;
    if (key !== "" && reported.has(key)) return;
    reported.add(key);
    const unknown = d.code === "unknown-name" || d.code === "unknown-function";
    if (!unknown || typeof name !== "string" || !isLost(canonicalName(name))) diagnostics.push(d);
  };
  const source = (e: Expr): string => (files[e.span.file] ?? "").slice(e.span.start, e.span.end);
  if (chapters.length === 0) report({ code: "no-chapters", severity: "error", data: {} });

  const collected = collectDefinitions(chapters, files, report);
  const unread = diagnostics.some((d) => d.severity === "error");
  const clock = modelClock(collected, chapters.length > 0 && !unread, report);
  const units = declareUnits(collected.units, report);
  const readUnit = unitReader(units, report, collected.expansion.dimensions);
  const { written } = collected;
  const defined = [...collected.definitions.values(), ...written.definitions.values()];
  const declared = declaredUnits(defined, readUnit);
  const time = timeUnit(
    clock !== EMPTY_CLOCK && clock.calendar,
    [...declared.values()].map((one) => one.unit),
  );

  const b = emptyBuilder(clock, collected, readUnit, report);
  fixValues(b, collected.expansion, collected.fixed, declared, files);
  for (const definition of collected.definitions.values()) {
    allocate(b, definition, declared.get(definition.name), files);
  }
  const rules = rulesByHeld(b, collected.rules);
  for (const definition of collected.definitions.values()) lowerDefinition(b, definition, rules);
  const draftChecks = collected.checks.map((c, i) => compileCheck(b, c, i + 1, declared, source));
  const draftRejects = collected.rejects.map((r, i) => compileReject(b, r, i + 1, source));

  const scoped = { definitions: written.definitions, expansion: collected.expansion };
  const check = unitChecker(scoped, declared, readUnit, time, report);
  for (const definition of written.definitions.values()) check.checkDefinition(definition);
  for (const { statement } of written.rules) check.checkRule(statement);
  for (const { statement } of written.checks) {
    check.checkInside(statement.expect);
    for (const { name, value } of statement.when) check.checkSetting(canonicalName(name.text), value);
  }
  for (const { statement } of written.rejects) check.checkInside(statement.condition);

  const register = modelRegister(files, report);
  if (register !== undefined && options.evidence !== false) {
    checkEvidence(b, collected, declared, units, register);
  }

  nameUnits(b, declared, check.unitOf);
  reportUnread(written, report);
  for (const name of collected.fixed) placeFixed(b, name);
  const { ir, moved } = finishIr(b, collected.time[0]?.statement.method ?? "rk4", options.name ?? "model");
  const variables = makeVariables(b, collected, moved, declared, check.unitOf, source);
  const arrays = makeArrays(collected);
  const observations = [...collected.definitions.values()].filter(isObservation).flatMap((definition) => {
    const own = declared.get(definition.name);
    const variable = variables.get(definition.name)!;
    const unit = own?.unit ?? variable.dimensions;
    return compileObservation(b, definition, variable.place.index, unit, variable.unit, files) ?? [];
  });
  const model: Model = {
    name: options.name ?? "model",
    chapters,
    variables,
    arrays,
    dimensions: collected.expansion.dimensions,
    ir,
    hash: sha256(canonicalJson(ir)),
    outcomes: outcomes(collected, report),
    levers: ir.levers.map((lever) => lever.name),
    variants: ir.parameters.filter((p) => p.options !== undefined).map((p) => p.name),
    observations,
    checks: draftChecks.map((c) => renumberCheck(c, moved)),
    rejects: draftRejects.map((r) => ({ ...r, aux: moved[r.aux]! })),
    ...compileAnalyses({ b, declared, variables, observations }, collected),
    loops: findLoops(variables, written, arrays, ir),
    evidence: register ?? new Map(),
  };
  return { model, diagnostics };
}

/** Shows names without a declared unit in the unit that their equation gives. */
function nameUnits(
  b: Builder,
  declared: ReadonlyMap<string, DeclaredUnit>,
  unitOf: (name: string) => Unit | undefined,
): void {
  for (const list of [b.stocks, b.auxiliaries] as const) {
    for (const one of list) {
      const unit = declared.has(one.name) || one.name !== one.owner ? undefined : unitOf(one.name);
      if (unit !== undefined) one.unit = formatUnit(unit);
    }
  }
}

/** An array of fixed numbers is one variable, whether or not a sum reads it. */
function placeFixed(b: Builder, name: string): void {
  const index = vectorOf(b, b.families.get(name)!);
  if (index !== undefined) b.places.set(name, { of: "vector", index });
}

function isObservation(d: Definition): d is Definition & { readonly statement: Of<"observe"> } {
  return d.statement.kind === "observe";
}

function renumberCheck(check: ModelCheck, moved: readonly number[]): ModelCheck {
  const when = check.when.map((one) => {
    if (typeof one.value === "number") return one;
    const value = mapIr(one.value, (e) => (e.op === "aux" ? { op: "aux", index: moved[e.index]! } : e));
    return { ...one, value };
  });
  return { ...check, when };
}

/** The clock; a missing time statement is reported only where everything else could be read. */
function modelClock(
  collected: Collected,
  any: boolean,
  report: (d: Diagnostic) => void,
): Model["ir"]["clock"] {
  const [first, ...more] = collected.time;
  for (const { statement } of more) {
    const data = { chapter: first!.chapter };
    report({ code: "time-twice", severity: "error", span: statement.span, data });
  }
  if (first !== undefined) return compileClock(first.statement, report);
  if (any) report({ code: "time-missing", severity: "error", data: {} });
  return EMPTY_CLOCK;
}

/** Errors: `unknown-name`, `outcome-kind` for what has no value over time, `duplicate-outcome`. */
function outcomes(collected: Collected, report: (d: Diagnostic) => void): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  for (const { statement, chapter } of collected.outcomes) {
    const name = canonicalName(statement.name.text);
    const { span } = statement.name;
    const definition = collected.definitions.get(name);
    if (collected.fixed.includes(familyOf(name))) {
      report({ code: "outcome-kind", severity: "error", span, data: { name: familyOf(name) } });
    } else if (definition === undefined) {
      const near = nearestName(name, collected.definitions.keys());
      const data = near === undefined ? { name } : { name, suggestion: near };
      report({ code: "unknown-name", severity: "error", span, data });
    } else if (["table", "variant"].includes(definition.statement.kind)) {
      report({ code: "outcome-kind", severity: "error", span, data: { name } });
    } else if (found.has(name)) {
      report({ code: "duplicate-outcome", severity: "error", span, data: { name } });
    } else found.set(name, { name, better: statement.better, chapter });
  }
  return [...found.values()];
}
