import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { importMap } from "./import-map.js";

const here = new URL(".", import.meta.url).pathname;
const packages = join(here, "../../../node_modules");
const KINDS = {
  ".js": "text/javascript",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
};

/**
 * Serves a page without a bundler on a free port of this machine: `/` (a page that loads `script`), the compiled package below
 * `/dist/` as `modules` gives it, packages below `/packages/`, `data` by path, and the files beside this one. What the page
 * posts is kept in `received` by path. No header isolates the page, so it has no shared memory.
 *
 * The policy stands in the page as a static host would have it; the same policy is sent as a header, because workers
 * only know that. The import map is the one inline script, allowed by its hash.
 */
export async function serveSite({ modules, data = {}, script = "/engine-page.js" }) {
  const map = JSON.stringify(importMap(packages, ["mdast-util-from-markdown"], "/packages"));
  const hash = createHash("sha256").update(map).digest("base64");
  const policy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`;
  const page = pageText(policy, map, script);
  const received = new Map();

  function find(path) {
    if (path === "/") return page;
    if (path.startsWith("/dist/")) return modules(path.slice("/dist/".length));
    if (path in data) return data[path];
    const file = path.startsWith("/packages/") ? join(packages, path.slice(9)) : join(here, path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  }

  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://page").pathname);
    const body = [];
    request.on("data", (piece) => body.push(piece));
    request.on("end", () => {
      if (request.method === "POST") {
        received.set(path, Buffer.concat(body));
        response.end();
        return;
      }
      const found = find(path);
      const kind = KINDS[path === "/" ? ".html" : extname(path)] ?? "application/octet-stream";
      response.writeHead(found === undefined ? 404 : 200, {
        "content-type": kind,
        "content-security-policy": policy,
        "cache-control": "no-store",
      });
      response.end(found);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The page: scripts, and a field in which a visitor edits a model. */
function pageText(policy, map, script) {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <title>Downstream in a page</title>
  <script type="importmap">${map}</script>
  <script type="module" src="${script}"></script>
  <label>Model <textarea id="model" rows="20" cols="100"></textarea></label>
  <button id="run" type="button">Run</button>
  <output id="result"></output>
</html>
`;
}
