import { existsSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import type { Command } from "commander";
import { z } from "zod";
import { formatFixed } from "../base/number-format.ts";
import { RELEASE_NAME } from "../explorer/current-release.ts";
import type { ExplorerParts } from "../explorer/explorer-parts.ts";
import { makeEvidence } from "../explorer/make-evidence.ts";
import { makeRelease, type ReleaseFiles } from "../explorer/release.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { readTextFile } from "../host/read-folder.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { NOT_RENAMED, type Renamed } from "../scenario/renamed.ts";
import { explorerParts } from "./explorer-model.ts";
import { Failure, failOnErrors, optionFailure } from "./failure.ts";
import { loadSoundModel } from "./load-model.ts";
import { modelBrief } from "./model-brief.ts";
import { modelReleases, releasesFolder } from "./model-releases.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { textTable } from "./text-table.ts";

interface ReleaseOptions extends CommonOptions {
  readonly date?: string;
  readonly out?: string;
  readonly renamed?: string;
}

/** `downstream release MODEL VERSION`: keeps a model and its draws under a name, so that links to it go on giving the same numbers. */
export function addRelease(program: Command): void {
  const command = program
    .command("release")
    .description("keep a model with its draws and evidence under a name that links can give")
    .argument("<model>", "folder of the model")
    .argument("<version>", "name of the release, such as 2026.1")
    .option("--date <day>", "day of the release, YYYY-MM-DD (default: today)")
    .option("--renamed <file>", "JSON with what the release before this one called otherwise")
    .option("--out <dir>", "folder to write into (default: MODEL/releases/VERSION)");
  withCommonOptions(command, "print release.json and the sizes as JSON").action(
    (path: string, version: string, options: ReleaseOptions) => release(path, version, options),
  );
}

function release(path: string, version: string, options: ReleaseOptions): void {
  if (!RELEASE_NAME.test(version)) throw optionFailure("option-release-name", { name: version });
  const folder = options.out ?? `${releasesFolder(path)}/${version}`;
  if (existsSync(`${folder}/release.json`)) throw optionFailure("option-release-exists", { path: folder });
  checkOutputFolder(folder);
  const date = dayOf(options.date);
  const renamed = options.renamed === undefined ? NOT_RENAMED : readRenamed(options.renamed);
  const parts = explorerParts(loadSoundModel(path), options);
  refuseOtherDraws(parts);
  const files = makeRelease({
    ...{ parts, renamed, earlier: modelReleases(path).map(({ info }) => info.renamed) },
    name: { name: version, date },
    ...{ evidence: makeEvidence(parts), brief: modelBrief(path, parts.files) },
    deflate: (bytes) => new Uint8Array(deflateRawSync(bytes, { level: 9 })),
  });
  writeFolder(folder, files);
  process.stdout.write(options.json ? jsonOf(folder, files) : textOf(folder, files, options));
}

/** A day as given, or today. */
function dayOf(given: string | undefined): string {
  const day = given ?? new Date().toISOString().slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw optionFailure("option-release-date", { value: day });
  return day;
}

const Names = z.record(z.string(), z.string()).default({});
const RenamedSchema = z.strictObject({ levers: Names, scenarios: Names, outcomes: Names, parameters: Names });

function readRenamed(path: string): Renamed {
  const { text = "", diagnostics } = readTextFile(path);
  failOnErrors(diagnostics);
  try {
    return RenamedSchema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? (error.issues[0]?.message ?? "") : "it is not JSON";
    throw optionFailure("option-renamed", { path, why });
  }
}

/** Draws that another model made are not those of the model that is released. */
function refuseOtherDraws({ model, posterior }: ExplorerParts): void {
  if (posterior === undefined || posterior.info.modelHash === model.hash) return;
  const [ours, theirs] = [model.hash, posterior.info.modelHash].map((hash) => hash.slice(0, 12));
  const data = { posterior: posterior.info.origin, ours: ours!, theirs: theirs! };
  throw new Failure([{ code: "release-other-draws", severity: "error", data }]);
}

/** Bytes of each file as it is and as it travels: draws are deflated already. */
function sizes(files: ReleaseFiles) {
  return Object.entries(files).map(([file, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const packed = file.endsWith(".bin") ? bytes.length : deflateRawSync(bytes, { level: 9 }).length;
    return { file, bytes: bytes.length, packed };
  });
}

function jsonOf(folder: string, files: ReleaseFiles): string {
  const info = JSON.parse(String(files["release.json"])) as object;
  return `${JSON.stringify({ folder, sizes: sizes(files), ...info }, undefined, 1)}\n`;
}

function textOf(folder: string, files: ReleaseFiles, { lang }: ReleaseOptions): string {
  const en = lang === "en";
  const all = sizes(files);
  const total = { file: en ? "all" : "todo", bytes: sum(all, "bytes"), packed: sum(all, "packed") };
  const rows = [...all, total].map(({ file, bytes, packed }) => [
    file,
    formatFixed(bytes, 0),
    formatFixed(packed, 0),
  ]);
  const columns = [
    { title: en ? "file" : "archivo" },
    { title: "bytes", align: "right" as const },
    { title: en ? "compressed" : "comprimido", align: "right" as const },
  ];
  return `${[`${folder}/`, ...textTable(columns, rows)].join("\n")}\n`;
}

function sum(all: ReturnType<typeof sizes>, of: "bytes" | "packed"): number {
  return all.reduce((total, one) => total + one[of], 0);
}
