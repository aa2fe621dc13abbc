import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic, Files } from "../base/diagnostic.ts";

/** Kinds of file that a model or brief is made of; everything else in its folder is left alone. */
const TEXT_KINDS = new Set([".md", ".csv", ".yaml", ".yml", ".json"]);
const MAX_FILE_BYTES = 16 * 2 ** 20;
const MAX_FOLDER_BYTES = 128 * 2 ** 20;
const MAX_FILES = 4000;

/**
 * Reads the text files under `root` (any depth) as `{path: text}`, paths relative to `root` with forward slashes,
 * in sorted order. Hidden files, `node_modules` and links are skipped. Findings name the path as the user gave it:
 * `file-missing`, `file-not-a-folder`, `file-unreadable`, `file-too-large`, `folder-too-large`, `file-not-text`.
 */
export function readFolder(root: string): { files: Files; diagnostics: Diagnostic[] } {
  const files: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  const stats = statOrDiagnostic(root, diagnostics);
  if (stats === undefined) return { files, diagnostics };
  if (!stats.isDirectory()) return { files, diagnostics: [fileError("file-not-a-folder", root)] };
  let bytes = 0;
  for (const path of listTextFiles(root, "", diagnostics)) {
    const result = readTextFile(join(root, path));
    diagnostics.push(...result.diagnostics);
    if (result.text === undefined) continue;
    bytes += result.text.length;
    if (bytes > MAX_FOLDER_BYTES || Object.keys(files).length >= MAX_FILES) {
      return { files, diagnostics: [...diagnostics, fileError("folder-too-large", root)] };
    }
    files[path] = result.text;
  }
  return { files, diagnostics };
}

/**
 * Reads one UTF-8 text (a byte order mark is dropped, `\r\n` becomes `\n`). `text` is absent where a finding says why:
 * `file-missing`, `file-is-a-folder`, `file-unreadable`, `file-too-large`, `file-not-text`.
 */
export function readTextFile(path: string): { text?: string; diagnostics: Diagnostic[] } {
  const { bytes, diagnostics } = readBinaryFile(path);
  if (bytes === undefined) return { diagnostics };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) return { diagnostics: [fileError("file-not-text", path)] };
    return { text: text.replaceAll("\r\n", "\n"), diagnostics: [] };
  } catch {
    return { diagnostics: [fileError("file-not-text", path)] };
  }
}

/** Reads one file as bytes; findings as `readTextFile`, less `file-not-text`. */
export function readBinaryFile(
  path: string,
  limit: number = MAX_FILE_BYTES,
): { bytes?: Uint8Array; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const stats = statOrDiagnostic(path, diagnostics);
  if (stats === undefined) return { diagnostics };
  if (stats.isDirectory()) return { diagnostics: [fileError("file-is-a-folder", path)] };
  if (stats.size > limit) return { diagnostics: [fileError("file-too-large", path)] };
  try {
    return { bytes: readFileSync(path), diagnostics };
  } catch (error) {
    return { diagnostics: [fileError("file-unreadable", path, reason(error))] };
  }
}

function listTextFiles(root: string, below: string, diagnostics: Diagnostic[]): string[] {
  try {
    const entries = readdirSync(join(root, below), { withFileTypes: true });
    const found: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) found.push(...listTextFiles(root, path, diagnostics));
      else if (entry.isFile() && TEXT_KINDS.has(extension(entry.name))) found.push(path);
    }
    return found.sort();
  } catch (error) {
    diagnostics.push(fileError("file-unreadable", join(root, below), reason(error)));
    return [];
  }
}

function statOrDiagnostic(path: string, diagnostics: Diagnostic[]): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const missing = ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
    diagnostics.push(
      missing ? fileError("file-missing", path) : fileError("file-unreadable", path, reason(error)),
    );
    return undefined;
  }
}

function extension(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot).toLowerCase();
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** A finding about a file as a whole. */
export function fileError(code: string, path: string, why?: string): Diagnostic {
  return { code, severity: "error", data: why === undefined ? { path } : { path, why } };
}
