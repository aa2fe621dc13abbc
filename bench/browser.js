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
import { measureCompile, openMoves } from "./browser/moves.js";
import { busiest, processorTimes } from "./browser/processor-time.js";
import { browserReport } from "./browser/report.js";
import { machine } from "./lib/machine.js";

const { values: flags } = parseArgs({
  options: { quick: { type: "boolean", default: false }, dist: { type: "string", default: "dist" } },
});
const root = new URL("..", import.meta.url).pathname;
const dist = resolve(root, flags.dist);
const from = (path) => import(pathToFileURL(join(dist, path)).href);
const [ensemble, model, host, folder, posteriors, rowsOf, bytesOf, instances] = await Promise.all(
  [
    ...["ensemble/index.js", "model/index.js", "host/pool.js", "host/read-folder.js"],
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
  count: flags.quick ? 8 : 40,
  turns: flags.quick ? 2 : 8,
  warmUp: flags.quick ? 2 : 6,
};

const path = join(root, "models/us-mexico");
const { files } = folder.readFolder(path);
const crisis = model.compileModel(files).model;
const { ir } = crisis;
const outputs = crisis.outcomes.map(({ name }) => name);
const { saveSteps, decision: branchStep } = ir.clock;
const origin = "posterior/2024-10";
const { posterior } = posteriors.readPosterior(
  origin,
  files[`${origin}.json`],
  readFileSync(join(path, `${origin}.f32`)),
  { hash: crisis.hash, parameters: ir.parameters.map(({ name }) => name) },
);
const params = rowsOf.posteriorParameters(ir, posterior, Math.max(...SIZES), 1);
const shared = { ir, outputs, saveSteps, branchStep, history: {} };

let moves;
const here = {
  name: "Node",
  async open(workers, draws) {
    const rows = { of: "rows", params: params.slice(0, draws * ir.parameters.length), draws };
    moves = await openMoves(ensemble, host.workerPool({ workers }), { ...shared, rows }, plan);
    return moves.load;
  },
  run: (count) => moves.run(count),
  finish: () => moves.finish(),
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
    "/data/shared.json": JSON.stringify(shared),
    "/data/params.f64": new Uint8Array(params.buffer),
  },
  script: "/bench-page.js",
});
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
/** Times of compiling, and the processor time of the thread that does it. */
async function compiled(place) {
  const before = processorTimes();
  const times = await place.compile();
  return { ...times, used: busiest(before, processorTimes())[0] };
}
async function freshPage() {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`in the page: ${error.message}`));
  await page.goto(site.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const ask = (name, ...args) =>
    page.evaluate(([called, given]) => globalThis.bench[called](...given), [name, args]);
  return {
    name: "Chromium",
    open: (workers, draws) => ask("open", workers, draws, plan),
    run: (count) => ask("run", count),
    finish: () => ask("finish"),
    compile: () => ask("compile"),
    close: () => page.close(),
  };
}

try {
  const began = loadavg()[0];
  const compile = [];
  for (let round = 0; round < (flags.quick ? 1 : 3); round++) {
    const page = await freshPage();
    compile.push({ first: await compiled(page), again: await compiled(page) });
    await page.close();
  }
  const page = await freshPage();
  const rows = [];
  for (const draws of SIZES)
    for (const workers of [2, 1]) {
      const pair = [page, here].map((place) => ({
        place,
        row: { place: place.name, workers, draws, times: [] },
      }));
      for (const { place, row } of pair) {
        row.load = await place.open(workers, draws);
        [row.first] = await place.run(plan.warmUp);
        row.used = [];
      }
      // Turn by turn, so that what else the machine does falls on both.
      for (let turn = 0; turn < plan.turns; turn++)
        for (const { place, row } of pair) {
          const before = processorTimes();
          row.times.push(...(await place.run(plan.count / plan.turns)));
          row.used.push(busiest(before, processorTimes()));
        }
      for (const { place, row } of pair) rows.push({ ...row, ...(await place.finish()) });
    }
  const text = browserReport({
    ...machine(root),
    browser: browser.version(),
    load: [began, loadavg()[0]],
    horizon: { steps: ir.clock.steps - branchStep, saves: saveSteps.filter((k) => k >= branchStep).length },
    outputs: outputs.length,
    plan,
    compile: { page: compile, node: [await compiled(here), await compiled(here)] },
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
