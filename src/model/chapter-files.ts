import type { Files } from "../base/diagnostic.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The chapters of a model folder in order of file name: all `*.md` under `chapters/`, or, without that folder, the
 * `*.md` at the top. A README is never a chapter.
 */
export function chapterFiles(files: Files): readonly string[] {
  const markdown = Object.keys(files)
    .filter((path) => path.endsWith(".md") && !/(^|\/)readme\.md$/i.test(path))
    .sort(byText);
  const inside = markdown.filter((path) => path.startsWith("chapters/"));
  return inside.length > 0 ? inside : markdown.filter((path) => !path.includes("/"));
}
