import { pathToFileURL } from "node:url";

/** The compiled package's modules that the bench uses, in one object; `folder` is where they were compiled to. */
export async function loadDist(folder) {
  const base = pathToFileURL(folder).href.replace(/\/$/, "");
  const from = (path) => import(`${base}/${path}`);
  const [model, engine, prune, read, ensemble] = await Promise.all([
    from("model/index.js"),
    from("engine/index.js"),
    from("engine/prune.js"),
    from("host/read-folder.js"),
    from("ensemble/index.js"),
  ]);
  const optional = async (path, name) => (await from(path).catch(() => ({})))[name];
  return {
    ...model,
    ...engine,
    prune: prune.prune,
    readFolder: read.readFolder,
    drawParameters: ensemble.drawParameters,
    compileWasm: await optional("engine/wasm/compile-wasm.js", "compileWasm"),
  };
}
