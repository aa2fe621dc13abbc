import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensembleScenario } from "../../src/analysis/scenario-runs.ts";
import { readPosterior } from "../../src/calibrate/posterior.ts";
import { posteriorParameters } from "../../src/calibrate/posterior-parameters.ts";
import { compileKernel, leverTable } from "../../src/engine/index.ts";
import { drawParameters } from "../../src/ensemble/index.ts";
import { readFolder } from "../../src/host/read-folder.ts";
import { compileModel, type Ir } from "../../src/model/index.ts";
import { loadScenarios } from "../../src/scenario/load-scenarios.ts";
import { resolveScenario } from "../../src/scenario/resolve-scenario.ts";
import { serveSite } from "./page/serve.js";
import { compiledModule } from "./sources.ts";

/** The engine in a real Chromium, in a page whose policy forbids `eval` and that shares no memory with its workers. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const DRAWS = 64;
/** The baseline, levers that ramp, a rule, many levers, and one that differs before the decision. */
const SCENARIOS = ["baseline", "p1-air-raids", "p8-ultimatum", "package-balanced", "what-happened"];

const root = join(import.meta.dirname, "../..");
const folder = join(root, "models/us-mexico");
const { files } = readFolder(folder);
const { model } = compileModel(files);
const { ir } = model;
const outputs = model.outcomes.map((outcome) => outcome.name);
const { saveSteps } = ir.clock;
const loaded = loadScenarios(files, "", ir).scenarios;
const scenarios = SCENARIOS.map((id) => {
  const found = loaded.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return ensembleScenario(model, resolveScenario(found, ir));
});
const { posterior } = readPosterior(
  "posterior/2024-10",
  files["posterior/2024-10.json"] ?? "",
  readFileSync(join(folder, "posterior/2024-10.f32")),
  { hash: model.hash, parameters: ir.parameters.map(({ name }) => name) },
);
const params = posteriorParameters(ir, posterior!, DRAWS, 1);

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let page: Page;

beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`No browser at ${executablePath}: install Debian's chromium, or set CHROMIUM to one.`);
  }
  site = await serveSite({
    modules: compiledModule,
    data: {
      "/data/files.json": JSON.stringify(files),
      "/data/request.json": JSON.stringify({ scenarios, draws: DRAWS }),
      "/data/params.f64": new Uint8Array(params.buffer),
    },
  });
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-sync", "--no-first-run", ...quiet],
  });
  page = await browser.newPage();
  page.on("pageerror", (error) => process.stderr.write(`in the page: ${error.message}\n`));
  await page.goto(site.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Calls a function of `engine-page.js`. */
function ask<T>(name: string, ...args: readonly unknown[]): Promise<T> {
  return page.evaluate(
    ([called, given]) =>
      (globalThis as unknown as { engine: Record<string, (...a: unknown[]) => unknown> }).engine[called]!(
        ...given,
      ),
    [name, args] as const,
  ) as Promise<T>;
}

/** The doubles that the page sent under a path. */
function sent(path: string): Float64Array {
  return new Float64Array(Uint8Array.from(site.received.get(path) ?? []).buffer);
}

/** Places at which two lists differ; every NaN is the same, +0 and -0 are not. */
function differing(a: Float64Array, b: Float64Array): number {
  let count = a.length === b.length ? 0 : 1;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) count++;
  return count;
}

/** Every draw run alone from the start on the reference back end: [output][save][draw]. */
function reference(on: Ir, names: readonly string[], rows: Float64Array, levers: Float64Array): Float64Array {
  const kernel = compileKernel(on, names);
  const width = on.parameters.length;
  const draws = rows.length / width;
  const saves = on.clock.saveSteps;
  const all = new Float64Array(names.length * saves.length * draws);
  const out = new Float64Array(names.length * saves.length);
  for (let d = 0; d < draws; d++) {
    kernel.run({ params: rows, paramsOffset: d * width, levers, saveSteps: saves, out });
    out.forEach((value, i) => {
      all[i * draws + d] = value;
    });
  }
  return all;
}

/** What every scenario of the crisis model gives on the reference back end. */
function expectedResults(): readonly Float64Array[] {
  return scenarios.map(({ schedules, overrides = {} }) => {
    const rows = params.slice();
    for (const [name, value] of Object.entries(overrides))
      for (let d = 0; d < DRAWS; d++)
        rows[d * ir.parameters.length + ir.parameters.findIndex((p) => p.name === name)] = value;
    return reference(ir, outputs, rows, leverTable(ir, schedules));
  });
}
let wanted: readonly Float64Array[] | undefined;

/** Compares the first draws that the page sent under a path, scenario by scenario; gives the number of doubles compared. */
function compareSent(path: string, draws: number = DRAWS): number {
  wanted ??= expectedResults();
  const historySaves = saveSteps.filter((k) => k < ir.clock.decision).length;
  const rows = (values: Float64Array, from: number, to: number) =>
    Float64Array.from(
      outputs.flatMap((_, o) => {
        const at = (save: number) => (o * saveSteps.length + save) * DRAWS;
        return [...values.subarray(at(from), at(to))].filter((_, i) => i % DRAWS < draws);
      }),
    );
  let compared = 0;
  const same = (got: Float64Array, expected: Float64Array, what: string) => {
    expect(got.length, what).toBe(expected.length);
    expect(differing(got, expected), what).toBe(0);
    compared += got.length;
  };
  same(sent(`${path}/history`), rows(wanted[0]!, 0, historySaves), "history");
  wanted.forEach((values, i) => {
    const got = sent(`${path}/${i}`);
    const whole = got.length === outputs.length * saveSteps.length * draws;
    same(got, rows(values, whole ? 0 : historySaves, saveSteps.length), SCENARIOS[i]!);
  });
  return compared;
}

test("the page's policy refuses code made from text, in the page and in its workers, and it shares no memory", async () => {
  expect(await ask("limits")).toEqual({
    made: "EvalError",
    inWorker: "EvalError",
    shared: "undefined",
    isolated: false,
  });
  // The page's own policy and that of its headers.
  expect(await ask("violations")).toEqual(["eval", "eval"]);
});

test("five scenarios of the crisis model have, double by double, the results of the reference back end in Node", async () => {
  const said = await ask<{
    readonly hash: string;
    readonly outputs: readonly string[];
    readonly statuses: readonly { readonly failedStep: readonly number[] }[];
    readonly heard: readonly (readonly [number, number])[];
  }>("compare");
  expect(said.hash).toBe(model.hash);
  expect(said.outputs).toEqual(outputs);
  expect(said.statuses).toHaveLength(SCENARIOS.length);
  expect(compareSent("/compare")).toBeGreaterThan(1_000_000);
  expect(said.heard.at(-1)).toEqual([DRAWS, DRAWS]);
  expect(said.heard.length).toBeGreaterThan(1);
});

test("a session gives the same doubles, move by move", async () => {
  await ask("moves");
  expect(compareSent("/moves")).toBeGreaterThan(1_000_000);
});

test("a run that is stopped says why, and the next one is whole", async () => {
  const { why, heard } = await ask<{ why: string; heard: readonly number[] }>("cancel");
  expect(why).toBe("the visitor stopped it");
  expect(heard).toHaveLength(1);
  expect(heard[0]).toBeLessThan(DRAWS);
  expect(compareSent("/cancel")).toBeGreaterThan(1_000_000);
});

const EPIDEMIC = readFolder(join(root, "bench/models/sir")).files;

test("a model that a visitor edits is compiled in the page and has Node's results", async () => {
  const before = EPIDEMIC["sir.md"]!;
  const edited = before
    .replace(
      "recovery rate = infectious / duration",
      "recovery rate = infectious / duration * if time > 40 then 1 + season else 1\nseason = 0.2 * sin(time / 9) * ln(1 + time) ^ 1.3 + exp(0 - time / 50)",
    )
    .concat("\n```model\noutcome infectious, lower is better\n```\n");
  await page.fill("#model", edited.replace("infectious / duration", "infectious / lenght"));
  await page.click("#run");
  await page.waitForFunction(() => document.getElementById("result")?.textContent?.startsWith("errors"));
  expect(await page.textContent("#result")).toContain("unknown-name");
  await page.fill("#model", edited);
  await page.click("#run");
  await page.waitForFunction(() => document.getElementById("result")?.textContent?.startsWith("done"));
  const own = compileModel({ "model.md": edited });
  const names = own.model.outcomes.map((outcome) => outcome.name);
  const rows = drawParameters(own.model.ir, { sampler: "stratified", seed: 7, draws: 10 });
  const expected = reference(own.model.ir, names, rows, leverTable(own.model.ir, {}));
  expect(names).toHaveLength(1);
  expect(expected.length).toBe(own.model.ir.clock.saveSteps.length * 10);
  expect(differing(sent("/visitor/0"), expected)).toBe(0);
});

test("a draw that fails leaves the others alone", async () => {
  const text =
    "```model\ntime from 0 to 100, 4 steps a unit, rk4, save every 10 units\n\nstock crowd\n  start 1\n  in births\n\nbirths = rate * crowd * crowd\nrate = 0.001\n```\n";
  const rates = [-0.1, 5, -0.2, 0.001, -1, 0.002];
  const said = await ask<{ failedStep: readonly number[]; failedVariable: readonly string[] }>(
    "small",
    text,
    ["crowd"],
    rates,
    rates.length,
  );
  expect(said.failedStep.map((step) => step >= 0)).toEqual([false, true, false, false, false, false]);
  expect(said.failedVariable[1]).toBe("crowd");
  const small = compileModel({ "model.md": text }).model.ir;
  const expected = reference(small, ["crowd"], Float64Array.from(rates), leverTable(small, {}));
  const got = sent("/small/0");
  expect(differing(got, expected)).toBe(0);
  expect([...got].filter(Number.isNaN).length).toBeGreaterThan(3);
});

test("workers that cannot be loaded fail the run with a clear error; a page can do without workers", async () => {
  expect(await ask("withoutWorkers")).toMatch(/^a worker of the page ended/);
  expect(compareSent("/direct", 4)).toBeGreaterThan(50_000);
});

test("nothing but the first test's own attempt was refused by the policy", async () => {
  expect(await ask("violations")).toEqual(["eval", "eval"]);
});
