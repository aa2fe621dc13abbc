/** A file of the site as the service worker knows it. */
export interface CachedFile {
  /** Names the content: a changed file has another. */
  readonly hash: string;
  /** Kept when the site is first opened; the others when they are first used. */
  readonly atOnce: boolean;
}

/**
 * The site's service worker, `sw.js`, from its files by path. It keeps copies under path and hash, so a new version fetches only what
 * changed and drops the rest. Scripts, styles and model files come from the copies; pages and `versions.json` from the network, from the
 * copy where the network gives none within 3 seconds. The query of an address is left out, so that a shared link opens offline.
 */
export function serviceWorker(files: Readonly<Record<string, CachedFile>>): string {
  const paths = Object.keys(files).sort();
  const list = Object.fromEntries(paths.map((path) => [path, files[path]!.hash]));
  const later = paths.filter((path) => !files[path]!.atOnce);
  return `"use strict";
const FILES = ${JSON.stringify(list)};
const LATER = new Set(${JSON.stringify(later)});
${PROGRAM}`;
}

/** What the worker does with FILES ({path: hash}) and LATER (paths kept when first used). */
const PROGRAM = `
const CACHE = "downstream " + registration.scope;
const SLOW = 3000;
const at = (path) => new URL(path, registration.scope).href;
const keyOf = (path) => at(path) + "?copy=" + FILES[path];

/** Path of a file of this site from an address; undefined for any other. */
function pathOf(address) {
  const url = new URL(address);
  const scope = new URL(registration.scope);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return undefined;
  const path = decodeURIComponent(url.pathname.slice(scope.pathname.length));
  for (const one of [path, path + "index.html", path + "/index.html", path + ".html"])
    if (Object.hasOwn(FILES, one)) return one;
  return undefined;
}

/** A copy that may answer a navigation: a host may have answered with a redirect, which a copy must not repeat. */
async function plain(answer) {
  if (!answer.redirected) return answer;
  return new Response(await answer.blob(), { status: 200, headers: answer.headers });
}

async function keep(cache, path, answer) {
  if (answer.ok) await cache.put(keyOf(path), await plain(answer));
}

async function install() {
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const path of Object.keys(FILES))
    if (!LATER.has(path) && !(await cache.match(keyOf(path)))) missing.push(path);
  await Promise.all(
    missing.map(async (path) => {
      const answer = await fetch(at(path), { cache: "no-cache" });
      if (!answer.ok) throw new Error(path + ": " + answer.status);
      await keep(cache, path, answer);
    }),
  );
}

async function activate() {
  const wanted = new Set(Object.keys(FILES).map(keyOf));
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function copyFirst(path, request) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(keyOf(path));
  if (copy) return copy;
  const answer = await fetch(request);
  await keep(cache, path, answer.clone());
  return answer;
}

async function networkFirst(path, request) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(keyOf(path));
  if (!copy) return fetch(request);
  const slow = new Promise((done) => setTimeout(() => done(copy), SLOW));
  const asked = fetch(request).then(
    (answer) => (answer.ok || answer.type === "opaqueredirect" ? answer : copy),
    () => copy,
  );
  return Promise.race([asked, slow]);
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(install());
});
addEventListener("activate", (event) => event.waitUntil(activate().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const path = pathOf(event.request.url);
  if (path === undefined) return;
  const kept = path.startsWith("app/") || path.startsWith("models/");
  event.respondWith((kept ? copyFirst : networkFirst)(path, event.request));
});
`;

/** Paths of the files of a site, from its `sw.js`; none for any other text. */
export function filesOfWorker(text: string): readonly string[] {
  const list = /^const FILES = (\{.*\});$/m.exec(text)?.[1];
  if (list === undefined) return [];
  try {
    return [...Object.keys(JSON.parse(list) as object), "sw.js"];
  } catch {
    return [];
  }
}
