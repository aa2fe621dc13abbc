import { existsSync, readdirSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { compareReleases, RELEASE_NAME } from "../explorer/current-release.ts";
import { unpackDraws } from "../explorer/pack-draws.ts";
import { type ReadRelease, type ReleaseFiles, readRelease } from "../explorer/release.ts";
import type { ReleaseParts } from "../explorer/release-rows.ts";
import { readFiles } from "../host/read-files.ts";
import { failOnErrors } from "./failure.ts";
import { inputPath } from "./input-path.ts";

/** A release that lies in a model's folder: what it says, and its files. */
export interface ModelRelease extends ReadRelease {
  readonly files: ReleaseFiles;
}

/** Names of the releases of a model's folder, oldest first. */
export function releaseNames(model: string): readonly string[] {
  const folder = releasesFolder(model);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => RELEASE_NAME.test(name))
    .sort(compareReleases);
}

/** Where a model's releases lie. */
export function releasesFolder(model: string): string {
  return `${inputPath(model).replace(/\/+$/, "")}/releases`;
}

/** One release of a model's folder, its hashes checked. Throws a Failure when it cannot be used. */
export function modelRelease(model: string, name: string): ModelRelease {
  const files = readFiles(`${releasesFolder(model)}/${name}`);
  const { release, diagnostics } = readRelease(`${model}/releases/${name}`, files);
  failOnErrors(diagnostics);
  return { ...release!, files };
}

/** All releases of a model's folder, oldest first. Throws a Failure when one cannot be used. */
export function modelReleases(model: string): readonly ModelRelease[] {
  return releaseNames(model).map((name) => modelRelease(model, name));
}

/** What runs of a release need: its draws are unpacked. */
export function partsOfRelease({ facts, ir, draws }: ReadRelease): ReleaseParts {
  return { facts, ir, values: unpackDraws(inflateRawSync(draws), facts.draws.parameters.length) };
}
