import { pathToFileURL } from "node:url";

/** The compiled package's modules that the bench uses, in one object; `folder` is where they were compiled to. */
export async function loadDist(folder) {
  const base = pathToFileURL(folder).href.replace(/\/$/, "");
  const modules = [
    "model/index.js",
    "engine/index.js",
    "engine/prune.js",
    "engine/synthetic-ir.js",
    "engine/wasm/compile-wasm.js",
    "engine/wasm/wasm-bytes.js",
    "engine/wasm/instantiate-wasm.js",
    "math/kernels/kernels.js",
    "math/kernels/print-c.js",
    "host/read-folder.js",
    "ensemble/index.js",
  ];
  return Object.assign({}, ...(await Promise.all(modules.map((path) => import(`${base}/${path}`)))));
}
