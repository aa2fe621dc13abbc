import type { Command } from "commander";
import type { Brief } from "../brief/brief.ts";
import { checkBrief } from "../brief/check-brief.ts";
import { type ParsedBrief, parseBrief } from "../brief/parse-brief.ts";
import { loadRecord } from "../brief/record.ts";
import { chartFiles } from "../brief/render-charts.ts";
import { renderHtml } from "../brief/render-html.ts";
import { renderMarkdown } from "../brief/render-markdown.ts";
import type { BriefResult } from "../brief/result.ts";
import { runBrief } from "../brief/run-brief.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { progressLine } from "../host/progress.ts";
import { readTextFile } from "../host/read-folder.ts";
import { terminal } from "../host/terminal.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { headlineText } from "./brief-headline.ts";
import { drawsFor, type EnsembleCommandOptions, warn, withPool } from "./draws.ts";
import { failOnErrors } from "./failure.ts";
import { inputPath } from "./input-path.ts";
import { type LoadedModel, loadSoundModel, ownFiles } from "./load-model.ts";
import { withCommonOptions, withEnsembleOptions, withSamplerOption } from "./options.ts";
import { programVersion } from "./program-version.ts";

interface BriefOptions extends EnsembleCommandOptions {
  readonly draws: number;
  readonly out?: string;
}

const DEFAULT_BRIEF = "briefs/2024-11-force-in-mexico.md";
const DEFAULT_OUT = "out";

/** `downstream brief [FILE]`: a document's claims judged, its proposals run, the report written. */
export function addBrief(program: Command): void {
  const command = program
    .command("brief", { isDefault: false })
    .description("judge a document's claims, run its proposals and write the report")
    .argument("[file]", "a brief", DEFAULT_BRIEF)
    .option(
      "--out <dir>",
      `folder for the report (default: ${DEFAULT_OUT}; with --json nothing is written without it)`,
    )
    .option("--prior", "draw from the prior even if the model has a posterior")
    .option("--posterior <name>", "draw from this posterior, such as 2024-10, and not from the newest");
  withSamplerOption(command);
  withEnsembleOptions(command, 2000, "draws, the same for every scenario");
  withCommonOptions(command, "print the result document as JSON").action(
    (file: string, options: BriefOptions) => briefReport(file, options),
  );
}

async function briefReport(file: string, options: BriefOptions): Promise<void> {
  const { parsed, brief, text } = readBrief(file);
  const folder = options.out ?? (options.json ? undefined : DEFAULT_OUT);
  if (folder !== undefined) checkOutputFolder(folder);
  const loaded = loadSoundModel(brief.head.model);
  const files = ownFiles(loaded);
  const record = loadRecord(files, "");
  const findings = [...record.diagnostics, ...checkBrief(parsed, loaded.model, loaded.scenarios, record)];
  const texts = { ...files, [file]: text };
  warn(failOnErrors(findings, texts), options);
  const result = await run(file, brief, loaded, options);
  const json = `${JSON.stringify(result, undefined, 1)}\n`;
  if (folder !== undefined) {
    const written = writeFolder(folder, {
      "report.json": json,
      ...Object.fromEntries(
        (["en", "es"] as const).flatMap((language) => [
          [`report.${language}.html`, renderHtml(result, language)],
          [`report.${language}.md`, renderMarkdown(result, language)],
          ...Object.entries(chartFiles(result, language)),
        ]),
      ),
    });
    if (!options.json) {
      const where = { folder, model: brief.head.model };
      process.stdout.write(headlineText(result, written, where, options.lang, terminal()));
    }
  }
  if (options.json) process.stdout.write(json);
}

function readBrief(file: string): {
  readonly parsed: ParsedBrief;
  readonly brief: Brief;
  readonly text: string;
} {
  const { text = "", diagnostics } = readTextFile(inputPath(file));
  failOnErrors(diagnostics);
  const parsed = parseBrief(file, text);
  failOnErrors(parsed.diagnostics, { [file]: text });
  if (parsed.brief === undefined) throw new RangeError("a brief without errors and without content");
  return { parsed, brief: parsed.brief, text };
}

async function run(
  file: string,
  brief: Brief,
  loaded: LoadedModel,
  options: BriefOptions,
): Promise<BriefResult> {
  const { model, scenarios } = loaded;
  const { draws, seed } = options;
  const drawn = drawsFor(loaded, draws, options, brief.head.date.slice(0, 7));
  const progress = progressLine(options.lang === "en" ? "Draws" : "Sorteos");
  const version = programVersion();
  const result = await withPool(options, (pool) =>
    runBrief({
      ...{ brief, files: ownFiles(loaded), model, scenarios, params: drawn.params, draws, pool },
      posterior: drawn.posterior,
      made: {
        program: `downstream ${version}`,
        model: model.name,
        modelVersion: version,
        modelHash: model.hash,
        posterior: drawn.from,
        seed,
        draws,
        engine: "wasm",
        command: `npx downstream brief ${file} --draws ${draws} --seed ${seed}${options.prior ? " --prior" : ""}${options.posterior ? ` --posterior ${options.posterior}` : ""}${drawn.design && options.sampler ? ` --sampler ${options.sampler}` : ""}`,
      },
      progress: progress.update,
    }),
  );
  progress.end();
  return result;
}
