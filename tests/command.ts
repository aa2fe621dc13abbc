import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");
export const launcher = join(root, "bin/downstream.js");

/** Runs the command line as a user does, in `cwd`; a command that takes two minutes is stopped. */
export function downstream(args: readonly string[], cwd = root): SpawnSyncReturns<string> {
  const result = spawnSync(process.execPath, [launcher, ...args], {
    cwd,
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, NO_COLOR: "1" },
  });
  return result;
}

/** A folder of its own for one test file, and how to remove it. */
export function scratch(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "downstream-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
