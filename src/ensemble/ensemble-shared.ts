import { DiagnosticError } from "../base/diagnostic.ts";
import { findVariable, leverTable, type Schedules, type WasmKernel } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";

/** A scenario as the engine takes it: numbers only. */
export interface EnsembleScenario {
  readonly id: string;
  /** Break points by lever name, base units. */
  readonly schedules: Schedules;
  /** Parameter values that replace the draw's, base units. */
  readonly overrides?: Readonly<Record<string, number>>;
  /** Those of the ensemble's saves that this scenario keeps; default all. Saves before the branch may be left out. */
  readonly saveSteps?: readonly number[];
}

/** What all draws of an ensemble share. */
export interface EnsembleShared {
  readonly ir: Ir;
  readonly outputs: readonly string[];
  /** Indices at which outputs are saved, ascending. */
  readonly saveSteps: readonly number[];
  readonly scenarios: readonly EnsembleScenario[];
  /** Index at which scenarios part: before it all levers agree, else a scenario is run whole. */
  readonly branchStep: number;
  /** Seed of the noise of models that have it; draw i has that of run i. Default 0. */
  readonly noiseSeed?: number;
  /** The fast kernel of `ir` for `outputs` (`wasmBytes`), where it was compiled before; it gives the same bits. */
  readonly kernel?: WasmKernel;
}

/** How an ensemble is cut: which saves belong to the shared history, which scenarios are run whole. */
export interface EnsembleCut {
  /** Saves 0 .. historySaves - 1 are before the branch. */
  readonly historySaves: number;
  /** Per scenario: run from the start, because of overrides or levers that differ before the branch. */
  readonly whole: readonly boolean[];
  /** Per scenario the saves of its own block, as places in the ensemble's: those of the history are not among them. */
  readonly saves: readonly (readonly number[])[];
  readonly tables: readonly Float64Array[];
}

/** Lever tables of the scenarios, and which of them can share a history. */
export function cutEnsemble(shared: EnsembleShared): EnsembleCut {
  const { ir, scenarios, branchStep, saveSteps } = shared;
  const tables = scenarios.map((s) => leverTable(ir, s.schedules));
  const before = branchStep * ir.levers.length;
  const reference = scenarios.findIndex((s) => Object.keys(s.overrides ?? {}).length === 0);
  const whole = scenarios.map((s, i) => {
    if (branchStep === 0 || reference < 0 || Object.keys(s.overrides ?? {}).length > 0) return true;
    for (let j = 0; j < before; j++) if (tables[i]![j] !== tables[reference]![j]) return true;
    return false;
  });
  const historySaves = saveSteps.filter((k) => k < branchStep).length;
  const saves = scenarios.map((s, i) => {
    const places = saveSteps.map((_, place) => place);
    return places.filter(
      (place) => (whole[i] || place >= historySaves) && (s.saveSteps?.includes(saveSteps[place]!) ?? true),
    );
  });
  return { historySaves, whole, saves, tables };
}

/** Throws a DiagnosticError for names that the model does not have: outputs, and parameters of overrides. */
export function checkNames({ ir, outputs, scenarios }: EnsembleShared): void {
  for (const name of outputs) findVariable(ir, name);
  for (const s of scenarios)
    for (const name of Object.keys(s.overrides ?? {}))
      if (!ir.parameters.some((p) => p.name === name))
        throw new DiagnosticError([
          { code: "ensemble/unknown-parameter", severity: "error", data: { name, scenario: s.id } },
        ]);
}
