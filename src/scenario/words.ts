import type { Diagnostic, Files } from "../base/diagnostic.ts";
import type { Language, Text } from "../base/text.ts";
import { canonicalName } from "../lang/names.ts";
import { canonicalElement, familyOf } from "../model/arrays/element-name.ts";
import { placeOf, readYaml } from "./yaml-source.ts";

/** Kinds of public names that have words. */
export type WordKind =
  | ("levers" | "outcomes" | "variants" | "observations" | "parameters" | "checks")
  | ("mechanisms" | "forecasts" | "elements" | "quantities" | "chapters");

const kinds: readonly WordKind[] = [
  "levers",
  "outcomes",
  "variants",
  "observations",
  "parameters",
  "checks",
  "mechanisms",
  "forecasts",
  "elements",
  "quantities",
  "chapters",
];

/** Fields that a name of each kind must have in both languages before it may be shown. */
const requiredWords: Readonly<Record<WordKind, readonly string[]>> = {
  levers: ["label", "short", "sentence", "for", "against"],
  outcomes: ["label", "short", "sentence", "unit"],
  variants: ["label", "question"],
  observations: ["label"],
  parameters: ["label"],
  checks: ["label"],
  mechanisms: ["label", "sentence"],
  forecasts: ["label"],
  elements: ["label"],
  quantities: ["label"],
  chapters: ["label"],
};

type Entry = Readonly<Record<string, unknown>>;

/** Every label of a model, in both languages. */
export interface Words {
  /**
   * The text of `field` of a name; where a language lacks it, the other language's, then the name itself. An element of
   * an array has the words of the array, its label and short label with the element behind them.
   */
  readonly text: (kind: WordKind, name: string, field?: string) => Text;
  /** Label of one option of a variant. */
  readonly option: (variant: string, option: string) => Text;
  /** True if that language has that field. */
  readonly has: (kind: WordKind, name: string, field: string, language: Language) => boolean;
  /** Names that have words, by kind, sorted. */
  readonly names: (kind: WordKind) => readonly string[];
  /** Paths of the files that hold the words of a language, sorted. */
  readonly files: Readonly<Record<Language, readonly string[]>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and merges `words/*.en.yaml`, `words/*.es.yaml` (also `en.yaml`, `es.yaml`) under `folder` ("" for the root). */
export function loadWords(files: Files, folder: string): Words {
  const prefix = folder === "" ? "words/" : `${folder.replace(/\/$/, "")}/words/`;
  const diagnostics: Diagnostic[] = [];
  const entries: Record<Language, Map<string, Entry>> = { en: new Map(), es: new Map() };
  const found: Record<Language, string[]> = { en: [], es: [] };
  for (const path of Object.keys(files).sort()) {
    const language = /(?:^|[./])(en|es)\.ya?ml$/.exec(path)?.[1] as Language | undefined;
    if (!path.startsWith(prefix) || !language) continue;
    found[language].push(path);
    const read = readYaml({ file: path, text: files[path]!, offset: 0 });
    diagnostics.push(...read.diagnostics);
    if (!isRecord(read.value)) continue;
    for (const [kind, names] of Object.entries(read.value)) {
      if (!kinds.includes(kind as WordKind) || !isRecord(names)) {
        diagnostics.push({
          code: "yaml-unknown-field",
          severity: "error",
          span: placeOf(read, [kind], true),
          data: { field: kind, what: "words" },
        });
        continue;
      }
      for (const [name, fields] of Object.entries(names)) {
        const key = `${kind}/${canonicalName(name)}`;
        const entry: Entry = typeof fields === "string" ? { label: fields } : isRecord(fields) ? fields : {};
        if (entries[language].has(key)) {
          diagnostics.push({
            code: "words-twice",
            severity: "error",
            span: placeOf(read, [kind, name], true),
            data: { name },
          });
        }
        entries[language].set(key, { ...entries[language].get(key), ...entry });
      }
    }
  }
  const findOwn = (language: Language, kind: WordKind, name: string, path: readonly string[]) => {
    let at: unknown = entries[language].get(`${kind}/${canonicalName(name)}`);
    for (const step of path) at = isRecord(at) ? at[step] : undefined;
    return typeof at === "string" && at.trim() !== "" ? at.trim() : undefined;
  };
  const find = (language: Language, kind: WordKind, name: string, path: readonly string[]) => {
    const element = canonicalElement(name);
    const family = familyOf(element);
    const own = findOwn(language, kind, element, path);
    if (own !== undefined || family === element) return own;
    const words = findOwn(language, kind, family, path);
    if (words === undefined || (path[0] !== "label" && path[0] !== "short")) return words;
    const parts = element.slice(family.length + 1, -1).split(", ");
    return `${words}: ${parts.map((part) => findOwn(language, "elements", part, ["label"]) ?? part).join(", ")}`;
  };
  const both = (kind: WordKind, name: string, path: readonly string[], fallback: string): Text => {
    const en = find("en", kind, name, path);
    const es = find("es", kind, name, path);
    return { en: en ?? es ?? fallback, es: es ?? en ?? fallback };
  };
  return {
    text: (kind, name, field = "label") =>
      both(kind, name, [field], field === "label" || field === "short" ? name : ""),
    option: (variant, option) => {
      const plain = both("variants", variant, ["options", option], "");
      return plain.en !== "" ? plain : both("variants", variant, ["options", option, "label"], option);
    },
    has: (kind, name, field, language) => find(language, kind, name, [field]) !== undefined,
    names: (kind) =>
      [...new Set([...entries.en.keys(), ...entries.es.keys()])]
        .filter((key) => key.startsWith(`${kind}/`))
        .map((key) => key.slice(kind.length + 1))
        .sort(),
    files: found,
    diagnostics,
  };
}

/** One diagnostic for each public name that lacks a required text in a language. */
export function missingWords(
  names: Readonly<Partial<Record<WordKind, readonly string[]>>>,
  words: Words,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const kind of kinds) {
    for (const name of new Set((names[kind] ?? []).map(familyOf))) {
      for (const language of ["en", "es"] as const) {
        const fields = requiredWords[kind].filter((field) => !words.has(kind, name, field, language));
        if (fields.length > 0) {
          diagnostics.push({
            code: "words-missing",
            severity: "error",
            data: { kind, name, language, fields, files: words.files[language] },
          });
        }
      }
    }
  }
  return diagnostics;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
