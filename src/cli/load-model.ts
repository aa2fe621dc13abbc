import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { editDistance, nearestName } from "../base/nearest-name.ts";
import { readFolder } from "../host/read-folder.ts";
import { canonicalName } from "../lang/names.ts";
import { canonicalElement, familyOf } from "../model/arrays/element-name.ts";
import { compileModel } from "../model/compile-model.ts";
import type { Model } from "../model/model.ts";
import { type LoadedScenarios, loadScenarios } from "../scenario/load-scenarios.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadWords, type Words } from "../scenario/words.ts";
import { elementNames } from "./element-names.ts";
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

/** A text in place of one of a model's own files: `file` below the model's folder, `given` as the user named it. */
export interface ReplacedFile {
  readonly file: string;
  readonly given: string;
  readonly text: string;
}

/** A model's own files by their paths below its folder. */
export function ownFiles({ files, folder }: Pick<LoadedModel, "files" | "folder">): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
}

/**
 * Reads and compiles a model folder. Findings in a replaced file name the one given in its place. Throws a Failure
 * when the folder cannot be read or holds no chapter.
 */
export function loadModel(path: string, replaced?: ReplacedFile): LoadedModel {
  const folder = inputPath(path).replace(/\/+$/, "");
  const read = readFolder(folder);
  failOnErrors(read.diagnostics);
  const files = replaced ? { ...read.files, [replaced.file]: replaced.text } : read.files;
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
    files: Object.fromEntries([
      ...Object.entries(files).map(([file, text]) => [`${path}/${file}`, text]),
      ...(replaced ? [[replaced.given, replaced.text]] : []),
    ]),
    model: compiled.model,
    words,
    scenarios: scenarios.scenarios,
    diagnostics: found.map((d) => below(path, d, replaced)),
  };
}

/** As `loadModel`; throws a Failure when the model, its scenarios or its words have an error. */
export function loadSoundModel(path: string, replaced?: ReplacedFile): LoadedModel {
  const loaded = loadModel(path, replaced);
  failOnErrors(loaded.diagnostics, loaded.files);
  return loaded;
}

function below(folder: string, d: Diagnostic, replaced: ReplacedFile | undefined): Diagnostic {
  const data = replaced && d.data.file === replaced.file ? { ...d.data, file: replaced.given } : d.data;
  if (d.span === undefined) return { ...d, data };
  const file = d.span.file === replaced?.file ? replaced.given : `${folder}/${d.span.file}`;
  return { ...d, data, span: { ...d.span, file } };
}

/**
 * The canonical names that a name stands for: itself, or elements of an array. Only what has a value over time;
 * throws a usage Failure for any other.
 */
export function outputNames(model: Model, name: string): readonly string[] {
  const names = elementNames(model, name);
  const series = (one: string): boolean => !["table", "vector"].includes(model.variables.get(one)!.place.of);
  if (names.length > 0 && names.every(series)) return names;
  if (names.length > 0) throw optionFailure("option-no-series", { name });
  if (model.arrays.has(familyOf(canonicalElement(name)))) throw optionFailure("option-no-series", { name });
  throw unknownName(model, name);
}

/** A usage Failure for a name that the model lacks, with the nearest name and those that share a word with it. */
export function unknownName(model: Model, name: string): Failure {
  const canonical = canonicalName(name);
  const dimension = model.dimensions.get(canonical);
  if (dimension !== undefined) {
    const elements = [...dimension.texts];
    const by = [...model.arrays.values()].filter(({ dimensions }) =>
      dimensions.some((d) => d.name === canonical),
    );
    return optionFailure("option-dimension", {
      name: dimension.text,
      elements,
      arrays: by.map((one) => one.text),
    });
  }
  const known = [...model.variables.values()].map((one) => one.family ?? one.name);
  const words = canonical.split(" ").filter((word) => word.length > 3);
  const shared = (one: string) => words.filter((word) => one.split(" ").includes(word)).length;
  const near = [...new Set(known)]
    .filter((one) => shared(one) > 0)
    .sort((a, b) => shared(b) - shared(a) || editDistance(canonical, a) - editDistance(canonical, b));
  return optionFailure("option-name", withSuggestion({ name, near: near.slice(0, 5) }, canonical, known));
}

/** The scenario of that id. Throws a usage Failure that lists those there are. */
export function findScenario(loaded: LoadedModel, id: string): Scenario {
  const found = loaded.scenarios.find((scenario) => scenario.id === id);
  if (found) return found;
  const known = loaded.scenarios.map((scenario) => scenario.id);
  throw optionFailure("option-scenario", withSuggestion({ name: id, known }, id, known));
}

/** The scenario of that id; without one that of what happened, where the model has it. */
export function scenarioOfHistory(loaded: LoadedModel, id?: string): Scenario | undefined {
  return id === undefined
    ? loaded.scenarios.find(({ group }) => group === "happened")
    : findScenario(loaded, id);
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
