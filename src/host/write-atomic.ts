import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { DiagnosticError } from "../base/diagnostic.ts";
import { fileError } from "./read-folder.ts";

/**
 * Writes a file so that a reader sees the old content or the new, never a part: a temporary file beside it, then a
 * rename. Folders on the way are made. Throws DiagnosticError `file-unwritable`, `output-is-a-folder`.
 */
export function writeAtomic(path: string, content: string | Uint8Array): void {
  writeAll([[path, content]]);
}

/**
 * Writes several files into one folder and returns their paths. No folder is in the way of one, and all contents are on
 * disk under temporary names, before the first file gets its name: a full disk leaves the old set. Throws
 * DiagnosticError `output-is-a-folder`, `file-unwritable`, or, where a rename fails later, `files-half-written`.
 */
export function writeFolder(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const entries = Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content] as const);
  writeAll(entries);
  return entries.map(([path]) => path);
}

function writeAll(entries: readonly (readonly [path: string, content: string | Uint8Array])[]): void {
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  const renamed: string[] = [];
  let current = "";
  try {
    for (const [path] of entries) {
      current = path;
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        throw new DiagnosticError([fileError("output-is-a-folder", path)]);
      }
    }
    for (const [path, content] of entries) {
      current = path;
      mkdirSync(dirname(path), { recursive: true });
      writeDurably(temporary(path), typeof content === "string" ? Buffer.from(content, "utf8") : content);
    }
    for (const [path] of entries) {
      current = path;
      renameSync(temporary(path), path);
      renamed.push(path);
    }
  } catch (error) {
    for (const [path] of entries) removeQuietly(temporary(path));
    if (error instanceof DiagnosticError) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new DiagnosticError([
      renamed.length === 0
        ? fileError("file-unwritable", current, why)
        : { code: "files-half-written", severity: "error", data: { path: current, why, written: renamed } },
    ]);
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself may be what is wrong; the finding thrown by the caller says so.
  }
}
