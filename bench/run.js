// The bench: every model by everyone who can run it, side by side in one run, as ratios. `npm run bench` takes some ten minutes
// and writes docs/performance.md, bench/results/latest.json and a line of bench/history.jsonl.
//   npm run bench -- --quick          two minutes, fewer draws and rounds; prints, writes nothing
//   npm run bench -- --only sir       these models alone (commas between); prints, writes nothing
//   npm run bench -- --peers          also installs the npm package `simulation` into a temporary folder and runs SIR
//   npm run bench -- --page           writes the page again from bench/results/latest.json, measures nothing
//   npm run bench -- --dist FOLDER    the compiled package, default dist
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchModel } from "./lib/bench-model.js";
import { compileCost, emptyRuns, workers } from "./lib/costs.js";
import { loadDist } from "./lib/dist.js";
import { growth } from "./lib/growth.js";
import { machine, otherWork } from "./lib/machine.js";
import { benchModels } from "./lib/models.js";
import { peers } from "./lib/peers.js";
import { profile } from "./lib/profile.js";
import { modelTable } from "./lib/report.js";
import { save } from "./lib/save.js";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    peers: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    dist: { type: "string", default: "dist" },
  },
});
const root = new URL("..", import.meta.url).pathname;
if (flags.page) {
  const latest = JSON.parse(readFileSync(join(root, "bench", "results", "latest.json"), "utf8"));
  save(root, latest, { history: false });
} else await measure();

async function measure() {
  const folder = join(root, "out", "bench");
  mkdirSync(folder, { recursive: true });
  const distFolder = resolve(root, flags.dist);
  const dist = await loadDist(distFolder);
  const say = (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  };
  const context = { dist, distFolder, folder, quick: flags.quick, say };
  const wanted = flags.only?.split(",");
  const models = benchModels().filter((m) => wanted === undefined || wanted.includes(m.id));
  const result = { version: 1, ...machine(root), quick: flags.quick, models: [] };
  for (const model of models) {
    const measured = await benchModel(model, context);
    result.models.push(measured);
    say("");
    console.log(modelTable(measured));
  }
  if (flags.peers) {
    result.peers = await peers(context, result);
    console.log(result.peers);
  }
  if (wanted === undefined) {
    result.profiles = [];
    for (const model of models.filter((m) => m.id === "world" || m.id === "decision"))
      result.profiles.push(await profile(model, context));
    say("compiling");
    // The bench itself keeps one core busy.
    result.busy = otherWork();
    result.costs = models.filter((m) => m.id !== "decision").flatMap((m) => compileCost(m, context) ?? []);
    result.emptyRuns = emptyRuns(dist);
    say("workers");
    result.workers = await workers(
      models.find((m) => m.id === "crisis"),
      context,
    );
    say("growth");
    result.growth = growth(dist, context);
    say("");
    const { profiles, costs, emptyRuns: empty, workers: pool, growth: series } = result;
    console.log(JSON.stringify({ profiles, costs, empty, pool, series }, null, 1));
    if (!flags.quick) save(root, result, { history: true });
  }
}
