import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { MonthSchema } from "../scenario/scenario.ts";
import { checkShape, placeOf, readYaml } from "../scenario/yaml-source.ts";

const Particles = z.int().min(10).max(1_000_000).describe("Particles an island");
const PriorDraws = z.int().min(20).max(100_000_000).describe("Prior draws to begin with, of all islands");
const Keep = z.int().min(10).max(1_000_000).describe("Draws to keep");

/** A model's `calibration.yaml`: what `downstream calibrate MODEL` makes without options. */
export const CalibrationFileSchema = z
  .strictObject({
    seed: z.int().min(0).max(2_147_483_647).optional(),
    particles: Particles.optional(),
    islands: z
      .int()
      .min(2)
      .max(64)
      .optional()
      .describe("Islands of particles that know nothing of each other"),
    priorDraws: PriorDraws.optional(),
    keep: Keep.optional(),
    origins: z
      .array(
        z.strictObject({
          origin: MonthSchema.describe("Month at which the data end"),
          full: z
            .boolean()
            .default(false)
            .describe("Also a posterior with the mechanisms conceived after the origin, where there are any"),
          particles: Particles.optional(),
          priorDraws: PriorDraws.optional(),
          keep: Keep.optional(),
        }),
      )
      .min(1)
      .describe("Origins of which posteriors are made"),
  })
  .describe("The posteriors of a model, made by one command");

export type CalibrationFile = Readonly<z.output<typeof CalibrationFileSchema>>;

/** Name of the file below a model's folder. */
export const CALIBRATION_FILE = "calibration.yaml";

/**
 * A model's own settings for calibration; undefined for a model without `calibration.yaml`. Findings are those of YAML files,
 * and `calibration-origin-twice` (error) for an origin that stands in it twice.
 */
export function loadCalibrationFile(files: Files): {
  readonly file?: CalibrationFile;
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = files[CALIBRATION_FILE];
  if (text === undefined) return { diagnostics: [] };
  const read = readYaml({ file: CALIBRATION_FILE, text, offset: 0 });
  const { value, diagnostics } = checkShape(read, CalibrationFileSchema, "calibration");
  if (value === undefined) return { diagnostics };
  const months = value.origins.map(({ origin }) => origin);
  const twice = months.flatMap((origin, i): Diagnostic[] =>
    months.indexOf(origin) === i
      ? []
      : [
          {
            code: "calibration-origin-twice",
            severity: "error",
            span: placeOf(read, ["origins", i, "origin"]),
            data: { origin },
          },
        ],
  );
  return twice.length > 0 ? { diagnostics: twice } : { file: value, diagnostics: [] };
}
