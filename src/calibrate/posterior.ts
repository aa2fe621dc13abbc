import type { Diagnostic } from "../base/diagnostic.ts";

/** Low, middle and high of a parameter: the 5, 50 and 95 % points, in the declared unit; of a weight: least, mean and greatest of the islands. */
export type Range3 = readonly [low: number, middle: number, high: number];

/** How one observed series is met by the posterior draws. */
export interface ObservationFit {
  readonly name: string;
  readonly file: string;
  readonly column: string;
  /** Points known at the origin and used for the likelihood. */
  readonly points: number;
  /** Mean absolute percentage error of the posterior median on those points. */
  readonly mape: number;
  /** Shares of those points inside the 25 to 75 % and the 5 to 95 % range of the posterior draws (the model's range, no noise added). */
  readonly inside50: number;
  readonly inside90: number;
  /** The same for the prior draws: what the model says before it sees any data. */
  readonly priorMape: number;
  readonly priorInside90: number;
}

/** What stands in `posterior/<origin>.json` beside the draws. */
export interface PosteriorInfo {
  readonly format: "downstream-posterior";
  readonly version: 2;
  readonly model: string;
  /** Hash of the model that made it: draws of another model are not draws of this one. */
  readonly modelHash: string;
  /** Month at which the data end, `YYYY-MM`. */
  readonly origin: string;
  /** Mechanisms conceived after the origin are kept: the second, marked column of a backtest. */
  readonly full: boolean;
  /** Mechanisms (canonical names) left out because they were conceived after the origin. */
  readonly leftOut: readonly string[];
  /** Parameters set by the origin, in base units: not columns of the file, the same in every draw. */
  readonly fixed: readonly { readonly name: string; readonly value: number }[];
  /** Scenario whose levers the runs followed up to the origin; "" for the model's own values. */
  readonly scenario: string;
  readonly seed: number;
  readonly islands: number;
  /** Particles an island, prior draws of all islands, and draws kept in the file. */
  readonly particles: number;
  readonly priorDraws: number;
  readonly draws: number;
  /** Runs of the model in all. */
  readonly runs: number;
  readonly rejected: number;
  readonly failed: number;
  /** Draws that were run whole and meet a value the likelihood cannot take (such as a count of 0). */
  readonly impossible: number;
  /** The way from prior to posterior: power of the likelihood, what the weights of the step were worth, sweeps of moves, share accepted. */
  readonly stages: readonly {
    readonly exponent: number;
    readonly effective: number;
    readonly sweeps: number;
    readonly accepted: number;
    readonly correlation: number;
  }[];
  /** ln of the mean likelihood under the prior inside its bounds, constants of the likelihood left out: least, mean and greatest of the islands. */
  readonly logEvidence: Range3;
  /** Independent draws that would leave as much spread between the islands; see `islandSpread`. */
  readonly effectiveSampleSize: number;
  /** Greatest of the parameters' potential scale reductions between islands, and their 95 % point. */
  readonly rHat: number;
  readonly rHat95: number;
  /** Parameters that change nothing observed: not in the file, drawn from the prior by whoever reads it. */
  readonly silent: readonly string[];
  /** Canonical names of the columns of the `.f32` file. */
  readonly parameters: readonly string[];
  readonly ranges: readonly {
    readonly name: string;
    readonly unit: string;
    readonly prior: Range3;
    readonly posterior: Range3;
    /** Posterior over prior width of the 90 % range; near 1: the data taught nothing. */
    readonly width: number;
    /** Potential scale reduction between islands; near 1: they agree. */
    readonly rHat: number;
  }[];
  readonly variants: readonly {
    readonly name: string;
    readonly options: readonly {
      readonly name: string;
      readonly prior: number;
      /** Weight under each law of the errors: the data's answer is the range over both. */
      readonly normal: Range3;
      readonly student: Range3;
    }[];
  }[];
  /** Effective sample size that the weights from normal to Student errors leave at their last step. */
  readonly studentEffective: number;
  readonly fits: readonly ObservationFit[];
  /** The command that makes it again. */
  readonly command: string;
}

/** Posterior draws: `values[draw * parameters.length + column]` in base units. */
export interface Posterior {
  readonly info: PosteriorInfo;
  readonly values: Float32Array;
}

/** The name of a posterior below `posterior/`: `2024-10`, or `2024-10-full` with the mechanisms conceived later. */
export function posteriorName({ origin, full }: Pick<PosteriorInfo, "origin" | "full">): string {
  return full ? `${origin}-full` : origin;
}

/** The two files of a posterior, by their names below the model's folder. Floats are little-endian, a row a draw. */
export function posteriorFiles(posterior: Posterior): Readonly<Record<string, string | Uint8Array>> {
  const { info, values } = posterior;
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  const name = posteriorName(info);
  return {
    [`posterior/${name}.f32`]: bytes,
    [`posterior/${name}.json`]: `${JSON.stringify(info, undefined, 2)}\n`,
  };
}

/** The origins of which a model has a posterior, ascending, from the names of its files. */
export function posteriorOrigins(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => /^posterior\/(\d{4}-\d{2})\.json$/.exec(path)?.[1] ?? []).sort();
}

/**
 * Reads a posterior from its two files. Findings: `posterior-unusable` (error) when they do not fit together or no
 * parameter is the model's, `posterior-other-model` (warning) when another version of the model made it,
 * `posterior-parameters` (notice) when some of its parameters are gone: they are left out, and `posterior-lacks` (notice)
 * when the model has uncertain parameters that it neither holds nor calls silent: they are drawn from their priors.
 */
export function readPosterior(
  path: string,
  json: string,
  bytes: Uint8Array,
  model: {
    readonly hash: string;
    readonly parameters: readonly string[];
    /** Those that have a prior; absent: not looked at. */
    readonly uncertain?: readonly string[];
  },
): { readonly posterior?: Posterior; readonly diagnostics: readonly Diagnostic[] } {
  const unusable = (why: string): { readonly diagnostics: readonly Diagnostic[] } => ({
    diagnostics: [{ code: "posterior-unusable", severity: "error", data: { path, why } }],
  });
  let info: PosteriorInfo;
  try {
    info = JSON.parse(json) as PosteriorInfo;
  } catch {
    return unusable("the JSON file cannot be read");
  }
  if (info.format !== "downstream-posterior") return unusable("unknown format");
  if (info.version !== 2) return unusable(`version ${String(info.version)} of the format, not 2`);
  const missing = info.parameters.filter((name) => !model.parameters.includes(name));
  if (missing.length > 0 && missing.length === info.parameters.length)
    return unusable(`none of its parameters is the model's: ${missing.slice(0, 5).join(", ")}`);
  if (bytes.length !== 4 * info.draws * info.parameters.length)
    return unusable("the .f32 file has another size");
  const values = new Float32Array(info.draws * info.parameters.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(i * 4, true);
  if (info.modelHash === model.hash) return { posterior: { info, values }, diagnostics: [] };
  const data = { path, ours: model.hash.slice(0, 12), theirs: info.modelHash.slice(0, 12) };
  const diagnostics: Diagnostic[] = [{ code: "posterior-other-model", severity: "warning", data }];
  if (missing.length > 0)
    diagnostics.push({ code: "posterior-parameters", severity: "notice", data: { path, names: missing } });
  const held = new Set([...info.parameters, ...info.silent, ...info.fixed.map(({ name }) => name)]);
  const lacking = (model.uncertain ?? []).filter((name) => !held.has(name));
  if (lacking.length > 0)
    diagnostics.push({ code: "posterior-lacks", severity: "notice", data: { path, names: lacking } });
  return { posterior: { info, values }, diagnostics };
}
