import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { type FolderServer, fileFor, mediaType, serveFolder } from "./serve-folder.ts";

let server: FolderServer;
let folder: string;

beforeAll(async () => {
  const outer = mkdtempSync(join(tmpdir(), "downstream-serve-"));
  folder = join(outer, "site");
  mkdirSync(join(folder, "es"), { recursive: true });
  writeFileSync(join(outer, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "<h1>Hello</h1>");
  writeFileSync(join(folder, "es", "index.html"), "<h1>Hola</h1>");
  writeFileSync(join(folder, "kernel.wasm"), Uint8Array.of(0, 97, 115, 109));
  writeFileSync(join(folder, ".hidden"), "hidden");
  server = await serveFolder(folder, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** The path is sent as it is written: `fetch` would tidy it first. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method, family: 4 }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces),
        }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("serves pages, folders' index pages and their queries", async () => {
  expect((await ask("/")).body.toString()).toBe("<h1>Hello</h1>");
  expect((await ask("/es/?m=2026.1")).body.toString()).toBe("<h1>Hola</h1>");
  const moved = await ask("/es?m=1");
  expect([moved.status, moved.headers.location]).toEqual([301, "/es/?m=1"]);
  expect((await ask("/nothing.html")).status).toBe(404);
});

test("gives nothing outside the folder and nothing hidden", async () => {
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/es/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/.hidden",
    "/%00",
    "/%",
    "//../secret.txt",
  ]) {
    const { status, body } = await ask(path);
    expect([path, status]).toEqual([path, 404]);
    expect(body.toString()).not.toContain("secret");
  }
  expect(fileFor("/a/site", "/../site-two/x")).toBeUndefined();
});

test("names types, packs what is asked packed, and says when nothing changed", async () => {
  const wasm = await ask("/kernel.wasm", { "accept-encoding": "gzip, br" });
  expect(wasm.headers["content-type"]).toBe("application/wasm");
  expect(wasm.headers["content-encoding"]).toBe("gzip");
  expect([...gunzipSync(wasm.body)]).toEqual([0, 97, 115, 109]);
  const plain = await ask("/kernel.wasm");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const again = await ask("/kernel.wasm", { "if-none-match": String(plain.headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(mediaType("a/manifest.webmanifest")).toContain("application/manifest+json");
  expect(mediaType("draws.bin")).toBe("application/octet-stream");
});

test("HEAD has the headers alone; other methods are refused", async () => {
  const head = await ask("/index.html", {}, "HEAD");
  expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, "14", 0]);
  expect((await ask("/", {}, "POST")).status).toBe(405);
});

test("a port that is taken is a finding", async () => {
  const taken = Number(new URL(server.url).port);
  const failed = await serveFolder(folder, taken).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(DiagnosticError);
  expect((failed as DiagnosticError).diagnostics[0]).toMatchObject({
    code: "option-port",
    data: { first: taken, last: taken, why: "EADDRINUSE" },
  });
});
