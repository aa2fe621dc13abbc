import type { Diagnostic } from "../base/diagnostic.ts";

/** Low, middle and high of a parameter or a weight: the 5, 50 and 95 % points, in the declared unit. */
export type Range3 = readonly [low: number, middle: number, high: number];

/** How one observed series is met by the posterior draws. */
export interface ObservationFit {
  readonly name: string;
  readonly file: string;
  readonly column: string;
  /** Points known at the origin and used for the weights. */
  readonly points: number;
  /** Mean absolute percentage error of the posterior median on those points. */
  readonly mape: number;
  /** Share of those points inside the 5 to 95 % range of the posterior draws (the model's range, no noise added). */
  readonly inside90: number;
  /** The same two figures for the prior draws: what the model says before it sees any data. */
  readonly priorMape: number;
  readonly priorInside90: number;
}

/** What stands in `posterior/<origin>.json` beside the draws. */
export interface PosteriorInfo {
  readonly format: "downstream-posterior";
  readonly version: 1;
  readonly model: string;
  /** Hash of the model that made it: draws of another model are not draws of this one. */
  readonly modelHash: string;
  /** Month at which the data end, `YYYY-MM`. */
  readonly origin: string;
  readonly seed: number;
  /** Prior draws tried, and draws kept by resampling. */
  readonly priorDraws: number;
  readonly draws: number;
  readonly rejected: number;
  readonly failed: number;
  /** Draws that were run whole and meet a value the likelihood cannot take (such as a count of 0). */
  readonly impossible: number;
  /** Effective sample size of plain weights under the full likelihood, all chapters at once. */
  readonly effectiveSampleSize: number;
  /** The power of the likelihood that was used; 1 is the full one. */
  readonly exponent: number;
  /** That of the scarcest block, times the share that the correction leaves: what the kept draws are worth. */
  readonly effectiveSampleSizeUsed: number;
  /** Chapters weighed apart, each with its effective sample size and the different prior draws among those kept. */
  readonly blocks: readonly {
    readonly chapters: string;
    readonly effectiveSampleSize: number;
    readonly distinct: number;
  }[];
  /** Sets joined from the blocks, and what the correction of the joint likelihood leaves of them. */
  readonly crossed: { readonly draws: number; readonly effectiveSampleSize: number };
  /** Parameters that change nothing observed: drawn afresh from the prior for every kept draw. */
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
  }[];
  readonly variants: readonly {
    readonly name: string;
    readonly options: readonly {
      readonly name: string;
      readonly prior: number;
      /** Weight under each law of the errors: the data's answer is the range between them. */
      readonly normal: number;
      readonly student: number;
    }[];
  }[];
  readonly fits: readonly ObservationFit[];
  /** The command that makes it again. */
  readonly command: string;
}

/** Posterior draws: `values[draw * parameters.length + column]` in base units. */
export interface Posterior {
  readonly info: PosteriorInfo;
  readonly values: Float32Array;
}

/** The two files of a posterior, by their names below the model's folder. Floats are little-endian, a row a draw. */
export function posteriorFiles(posterior: Posterior): Readonly<Record<string, string | Uint8Array>> {
  const { info, values } = posterior;
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  return {
    [`posterior/${info.origin}.f32`]: bytes,
    [`posterior/${info.origin}.json`]: `${JSON.stringify(info, undefined, 2)}\n`,
  };
}

/** The origins of which a model has a posterior, ascending, from the names of its files. */
export function posteriorOrigins(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => /^posterior\/(\d{4}-\d{2})\.json$/.exec(path)?.[1] ?? []).sort();
}

/**
 * Reads a posterior from its two files. Findings: `posterior-unusable` (error) when they do not fit together or no
 * parameter is the model's, `posterior-other-model` (warning) when another version of the model made it,
 * `posterior-parameters` (notice) when some of its parameters are gone: they are left out, and what the file does not
 * name is drawn from its prior.
 */
export function readPosterior(
  path: string,
  json: string,
  bytes: Uint8Array,
  model: { readonly hash: string; readonly parameters: readonly string[] },
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
  if (info.format !== "downstream-posterior" || info.version !== 1) return unusable("unknown format");
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
  return { posterior: { info, values }, diagnostics };
}
