import type { Diagnostic } from "../base/diagnostic.ts";
import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { formatUnit } from "../units/format.ts";
import { divideUnits, multiplyUnits, PURE, sameDimensions, type Unit } from "../units/unit.ts";
import { parameterLiteral } from "./allocate.ts";
import { familyOf } from "./arrays/element-name.ts";
import { lineOf } from "./arrays/expand-definition.ts";
import type { Expansion } from "./arrays/expand-expression.ts";
import type { Definition, Of, Written } from "./definitions.ts";
import { foldLiteral } from "./fold.ts";
import { describeUnit, inferUnit, type UnitContext } from "./infer-unit.ts";
import { mismatchHint } from "./unit-hint.ts";
import type { DeclaredUnit, UnitReader } from "./unit-scope.ts";

export interface UnitChecker {
  /** Unit of a name: declared, or inferred from its definition. */
  readonly unitOf: (name: string) => Unit | undefined;
  readonly checkDefinition: (definition: Definition) => void;
  readonly checkRule: (rule: Of<"rule">) => void;
  /** A value that a check gives to a name. */
  readonly checkSetting: (name: string, e: Expr) => void;
  /** A condition or an expectation: only its inside is checked. */
  readonly checkInside: (e: Expr) => void;
}

/** Makes the checks of one model; names without a declared unit are inferred once, when first asked for. */
export function unitChecker(
  { definitions, expansion }: { readonly definitions: Written["definitions"]; readonly expansion: Expansion },
  declared: ReadonlyMap<string, DeclaredUnit>,
  readUnit: UnitReader,
  time: Unit,
  report: (d: Diagnostic) => void,
): UnitChecker {
  const inferred = new Map<string, Unit | undefined>();
  const quiet = (): void => {};

  function unitOf(element: string): Unit | undefined {
    const name = familyOf(element);
    if (expansion.dimensions.has(name)) return PURE;
    const own = declared.get(name);
    if (own !== undefined) return own.unit;
    if (inferred.has(name)) return inferred.get(name);
    inferred.set(name, undefined);
    const definition = definitions.get(name);
    const unit = definition === undefined ? undefined : inferDefinition(definition);
    inferred.set(name, unit);
    return unit;
  }

  const context = (to: (d: Diagnostic) => void): UnitContext => ({
    time,
    unitOf,
    textOf: (name) => declared.get(name)?.text,
    tableOf: (name) => {
      const statement = definitions.get(name)?.statement;
      if (statement?.kind !== "table") return undefined;
      const of = statement.of === undefined ? PURE : readUnit(statement.of)?.unit;
      return { of, unit: unitOf(name) };
    },
    report: to,
  });
  const silent = context(quiet);
  const loud = context(report);

  function inferDefinition({ statement }: Definition): Unit | undefined {
    switch (statement.kind) {
      case "equation": {
        const value = parameterLiteral(statement);
        if (value === undefined) return inferUnit(statement.expr, silent);
        if (value.date) return time;
        return value.value === 0 ? undefined : PURE;
      }
      case "stock": {
        const start = inferUnit(statement.start, silent);
        if (start !== undefined) return start;
        for (const flow of [...statement.inflows, ...statement.outflows]) {
          const unit = inferUnit(flow, silent);
          if (unit !== undefined) return multiplyUnits(unit, time);
        }
        return undefined;
      }
      case "held":
        return inferUnit(statement.start, silent);
      case "observe":
        return inferUnit(statement.expr, silent);
      default:
        return PURE;
    }
  }

  /** Reports when `found` is not `wanted`, the unit that `name`'s head (or a flow of it) asks for. */
  function expectUnit(e: Expr, wanted: Unit | undefined, text: string, what: string, name: string): void {
    const found = inferUnit(e, loud);
    if (wanted === undefined || found === undefined || sameDimensions(found, wanted)) return;
    report({
      code: what === "equation" ? "unit-mismatch" : "unit-of-part",
      severity: "error",
      span: e.span,
      data: {
        what,
        name,
        left: text,
        right: describeUnit(e, found, loud),
        ...mismatchHint(wanted, found, undefined, e, time),
      },
    });
  }

  function checkDefinition({ name, statement }: Definition): void {
    const wanted = unitOf(name);
    const text = declared.get(name)?.text ?? (wanted === undefined ? "" : formatUnit(wanted));
    switch (statement.kind) {
      case "equation":
        for (const line of [
          statement,
          ...(statement.exceptions ?? []).map((one) => lineOf(statement, one)),
        ]) {
          if (parameterLiteral(line) === undefined) {
            expectUnit(line.expr, declared.get(name)?.unit, text, "equation", name);
          } else dateNeedsTime(name, line, wanted);
        }
        break;
      case "observe":
        expectUnit(statement.expr, declared.get(name)?.unit, text, "equation", name);
        break;
      case "stock": {
        expectUnit(statement.start, wanted, text, "start", name);
        const rate = wanted === undefined ? undefined : divideUnits(wanted, time);
        const rateText = rate === undefined ? "" : formatUnit(rate);
        for (const flow of statement.inflows) expectUnit(flow, rate, rateText, "inflow", name);
        for (const flow of statement.outflows) expectUnit(flow, rate, rateText, "outflow", name);
        break;
      }
      case "held":
        expectUnit(statement.start, wanted, text, "start", name);
        break;
      default:
        break;
    }
  }

  function dateNeedsTime(name: string, statement: Of<"equation">, unit: Unit | undefined): void {
    if (parameterLiteral(statement)?.date !== true || unit === undefined || sameDimensions(unit, time))
      return;
    const data = { what: "equation", name, left: formatUnit(unit), right: formatUnit(time), hint: "date" };
    report({ code: "unit-mismatch", severity: "error", span: statement.expr.span, data });
  }

  function checkRule(rule: Of<"rule">): void {
    const name = canonicalName(rule.raise.text);
    const wanted = unitOf(name);
    const text = declared.get(name)?.text ?? (wanted === undefined ? "" : formatUnit(wanted));
    const timeText = formatUnit(time);
    inferUnit(rule.when, loud);
    if (rule.until !== undefined) inferUnit(rule.until, loud);
    expectUnit(rule.by, wanted, text, "by", name);
    if (rule.upTo !== undefined) expectUnit(rule.upTo, wanted, text, "up to", name);
    if (rule.from !== undefined) expectUnit(rule.from, time, timeText, "from", name);
    if (rule.every !== undefined) expectUnit(rule.every, time, timeText, "at most every", name);
  }

  return {
    unitOf,
    checkDefinition,
    checkRule,
    checkSetting: (name, e) => {
      const wanted = unitOf(name);
      if (foldLiteral(e) !== undefined || definitions.get(name)?.statement.kind === "variant") return;
      const text = declared.get(name)?.text ?? (wanted === undefined ? "" : formatUnit(wanted));
      expectUnit(e, wanted, text, "value", name);
    },
    checkInside: (e) => {
      inferUnit(e, loud);
    },
  };
}
