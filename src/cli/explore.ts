import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import { type FirstNumbers, firstNumbers } from "../explorer/first-numbers.ts";
import { filesOfWorker } from "../explorer/pages/service-worker.ts";
import { explorerSite, type SiteFiles } from "../explorer/pages/site.ts";
import { sitePages } from "../explorer/pages/site-pages.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { openBrowser } from "../host/open-browser.ts";
import { progressLine } from "../host/progress.ts";
import { readFiles } from "../host/read-files.ts";
import { serveFolder } from "../host/serve-folder.ts";
import { terminal } from "../host/terminal.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { withPool } from "./draws.ts";
import { type ExplorerModel, loadExplorerModel } from "./explorer-model.ts";
import { packageRoot } from "./input-path.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "./options.ts";

interface ExploreOptions extends CommonOptions {
  readonly out: string;
  readonly port?: number;
  readonly open: boolean;
  readonly buildOnly?: boolean;
  readonly workers?: number;
}

const DEFAULT_MODEL = "models/us-mexico";
const DEFAULT_OUT = "out/explorer";
/** Draws and seed of the numbers that the pages show before any script: those of the page at rest. */
const DRAWS = 2000;
const SEED = 1;

/** `downstream explore [MODEL]`: builds the model's explorer as a folder of static files, serves it on this machine and opens it. */
export function addExplore(program: Command): void {
  const command = program
    .command("explore")
    .description("build the explorer of a model, serve it on this machine and open it in the browser")
    .argument("[model]", "a model's folder", DEFAULT_MODEL)
    .option("--out <dir>", "folder for the site", DEFAULT_OUT)
    .addOption(
      new Option("--port <n>", "port to serve at (default: the first free one from 8017)").argParser(
        wholeNumber(0, 65_535),
      ),
    )
    .option("--no-open", "do not open the browser")
    .option("--build-only", "build the folder for a static host; serve nothing")
    .addOption(
      new Option("--workers <n>", "worker threads for the first chart").argParser(wholeNumber(1, 64)),
    );
  withCommonOptions(command, "print what was built as JSON; serve nothing").action(
    (model: string, options: ExploreOptions) => explore(model, options),
  );
}

async function explore(path: string, options: ExploreOptions): Promise<void> {
  checkOutputFolder(options.out);
  const model = loadExplorerModel(path, options);
  const numbers = await runFirst(model, options);
  const shown = { facts: model.facts, numbers };
  const site = explorerSite({
    about: model.about,
    numbers,
    current: model.current,
    older: model.older,
    shell: readShell(),
    pages: { en: sitePages(model.parts, "en", shown), es: sitePages(model.parts, "es", shown) },
    hash: (content) => createHash("sha256").update(content).digest("hex").slice(0, 16),
  });
  const written = writeSite(options.out, site);
  if (options.json) {
    const { release, modelHash } = model.facts;
    process.stdout.write(
      `${JSON.stringify({ folder: options.out, release, modelHash, files: written }, undefined, 1)}\n`,
    );
  } else if (options.buildOnly) process.stdout.write(builtText(options, written.length));
  else await serve(options);
}

/** Scripts and styles: built by the set-up of a clone, shipped in a published package. */
function readShell() {
  const files = readFiles(`${packageRoot}/web/dist`);
  const { "manifest.json": manifest, ...app } = files;
  return { manifest: new TextDecoder().decode(manifest), files: app };
}

async function runFirst({ parts, facts }: ExplorerModel, options: ExploreOptions): Promise<FirstNumbers> {
  const progress = progressLine(
    options.lang === "en" ? "Runs for the first chart" : "Simulaciones iniciales",
  );
  const values = parts.posterior?.values ?? new Float32Array(0);
  const numbers = await withPool({ ...options, seed: SEED }, (pool) =>
    firstNumbers(
      pool,
      { facts, ir: parts.model.ir, values },
      {
        ...{ draws: DRAWS, seed: SEED },
        progress: progress.update,
      },
    ),
  );
  progress.end();
  return numbers;
}

/** Writes a site, and removes what an earlier one has left there: its files, and folders that are empty then. */
function writeSite(folder: string, site: SiteFiles): readonly string[] {
  const worker = `${folder}/sw.js`;
  const before = existsSync(worker) ? filesOfWorker(readFileSync(worker, "utf8")) : [];
  const written = writeFolder(folder, site);
  for (const path of before) {
    if (Object.hasOwn(site, path) || path.split("/").includes("..")) continue;
    rmSync(`${folder}/${path}`, { force: true });
    for (let below = dirname(path); below !== "."; below = dirname(below)) {
      if (!existsSync(`${folder}/${below}`)) continue;
      if (readdirSync(`${folder}/${below}`).length > 0) break;
      rmdirSync(`${folder}/${below}`);
    }
  }
  return written;
}

async function serve(options: ExploreOptions): Promise<void> {
  const server = await serveFolder(options.out, options.port);
  const url = options.lang === "en" ? server.url : `${server.url}es/`;
  const opened = options.open && openBrowser(url);
  process.stdout.write(servedText(url, opened, options));
  // The program's own handler ends at once with the code of an interruption: here Ctrl-C is the way to end.
  process.removeAllListeners("SIGINT");
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await server.close();
}

function servedText(url: string, opened: boolean, { lang, out }: ExploreOptions): string {
  const shown = terminal().style("bold", url);
  return lang === "en"
    ? `The explorer is at ${shown}${opened ? ", and opens in your browser" : ""}.\nIts files are in ${out}/; any static host can serve them. Ctrl-C ends it.\n`
    : `El explorador está en ${shown}${opened ? " y se abre en su navegador" : ""}.\nSus archivos están en ${out}/; cualquier servidor estático puede publicarlos. Ctrl-C lo termina.\n`;
}

function builtText({ lang, out }: ExploreOptions, files: number): string {
  return lang === "en"
    ? `${files} files in ${out}/. Any static host can serve the folder, below any path.\n`
    : `${files} archivos en ${out}/. Cualquier servidor estático puede publicar la carpeta, en cualquier ruta.\n`;
}
