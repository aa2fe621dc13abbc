import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const source = join(import.meta.dirname, "../../src");
const done = new Map<string, string>();

/** The compiled text of a module of the package by its path (`model/index.js`), made from the sources as they are now. */
export function compiledModule(path: string): string | undefined {
  const known = done.get(path);
  if (known !== undefined) return known;
  const file = join(source, path.replace(/\.js$/, ".ts"));
  if (!path.endsWith(".js") || !existsSync(file)) return undefined;
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  done.set(path, outputText);
  return outputText;
}
