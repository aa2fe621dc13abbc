import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { directPool } from "../../src/ensemble/index.ts";
import type { FromEngine, ResultMessage, ToEngine } from "../../src/explorer/engine-messages.ts";
import { runExplorer } from "../../src/explorer/explorer-run.ts";
import type { ModelFacts } from "../../src/explorer/model-facts.ts";
import { unpackDraws } from "../../src/explorer/pack-draws.ts";
import type { ReleaseParts } from "../../src/explorer/release-rows.ts";
import { resultCsv } from "../../src/explorer/result-csv.ts";
import type { ExplorerChoice } from "../../src/scenario/explorer-link.ts";
import { testBrowser, visit } from "./explorer-page.ts";

/** The worker of the built site spoken to by its protocol, in a page without the explorer; its numbers against Node's. */
const { url, folder } = inject("site");
const versions = JSON.parse(readFileSync(join(folder, "versions.json"), "utf8")) as {
  readonly current: string;
};
const models = join(folder, "models", versions.current);
const read = <T>(file: string) => JSON.parse(readFileSync(join(models, file), "utf8")) as T;
const facts = read<ModelFacts>("facts.json");
const packed = inflateRawSync(readFileSync(join(models, "draws.bin")));
const parts: ReleaseParts = {
  facts,
  ir: read("ir.json"),
  values: unpackDraws(packed, facts.draws.parameters.length),
};
const engineFile = readdirSync(join(folder, "app")).find((name) => /^engine-.*\.js$/.test(name))!;
const open: ToEngine = {
  kind: "open",
  folder: `${url}models/${encodeURIComponent(versions.current)}/`,
  seed: 1,
  workers: 2,
};

const { at, outcome } = facts.headline;
const none = { scenario: facts.chips[0]!, levers: {} };
const lever = facts.leverGroups[0]!.shown[0]!;
const { high } = facts.levers.find(({ name }) => name === lever)!;
const choice = (share: number, more: Partial<ExplorerChoice> = {}): ExplorerChoice => ({
  ...{ release: versions.current, seed: 1, a: none, assumptions: {} },
  b: { ...none, levers: { [lever]: [{ at: facts.leversFrom, value: share * high }] } },
  ...more,
});

const browser = testBrowser();

interface Engine {
  readonly page: Page;
  readonly say: (message: ToEngine) => Promise<void>;
  /** Waits for a message of a kind that holds these values. */
  readonly hear: (
    wanted: Readonly<{ kind: FromEngine["kind"]; id?: number; draws?: number }>,
  ) => Promise<FromEngine>;
  readonly heard: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the worker in a static page of the site; arrays come back as plain lists. `before`: what its thread does first, in a page
 * without the site's policy.
 */
async function start(before?: string): Promise<Engine> {
  const { page, context } = await visit(
    browser(),
    before === undefined ? `${url}how/index.html` : `${url}nothing`,
  );
  await page.evaluate(
    async ([file, first]) => {
      const scope = globalThis as unknown as { engine: Worker; said: unknown[] };
      const text = `${first}\nawait import("${file}");\npostMessage({ kind: "there" });`;
      const made = () => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      const engine = new Worker(first === undefined ? file! : made(), { type: "module", name: "engine" });
      scope.said = [];
      scope.engine = engine;
      const there = new Promise((resolve) => {
        engine.onmessage = ({ data }) => {
          scope.said.push(data);
          resolve(undefined);
        };
      });
      if (first !== undefined) await there;
    },
    [`${url}app/${engineFile}`, before] as const,
  );
  return {
    page,
    say: (message) =>
      page.evaluate((m) => (globalThis as unknown as { engine: Worker }).engine.postMessage(m), message),
    async hear(wanted) {
      const found = await page.waitForFunction(
        (keys) => {
          const { said } = globalThis as unknown as { said: Record<string, unknown>[] };
          const fits = said.find((m) => Object.entries(keys).every(([key, value]) => m[key] === value));
          return fits && JSON.stringify(fits, (_, v) => (ArrayBuffer.isView(v) ? Array.from(v as never) : v));
        },
        wanted,
        { timeout: 50_000 },
      );
      return JSON.parse((await found.jsonValue()) as string) as FromEngine;
    },
    heard: () =>
      page.evaluate(() => {
        const { said } = globalThis as unknown as { said: { kind: string; id?: number; draws?: number }[] };
        return said
          .filter(({ kind }) => kind !== "progress")
          .map(({ kind, id, draws }) => [kind, id, draws].filter((part) => part !== undefined).join(" "));
      }),
    close: () => context.close(),
  };
}

const run = (id: number, chosen: ExplorerChoice, draws: "few" | "many"): ToEngine => ({
  ...{ kind: "run", id, choice: chosen, at, outcome, draws },
});
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v) => (ArrayBuffer.isView(v) ? Array.from(v as never) : v)));

test("200 draws and then 2,000 have Node's numbers, and so has the CSV", async () => {
  const engine = await start();
  await engine.say(open);
  await engine.say(run(1, choice(1), "many"));
  const results = [
    await engine.hear({ kind: "result", draws: 200 }),
    await engine.hear({ kind: "result", draws: 2000 }),
  ];
  await engine.say({ kind: "csv", id: 2 });
  const csv = await engine.hear({ kind: "csv" });
  for (const [i, draws] of [200, 2000].entries()) {
    const { comparison, change, explanations } = await runExplorer(directPool(), parts, choice(1), {
      ...{ draws, at, outcome },
    });
    const { kind: _, id: __, run: ___, ms, ...found } = results[i] as ResultMessage;
    expect(ms).toBeGreaterThan(0);
    const told = { at, outcome, draws, comparison, change, explanations: draws === 200 ? [] : explanations };
    expect(found).toEqual(plain(told));
    if (draws === 2000) expect(csv).toMatchObject({ text: resultCsv(choice(1), facts, comparison) });
  }
  expect(await engine.heard()).toEqual(["ready 200", "result 1 200", "ready 2000", "result 1 2000", "csv 2"]);
  await engine.close();
});

test("a newer run stops the 2,000 draws of an older one; a look runs nothing", async () => {
  const engine = await start();
  await engine.say(open);
  await engine.say(run(1, choice(0.5), "many"));
  await engine.hear({ kind: "progress" });
  await engine.say(run(2, choice(0.75), "few"));
  await engine.hear({ kind: "result", id: 2 });
  expect(await engine.heard()).not.toContain("result 1 2000");
  const other = facts.outcomes.find(({ name }) => name !== outcome)!.name;
  const month = facts.months.at(-1)!;
  await engine.say({ kind: "look", id: 3, at: month, outcome: other });
  const looked = (await engine.hear({ kind: "result", id: 3 })) as ResultMessage;
  expect([looked.run, looked.draws, looked.at, looked.outcome]).toEqual([2, 200, month, other]);
  const { change } = await runExplorer(directPool(), parts, choice(0.75), {
    ...{ draws: 200, at: month, outcome: other },
  });
  expect(looked.change).toEqual(plain(change));
  await engine.close();
});

test("what a release lacks fails with a reason, and the next run is answered", async () => {
  const engine = await start();
  await engine.say({ ...open, folder: `${url}models/0.0/` } as ToEngine);
  expect(await engine.hear({ kind: "failed" })).toMatchObject({
    message: expect.stringContaining("could not be loaded"),
  });
  await engine.say(open);
  await engine.say(run(1, { ...choice(1), b: { scenario: "no-such", levers: {} } }, "few"));
  expect(await engine.hear({ kind: "failed", id: 1 })).toMatchObject({
    message: expect.stringContaining("no-such"),
  });
  await engine.say(run(2, choice(1), "few"));
  await engine.hear({ kind: "result", id: 2 });
  await engine.close();
});

test.each([
  ["there are no workers inside workers", "delete globalThis.Worker;"],
  [
    "its lanes cannot be loaded",
    "const Real = Worker; globalThis.Worker = class extends Real { constructor(at, how) { super(at + '.lost', how); } };",
  ],
])("where %s, the worker does the work alone", async (_, before) => {
  const engine = await start(before);
  await engine.say(open);
  await engine.say(run(1, choice(1), "few"));
  const found = (await engine.hear({ kind: "result", id: 1 })) as ResultMessage;
  const { comparison } = await runExplorer(directPool(), parts, choice(1), { draws: 200, at, outcome });
  expect(found.comparison).toEqual(plain(comparison));
  await engine.close();
});
