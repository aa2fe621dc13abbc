import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import { readFolder } from "../host/read-folder.ts";
import { canonicalName } from "../lang/names.ts";
import { compileModel } from "../model/compile-model.ts";
import type { Model } from "../model/model.ts";
import { type LoadedScenarios, loadScenarios } from "../scenario/load-scenarios.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadWords, type Words } from "../scenario/words.ts";
import { Failure, failOnErrors, optionFailure } from "./failure.ts";
import { inputPath } from "./input-path.ts";

/** A model's folder, read and compiled. Paths of `files` and of spans begin with the folder as the user gave it. */
export interface LoadedModel {
  readonly folder: string;
  /** Where the folder is on disk. */
  readonly root: string;
  readonly files: Files;
  readonly model: Model;
  readonly words: Words;
  readonly scenarios: LoadedScenarios["scenarios"];
  /** Findings in the model, its scenarios and its words, spans as in `files`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and compiles a model folder. Throws a Failure when it cannot be read or holds no chapter. */
export function loadModel(path: string, replaced: Files = {}): LoadedModel {
  const folder = inputPath(path).replace(/\/+$/, "");
  const read = readFolder(folder);
  failOnErrors(read.diagnostics);
  const files = { ...read.files, ...replaced };
  const compiled = compileModel(files, { name: folder.split("/").at(-1) ?? folder });
  if (compiled.model.chapters.every((chapter) => chapter.blocks.length === 0)) {
    throw new Failure([{ code: "folder-no-model", severity: "error", data: { path } }]);
  }
  const scenarios = loadScenarios(files, "", compiled.model.ir);
  const words = loadWords(files, "");
  const found = [...compiled.diagnostics, ...scenarios.diagnostics, ...words.diagnostics];
  return {
    folder: path,
    root: folder,
    files: Object.fromEntries(Object.entries(files).map(([file, text]) => [`${path}/${file}`, text])),
    model: compiled.model,
    words,
    scenarios: scenarios.scenarios,
    diagnostics: found.map((d) => below(path, d)),
  };
}

/** As `loadModel`; throws a Failure when the model, its scenarios or its words have an error. */
export function loadSoundModel(path: string, replaced: Files = {}): LoadedModel {
  const loaded = loadModel(path, replaced);
  failOnErrors(loaded.diagnostics, loaded.files);
  return loaded;
}

function below(folder: string, d: Diagnostic): Diagnostic {
  return d.span === undefined ? d : { ...d, span: { ...d.span, file: `${folder}/${d.span.file}` } };
}

/** The canonical form of a name of the model that has a value over time. Throws a usage Failure for any other. */
export function outputName(model: Model, name: string): string {
  const canonical = canonicalName(name);
  const variable = model.variables.get(canonical);
  if (variable !== undefined && variable.kind !== "table") return canonical;
  throw optionFailure("option-name", withSuggestion({ name }, canonical, model.variables.keys()));
}

/** The scenario of that id. Throws a usage Failure that lists those there are. */
export function findScenario(loaded: LoadedModel, id: string): Scenario {
  const found = loaded.scenarios.find((scenario) => scenario.id === id);
  if (found) return found;
  const known = loaded.scenarios.map((scenario) => scenario.id);
  throw optionFailure("option-scenario", withSuggestion({ name: id, known }, id, known));
}

/** The data of a finding, with the nearest known name as `suggestion` where there is one. */
export function withSuggestion(
  data: Diagnostic["data"],
  name: string,
  known: Iterable<string>,
): Diagnostic["data"] {
  const suggestion = nearestName(name, [...known]);
  return suggestion === undefined ? data : { ...data, suggestion };
}
