// The page of the bench: `bench` is what bench/browser.js asks for.
import { leverTable } from "/dist/engine/index.js";
import { instantiateWasm } from "/dist/engine/wasm/instantiate-wasm.js";
import { wasmBytes } from "/dist/engine/wasm/wasm-bytes.js";
import { movedColumn, openSession, pagePool } from "/dist/ensemble/index.js";
import { chunkBounds } from "/dist/ensemble/session.js";
import { sessionWork } from "/dist/ensemble/session-work.js";
import { compileModel } from "/dist/model/index.js";
import { measureAlone, measureCompile, measureMoves } from "/moves.js";

/** Lets the task end that the bench's tool began: the page's policy does not hold for that. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const files = await (await fetch("/data/files.json")).json();
const { ir: IR, outcomes } = compileModel(files).model;
const all = new Float64Array(await (await fetch("/data/params.f64")).arrayBuffer());

function request(draws) {
  const { saveSteps, decision: branchStep } = IR.clock;
  const params = all.slice(0, draws * IR.parameters.length);
  const outputs = outcomes.map(({ name }) => name);
  return { ir: IR, outputs, saveSteps, branchStep, history: {}, rows: { of: "rows", params, draws } };
}

globalThis.bench = {
  async moves(workers, draws, plan) {
    await turn();
    const pool = pagePool(workers, () => new Worker("/dist/ensemble/page-worker.js", { type: "module" }));
    try {
      return await measureMoves({ openSession, movedColumn }, pool, request(draws), plan);
    } finally {
      await pool.close();
    }
  },
  async alone(workers, draws, plan) {
    await turn();
    return measureAlone({ sessionWork, leverTable, chunkBounds }, request(draws), workers, plan);
  },
  async compile() {
    await turn();
    const outputs = outcomes.map(({ name }) => name);
    return measureCompile({ compileModel, wasmBytes, instantiateWasm }, files, outputs);
  },
};
document.documentElement.dataset.ready = "yes";
