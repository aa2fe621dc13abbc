import { expect, test } from "vitest";
import { type EngineWorker, engineClient } from "./engine-client.ts";
import type { FromEngine, ToEngine } from "./protocol.ts";

/** A worker that only notes what it is told, and can be made to answer or to die. */
function fakeWorker() {
  const told: ToEngine[] = [];
  const listeners = new Map<string, (event: never) => void>();
  let ended = false;
  const worker = {
    postMessage: (message: ToEngine) => told.push(message),
    addEventListener: (kind: string, listener: (event: never) => void) => listeners.set(kind, listener),
    terminate: () => {
      ended = true;
    },
  } as unknown as EngineWorker;
  return {
    ...{ worker, told },
    ended: () => ended,
    say: (data: FromEngine) => listeners.get("message")!({ data } as never),
    die: (message: string) => listeners.get("error")!({ message } as never),
  };
}

function start() {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const heard: string[] = [];
  const client = engineClient(
    {
      ready: () => heard.push("ready"),
      answered: ({ id, draws }) => heard.push(`${id}: ${draws}`),
      failed: (message, id) => heard.push(`${id ?? ""} failed: ${message}`),
      progress: (id, done, total) => heard.push(`${id}: ${done} of ${total}`),
    },
    () => {
      const fresh = fakeWorker();
      workers.push(fresh);
      return fresh.worker;
    },
  );
  return { client, workers, heard };
}
const request = { choice: {}, at: "2030-01", outcome: "deaths", draws: "many" } as never;
const result = (id: number, draws: 200 | 2000) => ({ kind: "result", id, draws }) as FromEngine;

test("messages go out with ids of their own, and answers come in; older ones than were heard are dropped", () => {
  const { client, workers, heard } = start();
  client.open("models/2026.1/", 1);
  expect([client.run(request), client.look({ at: "2031-01", outcome: "deaths" })]).toEqual([1, 2]);
  const [{ told, say }] = workers as [ReturnType<typeof fakeWorker>];
  expect(told.map((m) => [m.kind, "id" in m ? m.id : 0])).toEqual([
    ["open", 0],
    ["run", 1],
    ["look", 2],
  ]);
  const [open] = told;
  if (open?.kind !== "open") throw new Error("not opened");
  expect([2, 3, 4]).toContain(open.workers);
  say({ kind: "ready", draws: 200 });
  say({ kind: "ready", draws: 2000 });
  say({ kind: "progress", id: 1, done: 64, total: 2000 });
  for (const [id, draws] of [
    [1, 200],
    [2, 200],
    [1, 2000],
    [2, 2000],
  ] as const)
    say(result(id, draws));
  say({ kind: "failed", id: 2, message: "no" });
  expect(heard).toEqual(["ready", "1: 64 of 2000", "1: 200", "2: 200", "2: 2000", "2 failed: no"]);
});

test("a CSV is a promise, kept or broken", async () => {
  const { client, workers, heard } = start();
  client.open("models/2026.1/", 1);
  const texts = [client.csv(), client.csv()];
  workers[0]!.say({ kind: "csv", id: 1, text: "month,outcome" });
  workers[0]!.say({ kind: "failed", id: 2, message: "nothing has been run yet" });
  expect(await texts[0]).toBe("month,outcome");
  await expect(texts[1]).rejects.toThrow("nothing has been run yet");
  expect(heard).toEqual([]);
});

test("a worker that dies is told of once, breaks what was promised, and the next request starts another", async () => {
  const { client, workers, heard } = start();
  client.open("models/2026.1/", 7);
  client.run(request);
  const text = client.csv();
  workers[0]!.die("out of memory");
  workers[0]!.die("again");
  await expect(text).rejects.toThrow("the engine's worker ended: out of memory");
  expect(heard).toEqual([" failed: the engine's worker ended: out of memory"]);
  expect(workers[0]!.ended()).toBe(true);
  client.run(request);
  expect(workers).toHaveLength(2);
  expect(workers[1]!.told).toMatchObject([
    { kind: "open", folder: "models/2026.1/", seed: 7 },
    { kind: "run", id: 3 },
  ]);
  workers[0]!.say(result(1, 200));
  workers[1]!.say(result(3, 200));
  expect(heard.slice(1)).toEqual(["3: 200"]);
});

test("begun anew, the release that was open is open again; closed, it is not", () => {
  const { client, workers } = start();
  client.open("models/2026.1/", 1);
  client.restart();
  expect(workers.map(({ ended }) => ended())).toEqual([true, false]);
  expect(workers[1]!.told).toMatchObject([{ kind: "open", folder: "models/2026.1/" }]);
  client.close();
  expect(workers[1]!.ended()).toBe(true);
});
