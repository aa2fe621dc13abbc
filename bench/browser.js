// The engine in a page: moves of a slider on the crisis model in headless Chromium, and the same in Node, side by side in one
// run. Needs Debian's chromium (or CHROMIUM) and a fresh dist: `node bin/set-up.js && node bench/browser.js`.
//   --quick         few moves; prints, writes nothing
//   --dist FOLDER   the compiled package, default dist
// Prints Markdown and writes it to bench/results/browser.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { serveSite } from "../tests/browser/page/serve.js";
import { measureAlone, measureCompile, measureMoves } from "./browser/moves.js";
import { browserReport } from "./browser/report.js";
import { machine } from "./lib/machine.js";

const { values: flags } = parseArgs({
  options: { quick: { type: "boolean", default: false }, dist: { type: "string", default: "dist" } },
});
const root = new URL("..", import.meta.url).pathname;
const dist = resolve(root, flags.dist);
const from = (path) => import(pathToFileURL(join(dist, path)).href);
const [engine, ensemble, session, work, model, host, folder, posteriors, rowsOf, bytesOf, instances] =
  await Promise.all(
    [
      ...["engine/index.js", "ensemble/index.js", "ensemble/session.js", "ensemble/session-work.js"],
      ...["model/index.js", "host/pool.js", "host/read-folder.js"],
      ...["calibrate/posterior.js", "calibrate/posterior-parameters.js"],
      ...["engine/wasm/wasm-bytes.js", "engine/wasm/instantiate-wasm.js"],
    ].map(from),
  );

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SIZES = [200, 2000];
const plan = {
  lever: "air raids on labs",
  at: 2025 + 1 / 12,
  top: 8,
  count: flags.quick ? 9 : 41,
  warmUp: flags.quick ? 2 : 6,
};

const path = join(root, "models/us-mexico");
const { files } = folder.readFolder(path);
const crisis = model.compileModel(files).model;
const { ir } = crisis;
const outputs = crisis.outcomes.map(({ name }) => name);
const { saveSteps, decision: branchStep } = ir.clock;
const origin = "posterior/2024-11";
const { posterior } = posteriors.readPosterior(
  origin,
  files[`${origin}.json`],
  readFileSync(join(path, `${origin}.f32`)),
  { hash: crisis.hash, parameters: ir.parameters.map(({ name }) => name) },
);
const params = rowsOf.posteriorParameters(ir, posterior, Math.max(...SIZES), 1);
const request = (draws) => ({
  ...{ ir, outputs, saveSteps, branchStep, history: {} },
  rows: { of: "rows", params: params.slice(0, draws * ir.parameters.length), draws },
});

const here = {
  name: "Node",
  async moves(workers, draws) {
    const pool = host.workerPool({ workers });
    try {
      return await measureMoves(ensemble, pool, request(draws), plan);
    } finally {
      await pool.close();
    }
  },
  alone: (workers, draws) => measureAlone({ ...work, ...session, ...engine }, request(draws), workers, plan),
  compile: () => measureCompile({ ...model, ...bytesOf, ...instances }, files, outputs),
};

const site = await serveSite({
  modules: (file) => {
    const at = join(dist, file);
    return existsSync(at) ? readFileSync(at) : undefined;
  },
  data: {
    "/bench-page.js": readFileSync(join(root, "bench/browser/page.js")),
    "/moves.js": readFileSync(join(root, "bench/browser/moves.js")),
    "/data/files.json": JSON.stringify(files),
    "/data/params.f64": new Uint8Array(params.buffer),
  },
  script: "/bench-page.js",
});
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
async function freshPage() {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`in the page: ${error.message}`));
  await page.goto(site.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const ask = (name, ...args) =>
    page.evaluate(([called, given]) => globalThis.bench[called](...given), [name, args]);
  return {
    name: "Chromium",
    moves: (workers, draws) => ask("moves", workers, draws, plan),
    alone: (workers, draws) => ask("alone", workers, draws, plan),
    compile: () => ask("compile"),
    close: () => page.close(),
  };
}

try {
  const began = loadavg()[0];
  const compile = [];
  for (let round = 0; round < (flags.quick ? 1 : 3); round++) {
    const page = await freshPage();
    compile.push({ first: await page.compile(), again: await page.compile() });
    await page.close();
  }
  const page = await freshPage();
  const rows = [];
  for (const draws of SIZES)
    for (const workers of [2, 1])
      for (const place of [page, here]) {
        const measured = await place.moves(workers, draws);
        const alone = await place.alone(workers, draws);
        rows.push({ place: place.name, workers, draws, alone, ...measured });
      }
  const text = browserReport({
    ...machine(root),
    browser: browser.version(),
    load: [began, loadavg()[0]],
    horizon: { steps: ir.clock.steps - branchStep, saves: saveSteps.filter((k) => k >= branchStep).length },
    outputs: outputs.length,
    plan,
    compile: { page: compile, node: [here.compile(), here.compile()] },
    rows,
  });
  process.stdout.write(text);
  if (!flags.quick) {
    mkdirSync(join(root, "bench/results"), { recursive: true });
    writeFileSync(join(root, "bench/results/browser.md"), text);
  }
} finally {
  await browser.close();
  await site.close();
}
