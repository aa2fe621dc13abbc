import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a file of the site is to a reader. */
function kindOf(path) {
  if (/\/models\/.*(evidence|brief)\.json$/.test(path)) return "evidence and document";
  if (/\/models\//.test(path)) return "model and draws";
  if (/\.js$/.test(path)) return "scripts";
  if (/\.css$/.test(path)) return "styles";
  return /\/$|\.html$/.test(path) ? "page" : "other";
}

/** Files that a page fetched, by kind: how many and their bytes as a host would send them, gzipped. */
export function sizesByKind(root, folder, addresses) {
  const kinds = new Map();
  for (const address of new Set(addresses.map((one) => one.replace(/[?#].*$/, "")))) {
    if (!address.startsWith(root)) continue;
    const path = `/${decodeURIComponent(address.slice(root.length))}`;
    const bytes = readFileSync(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    const kind = kinds.get(kindOf(path)) ?? { files: 0, plain: 0, packed: 0 };
    const packed = path.endsWith(".bin") ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    kinds.set(kindOf(path), {
      files: kind.files + 1,
      plain: kind.plain + bytes.length,
      packed: kind.packed + packed,
    });
  }
  return kinds;
}
