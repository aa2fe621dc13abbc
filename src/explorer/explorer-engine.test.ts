import { expect, test } from "vitest";
import { wasmBytes } from "../engine/index.ts";
import { directPool, type Pool } from "../ensemble/index.ts";
import { memoryModel, memoryOutputs } from "../ensemble/test-model.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import type { FromEngine, ResultMessage, ToEngine } from "./engine-messages.ts";
import { type EngineParts, explorerEngine } from "./explorer-engine.ts";
import { runExplorer } from "./explorer-run.ts";
import type { ModelFacts } from "./model-facts.ts";
import { resultCsv } from "./result-csv.ts";

const plain = memoryModel();
/** A yearly save is enough here, and a variant to tell draws apart. */
const ir = {
  ...plain,
  parameters: plain.parameters.map((parameter) =>
    parameter.name === "kind" ? { ...parameter, options: ["one", "two", "three"] } : parameter,
  ),
  clock: { ...plain.clock, decision: 3 * 48, saveSteps: plain.clock.saveSteps.filter((_, m) => m % 6 === 0) },
};
const months = ir.clock.saveSteps.map((_, i) => `20${20 + i}-01`);
const text = (word: string) => ({ en: word, es: word });
const facts = {
  ...{
    model: "memory",
    release: "2026.1",
    modelHash: "h",
    decision: months[0],
    leversFrom: months[0],
    months,
  },
  draws: { posterior: "none", stored: 0, parameters: [], fixed: [] },
  levers: [{ name: "pressure", value: 0, low: 0, high: 5, kind: "slider" }],
  outcomes: memoryOutputs.map((name) => ({ name, unit: text("unit"), factor: 1, better: "lower" })),
  scenarios: [
    { id: "baseline", group: "baseline", levers: [] },
    {
      id: "press",
      group: "proposal",
      levers: [{ name: "pressure", schedule: [{ at: "2018-01", value: 2 }] }],
    },
  ],
  ...{
    assumptions: [{ name: "growth" }],
    variants: [{ name: "kind", options: ["one", "two", "three"].map((name) => ({ name })) }],
    headline: { outcome: memoryOutputs[0], at: months.at(-1) },
  },
} as unknown as ModelFacts;
const parts: EngineParts = { facts, ir, values: new Float32Array(0), kernel: wasmBytes(ir, memoryOutputs) };

const none = { scenario: "baseline", levers: {} };
const at = months.at(-1)!;
const outcome = memoryOutputs[0]!;
const choice = (value: number, more: Partial<ExplorerChoice> = {}): ExplorerChoice => ({
  ...{ release: "2026.1", seed: 1, a: none, assumptions: {} },
  b: { scenario: "baseline", levers: { pressure: [{ at: "2018-01", value }] } },
  ...more,
});
const run = (id: number, chosen: ExplorerChoice, draws: "few" | "many" = "few"): ToEngine => ({
  ...{ kind: "run", id, choice: chosen, at, outcome, draws },
});

/** An engine and what it says; `until` waits for a message, and fails where nothing more is done. */
function start(pool: (workers: number) => Pool = directPool, mayFail = false) {
  const said: FromEngine[] = [];
  let runs = 0;
  let heard: (() => void) | undefined;
  /** Counts the chunks that are done. */
  const counted = (of: Pool): Pool => ({
    ...of,
    open(work, shared) {
      const prepare: typeof work.prepare = (given) => {
        const hand = work.prepare(given);
        return {
          ...hand,
          chunk(input, index) {
            runs++;
            return hand.chunk(input, index);
          },
        };
      };
      return of.open({ ...work, prepare }, shared);
    },
  });
  const ask = explorerEngine({
    load: async (folder) => {
      if (folder !== "models/2026.1/") throw new Error(`${folder}facts.json could not be loaded`);
      return parts;
    },
    pool: (workers) => counted(pool(workers)),
    post: (message) => {
      said.push(structuredClone(message));
      heard?.();
    },
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  async function until<T extends FromEngine>(wanted: (message: FromEngine) => message is T): Promise<T>;
  async function until(wanted: (message: FromEngine) => boolean): Promise<FromEngine>;
  async function until(wanted: (message: FromEngine) => boolean): Promise<FromEngine> {
    for (;;) {
      const found = said.find(wanted);
      if (found !== undefined) return found;
      const failed = said.find((m) => m.kind === "failed");
      if (failed !== undefined && !mayFail) throw new Error(JSON.stringify(failed));
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  }
  const result = (id: number, draws: number) =>
    until((m): m is ResultMessage => m.kind === "result" && m.id === id && m.draws === draws);
  return { ask, said, until, result, chunks: () => runs };
}
const open: ToEngine = { kind: "open", folder: "models/2026.1/", seed: 1, workers: 2 };
const kinds = (said: readonly FromEngine[]) =>
  said
    .filter(({ kind }) => kind !== "progress")
    .map((m) =>
      m.kind === "result" ? `${m.id}: ${m.draws}` : m.kind === "ready" ? `ready ${m.draws}` : m.kind,
    );

/** What Node gives; explanations are told with 2,000 draws only. */
async function expected(chosen: ExplorerChoice, draws: number) {
  const found = await runExplorer(directPool(), parts, chosen, { draws, at, outcome });
  return draws === 200 ? { ...found, explanations: [] } : found;
}
const numbers = ({ comparison, change, explanations }: Awaited<ReturnType<typeof expected>>) => ({
  ...{ comparison, change, explanations },
});

test("200 draws at once and then 2,000: what Node gives for as many", async () => {
  const engine = start();
  engine.ask(open);
  engine.ask(run(1, choice(2), "many"));
  const few = await engine.result(1, 200);
  const many = await engine.result(1, 2000);
  expect(numbers(few)).toEqual(numbers(await expected(choice(2), 200)));
  expect(numbers(many)).toEqual(numbers(await expected(choice(2), 2000)));
  expect(few.comparison.at[memoryOutputs.indexOf("report")]!.change.q50).not.toBe(0);
  expect(kinds(engine.said)).toEqual(["ready 200", "1: 200", "ready 2000", "1: 2000"]);
  const progress = engine.said.filter((m) => m.kind === "progress");
  expect(progress.at(-1)).toMatchObject({ id: 1, done: 6000, total: 6000 });
});

test("a lever that moves on: what is under way is answered, what has not begun is replaced, the last is run at rest", async () => {
  const engine = start();
  engine.ask(open);
  await engine.until((m) => m.kind === "ready");
  for (const id of [1, 2, 3, 4]) engine.ask(run(id, choice(id)));
  engine.ask(run(5, choice(4), "many"));
  await engine.result(5, 2000);
  // The first run stood at the door alone; of the others only the last was done.
  expect(kinds(engine.said).filter((k) => k.includes(": 200"))).toContain("5: 200");
  expect(engine.said.filter((m) => m.kind === "result").map((m) => m.id)).not.toContain(3);
  const again = await engine.result(5, 2000);
  expect(numbers(again)).toEqual(numbers(await expected(choice(4), 2000)));
  // The same choice at rest after it was shown with 200 draws is not shown with 200 again.
  engine.ask(run(6, choice(1)));
  await engine.result(6, 200);
  engine.ask(run(7, choice(1), "many"));
  await engine.result(7, 2000);
  expect(kinds(engine.said)).not.toContain("7: 200");
});

test("2,000 draws stop for a newer run, and go on later with what was loaded", async () => {
  const engine = start();
  engine.ask(open);
  engine.ask(run(1, choice(1), "many"));
  await engine.until((m) => m.kind === "progress");
  engine.ask(run(2, choice(2)));
  await engine.result(2, 200);
  expect(kinds(engine.said)).not.toContain("1: 2000");
  await engine.until((m) => m.kind === "ready" && m.draws === 2000);
  engine.ask(run(3, choice(2), "many"));
  expect(numbers(await engine.result(3, 2000))).toEqual(numbers(await expected(choice(2), 2000)));
});

test("only the path that changed is run; keeping B as A runs nothing", async () => {
  const engine = start();
  engine.ask(open);
  engine.ask(run(1, choice(1), "many"));
  await engine.result(1, 2000);
  const before = engine.chunks();
  engine.ask(run(2, choice(2)));
  await engine.result(2, 200);
  const perRun = engine.chunks() - before;
  expect(perRun).toBeLessThan(10);
  engine.ask(run(3, { ...choice(2), a: choice(2).b }));
  const same = await engine.result(3, 200);
  expect(same.comparison.at.every(({ change }) => change.q05 === 0 && change.q95 === 0)).toBe(true);
  expect(engine.chunks() - before).toBe(perRun);
});

test("assumptions and another seed change both paths, and are what Node gives", async () => {
  const engine = start();
  engine.ask(open);
  const assumed = choice(1, { assumptions: { growth: 0.5 } });
  engine.ask(run(1, assumed));
  expect(numbers(await engine.result(1, 200))).toEqual(numbers(await expected(assumed, 200)));
  const seeded = choice(1, { seed: 9 });
  engine.ask(run(2, seeded));
  expect(numbers(await engine.result(2, 200))).toEqual(numbers(await expected(seeded, 200)));
});

test("the runs of one explanation are compared among themselves, and then all again", async () => {
  const engine = start();
  engine.ask(open);
  const only = choice(2, { explanation: { variant: "kind", option: "two" } });
  for (const [i, chosen] of [choice(2), only, choice(2)].entries()) {
    engine.ask(run(i + 1, chosen, "many"));
    const found = await engine.result(i + 1, 2000);
    expect(numbers(found)).toEqual(numbers(await expected(chosen, 2000)));
    expect(found.explanations.map(({ option }) => option)).toEqual(["one", "two", "three"]);
    expect(found.comparison.kept < 2000).toBe(chosen === only);
  }
});

test("a look shows the last results at another month, of another outcome, without a run", async () => {
  const engine = start();
  engine.ask(open);
  engine.ask(run(1, choice(2), "many"));
  await engine.result(1, 2000);
  const before = engine.chunks();
  const view = { at: months[3]!, outcome: memoryOutputs[1]! };
  engine.ask({ kind: "look", id: 2, ...view });
  const looked = await engine.result(2, 2000);
  const other = await runExplorer(directPool(), parts, choice(2), { draws: 2000, ...view });
  expect(numbers(looked)).toEqual(numbers(other));
  expect([looked.run, looked.at, looked.outcome]).toEqual([1, view.at, view.outcome]);
  expect(engine.chunks()).toBe(before);
});

test("the CSV is that of 2,000 draws, even where only 200 were run", async () => {
  const engine = start();
  engine.ask(open);
  engine.ask(run(1, choice(2)));
  engine.ask({ kind: "csv", id: 2 });
  const { text: csv } = await engine.until((m) => m.kind === "csv");
  expect(csv).toBe(resultCsv(choice(2), facts, (await expected(choice(2), 2000)).comparison));
});

test("what cannot be answered fails with a reason, and the engine goes on", async () => {
  const engine = start(directPool, true);
  engine.ask(run(1, choice(1)));
  expect(await engine.until((m) => m.kind === "failed" && m.id === 1)).toMatchObject({
    message: "no release is open",
  });
  engine.ask({ ...open, folder: "models/2025.9/" } as ToEngine);
  const lost = await engine.until((m) => m.kind === "failed" && m.id === undefined);
  expect(lost).toMatchObject({ message: "models/2025.9/facts.json could not be loaded" });
  engine.ask(open);
  engine.ask(run(2, { ...choice(1), a: { scenario: "no such", levers: {} } }));
  const unknown = await engine.until((m) => m.kind === "failed" && m.id === 2);
  expect(unknown).toMatchObject({ message: "the release has no no such" });
  engine.ask({ ...run(3, choice(1)), at: "1999-01" } as ToEngine);
  expect(await engine.until((m) => m.kind === "failed" && m.id === 3)).toMatchObject({
    message: "no outcome is saved at 1999-01",
  });
  engine.ask({ kind: "csv", id: 4 });
  await engine.until((m) => m.kind === "csv" || (m.kind === "failed" && m.id === 4));
  engine.ask(run(5, choice(1)));
  await engine.result(5, 200);
});

test("workers that cannot start leave the work to the engine itself; such as die later are replaced", async () => {
  let fault: Error | undefined = new Error("a worker of the page ended: it could not be loaded");
  const asked: number[] = [];
  const engine = start((workers) => {
    asked.push(workers);
    const pool = directPool();
    return {
      ...pool,
      open(work, shared) {
        const job = pool.open(work, shared);
        return {
          ...job,
          run: async (options) => {
            if (fault !== undefined) throw fault;
            return job.run(options);
          },
        };
      },
    };
  }, true);
  engine.ask(open);
  await engine.until((m) => m.kind === "failed");
  expect(asked).toEqual([2, 0]);
  fault = undefined;
  engine.ask(run(1, choice(2)));
  expect(numbers(await engine.result(1, 200))).toEqual(numbers(await expected(choice(2), 200)));
  fault = new Error("a worker of the page ended: it died");
  engine.ask(run(2, choice(3)));
  expect(await engine.until((m) => m.kind === "failed" && m.id === 2)).toMatchObject({
    message: fault.message,
  });
  fault = undefined;
  engine.ask(run(3, choice(3), "many"));
  expect(numbers(await engine.result(3, 2000))).toEqual(numbers(await expected(choice(3), 2000)));
});
