// The engine in a page: a model is compiled from its text and run on two workers. `engine` is what the test asks for.
import {
  directPool,
  drawParameters,
  movedBlock,
  openSession,
  pagePool,
  runEnsemble,
} from "/dist/ensemble/index.js";
import { compileModel } from "/dist/model/index.js";

const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));

const startWorker = () => new Worker("/dist/ensemble/page-worker.js", { type: "module" });
const pool = pagePool(2, startWorker);

/** Lets the task end that a tool of the test's began: the page's policy does not hold for that. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

const load = async (path) => (await fetch(path)).json();

async function send(path, array) {
  await fetch(path, { method: "POST", body: new Blob([array]) });
}

/** Sends all doubles of a result: the history, then scenario after scenario; gives what else it says. */
async function sendResult(path, { history, scenarios }) {
  await send(`${path}/history`, history.values);
  for (const [i, { values }] of scenarios.entries()) await send(`${path}/${i}`, values);
  return scenarios.map(({ failedStep, failedVariable }) => ({ failedStep: [...failedStep], failedVariable }));
}

/** The request of the crisis model: scenarios, draws and saves from the test, the IR compiled here. */
async function crisis() {
  const files = await load("/data/files.json");
  const { model, diagnostics } = compileModel(files);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { scenarios, draws } = await load("/data/request.json");
  const params = new Float64Array(await (await fetch("/data/params.f64")).arrayBuffer());
  const { ir } = model;
  const { saveSteps, decision: branchStep } = ir.clock;
  const outputs = model.outcomes.map((outcome) => outcome.name);
  return { hash: model.hash, shared: { ir, outputs, saveSteps, branchStep }, scenarios, params, draws };
}

globalThis.engine = {
  /** What the page may do, and what was refused so far. */
  async limits() {
    await turn();
    let made = "allowed";
    try {
      new Function("return 1")();
    } catch (error) {
      made = error.name;
    }
    const worker = new Worker("/eval-worker.js");
    const inWorker = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    worker.terminate();
    return { made, inWorker, shared: typeof SharedArrayBuffer, isolated: globalThis.crossOriginIsolated };
  },
  violations: () => violations,

  /** Every scenario with every draw, the doubles sent to the server. */
  async compare() {
    await turn();
    const { hash, shared, scenarios, params, draws } = await crisis();
    const heard = [];
    const progress = (done, total) => heard.push([done, total]);
    const result = await runEnsemble(pool, { ...shared, scenarios, params, draws }, { progress });
    const { outputs, saveSteps, historySaves } = result;
    const statuses = await sendResult("/compare", result);
    return { hash, outputs, saves: saveSteps.length, historySaves, statuses, heard };
  },

  /** The same scenarios as moves of a session; says whether all bytes are those of an ensemble. */
  async moves() {
    await turn();
    const { shared, scenarios, params, draws } = await crisis();
    const session = await openSession(pool, {
      ...shared,
      history: scenarios[0].schedules,
      rows: { of: "rows", params, draws },
    });
    await send("/moves/history", session.history.values);
    for (const [i, scenario] of scenarios.entries())
      await send(`/moves/${i}`, movedBlock(shared, await session.move(scenario)).values);
    session.close();
  },

  /** Stops a run at the first sign of progress, then does it again to its end. */
  async cancel() {
    await turn();
    const { shared, scenarios, params, draws } = await crisis();
    const request = { ...shared, scenarios, params, draws };
    const stop = new AbortController();
    const heard = [];
    const progress = (done) => {
      heard.push(done);
      stop.abort(new Error("the visitor stopped it"));
    };
    const why = await runEnsemble(pool, request, { progress, signal: stop.signal, chunk: 4 }).catch(
      (e) => e.message,
    );
    await sendResult("/cancel", await runEnsemble(pool, request));
    return { why, heard, draws };
  },

  /** Runs given parameter values of a small model. */
  async small(text, outputs, params, draws) {
    await turn();
    const { model } = compileModel({ "model.md": text });
    const { saveSteps } = model.ir.clock;
    const scenarios = [{ id: "only", schedules: {} }];
    const request = {
      ir: model.ir,
      outputs,
      saveSteps,
      branchStep: 0,
      scenarios,
      params: Float64Array.from(params),
    };
    const result = await runEnsemble(pool, { ...request, draws });
    return (await sendResult("/small", result))[0];
  },

  /** What a run says whose workers cannot be loaded, and how the same run ends where the page has none. */
  async withoutWorkers() {
    await turn();
    const lost = pagePool(2, () => new Worker("/not-there.js", { type: "module" }));
    const { shared, scenarios, params } = await crisis();
    const four = { ...shared, scenarios, params, draws: 4 };
    const why = await runEnsemble(lost, four).catch((error) => error.message);
    await sendResult("/direct", await runEnsemble(directPool(), four));
    return why;
  },
};

// A visitor's own model: what stands in the text field is compiled and run when the button is pressed.
const result = document.getElementById("result");
document.getElementById("run").addEventListener("click", async () => {
  const { model, diagnostics } = compileModel({ "model.md": document.getElementById("model").value });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) {
    result.textContent = `errors: ${errors.map(({ code, span }) => `${code} at ${span.start}`).join(", ")}`;
    return;
  }
  const { ir, outcomes } = model;
  const draws = 10;
  const ran = await runEnsemble(pool, {
    ir,
    outputs: outcomes.map((outcome) => outcome.name),
    saveSteps: ir.clock.saveSteps,
    branchStep: 0,
    scenarios: [{ id: "only", schedules: {} }],
    params: drawParameters(ir, { sampler: "stratified", seed: 7, draws }),
    draws,
  });
  await sendResult("/visitor", ran);
  result.textContent = `done: ${outcomes.map((outcome) => outcome.name).join(", ")}`;
});
document.documentElement.dataset.ready = "yes";
