import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { roundFinite } from "../base/round-numbers.ts";
import type { Backtest } from "../calibrate/backtest.ts";
import { canonicalJson, sha256 } from "../model/hash.ts";
import type { Model } from "../model/model.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { FallShares } from "./fall-shares.ts";
import type { SensitivityResult } from "./sensitivity-result.ts";
import type { Validation } from "./validation.ts";

/** What slow analyses find, by kind: each lies in `results/KIND.json` below its model. */
export interface ResultOf {
  readonly validation: Validation;
  readonly backtest: Backtest;
  readonly sensitivity: SensitivityResult;
  readonly fall: FallShares;
}

export type ResultKind = keyof ResultOf;

/** The kinds in the order in which `npm run results` makes them. */
export const RESULT_KINDS = ["validation", "backtest", "fall", "sensitivity"] as const;

/** How a result was made: what its file holds beside the numbers. */
export interface ResultHead {
  readonly model: string;
  readonly modelHash: string;
  /** Names of the posteriors that the draws come from; empty for draws of the prior. */
  readonly posteriors: readonly string[];
  /** Hash of what it reads beside the equations; see `resultInputs`. */
  readonly inputs: string;
  readonly draws: number;
  readonly seed: number;
  /** The command that makes it again. */
  readonly command: string;
}

/** The file of one result. Numbers that are not whole have six significant digits. */
export interface StoredResult<K extends ResultKind = ResultKind> extends ResultHead {
  readonly format: "downstream-result";
  readonly version: 1;
  readonly kind: K;
  readonly result: ResultOf[K];
}

/** A model as it is now: its own files by their paths below its folder, compiled, with its scenarios. */
export interface ResultSource {
  readonly files: Files;
  readonly model: Pick<Model, "name" | "hash" | "observations" | "evidence">;
  readonly scenarios: readonly Scenario[];
}

/** A result that was found, and whether the model or what the result reads has changed since it was made. */
export type FoundResult<K extends ResultKind> = StoredResult<K> & { readonly stale: boolean };

/** The results that a model has. */
export type FoundResults = { readonly [K in ResultKind]?: FoundResult<K> };

/** Files beside the chapters that say how a result is made. */
const PLANS: Readonly<Record<ResultKind, RegExp>> = {
  validation: /^(validation\.yaml|episodes\/.+\.yaml)$/,
  backtest: /^forecast\.yaml$/,
  fall: /^validation\.yaml$/,
  sensitivity: /^$/,
};

/** Where the result of a kind lies below its model's folder. */
export function resultPath(kind: ResultKind): string {
  return `results/${kind}.json`;
}

/** A result with how it was made, ready to be written as JSON. */
export function storedResult<K extends ResultKind>(
  kind: K,
  result: ResultOf[K],
  source: ResultSource,
  made: Pick<ResultHead, "posteriors" | "draws" | "seed" | "command">,
): StoredResult<K> {
  const { posteriors, draws, seed, command } = made;
  return {
    ...{ format: "downstream-result", version: 1, kind },
    ...{ model: source.model.name, modelHash: source.model.hash, posteriors },
    inputs: resultInputs(kind, source, posteriors),
    ...{ draws, seed, command },
    result: roundFinite(result),
  };
}

/**
 * The stored results of a model, each with whether it is out of date. Findings: `result-unusable` for a file that is no such
 * result (it is left out), `result-outdated` for one that was made from something else than the model as it is now.
 */
export function readResults(source: ResultSource): {
  readonly results: FoundResults;
  readonly diagnostics: readonly Diagnostic[];
} {
  const results: { [K in ResultKind]?: FoundResult<ResultKind> } = {};
  const diagnostics: Diagnostic[] = [];
  for (const kind of RESULT_KINDS) {
    const path = resultPath(kind);
    const text = Object.hasOwn(source.files, path) ? source.files[path] : undefined;
    if (text === undefined) continue;
    const read = parse(text);
    if (read?.format !== "downstream-result" || read.version !== 1 || read.kind !== kind) {
      diagnostics.push({ code: "result-unusable", severity: "warning", data: { path } });
      continue;
    }
    const { modelHash, inputs, posteriors, command } = read;
    const stale = modelHash !== source.model.hash || inputs !== resultInputs(kind, source, posteriors);
    results[kind] = { ...read, stale };
    if (stale) diagnostics.push({ code: "result-outdated", severity: "warning", data: { path, command } });
  }
  return { results: results as FoundResults, diagnostics };
}

function parse(text: string): StoredResult | undefined {
  try {
    return JSON.parse(text) as StoredResult;
  } catch {
    return undefined;
  }
}

/**
 * Hash of what a result of a kind reads beside the equations: its plan, the numbers of scenarios, observations and the
 * register, and its posteriors (a backtest: every one that the model has). Labels and comments of scenarios do not count.
 */
function resultInputs(kind: ResultKind, source: ResultSource, posteriors: readonly string[]): string {
  const { files, model, scenarios } = source;
  const plans = Object.keys(files)
    .filter((path) => PLANS[kind].test(path))
    .sort();
  const weighed =
    kind === "backtest"
      ? Object.keys(files).filter((path) => /^posterior\/[^/]+\.json$/.test(path))
      : posteriors.map((name) => `posterior/${name}.json`);
  return sha256(
    canonicalJson([
      plans.map((path) => [path, files[path]]),
      weighed.sort().map((path) => [path, files[path] ?? ""]),
      scenarios.map(({ id, group, levers, set, variants }) => [id, group, levers, set, variants]),
      model.observations.map(({ name, labels, values }) => [name, labels, values]),
      [...model.evidence.values()].map(({ id, value, low, high, status }) => [id, value, low, high, status]),
    ]),
  );
}
