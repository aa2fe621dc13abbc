import type { Command } from "commander";
import { Option } from "commander";
import { currentRelease } from "../explorer/current-release.ts";
import { runExplorer } from "../explorer/explorer-run.ts";
import { makeFacts } from "../explorer/make-facts.ts";
import { drawsHash, withRenamed } from "../explorer/release.ts";
import { linkMeaning } from "../explorer/release-meaning.ts";
import type { ReleaseParts } from "../explorer/release-rows.ts";
import { resultCsv } from "../explorer/result-csv.ts";
import { progressLine } from "../host/progress.ts";
import { moveLink } from "../scenario/move-link.ts";
import { linkRelease, type ParsedLink, parseLink } from "../scenario/parse-link.ts";
import { warn, withPool } from "./draws.ts";
import { explorerParts } from "./explorer-model.ts";
import { optionFailure } from "./failure.ts";
import { linkJson, linkText } from "./link-report.ts";
import { loadSoundModel, withSuggestion } from "./load-model.ts";
import { modelRelease, modelReleases, partsOfRelease, releaseNames } from "./model-releases.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "./options.ts";

interface LinkOptions extends CommonOptions {
  readonly model: string;
  readonly draws: number;
  readonly workers?: number;
  readonly csv?: boolean;
  readonly current?: boolean;
}

/** Draws of the page at rest: with as many, its numbers come out bit for bit. */
const PAGE_DRAWS = 2000;

/** `downstream link ADDRESS`: the numbers behind a link of the explorer. */
export function addLink(program: Command): void {
  const command = program
    .command("link")
    .description("run a link of the explorer: the numbers that its page shows")
    .argument("<link>", "a whole address, or what follows its question mark, in quotes")
    .option("--model <folder>", "folder of the model, with its releases", "models/us-mexico")
    .option("--csv", "print the CSV that the page gives, byte for byte")
    .option("--current", "follow the model as it is now, and not the release that the link names")
    .addOption(
      new Option("--draws <n>", "draws; the page has 2,000 at rest and 200 while a lever moves")
        .argParser(wholeNumber(1, 1_000_000))
        .default(PAGE_DRAWS),
    )
    .addOption(
      new Option(
        "--workers <n>",
        "worker threads; the results do not depend on it (default: one a core)",
      ).argParser(wholeNumber(1, 64)),
    );
  withCommonOptions(command, "print the comparison as JSON").action((text: string, options: LinkOptions) =>
    runLink(text, options),
  );
}

async function runLink(text: string, options: LinkOptions): Promise<void> {
  const { parts, link, diagnostics } = open(text, options);
  warn(diagnostics, options);
  const { choice, view } = link;
  const progress = progressLine(options.lang === "en" ? "Draws" : "Sorteos");
  const run = await withPool({ ...options, seed: choice.seed }, (pool) =>
    runExplorer(pool, parts, choice, { draws: options.draws, ...view, progress: progress.update }),
  );
  progress.end();
  const shown = { facts: parts.facts, link, run, diagnostics };
  if (options.csv) process.stdout.write(resultCsv(choice, parts.facts, run.comparison));
  else if (options.json) process.stdout.write(linkJson(shown));
  else process.stdout.write(linkText(shown, options.lang));
}

/** A link with what it runs on. */
interface OpenLink extends ParsedLink {
  readonly parts: ReleaseParts;
}

/** Opens the release that a link names; one without a name, or `--current`, follows the model. Throws a Failure for an unknown one. */
function open(text: string, options: LinkOptions): OpenLink {
  const { model } = options;
  const known = releaseNames(model);
  const asked = linkRelease(text);
  if (asked !== undefined && known.includes(asked)) {
    const release = modelRelease(model, asked);
    const read = parseLink(text, release.facts);
    if (!options.current) return { ...read, parts: partsOfRelease(release) };
    const now = workingParts(options);
    const later = modelReleases(model).slice(known.indexOf(asked) + 1);
    const moved = moveLink(read.link, release.facts, now.facts, ...later.map(({ info }) => info.renamed));
    return { parts: now, link: moved.link, diagnostics: [...read.diagnostics, ...moved.diagnostics] };
  }
  const now = workingParts(options);
  if (asked !== undefined && asked !== now.facts.release && !options.current) {
    const all = known.includes(now.facts.release) ? known : [...known, now.facts.release];
    throw optionFailure("option-release", withSuggestion({ name: asked, known: all }, asked, all));
  }
  return { ...parseLink(text, now.facts), parts: now };
}

/** The model as it stands, under its name. */
function workingParts(options: LinkOptions): ReleaseParts {
  const parts = explorerParts(loadSoundModel(options.model), options);
  const facts = makeFacts(parts, { name: "", date: "" });
  const releases = modelReleases(options.model).map(({ info }) => info);
  const { name, date } = currentRelease(linkMeaning(facts, drawsHash(parts)), releases);
  return {
    facts: withRenamed(
      { ...facts, release: name, released: date },
      releases.map(({ renamed }) => renamed),
    ),
    ir: parts.model.ir,
    values: parts.posterior?.values ?? new Float32Array(0),
  };
}
