import { type Document, isCollection, isMap, isNode, isScalar, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Diagnostic, Span } from "../base/diagnostic.ts";

/** A YAML text inside a file: `offset` is where the text starts, so that spans point into the whole file. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

/** A parsed YAML text that can say where each value stands. */
export interface YamlRead {
  readonly source: YamlSource;
  readonly value: unknown;
  readonly document: Document.Parsed;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a YAML text; syntax errors become diagnostics at their place. Aliases are refused: they are not needed here. */
export function readYaml(source: YamlSource): YamlRead {
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true });
  const diagnostics: Diagnostic[] = document.errors.map((error) => ({
    code: "yaml-syntax",
    severity: "error",
    span: spanOf(source, error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)),
    data: { message: error.message.split("\n")[0] ?? "" },
  }));
  let value: unknown;
  if (diagnostics.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 });
    } catch (error) {
      diagnostics.push({
        code: "yaml-syntax",
        severity: "error",
        span: spanOf(source, 0, 1),
        data: { message: error instanceof Error ? error.message : "" },
      });
    }
  }
  return { source, value, document, diagnostics };
}

/** The span of the value at `path`, of its key when `key` is set, or of the nearest thing around it that exists. */
export function placeOf(read: YamlRead, path: readonly PropertyKey[], key = false): Span {
  const { source, document } = read;
  let node: unknown = document.contents;
  let span = rangeOf(source, node) ?? spanOf(source, 0, 1);
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => (isScalar(item.key) ? String(item.key.value) : "") === String(step),
      );
      if (!pair) break;
      node = pair.value;
      const place = rangeOf(source, last && key ? pair.key : isEmpty(node) ? pair.key : node);
      if (place) span = place;
    } else if (isCollection(node) && typeof step === "number") {
      node = node.items[step];
      const place = rangeOf(source, node);
      if (place) span = place;
    } else break;
  }
  return span;
}

/**
 * Checks a read value against a schema. On success gives the value with defaults; otherwise one diagnostic
 * per issue, at the place of the offending value (or of the nearest thing that holds it).
 */
export function checkShape<T extends z.ZodType>(
  read: YamlRead,
  schema: T,
  what: string,
): { readonly value?: z.output<T>; readonly diagnostics: readonly Diagnostic[] } {
  if (read.diagnostics.length > 0) return { diagnostics: read.diagnostics };
  const result = schema.safeParse(read.value);
  if (result.success) return { value: result.data, diagnostics: [] };
  return { diagnostics: result.error.issues.flatMap((issue) => issueDiagnostics(read, issue, what)) };
}

type Issue = z.core.$ZodIssue;

function issueDiagnostics(read: YamlRead, issue: Issue, what: string): Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const field = path.filter((step) => typeof step === "string").join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "yaml-unknown-field",
      severity: "error",
      span: placeOf(read, [...path, key], true),
      data: { field: key, what },
    }));
  }
  const last = path.at(-1);
  if ((last === "es" || last === "en") && valueAt(read.value, path) === undefined) {
    return [
      {
        code: "yaml-missing-language",
        severity: "error",
        span: placeOf(read, path.slice(0, -1), true),
        data: { field: path.slice(0, -1).join("."), language: last },
      },
    ];
  }
  if (valueAt(read.value, path) === undefined) {
    return [
      {
        code: "yaml-missing-field",
        severity: "error",
        span: placeOf(read, path.slice(0, -1), true),
        data: { field: field === "" ? what : field, what },
      },
    ];
  }
  const isDate = path.some(
    (step) => step === "at" || step === "date" || step === "headline_at" || step === "levers_from",
  );
  if (isDate && typeof valueAt(read.value, path) !== "object") {
    return [
      {
        code: "yaml-bad-date",
        severity: "error",
        span: placeOf(read, path),
        data: { text: String(valueAt(read.value, path)) },
      },
    ];
  }
  const data: Record<string, string | readonly string[]> = { field, what, message: issue.message };
  if (issue.code === "invalid_value") data.allowed = issue.values.map((v) => String(v));
  return [{ code: "yaml-bad-value", severity: "error", span: placeOf(read, path), data }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== "object") return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at === null ? undefined : at;
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function rangeOf(source: YamlSource, node: unknown): Span | undefined {
  if (!isNode(node)) return undefined;
  const range = (node as Node).range;
  return range ? spanOf(source, range[0], Math.max(range[1], range[0] + 1)) : undefined;
}

function spanOf(source: YamlSource, start: number, end: number): Span {
  return { file: source.file, start: source.offset + start, end: source.offset + end };
}
