import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { DiagnosticError } from "../base/diagnostic.ts";

/** A folder served over HTTP on this machine only. */
export interface FolderServer {
  /** `http://localhost:PORT/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  png: "image/png",
  wasm: "application/wasm",
};
const PACKED = new Set(["html", "css", "js", "json", "webmanifest", "svg", "csv", "md", "txt", "wasm"]);

const NOT_FOUND = `<!DOCTYPE html><meta charset="utf-8"><title>404</title><p>Not found · No encontrado · <a href="/">Downstream</a></p>\n`;

/**
 * Serves the files below `root` at `port`; without one at the first free port of 8017 to 8036. Throws DiagnosticError
 * `option-port`.
 */
export async function serveFolder(root: string, port?: number): Promise<FolderServer> {
  const server = createServer((request, response) => answer(root, request, response));
  const ports = port === undefined ? Array.from({ length: 20 }, (_, i) => 8017 + i) : [port];
  let why = "";
  for (const one of ports) {
    why = await listen(server, one);
    if (why === "") {
      const address = server.address();
      const used = typeof address === "object" && address !== null ? address.port : one;
      return { url: `http://localhost:${used}/`, close: () => closeServer(server) };
    }
    if (why !== "EADDRINUSE") break;
  }
  const data = { first: ports[0]!, last: ports.at(-1)!, why };
  throw new DiagnosticError([{ code: "option-port", severity: "error", data }]);
}

/** The file that an address path asks for, below `root`; undefined where it leads out of it or can be no path. */
export function fileFor(root: string, address: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/s, ""));
  } catch {
    return undefined;
  }
  if (!path.startsWith("/") || path.includes("\0") || path.includes("\\")) return undefined;
  if (path.split("/").some((part) => part.startsWith("."))) return undefined;
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  return file.startsWith(join(root, sep)) ? file : undefined;
}

/** The media type of a file by its name. */
export function mediaType(path: string): string {
  return TYPES[kindOf(path)] ?? "application/octet-stream";
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { method = "GET", url = "/", headers } = request;
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const file = fileFor(root, url);
  const stats = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const [path = "", query] = url.split(/(?=\?)/s);
    response.writeHead(301, { location: `${path}/${query ?? ""}` }).end();
    return;
  }
  if (file === undefined || !stats?.isFile()) {
    send(response, method, 404, Buffer.from(NOT_FOUND), { "content-type": TYPES.html! });
    return;
  }
  const packed = PACKED.has(kindOf(file)) && /\bgzip\b/.test(headers["accept-encoding"] ?? "");
  const tag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}${packed ? "-z" : ""}"`;
  const common = { "cache-control": "no-cache", etag: tag, vary: "accept-encoding" };
  if (headers["if-none-match"] === tag) {
    response.writeHead(304, common).end();
    return;
  }
  const bytes = readFileSync(file);
  send(response, method, 200, packed ? gzipSync(bytes) : bytes, {
    ...common,
    "content-type": mediaType(file),
    "x-content-type-options": "nosniff",
    ...(packed ? { "content-encoding": "gzip" } : {}),
  });
}

function send(
  response: ServerResponse,
  method: string,
  status: number,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(method === "HEAD" ? undefined : body);
}

function kindOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

/** Listens on this machine's own address only; gives back the system's code of what went wrong, or nothing. */
function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error.code ?? String(error));
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", failed);
      resolve("");
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
