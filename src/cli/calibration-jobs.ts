import { loadCalibrationFile } from "../calibrate/calibration-file.ts";
import { decisionMonth } from "../calibrate/observed-terms.ts";
import { failOnErrors } from "./failure.ts";
import type { LoadedModel } from "./load-model.ts";

/** One posterior to make. */
export interface CalibrationJob {
  readonly origin: string;
  readonly full: boolean;
  readonly particles: number;
  readonly islands: number;
  readonly priorDraws: number;
  readonly keep: number;
  readonly seed: number;
}

/** What a command line says of the posteriors to make; what it leaves open stands in the model's file, or has a default. */
export type CalibrationWishes = Partial<Omit<CalibrationJob, "origin">> & {
  readonly origins?: readonly string[];
};

const DEFAULTS = { particles: 1500, islands: 2, priorDraws: 100_000, keep: 2000, seed: 1 } as const;

/**
 * The posteriors to make: those of the origins asked for, else of the model's `calibration.yaml`, else of its decision date. An
 * origin with `full` gives a second posterior where mechanisms were conceived after it.
 */
export function calibrationJobs(loaded: LoadedModel, wishes: CalibrationWishes): readonly CalibrationJob[] {
  const { model, files, folder } = loaded;
  const own = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
  const { file, diagnostics } = loadCalibrationFile(own);
  failOnErrors(
    diagnostics.map((one) =>
      one.span === undefined ? one : { ...one, span: { ...one.span, file: `${folder}/${one.span.file}` } },
    ),
    files,
  );
  const months = wishes.origins ?? file?.origins.map(({ origin }) => origin) ?? [decisionMonth(model.ir)];
  return months.flatMap((origin) => {
    const entry = file?.origins.find((one) => one.origin === origin);
    const setting = (name: "particles" | "priorDraws" | "keep") =>
      wishes[name] ?? entry?.[name] ?? file?.[name] ?? DEFAULTS[name];
    const job: CalibrationJob = {
      ...{ origin, full: false },
      ...{ particles: setting("particles"), priorDraws: setting("priorDraws"), keep: setting("keep") },
      islands: wishes.islands ?? file?.islands ?? DEFAULTS.islands,
      seed: wishes.seed ?? file?.seed ?? DEFAULTS.seed,
    };
    const differs = model.mechanisms.some(({ conceived }) => conceived > origin);
    const both = differs && (wishes.full ?? (wishes.origins === undefined && entry?.full === true));
    return both ? [job, { ...job, full: true }] : [job];
  });
}
