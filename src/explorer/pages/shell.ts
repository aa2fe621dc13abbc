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

/** Files of each entry, styles of what it imports first. Throws a RangeError for a manifest without one of the entries. */
export function shellEntries(manifest: string): Readonly<Record<PageEntry, EntryFiles>> {
  const chunks = JSON.parse(manifest) as Readonly<Record<string, Chunk>>;
  const entry = (name: PageEntry): EntryFiles => {
    const key = `src/${name}.ts`;
    const chunk = chunks[key];
    if (chunk === undefined) throw new RangeError(`the built page has no entry '${key}'`);
    const order = [...imported(chunks, key)];
    return {
      scripts: [chunk.file],
      preloads: order.filter((one) => one !== key).map((one) => chunks[one]!.file),
      styles: [...new Set(order.flatMap((one) => chunks[one]!.css ?? []))],
    };
  };
  return { explorer: entry("explorer"), embed: entry("embed"), page: entry("page") };
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
