import { beforeEach, describe, expect, test } from "vitest";
import { type CachedFile, filesOfWorker, serviceWorker } from "./service-worker.ts";

const SCOPE = "https://host.example/a/b/";
const files: Readonly<Record<string, CachedFile>> = {
  "index.html": { hash: "i1", atOnce: true },
  "es/index.html": { hash: "e1", atOnce: true },
  "app/x.js": { hash: "x1", atOnce: true },
  "models/2026.1/facts.json": { hash: "f1", atOnce: true },
  "models/2025.9/facts.json": { hash: "o1", atOnce: false },
  "models/0+c0564e7/facts.json": { hash: "w1", atOnce: true },
  "versions.json": { hash: "v1", atOnce: true },
};

/** What the worker's script finds around it: caches that last, a network that can go away. */
class World {
  readonly store = new Map<string, Response>();
  readonly asked: string[] = [];
  online = true;
  status = 200;
  hangs = false;
  #handlers = new Map<string, (event: unknown) => void>();

  start(script: string): void {
    const cache = {
      match: async (key: string) => this.store.get(key)?.clone(),
      put: async (key: string, answer: Response) => void this.store.set(key, answer),
      keys: async () => [...this.store.keys()].map((url) => ({ url })),
      delete: async ({ url }: { url: string }) => this.store.delete(url),
    };
    const scope = {
      registration: { scope: SCOPE },
      caches: { open: async () => cache },
      fetch: async (asked: string | Request) => {
        const url = typeof asked === "string" ? asked : asked.url;
        this.asked.push(url);
        if (this.hangs) return new Promise<Response>(() => {});
        if (!this.online) throw new TypeError("offline");
        return new Response(`network ${url}`, { status: this.status });
      },
      addEventListener: (name: string, handler: (event: unknown) => void) =>
        this.#handlers.set(name, handler),
      skipWaiting: () => {},
      clients: { claim: async () => {} },
      setTimeout: (done: () => void) => {
        this.#slow = done;
      },
    };
    new Function(...Object.keys(scope), script)(...Object.values(scope));
  }
  /** Time passes: what waits for the network waits no longer. */
  wait(): void {
    this.#slow();
  }
  #slow: () => void = () => {};

  async #wait(name: string): Promise<void> {
    let work: Promise<unknown> = Promise.resolve();
    this.#handlers.get(name)?.({ waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
  }
  async install(): Promise<void> {
    await this.#wait("install");
    await this.#wait("activate");
  }
  /** The text of the answer; undefined where the worker leaves the request to the browser. */
  async get(path: string, method = "GET"): Promise<string | undefined> {
    let answer: Promise<Response> | undefined;
    const request = new Request(new URL(path, SCOPE), { method });
    this.#handlers.get("fetch")?.({
      request,
      respondWith: (given: Promise<Response>) => {
        answer = Promise.resolve(given);
      },
    });
    return answer === undefined ? undefined : (await answer).text();
  }
}

let world: World;
beforeEach(async () => {
  world = new World();
  world.start(serviceWorker(files));
  await world.install();
});

describe("the service worker", () => {
  test("keeps everything at once but what is kept when first used", () => {
    expect(world.asked).toHaveLength(6);
    expect(world.asked).not.toContain(`${SCOPE}models/2025.9/facts.json`);
  });

  test("opens a shared link without a network: the query is left out", async () => {
    world.online = false;
    expect(await world.get("?m=2026.1&b=p1-air-raids")).toBe(`network ${SCOPE}index.html`);
    expect(await world.get("es/?m=2026.1")).toBe(`network ${SCOPE}es/index.html`);
    expect(await world.get("models/2026.1/facts.json")).toBe(`network ${SCOPE}models/2026.1/facts.json`);
    expect(await world.get("models/0%2Bc0564e7/facts.json")).toContain("network");
  });

  test("takes scripts and models from the copy, pages from the network first", async () => {
    world.asked.length = 0;
    await world.get("app/x.js");
    await world.get("models/2026.1/facts.json");
    expect(world.asked).toEqual([]);
    await world.get("index.html");
    await world.get("versions.json");
    expect(world.asked).toHaveLength(2);
  });

  test("gives the copy of a page where the host fails or is too slow", async () => {
    world.status = 503;
    expect(await world.get("index.html")).toBe(`network ${SCOPE}index.html`);
    world.online = false;
    expect(await world.get("index.html")).toBe(`network ${SCOPE}index.html`);
    world.hangs = true;
    const late = world.get("index.html");
    await new Promise((resolve) => setTimeout(resolve));
    world.wait();
    expect(await late).toBe(`network ${SCOPE}index.html`);
  });

  test("keeps an older release once it was used", async () => {
    expect(await world.get("models/2025.9/facts.json")).toContain("network");
    world.online = false;
    expect(await world.get("models/2025.9/facts.json")).toContain("network");
  });

  test("leaves other sites, other folders, unknown files and sent forms alone", async () => {
    for (const path of ["https://elsewhere.example/a/b/index.html", "../index.html", "unknown.json"])
      expect(await world.get(path)).toBeUndefined();
    expect(await world.get("index.html", "POST")).toBeUndefined();
  });

  test("a new version fetches what changed and drops what is gone", async () => {
    world.asked.length = 0;
    const { "app/x.js": _, ...rest } = files;
    world.start(serviceWorker({ ...rest, "index.html": { hash: "i2", atOnce: true } }));
    await world.install();
    expect(world.asked).toEqual([`${SCOPE}index.html`]);
    expect([...world.store.keys()].some((key) => key.includes("x.js") || key.includes("i1"))).toBe(false);
    expect(world.store.size).toBe(5);
  });

  test("a file that cannot be fetched stops the installation", async () => {
    const broken = new World();
    broken.status = 404;
    broken.start(serviceWorker(files));
    await expect(broken.install()).rejects.toThrow("404");
  });
});

test("a site's files can be read from its worker", () => {
  expect(filesOfWorker(serviceWorker(files))).toEqual([...Object.keys(files).sort(), "sw.js"]);
  expect(filesOfWorker("something else")).toEqual([]);
});
