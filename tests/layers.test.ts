import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The house, from the ground up: a folder imports only from itself and from folders before it. */
const LAYERS = [
  ...[
    "base",
    "wasm",
    "math",
    "units",
    "lang",
    "evidence",
    "model",
    "interop",
    "scenario",
    "engine",
    "ensemble",
  ],
  ...["calibrate", "analysis", "explain", "charts", "brief", "explorer", "host", "cluster", "cli"],
];
const MAY_USE_NODE = new Set(["host", "cluster", "cli"]);
const root = join(import.meta.dirname, "../src");

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

function sources(): string[] {
  return (readdirSync(root, { recursive: true }) as string[])
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"));
}

/** Every static, dynamic and re-exporting import, worker URLs included. */
function importsOf(file: string, text: string): Import[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)["']([^"'\n]+)["']/g;
  const folder = file.includes("/") ? (file.split("/")[0] ?? "") : "";
  return [...text.matchAll(pattern)].map((match) => ({ file, folder, target: match[1] ?? "" }));
}

/** The folder of src/ that a relative import reaches: "" for src/ itself. */
function folderReached({ file, target }: Import): string | undefined {
  if (!target.startsWith(".")) return undefined;
  const path = new URL(target, `http://x/src/${file}`).pathname;
  const parts = path.split("/").slice(2);
  if (!path.startsWith("/src/")) return undefined;
  return parts.length > 1 ? parts[0] : "";
}

const files = sources();
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), "utf8")));
const withoutTests = imports.filter(({ file }) => !file.endsWith(".test.ts"));

test("the sources were found and their imports read", () => {
  expect(files.length).toBeGreaterThan(20);
  expect(withoutTests.length).toBeGreaterThan(files.length / 2);
});

test("every folder of src/ is a named layer", () => {
  const folders = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]));
  expect([...folders].filter((folder) => !LAYERS.includes(folder ?? ""))).toEqual([]);
});

test("no import points upward in the list of layers", () => {
  const upward = imports.filter((entry) => {
    const reached = folderReached(entry);
    if (reached === undefined || entry.folder === "") return false;
    return reached === "" || LAYERS.indexOf(reached) > LAYERS.indexOf(entry.folder);
  });
  expect(upward.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test("the folders form no cycle", () => {
  const edges = new Map<string, Set<string>>();
  for (const entry of withoutTests) {
    const reached = folderReached(entry);
    if (!reached || reached === entry.folder) continue;
    edges.set(entry.folder, (edges.get(entry.folder) ?? new Set()).add(reached));
  }
  const onCycle = (start: string) => {
    const seen = new Set<string>();
    const queue = [...(edges.get(start) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === start) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(edges.get(next) ?? []));
    }
    return false;
  };
  expect([...edges.keys()].filter(onCycle)).toEqual([]);
});

test("files inside src/ form no cycle of imports that run", () => {
  const edges = new Map<string, string[]>();
  for (const file of files) {
    const code = readFileSync(join(root, file), "utf8").replace(/^(?:import|export) type [^;]*;/gm, "");
    const targets = importsOf(file, code)
      .filter(({ target }) => target.startsWith("."))
      .map(({ target }) => new URL(target, `http://x/${file}`).pathname.slice(1));
    edges.set(file, targets);
  }
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      return;
    }
    state.set(file, "open");
    for (const target of edges.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("Node's own modules stand only in host, cluster and cli", () => {
  const node = withoutTests.filter(
    ({ folder, target }) => target.startsWith("node:") && !MAY_USE_NODE.has(folder),
  );
  expect(node.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test("no pure layer leaves src/ except through packages", () => {
  const outside = withoutTests.filter(
    (entry) =>
      entry.target.startsWith(".") && !MAY_USE_NODE.has(entry.folder) && folderReached(entry) === undefined,
  );
  expect(outside.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test("the explorer's page takes from the house only through its doors", () => {
  const web = join(root, "../web/src");
  const pages = (readdirSync(web, { recursive: true }) as string[])
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith(".test.ts"));
  expect(pages.length).toBeGreaterThan(40);
  const taken = pages.flatMap((path) => importsOf(path, readFileSync(join(web, path), "utf8")));
  const leaves = ({ file, target }: Import) =>
    target.startsWith(".") && !new URL(target, `http://x/web/src/${file}`).pathname.startsWith("/web/src/");
  const other = ({ target }: Import) =>
    !target.startsWith(".") && !/^(downstream\/[a-z-]+|svelte(\/[a-z]+)?|sw\.js)$/.test(target);
  expect(taken.filter((one) => leaves(one) || other(one))).toEqual([]);
});
