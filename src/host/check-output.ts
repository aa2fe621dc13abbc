import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DiagnosticError } from "../base/diagnostic.ts";
import { fileError } from "./read-folder.ts";

/**
 * Looks whether a folder can take files, before the work whose result it is to hold: it is one that may be written, or
 * it can be made where it is to stand. Writes nothing. Throws DiagnosticError `output-not-a-folder`, `file-unwritable`.
 */
export function checkOutputFolder(folder: string): void {
  for (let path = folder; ; path = dirname(path)) {
    if (!existsSync(path) && dirname(path) !== path) continue;
    try {
      if (!statSync(path).isDirectory()) {
        throw new DiagnosticError([fileError("output-not-a-folder", path)]);
      }
      accessSync(path, constants.W_OK);
    } catch (error) {
      if (error instanceof DiagnosticError) throw error;
      throw new DiagnosticError([
        fileError("file-unwritable", path, (error as NodeJS.ErrnoException).code ?? String(error)),
      ]);
    }
    return;
  }
}
