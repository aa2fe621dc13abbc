import type { EntryFiles, PageEntry } from "./page-frame.ts";

/** What the bundler writes of one chunk. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Scripts and styles that every explorer shares: `app/…` by path, and the bundler's `manifest.json`. */
export interface Shell {
  readonly manifest: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * Files of each entry. Styles that more entries share come first, so that those of an entry's own stand above them: the bundler lists a
 * style sheet that several import after the others. Throws a RangeError for a manifest without one of the entries.
 */
export function shellEntries(manifest: string): Readonly<Record<PageEntry, EntryFiles>> {
  const chunks = JSON.parse(manifest) as Readonly<Record<string, Chunk>>;
  const chunksOf = (name: PageEntry): readonly Chunk[] => {
    const key = `src/${name}.ts`;
    if (chunks[key] === undefined) throw new RangeError(`the built page has no entry '${key}'`);
    return [...imported(chunks, key)].map((one) => chunks[one]!);
  };
  const of = { explorer: chunksOf("explorer"), embed: chunksOf("embed"), page: chunksOf("page") };
  const stylesOf = (list: readonly Chunk[]) => [...new Set(list.flatMap(({ css = [] }) => css))];
  const all = Object.values(of).map(stylesOf);
  const users = (file: string) => all.filter((files) => files.includes(file)).length;
  const entry = (list: readonly Chunk[]): EntryFiles => ({
    scripts: list.slice(-1).map(({ file }) => file),
    preloads: list.slice(0, -1).map(({ file }) => file),
    styles: stylesOf(list).sort((a, b) => users(b) - users(a)),
  });
  return { explorer: entry(of.explorer), embed: entry(of.embed), page: entry(of.page) };
}

/** A chunk and all it imports, what is imported before what imports it. */
function imported(
  chunks: Readonly<Record<string, Chunk>>,
  key: string,
  found = new Set<string>(),
  open = new Set<string>(),
): Set<string> {
  if (found.has(key) || open.has(key)) return found;
  open.add(key);
  for (const one of chunks[key]?.imports ?? []) imported(chunks, one, found, open);
  return found.add(key);
}
