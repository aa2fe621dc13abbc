import type { ReleaseName } from "./make-facts.ts";
import type { ReleaseInfo } from "./release.ts";

/**
 * What the model as it stands is called: by the name of a release whose links mean the same and give the same numbers, the newest
 * such; else by that of the newest release, a plus sign and the start of the hash (`2026.1+c0564e7`; `0+c0564e7` before the first
 * release). Its day is that of the release; "" for what is not released.
 */
export function currentRelease(
  meaning: string,
  releases: readonly Pick<ReleaseInfo, "release" | "released" | "meaning">[],
): ReleaseName {
  const newest = [...releases].sort((a, b) => compareReleases(b.release, a.release));
  const same = newest.find((release) => release.meaning === meaning);
  if (same !== undefined) return { name: same.release, date: same.released };
  return { name: `${newest[0]?.release ?? "0"}+${meaning.slice(0, 7)}`, date: "" };
}

/** Orders the names of releases: number by number, `2026.2` before `2026.10`. */
export function compareReleases(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => name.split(".").map(Number)) as [number[], number[]];
  for (let i = 0; i < x.length || i < y.length; i++) {
    const difference = (x[i] ?? -1) - (y[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What a release may be called: numbers joined by dots. */
export const RELEASE_NAME = /^\d+(\.\d+)*$/;
