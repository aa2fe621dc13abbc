import { compileBatch, leverTable, timeOf } from "../engine/index.ts";
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
 * saved step between its dates. A parameter that the check sets keeps that value in every row; row i has the noise of run i.
 */
export function runCheck(
  model: Model,
  check: ModelCheck,
  parameters: Float64Array,
  draws: number,
  noiseSeed = 0,
): CheckResult {
  const changed = overrideIr(model, check.when);
  const run = simulator(changed, [...check.reads], noiseSeed);
  const baseline =
    check.readsBaseline.length > 0 ? simulator(model.ir, [...check.readsBaseline], noiseSeed) : undefined;
  const fixed = fixedParameters(model, check);
  const width = model.ir.parameters.length;
  let failedDraws = 0;
  let failure: CheckFailure | undefined;
  for (let first = 0; first < draws; first += run.lanes) {
    const lanes = draws - first < run.lanes ? draws - first : run.lanes;
    const rows = parameters.slice(first * width, (first + lanes) * width);
    const base = baseline?.run(rows, lanes, first);
    for (const [index, value] of fixed)
      for (let lane = 0; lane < lanes; lane++) rows[lane * width + index] = value;
    const runs = run.run(rows, lanes, first);
    for (let lane = 0; lane < lanes; lane++) {
      const found = firstFailure(model.ir, check, first + lane, runs[lane]!, base?.[lane]);
      if (found === undefined) continue;
      failedDraws++;
      failure ??= found;
    }
  }
  const { title, chapter, source } = check;
  return { title, chapter, source, draws, failedDraws, ...(failure === undefined ? {} : { failure }) };
}

/** The value of every parameter that the model itself names: one row for `runCheck`. */
export function centralParameters(ir: Ir): Float64Array {
  return Float64Array.from(ir.parameters, (parameter) => parameter.value);
}

interface Run {
  /** Step and variable of a run that broke down. */
  readonly failed?: { readonly step: number; readonly variable: string };
  readonly read: (name: string, save: number) => number;
}

interface Simulator {
  /** Most rows in one call. */
  readonly lanes: number;
  /** Runs rows of parameters; the first is draw `first`. */
  readonly run: (rows: Float64Array, lanes: number, first: number) => readonly Run[];
}

/** Runs of one IR whose saved series are read by name. Names that an override turned constant are read from the IR. */
function simulator(ir: Ir, names: readonly string[], noiseSeed: number): Simulator {
  const kernel = compileBatch(ir, names);
  const levers = leverTable(ir, {});
  const { saveSteps } = ir.clock;
  const saves = saveSteps.length;
  const size = names.length * saves;
  return {
    lanes: kernel.lanes,
    run(params, lanes, firstRun) {
      const out = new Float64Array(size * lanes);
      const strides = { outputStride: saves, saveStride: 1, laneStride: size };
      const status = kernel.run({ lanes, params, levers, saveSteps, out, ...strides, firstRun, noiseSeed });
      return Array.from(status.failedStep, (step, lane): Run => {
        const read = (name: string, save: number) =>
          out[lane * size + names.indexOf(name) * saves + save] ?? Number.NaN;
        return step < 0 ? { read } : { read, failed: { step, variable: status.failedVariable[lane]! } };
      });
    },
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
  return run?.failed !== undefined && step >= run.failed.step ? run.failed.variable : undefined;
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
