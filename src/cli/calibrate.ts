import { type Command, InvalidArgumentError } from "commander";
import { stream } from "../base/stream.ts";
import { calibrate } from "../calibrate/calibrate.ts";
import { ensembleRunner } from "../calibrate/ensemble-runner.ts";
import { type ChapterBlock, decisionMonth } from "../calibrate/observed-terms.ts";
import { type Posterior, type PosteriorInfo, posteriorFiles } from "../calibrate/posterior.ts";
import { fixed, level, percent } from "../explain/number-words.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { progressLine } from "../host/progress.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { type EnsembleCommandOptions, priorDesign, withPool } from "./draws.ts";
import { loadSoundModel } from "./load-model.ts";
import { wholeNumber, withCommonOptions, withEnsembleOptions, withSamplerOption } from "./options.ts";
import { textTable } from "./text-table.ts";

interface CalibrateOptions extends EnsembleCommandOptions {
  readonly draws: number;
  readonly keep: number;
  readonly blocks?: readonly ChapterBlock[];
  readonly temper?: boolean;
  readonly target: number;
}

/** Series of so many runs are held at once, whatever the number of draws. */
const BATCH = 1024;

/** Kept draws on which each parameter is tried for silence: enough to meet every option of every variant. */
const PROBES = 24;

/** `downstream calibrate MODEL`: weighs prior draws by the observed series and stores a posterior beside the model. */
export function addCalibrate(program: Command): void {
  const command = program
    .command("calibrate")
    .description(
      "weigh prior draws by the data known at the decision date; store a posterior beside the model",
    )
    .argument("<model>", "folder of the model")
    .option("--keep <n>", "draws to keep", wholeNumber(10, 1_000_000), 2000)
    .option("--blocks <list>", "chapters to weigh apart and join again, as in 01-06,07-12", chapterBlocks)
    .option("--temper", "lower the likelihood's exponent until the effective sample size reaches --target")
    .option("--target <n>", "effective sample size to reach with --temper", wholeNumber(2, 100_000), 200);
  withSamplerOption(command);
  withEnsembleOptions(command, 20_000, "prior draws to weigh");
  withCommonOptions(command, "print what was found as JSON").action(
    (path: string, options: CalibrateOptions) => calibrateModel(path, options),
  );
}

async function calibrateModel(path: string, options: CalibrateOptions): Promise<void> {
  const loaded = loadSoundModel(path);
  checkOutputFolder(`${loaded.root}/posterior`);
  const { model } = loaded;
  const { draws, seed, keep } = options;
  const progress = progressLine(options.lang === "en" ? "Prior draws" : "Sorteos a priori");
  const posterior = await withPool(options, (pool) =>
    calibrate(model, ensembleRunner(model.ir, priorDesign(model.ir, draws, options), pool), {
      ...{ origin: decisionMonth(model.ir), draws, keep, seed, batch: BATCH, probes: PROBES },
      ...(options.blocks ? { blocks: options.blocks } : {}),
      ...(options.temper ? { temperTo: options.target } : {}),
      uniform: (purpose, index) => stream(seed, `resampling: ${purpose}`).uniform(0, index),
      command: commandLine(path, options),
      progress: progress.update,
    }),
  );
  progress.end();
  const written = writeFolder(loaded.root, posteriorFiles(posterior));
  process.stdout.write(
    options.json
      ? `${JSON.stringify(posterior.info, undefined, 2)}\n`
      : `${report(posterior, written, options)}\n`,
  );
}

/** `01-06,07-12` as blocks; an error of usage for anything else. */
function chapterBlocks(text: string): readonly ChapterBlock[] {
  return text.split(",").map((part) => {
    const match = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (match === null || to < from) throw new InvalidArgumentError("Write ranges of chapters: 01-06,07-12.");
    return { from, to };
  });
}

function commandLine(path: string, options: CalibrateOptions): string {
  const { draws, seed, keep, temper, target, blocks, sampler } = options;
  const spread = sampler ? ` --sampler ${sampler}` : "";
  const apart = blocks ? ` --blocks ${blocks.map(({ from, to }) => `${from}-${to}`).join(",")}` : "";
  const tempered = temper ? ` --temper --target ${target}` : "";
  return `downstream calibrate ${path} --draws ${draws} --keep ${keep} --seed ${seed}${spread}${apart}${tempered}`;
}

function report({ info }: Posterior, written: readonly string[], { lang }: CalibrateOptions): string {
  return [...summary(info, lang === "en"), "", ...tables(info, lang === "en"), "", ...written].join("\n");
}

function summary(info: PosteriorInfo, en: boolean): string[] {
  const { priorDraws, rejected, failed, impossible, exponent, draws, blocks, crossed } = info;
  const full = fixed(info.effectiveSampleSize, 1);
  const used = fixed(info.effectiveSampleSizeUsed, 1);
  const lines = en
    ? [
        `${info.model}, data known in ${info.origin}: ${level(priorDraws)} prior draws, ${rejected} rejected, ${failed} failed, ${impossible} beyond comparison.`,
        `Effective sample size of the full likelihood, all chapters at once: ${full}.`,
      ]
    : [
        `${info.model}, datos conocidos en ${info.origin}: ${level(priorDraws)} sorteos a priori, ${rejected} rechazados, ${failed} fallidos, ${impossible} no comparables.`,
        `Tamaño efectivo de muestra con la verosimilitud completa, todos los capítulos a la vez: ${full}.`,
      ];
  for (const { chapters, effectiveSampleSize, distinct } of blocks) {
    const size = fixed(effectiveSampleSize, 1);
    lines.push(
      en
        ? `Chapters ${chapters}: effective sample size ${size}; ${distinct} different prior draws among the ${draws} kept.`
        : `Capítulos ${chapters}: tamaño efectivo ${size}; ${distinct} sorteos a priori distintos entre los ${draws} conservados.`,
    );
  }
  const share = percent(crossed.effectiveSampleSize / crossed.draws);
  lines.push(
    en
      ? `Joined: ${level(crossed.draws)} sets, of which the joint likelihood leaves ${share}. The kept draws are worth ${used}.`
      : `Unidos: ${level(crossed.draws)} conjuntos, de los que la verosimilitud conjunta deja ${share}. Los sorteos conservados equivalen a ${used}.`,
  );
  if (exponent < 1) {
    lines.push(
      en
        ? `The likelihood was tempered to the power ${exponent}: the posterior is wider than the data alone would make it.`
        : `La verosimilitud se atenuó a la potencia ${exponent}: la posterior es más ancha de lo que darían los datos.`,
    );
  } else if (info.effectiveSampleSizeUsed < 100) {
    lines.push(
      en
        ? "That is few: quantiles of the posterior are rough. More prior draws help, --blocks too, or --temper for a wider and smoother one."
        : "Son pocos: los cuantiles de la posterior son toscos. Ayudan más sorteos a priori y --blocks, o --temper para una más ancha y suave.",
    );
  }
  return lines;
}

/** A value in its unit: dates as years, without separators. */
function shown(value: number, unit: string): string {
  return unit === "date" ? value.toFixed(1) : level(value);
}

function tables(info: PosteriorInfo, en: boolean): string[] {
  const right = (title: string) => ({ title, align: "right" as const });
  const fits = textTable(
    en
      ? [
          { title: "observed series" },
          right("points"),
          right("error"),
          right("inside 90 %"),
          right("prior error"),
        ]
      : [
          { title: "serie observada" },
          right("puntos"),
          right("error"),
          right("dentro del 90 %"),
          right("error a priori"),
        ],
    info.fits.map((fit) => [
      fit.name,
      String(fit.points),
      percent(fit.mape),
      percent(fit.inside90),
      percent(fit.priorMape),
    ]),
  );
  const variants = textTable(
    en
      ? [
          { title: "variant" },
          { title: "option" },
          right("prior"),
          right("normal errors"),
          right("Student errors"),
        ]
      : [
          { title: "variante" },
          { title: "opción" },
          right("a priori"),
          right("errores normales"),
          right("errores de Student"),
        ],
    info.variants.flatMap(({ name, options }) =>
      options.map((option) => [
        name,
        option.name,
        percent(option.prior),
        percent(option.normal),
        percent(option.student),
      ]),
    ),
  );
  const learned = [...info.ranges].sort((a, b) => a.width - b.width).slice(0, 12);
  const ranges = textTable(
    en
      ? [
          { title: "most learned of" },
          right("prior 5-50-95 %"),
          right("posterior"),
          right("width"),
          { title: "unit" },
        ]
      : [
          { title: "de lo que más se aprende" },
          right("a priori 5-50-95 %"),
          right("posterior"),
          right("ancho"),
          { title: "unidad" },
        ],
    learned.map(({ name, unit, prior, posterior, width }) => [
      name,
      prior.map((value) => shown(value, unit)).join(" · "),
      posterior.map((value) => shown(value, unit)).join(" · "),
      fixed(width, 2),
      unit,
    ]),
  );
  const rest = info.ranges.filter((range) => range.width > 0.9).length;
  const said = en
    ? `Of ${info.ranges.length} uncertain constants the data taught next to nothing about ${rest} (their range stays above 90 % of the prior's); ${info.silent.length} of them change nothing observed and are drawn afresh.`
    : `De ${info.ranges.length} constantes inciertas los datos no enseñan casi nada sobre ${rest} (su rango sigue por encima de 90 % del a priori); ${info.silent.length} de ellas no cambian nada observado y se sortean de nuevo.`;
  return [...fits, "", ...variants, "", ...ranges, "", said];
}
