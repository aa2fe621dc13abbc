import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Folder of the package: where the models and briefs that come with the program stand. */
export const packageRoot = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

/**
 * The path as given when something is there; else the same path inside the package when it is one of the models or
 * briefs that come with the program; else the path as given.
 */
export function inputPath(path: string): string {
  if (existsSync(path)) return path;
  const shipped = `${packageRoot}/${path}`;
  return /^(models|briefs)\//.test(path) && existsSync(shipped) ? shipped : path;
}
