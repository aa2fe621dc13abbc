import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticError } from "../base/diagnostic.ts";
import { fileError } from "./read-folder.ts";

/** All files below a folder as bytes, by their paths below it, in sorted order; hidden ones are left out. Throws DiagnosticError `file-missing`. */
export function readFiles(root: string): Readonly<Record<string, Uint8Array>> {
  try {
    const paths = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll("\\", "/"),
      )
      .filter((path) => !path.split("/").some((part) => part.startsWith(".")));
    return Object.fromEntries(
      paths.sort().map((path) => [path, new Uint8Array(readFileSync(join(root, path)))]),
    );
  } catch {
    throw new DiagnosticError([fileError("file-missing", root)]);
  }
}
