// The explorer of the crisis model as a visitor has it: lever to redraw, time to the first chart, sizes, in headless Chromium.
// Needs Debian's chromium (or CHROMIUM) and a built site: `node bin/downstream.js explore --build-only && node bench/explorer.js`.
//   --site FOLDER   the built site, default out/explorer
//   --lever NAME    label of the slider that is moved
//   --quick         few moves; prints, writes nothing
// Prints Markdown and writes it to bench/results/explorer.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { busiest, processorTimes } from "./browser/processor-time.js";
import { explorerReport } from "./explorer/report.js";
import { sizesByKind } from "./explorer/sizes.js";
import { machine } from "./lib/machine.js";

const { values: flags } = parseArgs({
  options: {
    site: { type: "string", default: "out/explorer" },
    lever: { type: "string", default: "Treatment capacity" },
    quick: { type: "boolean", default: false },
  },
});
const root = new URL("..", import.meta.url).pathname;
const folder = resolve(root, flags.site);
const { serveFolder } = await import(pathToFileURL(join(root, "dist/host/serve-folder.js")).href);
const probe = readFileSync(join(root, "bench/explorer/probe.js"), "utf8");
const count = flags.quick ? { loads: 1, drags: 12, rests: 3 } : { loads: 5, drags: 60, rests: 12 };

const site = await serveFolder(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

/** A new visitor's page; every address that it asks for goes to `asked`. */
async function visit(path, asked = [], options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`in the page: ${error.message}`));
  context.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(probe);
  await page.goto(`${site.url}${path}`);
  return {
    page,
    ask: (name, ...given) => page.evaluate(([n, g]) => globalThis.probe[n](...g), [name, given]),
    context,
  };
}

/** When the finished chart is painted for a visitor without scripts, by the browser's own record of paints. */
async function paintWithoutScripts() {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.locator("#first-paint svg").first().waitFor();
  const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  let time = await page.evaluate(first);
  while (time === undefined) time = await page.evaluate(first);
  await context.close();
  return time;
}

try {
  const began = loadavg()[0];
  const plain = [];
  const loads = [];
  const asked = [];
  for (let i = 0; i < count.loads; i++) {
    plain.push(await paintWithoutScripts());
    const { ask, context } = await visit("", i === 0 ? asked : []);
    loads.push(await ask("load"));
    await context.close();
  }
  // B differs from A from the start, so that its line is there.
  const { ask, context } = await visit("?b=p1-air-raids");
  await ask("load");
  const slider = await ask("slider", flags.lever);
  if (!slider) throw new Error(`no slider is called ${flags.lever}`);
  const { id, low, high, step } = slider;
  let moves = 0;
  const next = () => low + step * ((++moves * 7) % Math.round((high - low) / step));
  const drags = { times: [] };
  // The first moves compile what the later ones run.
  for (let i = 0; i < 8; i++) await ask("drag", id, next());
  await ask("longTasks");
  let before = processorTimes();
  for (let i = 0; i < count.drags; i++) drags.times.push(await ask("drag", id, next()));
  drags.used = busiest(before, processorTimes());
  drags.longTasks = await ask("longTasks");
  await ask("release", id);
  await ask("longTasks");
  const rests = { times: [] };
  before = processorTimes();
  for (let i = 0; i < count.rests; i++) {
    await ask("drag", id, next());
    rests.times.push(await ask("release", id));
  }
  rests.used = busiest(before, processorTimes());
  rests.longTasks = await ask("longTasks");
  await context.close();
  const text = explorerReport({
    ...machine(root),
    ...{ browser: browser.version(), load: [began, loadavg()[0]], lever: flags.lever },
    ...{ drags, rests, plain, loads, sizes: sizesByKind(site.url, folder, asked) },
  });
  process.stdout.write(text);
  if (!flags.quick) {
    mkdirSync(join(root, "bench/results"), { recursive: true });
    writeFileSync(join(root, "bench/results/explorer.md"), text);
  }
} finally {
  await browser.close();
  await site.close();
}
