import { parseCsv } from "../base/csv.ts";
import { DiagnosticError } from "../base/diagnostic.ts";
import { stepOf } from "../engine/index.ts";
import type { Model } from "../model/model.ts";
import { type ResolvedScenario, resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { singleRun } from "./single-run.ts";

/** A figure that a publication gives for a model, beside what the model gives. Percent where one value stands against another. */
export interface PublishedFigure {
  /** Row of the register; "" for a figure that has none. */
  readonly id: string;
  readonly quantity: string;
  /** The same in Spanish, where the table has it. */
  readonly quantityEs?: string;
  /** True where the figure is a change, or the table calls it one. */
  readonly percent: boolean;
  readonly published?: number;
  /** Range that the register gives for the published figure. */
  readonly low?: number;
  readonly high?: number;
  /** The figure from another run of the published code. */
  readonly rerun?: number;
  readonly obtained: number;
}

/**
 * Reads a table of published figures (columns id, quantity, quantity es, variable, scenario, date, against scenario, against date,
 * published, low, high, rerun; dates in the model's time) and runs the model once per scenario, on its own values, to
 * obtain each: the variable at the date in its declared unit, or its change in percent against another path and date.
 * Throws a DiagnosticError for a table that cannot be read, a RangeError for a scenario that the model lacks.
 */
export function comparePublished(
  model: Model,
  scenarios: readonly Scenario[],
  file: string,
  text: string,
): readonly PublishedFigure[] {
  const { header, rows, diagnostics } = parseCsv(file, text);
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  const names = header.map((cell) => cell.text);
  const records = rows.map(({ cells }) =>
    Object.fromEntries(names.map((name, i) => [name, cells[i]?.text ?? ""])),
  );
  const variables = [...new Set(records.map((r) => r.variable ?? ""))];
  const runs = new Map<string, ReturnType<typeof singleRun>>();
  function valueAt(id: string, variable: string, date: string): number {
    let run = runs.get(id);
    if (run === undefined) {
      const scenario = scenarios.find((s) => s.id === id);
      if (scenario === undefined) throw new RangeError(`the model has no scenario ${id}`);
      const resolved: ResolvedScenario = resolveScenario(scenario, model.ir);
      run = singleRun(model, resolved, variables);
      runs.set(id, run);
    }
    const { clock } = model.ir;
    const wanted = stepOf(clock, Number(date));
    const at = run.times.findIndex((time) => stepOf(clock, time) === wanted);
    return run.outputs[variables.indexOf(variable)]?.values[at] ?? Number.NaN;
  }
  return records.map((r) => {
    const variable = r.variable ?? "";
    const value = valueAt(r.scenario ?? "", variable, r.date ?? "");
    const against = r["against scenario"] ?? "";
    const obtained =
      against === "" ? value : 100 * (value / valueAt(against, variable, r["against date"] ?? "") - 1);
    const number = (name: string) => (r[name] ? { [name]: Number(r[name]) } : {});
    return {
      id: r.id ?? "",
      quantity: r.quantity ?? "",
      ...(r["quantity es"] ? { quantityEs: r["quantity es"] } : {}),
      percent: against !== "" || /\(%\)$/.test(r.quantity ?? ""),
      ...number("published"),
      ...number("low"),
      ...number("high"),
      ...number("rerun"),
      obtained,
    };
  });
}
