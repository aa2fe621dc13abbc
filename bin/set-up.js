#!/usr/bin/env node
// Makes a clone ready to run: installs the packages of package-lock.json, compiles src/ to dist/ and, for the explorer, builds web/ to
// web/dist/.
// Each step is skipped when its result is already there, so calling it again costs a few milliseconds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { isSupportedNode, nodeVersionMessage } from "./node-version.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Raised when a step fails; its message is meant for the person at the terminal. */
export class SetUpError extends Error {}

/** Does what is missing in the clone at `root`, with `web` also for the explorer; returns the steps that were done. */
export function setUp({ web = false } = {}) {
  const done = [];
  if (!packagesInstalled()) {
    step("Installing packages", installPackages);
    done.push("packages");
  }
  const sources = hashOf([
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.build.json",
    ...sourceFiles("src", /\.ts$/),
  ]);
  if (readText(join(root, "dist", ".sources")) !== sources) {
    step("Compiling", () => compile(sources));
    done.push("dist");
  }
  if (web && existsSync(join(root, "web", "vite.config.ts"))) {
    const shell = hashOf([
      "package-lock.json",
      ...sourceFiles("src", /\.ts$/),
      ...sourceFiles("web", /\.(ts|svelte|css|json)$/),
    ]);
    if (readText(join(root, "web", "dist", ".sources")) !== shell) {
      step("Building the explorer's page", () => buildShell(shell));
      done.push("web/dist");
    }
  }
  return done;
}

function step(title, work) {
  const start = Date.now();
  process.stderr.write(`${title} ... `);
  try {
    work();
  } catch (error) {
    process.stderr.write("failed\n");
    throw error;
  }
  process.stderr.write(`done (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
}

/** Compares npm's own record of what it installed with the lock file, so that no stamp can go stale. */
function packagesInstalled() {
  const record = readText(join(root, "node_modules", ".package-lock.json"));
  if (record === undefined) return false;
  try {
    const installed = JSON.parse(record).packages;
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === "" || entry.optional || installed[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function installPackages() {
  const args = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const result =
    npm?.endsWith(".js") && existsSync(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: "utf8" })
      : spawnSync("npm", args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ""}${result.stderr ?? ""}`.trim() || String(result.error ?? "no message");
  throw new SetUpError(
    `Installing the packages failed. npm said:\n${said}\nCheck the network and run the command again.`,
  );
}

/** One hash over the files that decide what a build contains. */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files.toSorted())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

/** Files below a folder whose names match, less tests and what is built. */
function sourceFiles(folder, kind) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "dist" ? [] : sourceFiles(path, kind);
    return kind.test(path) && !path.endsWith(".test.ts") ? [path] : [];
  });
}

/**
 * Compiles beside dist/ and swaps, so a reader never sees half a build. Types are checked by `npm run test:types`,
 * not here: that halves the time a newcomer waits.
 */
function compile(sources) {
  const tsc = packageFile("typescript", "bin/tsc");
  const args = (scratch) => [
    "-p",
    join(root, "tsconfig.build.json"),
    "--outDir",
    scratch,
    "--noCheck",
    "--declaration",
    "false",
  ];
  buildBeside("dist", sources, "Compiling", (scratch) => [tsc, ...args(scratch)]);
}

/** Builds the scripts and styles that every explorer shares. */
function buildShell(sources) {
  const vite = packageFile("vite", "bin/vite.js");
  buildBeside("web/dist", sources, "Building the page", (scratch) => [
    ...[vite, "build", "-c", join(root, "web", "vite.config.ts")],
    ...["--outDir", scratch, "--emptyOutDir", "--logLevel", "warn"],
  ]);
}

function packageFile(name, path) {
  const require = createRequire(join(root, "package.json"));
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}

/** Runs a Node program that fills a scratch folder, stamps it and puts it in the place of `folder`. */
function buildBeside(folder, sources, title, command) {
  const scratch = join(root, "node_modules", ".downstream", `build-${process.pid}`);
  const old = `${scratch}-old`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const result = spawnSync(process.execPath, command(scratch), { cwd: root, encoding: "utf8" });
  if (result.status !== 0) {
    rmSync(scratch, { recursive: true, force: true });
    const said = stripVTControlCharacters(`${result.stdout}${result.stderr}`);
    throw new SetUpError(`${title} failed. The program said:\n${said}`);
  }
  writeFileSync(join(scratch, ".sources"), sources);
  const place = join(root, folder);
  if (existsSync(place)) renameSync(place, old);
  renameSync(scratch, place);
  rmSync(old, { recursive: true, force: true });
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!isSupportedNode(process.versions.node)) {
    process.stderr.write(nodeVersionMessage(process.versions.node));
    process.exit(70);
  }
  try {
    setUp({ web: true });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(70);
  }
}
