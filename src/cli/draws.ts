import type { Diagnostic } from "../base/diagnostic.ts";
import {
  type Posterior,
  type PosteriorInfo,
  posteriorName,
  posteriorOrigins,
  readPosterior,
} from "../calibrate/posterior.ts";
import { posteriorRows } from "../calibrate/posterior-parameters.ts";
import {
  allRows,
  type Design,
  type Pool,
  type RowSource,
  type SamplerName,
  uncertainParameters,
} from "../ensemble/index.ts";
import { workerPool } from "../host/pool.ts";
import { readBinaryFile } from "../host/read-folder.ts";
import type { Ir } from "../model/ir.ts";
import { failOnErrors, findingsText, optionFailure } from "./failure.ts";
import type { LoadedModel } from "./load-model.ts";
import type { CommonOptions } from "./options.ts";

/** Options of commands that run ensembles. */
export interface EnsembleCommandOptions extends CommonOptions {
  readonly draws?: number;
  readonly seed: number;
  readonly workers?: number;
  readonly prior?: boolean;
  /** Name of a posterior, `2024-10` or `2024-10-full`, in place of the newest. */
  readonly posterior?: string;
  readonly sampler?: SamplerName;
}

/** Where draws come from, and its name: `prior` or `posterior/2024-11`. */
export interface DrawSource {
  readonly from: string;
  readonly rows: RowSource;
  readonly posterior?: PosteriorInfo;
  /** Of draws from the prior: the sampler, and the order of the parameters that `sobol` used. */
  readonly design?: Pick<Design, "sampler" | "order">;
}

/** Parameter sets with what they were drawn from. */
export interface Draws extends DrawSource {
  readonly params: Float64Array;
}

/** A limit for posterior files: 2,000,000 draws of 100 parameters. */
const MAX_POSTERIOR_BYTES = 800_000_000;

/** The parameter sets of a command, all at once. */
export function drawsFor(
  loaded: LoadedModel,
  draws: number,
  options: EnsembleCommandOptions,
  upTo?: string,
): Draws {
  const source = drawSource(loaded, draws, options, upTo);
  return { ...source, params: allRows(loaded.model.ir, source.rows) };
}

/**
 * Where the parameter sets of a command come from: the model's newest posterior (with data up to the month `upTo`, where given), or its
 * prior when it has none or `--prior` is given.
 * A posterior of another version of the model is used with a warning on standard error.
 */
export function drawSource(
  loaded: LoadedModel,
  draws: number,
  options: EnsembleCommandOptions,
  upTo?: string,
): DrawSource {
  const { ir } = loaded.model;
  const posterior = options.prior ? undefined : loadPosterior(loaded, options, upTo);
  if (posterior === undefined) {
    if (loaded.model.rejects.length > 0) {
      const data = { count: loaded.model.rejects.length };
      warn([{ code: "prior-without-bounds", severity: "notice", data }], options);
    }
    const design = priorDesign(ir, draws, options);
    const { sampler, order } = design;
    const shown = order === undefined ? { sampler } : { sampler, order };
    return { from: "prior", rows: { of: "design", design }, design: shown };
  }
  if (options.sampler !== undefined) {
    const data = { sampler: options.sampler, origin: posterior.info.origin };
    warn([{ code: "sampler-unused", severity: "notice", data }], options);
  }
  const rows = posteriorRows(ir, posterior, draws, options.seed);
  return { from: `posterior/${posteriorName(posterior.info)}`, rows, posterior: posterior.info };
}

/** What a command draws from the prior: for `sobol` the order is the model's own. */
export function priorDesign(
  ir: Ir,
  draws: number,
  { seed, sampler = "stratified" }: EnsembleCommandOptions,
): Design {
  const design = { sampler, seed, draws };
  return sampler === "sobol" ? { ...design, order: uncertainParameters(ir) } : design;
}

/** The posterior asked for; else the newest beside a model, if it has one, with data up to the month `upTo`. */
function loadPosterior(
  loaded: LoadedModel,
  { lang, posterior: asked }: EnsembleCommandOptions,
  upTo = "9999-12",
): Posterior | undefined {
  const names = Object.keys(loaded.files).map((path) => path.slice(loaded.folder.length + 1));
  if (asked !== undefined) {
    const known = names.flatMap((name) => /^posterior\/(.+)\.json$/.exec(name)?.[1] ?? []).sort();
    if (!known.includes(asked)) throw optionFailure("option-posterior", { name: asked, known });
    return namedPosterior(loaded, asked, { lang });
  }
  const origin = posteriorOrigins(names)
    .filter((month) => month <= upTo)
    .at(-1);
  return origin === undefined ? undefined : namedPosterior(loaded, origin, { lang });
}

/** The posterior of that name below `posterior/`: `2024-10`, or `2024-10-full`. Throws a Failure when it cannot be used. */
export function namedPosterior(
  loaded: LoadedModel,
  name: string,
  { lang }: Pick<CommonOptions, "lang">,
): Posterior | undefined {
  const path = `${loaded.folder}/posterior/${name}`;
  const binary = readBinaryFile(`${loaded.root}/posterior/${name}.f32`, MAX_POSTERIOR_BYTES);
  failOnErrors(binary.diagnostics);
  const { ir, hash } = loaded.model;
  const model = {
    hash,
    parameters: ir.parameters.map((parameter) => parameter.name),
    uncertain: uncertainParameters(ir),
  };
  const read = readPosterior(
    path,
    loaded.files[`${path}.json`] ?? "",
    binary.bytes ?? new Uint8Array(),
    model,
  );
  failOnErrors(read.diagnostics);
  warn(read.diagnostics, { lang });
  return read.posterior;
}

/** Shows findings that do not stop a command on standard error. */
export function warn(diagnostics: readonly Diagnostic[], { lang }: CommonOptions): void {
  if (diagnostics.length > 0) process.stderr.write(findingsText(diagnostics, {}, lang));
}

/** Runs `work` with a pool of worker threads and closes it, whatever happens. */
export async function withPool<T>(
  options: EnsembleCommandOptions,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = workerPool(options.workers === undefined ? {} : { workers: options.workers });
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}
