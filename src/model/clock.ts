import type { Diagnostic } from "../base/diagnostic.ts";
import type { Statement } from "../lang/ast.ts";
import { foldLiteral } from "./fold.ts";
import type { IrClock } from "./ir.ts";

export type TimeStatement = Extract<Statement, { kind: "time" }>;

/** Steps are integers; a date this close to one lies on it. */
const NEAR = 1e-6;

/** The clock of a model that has none: one step, so that the rest can still be checked. */
export const EMPTY_CLOCK: IrClock = {
  calendar: true,
  startIndex: 2000 * 12,
  stepsPerUnit: 12,
  steps: 12,
  stepsPerMonth: 1,
  resultsFrom: 0,
  decision: 0,
  saveSteps: [0, 12],
};

/** First step at or after `time`, counted from the start of the run. */
function stepAt(clock: Pick<IrClock, "startIndex" | "stepsPerUnit">, time: number): number {
  return Math.ceil(time * clock.stepsPerUnit - NEAR) - clock.startIndex;
}

/** `time` moved to the step it lies on, in the very bits that the clock gives; unchanged between steps. */
export function snapTime(clock: Pick<IrClock, "stepsPerUnit">, time: number): number {
  const index = Math.round(time * clock.stepsPerUnit);
  return Math.abs(time * clock.stepsPerUnit - index) <= NEAR ? index / clock.stepsPerUnit : time;
}

/** The first step boundary at or after `time`, in the very bits that the clock gives. */
export function edgeTime(clock: Pick<IrClock, "stepsPerUnit">, time: number): number {
  return Math.ceil(time * clock.stepsPerUnit - NEAR) / clock.stepsPerUnit;
}

/** Turns the time statement into whole steps. Errors: `time-*`, with the statement's span. */
export function compileClock(t: TimeStatement, report: (d: Diagnostic) => void): IrClock {
  const fail = (code: string, data: Diagnostic["data"], span = t.span): IrClock => {
    report({ code, severity: "error", span, data });
    return EMPTY_CLOCK;
  };
  const from = foldLiteral(t.from);
  const to = foldLiteral(t.to);
  if (from === undefined || to === undefined) return fail("time-not-literal", {});
  const calendar = from.date || to.date || t.per !== "unit";
  if (calendar && t.per === "unit") return fail("time-steps-per", {});
  const stepsPerUnit = t.per === "month" ? t.steps * 12 : t.steps;
  const startIndex = Math.round(from.value * stepsPerUnit);
  if (Math.abs(from.value * stepsPerUnit - startIndex) > NEAR) {
    return fail("time-start-between-steps", { from: from.value, steps: t.steps, per: t.per }, t.from.span);
  }
  const steps = Math.ceil(to.value * stepsPerUnit - NEAR) - startIndex;
  if (steps < 1) return fail("time-backwards", { from: from.value, to: to.value }, t.to.span);
  const base = { startIndex, stepsPerUnit };
  const stepOf = (e: TimeStatement["resultsFrom"], what: string): number => {
    if (e === undefined) return 0;
    const date = foldLiteral(e);
    const step = date === undefined ? -1 : stepAt(base, date.value);
    if (step < 0 || step > steps) {
      report({ code: "time-outside-run", severity: "error", span: e.span, data: { what } });
      return 0;
    }
    return step;
  };
  const resultsFrom = stepOf(t.resultsFrom, "results from");
  const decision = stepOf(t.decision, "decision");
  const whole = calendar && stepsPerUnit % 12 === 0;
  const every = saveInterval(t, calendar, stepsPerUnit);
  if (!(every > 0)) return fail("time-save-every", { every: t.saveEvery ?? 0 });
  const saveSteps: number[] = [];
  for (let i = 0; ; i++) {
    const step = Math.max(0, Math.ceil(resultsFrom + i * every - NEAR));
    if (step > steps) break;
    if (saveSteps.at(-1) !== step) saveSteps.push(step);
  }
  return {
    calendar,
    ...base,
    steps,
    stepsPerMonth: whole ? stepsPerUnit / 12 : 1,
    resultsFrom,
    decision,
    saveSteps,
  };
}

/** Steps between save points; need not be whole. */
function saveInterval(t: TimeStatement, calendar: boolean, stepsPerUnit: number): number {
  if (t.saveEvery === undefined) return calendar ? stepsPerUnit / 12 : 1;
  const unit = t.saveUnit ?? (calendar ? "month" : "unit");
  return t.saveEvery * (unit === "month" ? stepsPerUnit / 12 : stepsPerUnit);
}
