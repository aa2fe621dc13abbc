import { existsSync } from "node:fs";
import type { Files } from "../base/diagnostic.ts";
import { parseBrief } from "../brief/parse-brief.ts";
import type { BriefFacts } from "../explorer/brief-facts.ts";
import { makeBrief } from "../explorer/make-brief.ts";
import { readFolder } from "../host/read-folder.ts";
import { failOnErrors } from "./failure.ts";
import { inputPath } from "./input-path.ts";

/**
 * The newest document that names a model's folder as its model, from `briefs/`, as the explorer shows it; undefined where there is none.
 * `files` are the model's own. Throws a Failure or a DiagnosticError when the document cannot be read.
 */
export function modelBrief(model: string, files: Files): BriefFacts | undefined {
  const folder = inputPath("briefs/").replace(/\/$/, "");
  if (!existsSync(folder)) return undefined;
  const { files: texts, diagnostics } = readFolder(folder);
  failOnErrors(diagnostics);
  const ours = Object.entries(texts).flatMap(([name, text]) => {
    const head = name.endsWith(".md") ? parseBrief(name, text).brief?.head : undefined;
    return head !== undefined && sameFolder(head.model, model) ? [{ name, text, date: head.date }] : [];
  });
  const newest = ours.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return newest && makeBrief(files, `${folder}/${newest.name}`, newest.text);
}

function sameFolder(a: string, b: string): boolean {
  const [x, y] = [a, b].map((path) => inputPath(path).replace(/\/+$/, ""));
  return x === y;
}
