import type { Diagnostic, Files } from "../base/diagnostic.ts";
import type { Posterior } from "../calibrate/posterior.ts";
import type { Model } from "../model/model.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Words } from "../scenario/words.ts";
import { checkExplorerFile } from "./check-explorer-file.ts";
import { type ExplorerFile, parseExplorerFile } from "./explorer-file.ts";

/** A model's folder, read and compiled, with the draws that the explorer shows: what facts, evidence and pages are made from. */
export interface ExplorerParts {
  readonly model: Model;
  readonly words: Words;
  readonly scenarios: readonly Scenario[];
  /** The model's own files by their paths below its folder. */
  readonly files: Files;
  /** Absent for a model that has none: draws are then those of the prior. */
  readonly posterior?: Posterior;
  /** The model's `explorer.yaml`; absent where it has none. */
  readonly explorer?: ExplorerFile;
}

/** The model's `explorer.yaml`, held against the model: the file where it has no error, and what was found. */
export function loadExplorerFile({
  model,
  scenarios,
  files,
}: Pick<ExplorerParts, "model" | "scenarios" | "files">): {
  readonly explorer?: ExplorerFile;
  readonly diagnostics: readonly Diagnostic[];
} {
  const parsed = parseExplorerFile(files);
  if (parsed.file === undefined || parsed.read === undefined) return { diagnostics: parsed.diagnostics };
  const diagnostics = checkExplorerFile(parsed.file, parsed.read, { model, scenarios, files });
  return diagnostics.some(({ severity }) => severity === "error")
    ? { diagnostics }
    : { explorer: parsed.file, diagnostics };
}
