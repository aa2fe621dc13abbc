import type { Diagnostic } from "../base/diagnostic.ts";
import { posteriorFiles } from "../calibrate/posterior.ts";
import { canonicalJson, sha256 } from "../model/hash.ts";
import type { Ir } from "../model/ir.ts";
import { composeRenamed, NOT_RENAMED, type Renamed } from "../scenario/renamed.ts";
import type { BriefFacts } from "./brief-facts.ts";
import type { EvidenceFile } from "./evidence-record.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import { makeFacts, type ReleaseName } from "./make-facts.ts";
import type { ModelFacts } from "./model-facts.ts";
import { packDraws } from "./pack-draws.ts";
import { linkMeaning } from "./release-meaning.ts";

/** Contents by file name, as they lie in a release's folder. */
export type ReleaseFiles = Readonly<Record<string, string | Uint8Array>>;

/** `release.json`: what a released model is, and the hashes of the files beside it. */
export interface ReleaseInfo {
  readonly format: "downstream-release";
  readonly version: 1;
  readonly model: string;
  /** Name and day of the release: `2026.1`, `YYYY-MM-DD`. */
  readonly release: string;
  readonly released: string;
  readonly modelHash: string;
  readonly numberVersion: number;
  /** Name of the posterior and the SHA-256 of its draws as `posterior/NAME.f32` has them; "prior" and "" without one. */
  readonly posterior: { readonly name: string; readonly sha256: string };
  /** Hash of all that decides what a link means and shows (`linkMeaning`): where it is the same, links give the same numbers. */
  readonly meaning: string;
  /** SHA-256 of each file beside this one. */
  readonly files: Readonly<Record<string, string>>;
  /** What the release before this one called otherwise. */
  readonly renamed: Renamed;
}

/** What a release is made from beside the model itself. */
export interface ReleaseRequest {
  readonly parts: ExplorerParts;
  readonly name: ReleaseName;
  readonly evidence: EvidenceFile;
  /** Absent for a model without a document. */
  readonly brief?: BriefFacts | undefined;
  /** What the release before this one called otherwise. */
  readonly renamed?: Renamed;
  /** The tables of the releases before this one, oldest first. */
  readonly earlier?: readonly Renamed[];
  /** Raw deflate at its best level. */
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
}

/** A model as the files of a release; the same parts give the same bytes within one version of the compressor. */
export function makeRelease(request: ReleaseRequest): ReleaseFiles {
  const { parts, name, evidence, brief, deflate, renamed = NOT_RENAMED, earlier = [] } = request;
  const { model, posterior } = parts;
  const facts = withRenamed(makeFacts(parts, name), [...earlier, renamed]);
  const files: ReleaseFiles = {
    "facts.json": oneLine(facts),
    "ir.json": oneLine(model.ir),
    "draws.bin": deflate(packedDraws(parts)),
    "evidence.json": oneLine(evidence),
    ...(brief === undefined ? {} : { "brief.json": oneLine(brief) }),
  };
  const draws = drawsHash(parts);
  const info: ReleaseInfo = {
    format: "downstream-release",
    version: 1,
    model: model.name,
    release: name.name,
    released: name.date,
    modelHash: model.hash,
    numberVersion: facts.numberVersion,
    posterior: { name: posterior === undefined ? "prior" : facts.draws.posterior, sha256: draws },
    meaning: linkMeaning(facts, draws),
    files: Object.fromEntries(Object.entries(files).map(([file, content]) => [file, sha256(content)])),
    renamed,
  };
  return { ...files, "release.json": `${JSON.stringify(info, undefined, 1)}\n` };
}

/** Facts that know what earlier releases called otherwise. */
export function withRenamed(facts: ModelFacts, tables: readonly Renamed[]): ModelFacts {
  const renamed = composeRenamed(tables);
  const any = Object.values(renamed).some((table) => Object.keys(table).length > 0);
  return any ? { ...facts, renamed } : facts;
}

function oneLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** The stored draws of a model as `draws.bin` before it is deflated; nothing without a posterior. */
export function packedDraws({ posterior }: Pick<ExplorerParts, "posterior">): Uint8Array {
  return posterior === undefined
    ? new Uint8Array(0)
    : packDraws(posterior.values, posterior.info.parameters.length);
}

/** SHA-256 of a model's stored draws, as their file beside the model has them; "" without a posterior. */
export function drawsHash({ posterior }: Pick<ExplorerParts, "posterior">): string {
  if (posterior === undefined) return "";
  const bytes = Object.entries(posteriorFiles(posterior)).find(([path]) => path.endsWith(".f32"));
  return sha256(bytes?.[1] ?? "");
}

/** A release that was read; its draws as `draws.bin` has them. */
export interface ReadRelease {
  readonly info: ReleaseInfo;
  readonly facts: ModelFacts;
  readonly ir: Ir;
  readonly draws: Uint8Array;
}

/**
 * Reads a release from the files of its folder. Findings: `release-incomplete` when a file is missing, `release-changed` when one is
 * not the one that was released, `release-unreadable` when it is no release of a known format.
 */
export function readRelease(
  path: string,
  files: ReleaseFiles,
): { readonly release?: ReadRelease; readonly diagnostics: readonly Diagnostic[] } {
  const refuse = (code: string, file: string) => ({
    diagnostics: [{ code, severity: "error", data: { path, file } } as const],
  });
  if (!Object.hasOwn(files, "release.json")) return refuse("release-incomplete", "release.json");
  const info = parsed<ReleaseInfo>(files["release.json"]!);
  if (info?.format !== "downstream-release" || info.version !== 1)
    return refuse("release-unreadable", "release.json");
  for (const file of new Set([...Object.keys(info.files), "facts.json", "ir.json", "draws.bin"])) {
    if (!Object.hasOwn(files, file)) return refuse("release-incomplete", file);
    if (sha256(files[file]!) !== info.files[file]) return refuse("release-changed", file);
  }
  const facts = parsed<ModelFacts>(files["facts.json"]!);
  const ir = parsed<Ir>(files["ir.json"]!);
  const draws = files["draws.bin"]!;
  if (facts?.format !== "downstream-explorer-facts" || facts.version !== 1)
    return refuse("release-unreadable", "facts.json");
  if (ir === undefined || sha256(canonicalJson(ir)) !== info.modelHash)
    return refuse("release-changed", "ir.json");
  if (typeof draws === "string") return refuse("release-unreadable", "draws.bin");
  return { release: { info, facts, ir, draws }, diagnostics: [] };
}

function parsed<T>(content: string | Uint8Array): T | undefined {
  try {
    return JSON.parse(typeof content === "string" ? content : new TextDecoder().decode(content)) as T;
  } catch {
    return undefined;
  }
}
