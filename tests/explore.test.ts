import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { downstream, launcher, root, scratch } from "./command.ts";
import { brokenLinks, doubledIds, forbidden, type SiteTexts } from "./site-checks.ts";

const folder = scratch();
afterAll(() => folder.remove());

const TEXT = /\.(html|css|js|json|svg|webmanifest)$/;

function readSite(path: string): SiteTexts {
  const names = (readdirSync(path, { recursive: true }) as string[]).map((name) =>
    name.replaceAll("\\", "/"),
  );
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => [
        name,
        TEXT.test(name) ? readFileSync(join(path, name), "utf8") : readFileSync(join(path, name)),
      ]),
  );
}

describe.each([
  ["models/teaching", "deaths"],
  ["models/us-mexico", "US overdose deaths"],
])("the explorer of %s", (model, outcome) => {
  const out = join(folder.path, model.replace("/", "-"));
  let site: SiteTexts = {};
  beforeAll(() => {
    const { status, stdout, stderr } = downstream(["explore", model, "--build-only", "--out", out]);
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("failed")]);
    expect(stdout).toContain(out);
    site = readSite(out);
  }, 120_000);
  const text = (path: string): string => {
    const content = site[path];
    return typeof content === "string" ? content : "";
  };

  test("shows a finished chart, a headline with a range and the scenarios before any script, in both languages", () => {
    for (const path of ["index.html", "es/index.html"]) {
      const html = text(path);
      expect(html).toMatch(/<main id="app" data-root="(\.|\.\.)\/" data-release="[^"]+"/);
      expect(html).toMatch(/<p class="first-headline">[^<]*\d[^<]*\([^<]*\d[^<]*9 (of|de cada) 10[^<]*\)/);
      expect(html).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
      expect(html).toContain("<noscript>");
      expect(html).toMatch(/<a href="\?m=[^"]+&amp;b=[^"]+">/);
    }
    expect(text("index.html").toLowerCase()).toContain(outcome.toLowerCase());
    expect(text("es/index.html")).toContain('lang="es-MX"');
  });

  test("needs no inline script or style and no other host", () => {
    expect(forbidden(site)).toEqual([]);
    expect(Object.keys(site).filter((path) => path.endsWith(".css") && /https?:/.test(text(path)))).toEqual(
      [],
    );
  });

  test("has every file and anchor that its pages link to", () => {
    expect(brokenLinks(site)).toEqual([]);
    expect(doubledIds(site)).toEqual([]);
  });

  test("holds the release that its pages name, with a compiled kernel", () => {
    const { current, releases } = JSON.parse(text("versions.json")) as {
      current: string;
      releases: string[];
    };
    expect(releases[0]).toBe(current);
    expect(text("index.html")).toContain(`data-release="${current}"`);
    for (const file of ["facts.json", "ir.json", "kernel.wasm", "layout.json", "draws.bin", "evidence.json"])
      expect(Object.keys(site), file).toContain(`models/${current}/${file}`);
    expect((site[`models/${current}/kernel.wasm`] as Uint8Array).subarray(0, 4)).toEqual(
      Buffer.from([0, 97, 115, 109]),
    );
  });

  test("lists every file of its own for use without a network", () => {
    const list = JSON.parse(/^const FILES = (.*);$/m.exec(text("sw.js"))?.[1] ?? "{}") as object;
    expect(Object.keys(list).sort()).toEqual(
      Object.keys(site)
        .filter((path) => path !== "sw.js")
        .sort(),
    );
  });
});

test("a second build gives the same bytes and removes what the first has left", () => {
  const out = join(folder.path, "models-teaching");
  const before = readSite(out);
  const worker = join(out, "sw.js");
  const old = readFileSync(worker, "utf8").replace("const FILES = {", 'const FILES = {"app/old.js":"0",');
  writeFileSync(worker, old);
  writeFileSync(join(out, "app/old.js"), "old");
  writeFileSync(join(out, "my-own.txt"), "mine");
  expect(downstream(["explore", "models/teaching", "--build-only", "--out", out]).status).toBe(0);
  expect(existsSync(join(out, "app/old.js"))).toBe(false);
  const { "my-own.txt": own, ...after } = readSite(out);
  expect(own).toBeDefined();
  expect(after).toEqual(before);
});

test("releases of a model stay in its site beside the model as it stands, kept for offline use only once used", () => {
  const model = join(folder.path, "released");
  expect(downstream(["new", "released"], folder.path).status).toBe(0);
  expect(downstream(["release", model, "2026.1", "--date", "2026-01-31"]).status).toBe(0);
  const out = join(folder.path, "released-site");
  const build = () => {
    expect(downstream(["explore", model, "--build-only", "--out", out]).status).toBe(0);
    return JSON.parse(readFileSync(join(out, "versions.json"), "utf8")) as {
      current: string;
      releases: string[];
    };
  };
  expect(build()).toEqual({ current: "2026.1", releases: ["2026.1"] });
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("release 2026.1 of January 31, 2026");

  const scenario = join(model, "scenarios/more-treatment.yaml");
  writeFileSync(scenario, readFileSync(scenario, "utf8").replace("value: 0.4", "value: 0.5"));
  const changed = build();
  expect(changed.current).toMatch(/^2026\.1\+[0-9a-f]{7}$/);
  expect(changed.releases).toEqual([changed.current, "2026.1"]);
  const [now, then] = changed.releases.map((release) =>
    readFileSync(join(out, "models", release, "facts.json"), "utf8"),
  );
  expect([now, then].map((text) => /"value":0\.[45]/.exec(text ?? "")?.[0])).toEqual([
    '"value":0.5',
    '"value":0.4',
  ]);
  const worker = readFileSync(join(out, "sw.js"), "utf8");
  const later = JSON.parse(/^const LATER = new Set\((.*)\);$/m.exec(worker)?.[1] ?? "[]") as string[];
  expect(later).toContain("models/2026.1/facts.json");
  expect(later.every((path) => path.startsWith("models/2026.1/"))).toBe(true);
});

test("serves what it built until it is interrupted", async () => {
  const out = join(folder.path, "served");
  const args = ["explore", "models/teaching", "--out", out, "--port", "0", "--lang", "es"];
  const child = spawn(process.execPath, [launcher, ...args], { cwd: root, env: { ...process.env, CI: "1" } });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (piece: Buffer) => {
      said += piece.toString();
      const found = /http:\/\/localhost:\d+\//.exec(said)?.[0];
      if (found !== undefined && said.includes("Ctrl-C")) resolve(found);
    });
    child.on("exit", () => reject(new Error(said)));
  });
  const page = await fetch(`${url}es/?m=1`);
  expect(await page.text()).toContain('<html lang="es-MX">');
  const { current } = (await (await fetch(`${url}versions.json`)).json()) as { current: string };
  const kernel = await fetch(`${url}models/${current}/kernel.wasm`);
  expect(kernel.headers.get("content-type")).toBe("application/wasm");
  expect((await fetch(`${url}nothing`)).status).toBe(404);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("a folder that cannot be written and a port that is no port are refused at once", () => {
  const file = join(folder.path, "file");
  writeFileSync(file, "");
  const blocked = downstream(["explore", "models/teaching", "--build-only", "--out", file]);
  expect([blocked.status, blocked.stderr]).toEqual([70, expect.stringContaining("a folder is needed")]);
  expect(downstream(["explore", "models/teaching", "--port", "70000"]).status).toBe(2);
});
