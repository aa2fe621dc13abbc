import { linkRelease, type ModelFacts } from "downstream/explorer";

/** A release of the model as the page opens it. */
export interface OpenRelease {
  readonly facts: ModelFacts;
  /** Folder of its files, with a slash at its end. */
  readonly folder: string;
  /** The release that the site shows where a link names none. */
  readonly current: string;
  /** The release that the link names, where this site does not hold it. */
  readonly missing?: string;
}

/**
 * Opens the release that a query names, else the current one. Throws an Error where not even that can be fetched.
 * `root`: where the site's root is, relative to the page.
 */
export async function openRelease(root: string, current: string, query: string): Promise<OpenRelease> {
  const named = linkRelease(query);
  if (named !== undefined && named !== current) {
    const found = await facts(root, named).catch(() => undefined);
    if (found) return { ...found, current };
    return { ...(await facts(root, current)), current, missing: named };
  }
  return { ...(await facts(root, current)), current };
}

async function facts(root: string, release: string) {
  const folder = new URL(`${root}models/${encodeURIComponent(release)}/`, location.href).href;
  const response = await fetch(`${folder}facts.json`);
  if (!response.ok) throw new Error(`${response.status} ${folder}facts.json`);
  return { facts: (await response.json()) as ModelFacts, folder };
}
