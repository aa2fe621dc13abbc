import type { Command } from "commander";
import { type CalibrationOptions, calibrate } from "../calibrate/calibrate.ts";
import { decisionMonth } from "../calibrate/observed-terms.ts";
import type { Temper } from "../calibrate/particles.ts";
import { type Posterior, posteriorFiles } from "../calibrate/posterior.ts";
import type { Schedules } from "../engine/index.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { monthTime } from "../scenario/month.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import { stageLine } from "./calibrate-progress.ts";
import { calibrationReport } from "./calibrate-report.ts";
import { type EnsembleCommandOptions, withPool } from "./draws.ts";
import { findScenario, type LoadedModel, loadSoundModel } from "./load-model.ts";
import { monthList, wholeNumber, withCommonOptions } from "./options.ts";

interface CalibrateOptions extends EnsembleCommandOptions {
  readonly origins?: readonly string[];
  readonly full?: boolean;
  readonly particles: number;
  readonly islands: number;
  readonly priorDraws: number;
  readonly keep: number;
  readonly scenario?: string;
}

/** `downstream calibrate MODEL`: draws from the posterior by sequential Monte Carlo, stored beside the model. */
export function addCalibrate(program: Command): void {
  const command = program
    .command("calibrate")
    .description("fit the model to the data known at an origin; store the posterior beside the model")
    .argument("<model>", "folder of the model")
    .option(
      "--origins <list>",
      "months at which the data end, as in 2019-12,2024-10 (default: the decision date)",
      monthList,
    )
    .option("--full", "keep mechanisms conceived after the origin; stored as ORIGIN-full")
    .option("--particles <n>", "particles an island", wholeNumber(10, 1_000_000), 1500)
    .option("--islands <n>", "islands of particles that know nothing of each other", wholeNumber(2, 64), 2)
    .option("--prior-draws <n>", "prior draws to begin with", wholeNumber(20, 100_000_000), 100_000)
    .option("--keep <n>", "draws to keep", wholeNumber(10, 1_000_000), 2000)
    .option(
      "--scenario <id>",
      "what happened up to the origin (default: the scenario of the group 'happened')",
    )
    .option("--seed <n>", "seed of all random numbers", wholeNumber(0, 2 ** 31 - 1), 1)
    .option(
      "--workers <n>",
      "worker threads; the results do not depend on it (default: one a core)",
      wholeNumber(1, 64),
    );
  withCommonOptions(command, "print what was found as JSON").action(
    (path: string, options: CalibrateOptions) => calibrateModel(path, options),
  );
}

async function calibrateModel(path: string, options: CalibrateOptions): Promise<void> {
  const loaded = loadSoundModel(path);
  checkOutputFolder(`${loaded.root}/posterior`);
  const origins = options.origins ?? [decisionMonth(loaded.model.ir)];
  const infos: unknown[] = [];
  await withPool(options, async (pool) => {
    for (const origin of origins) {
      const progress = stageLine(origin, options.lang);
      const settings = settingsOf(loaded, path, origin, options, progress.update);
      const posterior = await calibrate(loaded.model, pool, settings);
      const seconds = progress.end();
      const written = writeFolder(loaded.root, posteriorFiles(posterior));
      infos.push(posterior.info);
      if (!options.json) process.stdout.write(shown(posterior, written, seconds, options));
    }
  });
  if (options.json)
    process.stdout.write(`${JSON.stringify(infos.length === 1 ? infos[0] : infos, undefined, 2)}\n`);
}

function shown(
  posterior: Posterior,
  written: readonly string[],
  seconds: number,
  { lang }: CalibrateOptions,
): string {
  return `${[...calibrationReport(posterior.info, seconds, lang === "en"), "", ...written].join("\n")}\n`;
}

function settingsOf(
  loaded: LoadedModel,
  path: string,
  origin: string,
  options: CalibrateOptions,
  progress: (temper: Temper, runs: number) => void,
): CalibrationOptions {
  const { particles, islands, priorDraws, keep, seed, full = false } = options;
  const scenario = scenarioOf(loaded, options.scenario);
  return {
    ...{ origin, full, particles, islands, priorDraws, keep, seed, progress },
    ...(scenario === undefined
      ? {}
      : { scenario: scenario.id, schedules: happenedUntil(loaded, scenario.id, origin) }),
    command: commandLine(path, origin, options),
  };
}

function scenarioOf(
  loaded: LoadedModel,
  id: string | undefined,
): LoadedModel["scenarios"][number] | undefined {
  return id === undefined
    ? loaded.scenarios.find(({ group }) => group === "happened")
    : findScenario(loaded, id);
}

/** The lever events of a scenario up to an origin; the values reached then are held. */
export function happenedUntil(loaded: LoadedModel, id: string, origin: string): Schedules {
  const { ir } = loaded.model;
  const end = monthTime(origin);
  const { levers } = resolveScenario(findScenario(loaded, id), ir);
  return Object.fromEntries(
    levers.flatMap(({ lever, points }) => {
      const known = points.filter(({ time }) => time <= end).map(({ time, value }) => ({ at: time, value }));
      return known.length === 0 ? [] : [[ir.levers[lever]!.name, known]];
    }),
  );
}

function commandLine(path: string, origin: string, options: CalibrateOptions): string {
  const { particles, islands, priorDraws, keep, seed, full, scenario } = options;
  const more = `${full ? " --full" : ""}${scenario ? ` --scenario ${scenario}` : ""}`;
  return `downstream calibrate ${path} --origins ${origin}${more} --particles ${particles} --islands ${islands} --prior-draws ${priorDraws} --keep ${keep} --seed ${seed}`;
}
