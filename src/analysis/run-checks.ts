import { compileKernel, type Kernel, leverTable, type RunStatus, timeOf } from "../engine/index.ts";
import type { CheckReader, CheckTree } from "../model/check-tree.ts";
import type { Ir } from "../model/ir.ts";
import type { Model, ModelCheck } from "../model/model.ts";
import { overrideIr } from "../model/override.ts";
import { evaluateCheck } from "./evaluate-check.ts";

/** Where an expectation is not met: the first time, and what its names were there, in base units. */
export interface CheckFailure {
  /** Row of the parameter sets. */
  readonly draw: number;
  readonly time: number;
  readonly values: readonly {
    readonly name: string;
    readonly of: "run" | "baseline";
    readonly value: number;
  }[];
  /** Set when the run itself failed: the variable that was not finite. */
  readonly stopped?: string;
}

export interface CheckResult {
  readonly title: string;
  readonly chapter: string;
  readonly source: string;
  readonly draws: number;
  readonly failedDraws: number;
  /** The first failure; absent when the check holds. */
  readonly failure?: CheckFailure;
}

/**
 * Runs one reality check on sets of parameters (`draws` rows of `ir.parameters.length` values, base units), at every
 * saved step between its dates. A parameter that the check sets keeps that value in every row.
 */
export function runCheck(
  model: Model,
  check: ModelCheck,
  parameters: Float64Array,
  draws: number,
): CheckResult {
  const changed = overrideIr(model, check.when);
  const run = simulator(changed, [...check.reads]);
  const baseline = check.readsBaseline.length > 0 ? simulator(model.ir, [...check.readsBaseline]) : undefined;
  const fixed = fixedParameters(model, check);
  const width = model.ir.parameters.length;
  let failedDraws = 0;
  let failure: CheckFailure | undefined;
  for (let draw = 0; draw < draws; draw++) {
    const row = parameters.slice(draw * width, (draw + 1) * width);
    const base = baseline?.(row);
    for (const [index, value] of fixed) row[index] = value;
    const found = firstFailure(model.ir, check, draw, run(row), base);
    if (found === undefined) continue;
    failedDraws++;
    failure ??= found;
  }
  const { title, chapter, source } = check;
  return { title, chapter, source, draws, failedDraws, ...(failure === undefined ? {} : { failure }) };
}

/** The value of every parameter that the model itself names: one row for `runCheck`. */
export function centralParameters(ir: Ir): Float64Array {
  return Float64Array.from(ir.parameters, (parameter) => parameter.value);
}

interface Run {
  readonly status: RunStatus;
  readonly read: (name: string, save: number) => number;
}

/** Runs of one IR whose saved series are read by name. Names that an override turned constant are read from the IR. */
function simulator(ir: Ir, names: readonly string[]): (parameters: Float64Array) => Run {
  const kernel: Kernel = compileKernel(ir, names);
  const levers = leverTable(ir, {});
  const { saveSteps } = ir.clock;
  return (parameters) => {
    const out = new Float64Array(names.length * saveSteps.length);
    const status = kernel.run({ params: parameters, levers, saveSteps, out });
    return { status, read: (name, save) => out[names.indexOf(name) * saveSteps.length + save] ?? Number.NaN };
  };
}

function fixedParameters(
  model: Model,
  check: ModelCheck,
): readonly (readonly [index: number, value: number])[] {
  return check.when.flatMap(({ name, value }) => {
    const place = model.variables.get(name)?.place;
    if (place?.of !== "param" || typeof value !== "number") return [];
    return Array.from({ length: place.count ?? 1 }, (_, i) => [place.index + i, value] as const);
  });
}

function firstFailure(
  ir: Ir,
  check: ModelCheck,
  draw: number,
  run: Run,
  baseline: Run | undefined,
): CheckFailure | undefined {
  const { saveSteps } = ir.clock;
  const slack = 0.5 / ir.clock.stepsPerUnit;
  for (let save = 0; save < saveSteps.length; save++) {
    const time = timeOf(ir.clock, saveSteps[save] ?? 0);
    if (check.from !== undefined && time < check.from - slack) continue;
    if (check.to !== undefined && time > check.to + slack) continue;
    const reader: CheckReader = {
      time,
      run: (name) => run.read(name, save),
      baseline: (name) => baseline?.read(name, save) ?? Number.NaN,
    };
    const stopped = stoppedAt(run, saveSteps[save] ?? 0) ?? stoppedAt(baseline, saveSteps[save] ?? 0);
    if (stopped !== undefined) return { draw, time, values: valuesRead(check, reader), stopped };
    if (!holds(check.expect, reader, check.within)) return { draw, time, values: valuesRead(check, reader) };
  }
  return undefined;
}

function stoppedAt(run: Run | undefined, step: number): string | undefined {
  return run !== undefined && !run.status.ok && step >= run.status.step ? run.status.variable : undefined;
}

function holds(expect: CheckTree, reader: CheckReader, within: number): boolean {
  const value = evaluateCheck(expect, reader, within);
  return value !== 0 && !Number.isNaN(value);
}

function valuesRead(check: ModelCheck, reader: CheckReader): CheckFailure["values"] {
  return [
    ...check.reads.map((name) => ({ name, of: "run" as const, value: reader.run(name) })),
    ...check.readsBaseline.map((name) => ({ name, of: "baseline" as const, value: reader.baseline(name) })),
  ];
}
