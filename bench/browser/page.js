// The page of the bench: `bench` is what bench/browser.js asks for.
import { instantiateWasm } from "/dist/engine/wasm/instantiate-wasm.js";
import { wasmBytes } from "/dist/engine/wasm/wasm-bytes.js";
import { movedColumn, openSession, pagePool } from "/dist/ensemble/index.js";
import { compileModel } from "/dist/model/index.js";
import { measureCompile, openMoves } from "/moves.js";

/** Lets the task end that the bench's tool began: the page's policy does not hold for that. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const load = (path) => fetch(path).then((response) => response.json());
const startWorker = () => new Worker("/dist/ensemble/page-worker.js", { type: "module" });
let moves;

globalThis.bench = {
  async open(workers, draws, plan) {
    await turn();
    const all = new Float64Array(await (await fetch("/data/params.f64")).arrayBuffer());
    const shared = await load("/data/shared.json");
    const params = all.slice(0, draws * shared.ir.parameters.length);
    const request = { ...shared, rows: { of: "rows", params, draws } };
    moves = await openMoves({ openSession, movedColumn }, pagePool(workers, startWorker), request, plan);
    return moves.load;
  },
  async run(count) {
    await turn();
    return moves.run(count);
  },
  async finish() {
    await turn();
    return moves.finish();
  },
  async compile() {
    await turn();
    const { outputs } = await load("/data/shared.json");
    return measureCompile(
      { compileModel, wasmBytes, instantiateWasm },
      await load("/data/files.json"),
      outputs,
    );
  },
};
document.documentElement.dataset.ready = "yes";
