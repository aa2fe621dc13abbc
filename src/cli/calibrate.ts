import type { Command } from "commander";
import { schedulesOf } from "../analysis/single-run.ts";
import { type CalibrationOptions, calibrate } from "../calibrate/calibrate.ts";
import { withoutLaterMoves } from "../calibrate/forecast-known.ts";
import type { Temper } from "../calibrate/particles.ts";
import { type Posterior, type PosteriorInfo, posteriorFiles, posteriorName } from "../calibrate/posterior.ts";
import { rankTest } from "../calibrate/rank-test.ts";
import type { Schedules } from "../engine/index.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { checkpoint } from "../host/checkpoint.ts";
import { workerPool } from "../host/pool.ts";
import { progressLine } from "../host/progress.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { stageLine } from "./calibrate-progress.ts";
import { calibrationReport } from "./calibrate-report.ts";
import { type CalibrationJob, type CalibrationWishes, calibrationJobs } from "./calibration-jobs.ts";
import { type LoadedModel, loadSoundModel, scenarioOfHistory } from "./load-model.ts";
import { type CommonOptions, monthList, wholeNumber, withCommonOptions } from "./options.ts";
import { rankReport } from "./rank-report.ts";

interface CalibrateOptions extends CommonOptions, CalibrationWishes {
  readonly scenario?: string;
  readonly workers?: number;
  readonly ranks?: number;
}

/** `downstream calibrate MODEL`: draws from the posterior by sequential Monte Carlo, stored beside the model. */
export function addCalibrate(program: Command): void {
  const command = program
    .command("calibrate")
    .description("fit the model to the data known at an origin; store the posterior beside the model")
    .argument("<model>", "folder of the model")
    .option(
      "--origins <list>",
      "months at which the data end, as in 2019-12,2024-10 (default: those of calibration.yaml, or the decision date)",
      monthList,
    )
    .option("--full", "also keep mechanisms conceived after the origin, where there are any: ORIGIN-full")
    .option("--particles <n>", "particles an island (default: 1500)", wholeNumber(10, 1_000_000))
    .option("--islands <n>", "islands that know nothing of each other (default: 2)", wholeNumber(2, 64))
    .option("--prior-draws <n>", "prior draws to begin with (default: 100000)", wholeNumber(20, 100_000_000))
    .option("--keep <n>", "draws to keep (default: 2000)", wholeNumber(10, 1_000_000))
    .option("--scenario <id>", "what happened up to the origin (default: the scenario of group 'happened')")
    .option(
      "--ranks <n>",
      "instead: N truths from the prior, data made from each, and whether calibrations find them (small ones: 150 particles, 3000 prior draws)",
      wholeNumber(10, 10_000),
    )
    .option("--seed <n>", "seed of all random numbers (default: 1)", wholeNumber(0, 2 ** 31 - 1))
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
  if (options.ranks !== undefined) return testRanks(loaded, options.ranks, options);
  const folder = `${loaded.root}/posterior`;
  checkOutputFolder(folder);
  const jobs = calibrationJobs(loaded, options);
  // The same command goes on after the last posterior that it finished.
  const key = JSON.stringify([loaded.model.hash, jobs, options.scenario]);
  const finished = checkpoint<readonly string[]>(`${folder}/.unfinished`, key);
  const before = jobs.length > 1 ? (finished.read() ?? []) : [];
  const infos: PosteriorInfo[] = [];
  const pool = workerPool(options.workers === undefined ? {} : { workers: options.workers });
  try {
    for (const job of jobs.filter((one) => !before.includes(posteriorName(one)))) {
      const progress = stageLine(posteriorName(job), options.lang);
      const posterior = await calibrate(
        loaded.model,
        pool,
        settingsOf(loaded, path, job, options, progress.update),
      );
      const seconds = progress.end();
      const written = writeFolder(loaded.root, posteriorFiles(posterior));
      infos.push(posterior.info);
      if (jobs.length > 1) finished.write([...before, ...infos.map(posteriorName)]);
      if (!options.json) process.stdout.write(shown(posterior, written, seconds, options));
    }
  } finally {
    await pool.close();
  }
  finished.remove();
  if (options.json)
    process.stdout.write(`${JSON.stringify(infos.length === 1 ? infos[0] : infos, undefined, 2)}\n`);
}

/** Sizes of the calibrations of a rank test: many small ones tell more than a few large ones. */
const OF_RANKS = { particles: 150, priorDraws: 3000 };

/** Whether truths drawn from the prior are found again: nothing is stored. */
async function testRanks(
  loaded: LoadedModel,
  replications: number,
  options: CalibrateOptions,
): Promise<void> {
  const [job] = calibrationJobs(loaded, { ...OF_RANKS, ...options });
  if (job === undefined) throw new RangeError("a calibration without an origin");
  const scenario = scenarioOfHistory(loaded, options.scenario);
  const progress = progressLine(options.lang === "en" ? "Truths" : "Verdades");
  const pool = workerPool(options.workers === undefined ? {} : { workers: options.workers });
  try {
    const found = await rankTest(loaded.model, pool, {
      ...job,
      replications,
      schedules: scenario === undefined ? {} : happenedUntil(loaded, scenario, job.origin),
      progress: progress.update,
    });
    progress.end();
    const text = options.json
      ? JSON.stringify(found, undefined, 2)
      : rankReport(found, options.lang === "en").join("\n");
    process.stdout.write(`${text}\n`);
  } finally {
    await pool.close();
  }
}

function shown(
  posterior: Posterior,
  written: readonly string[],
  seconds: number,
  { lang }: CalibrateOptions,
): string {
  return `${[...calibrationReport(posterior.info, seconds, lang === "en"), "", ...written, ""].join("\n")}\n`;
}

function settingsOf(
  loaded: LoadedModel,
  path: string,
  job: CalibrationJob,
  options: CalibrateOptions,
  progress: (temper: Temper, runs: number) => void,
): CalibrationOptions {
  const scenario = scenarioOfHistory(loaded, options.scenario);
  return {
    ...job,
    progress,
    ...(scenario === undefined
      ? {}
      : { scenario: scenario.id, schedules: happenedUntil(loaded, scenario, job.origin) }),
    command: commandLine(path, job, options),
  };
}

/** The lever events of a scenario up to an origin; the values reached then are held. */
function happenedUntil({ model }: LoadedModel, scenario: Scenario, origin: string): Schedules {
  return schedulesOf(model, withoutLaterMoves(resolveScenario(scenario, model.ir), origin));
}

function commandLine(path: string, job: CalibrationJob, { scenario }: CalibrateOptions): string {
  const { origin, particles, islands, priorDraws, keep, seed, full } = job;
  const more = `${full ? " --full" : ""}${scenario ? ` --scenario ${scenario}` : ""}`;
  return `downstream calibrate ${path} --origins ${origin}${more} --particles ${particles} --islands ${islands} --prior-draws ${priorDraws} --keep ${keep} --seed ${seed}`;
}
