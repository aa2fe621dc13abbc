import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * An import map for packages and all that they depend on, as a page without a bundler needs it: bare name → URL below
 * `base`, which stands for the folder `modules` (a node_modules). Entries for subpaths are those without patterns.
 */
export function importMap(modules, names, base) {
  const imports = {};
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const file = join(modules, name, "package.json");
    if (imports[name] !== undefined || !existsSync(file)) continue;
    const { exports: doors, main = "index.js", dependencies = {} } = JSON.parse(readFileSync(file, "utf8"));
    for (const [door, target] of Object.entries(doorsOf(doors, main)))
      if (target !== undefined && !door.includes("*"))
        imports[join(name, door)] = `${base}/${join(name, target)}`;
    queue.push(...Object.keys(dependencies));
  }
  return { imports };
}

/** The doors of a package as {"." or "./sub": file}. */
function doorsOf(doors, main) {
  if (doors === undefined) return { ".": main };
  const keyed = typeof doors === "object" && Object.keys(doors)[0]?.startsWith(".");
  const list = keyed ? doors : { ".": doors };
  return Object.fromEntries(Object.entries(list).map(([door, target]) => [door, chosen(target)]));
}

/** What a browser takes of conditional exports. */
function chosen(target) {
  if (typeof target !== "object" || target === null) return target ?? undefined;
  for (const condition of ["import", "default"]) if (condition in target) return chosen(target[condition]);
  return undefined;
}
