import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callsPerStep } from "./calls.js";
import { percentile } from "./client.js";
import { competitors } from "./competitors.js";
import { compareOutputs } from "./equal-outputs.js";

/** Relative differences up to which functions of another library count as the same model. */
const NEAR = 1e-9;

/**
 * Measures one model: everyone runs the same draws, outputs are compared with the reference back end, then rounds go around, each
 * asking everyone in turn. A row's figure is the median over rounds of the 80th percentile of its windows; its
 * ratio the median over rounds of (ours / its), both measured in that round. `say` hears of progress.
 */
export async function benchModel(model, { dist, distFolder, folder, quick, say }) {
  const loaded = model.load(dist);
  if (loaded.missing) return { id: model.id, title: model.title, missing: loaded.missing };
  const { ir, outputs, saveSteps, fromStep } = loaded;
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(
    ["ir", "params", "levers"].map((n) => [n, join(folder, `${model.id}.${n}`)]),
  );
  const runs = quick ? 128 : (model.draws ?? 512);
  const { params, failed } = goodDraws(dist, ir, outputs, runs);
  writeFileSync(files.ir, JSON.stringify(ir));
  writeFileSync(files.params, new Uint8Array(params.buffer));
  writeFileSync(files.levers, new Uint8Array(dist.leverTable(ir, {}).buffer));
  const rows = [];
  const setup = { id: model.id, folder, dist, distFolder, ir, outputs, saveSteps, fromStep, runs, files };
  for (const { id, label, kernels, start } of competitors(setup)) {
    say(`${model.id}: ${id}`);
    try {
      rows.push({ id, label, kernels, process: await start(), rates: [] });
    } catch (error) {
      rows.push({
        id,
        label,
        kernels,
        cannot: String(error.message ?? error)
          .split("\n")[0]
          .slice(0, 120),
      });
    }
  }
  const running = rows.filter((r) => r.process);
  try {
    const reference = running.find((r) => r.id === "reference");
    const expected = await reference.process.dump(join(folder, "dump"), runs);
    if (model.id === "sir")
      writeFileSync(join(folder, "sir-finals.json"), JSON.stringify(finals(expected, saveSteps.length)));
    for (const row of running) {
      say(`${model.id}: ${row.id}, outputs and warm-up`);
      const compared = compareOutputs(
        expected,
        await row.process.dump(join(folder, "dump"), runs),
        saveSteps.length,
      );
      row.equal = compared.same ? "same bits" : compared.worst <= NEAR ? "near" : "differs";
      row.worst = compared.worst;
      row.values = compared.values;
      await row.process.round(row.id.startsWith("c-") ? 100 : quick ? 500 : 800);
    }
    for (let round = 0; round < (quick ? 3 : 5); round++) {
      say(`${model.id}: round ${round + 1}`);
      for (const row of running) row.rates.push(await row.process.round(quick ? 120 : 250));
    }
  } finally {
    for (const row of running) row.process.close();
  }
  const ours = rows.find((r) => r.id === "wasm" && r.rates?.length) ?? rows.find((r) => r.id === "reference");
  return {
    id: model.id,
    title: model.title,
    ...(await sizeOf(dist, ir, outputs, saveSteps, fromStep, params, folder)),
    runs,
    failedDraws: failed,
    base: ours.id,
    rows: rows.map((row) => finished(row, ours)),
  };
}

function finished({ process: started, rates = [], ...row }, ours) {
  if (!started) return row;
  // Bits must be ours where kernels are ours; elsewhere the distance must be small.
  const fair = row.equal === "same bits" || (row.kernels !== "ours" && row.equal === "near");
  const ratios = rates.map((rate, i) => ours.rates[i] / rate);
  return {
    ...row,
    facts: started.facts,
    rate: percentile(rates, 0.5),
    spread: Math.max(...rates) / Math.min(...rates),
    ...(fair ? { ratio: percentile(ratios, 0.5) } : {}),
  };
}

/** The three stocks at the end of the first runs of SIR, for peers that are asked apart (lib/peers.js). */
function finals(values, saves) {
  return Array.from({ length: 16 }, (_, i) => [0, 1, 2].map((o) => values[(i * 5 + o + 1) * saves - 1]));
}

/** The first `runs` prior draws that run to the end, and how many were passed over. */
function goodDraws(dist, ir, outputs, runs) {
  const tried = runs + Math.ceil(runs / 4);
  const all = dist.drawParameters(ir, { sampler: "stratified", seed: 20261122, draws: tried });
  const width = ir.parameters.length;
  const kernel = dist.compileKernel(ir, outputs);
  const levers = dist.leverTable(ir, {});
  const { saveSteps } = ir.clock;
  const out = new Float64Array(outputs.length * saveSteps.length);
  const params = new Float64Array(runs * width);
  let found = 0;
  let i = 0;
  for (; i < tried && found < runs; i++) {
    if (!kernel.run({ params: all, paramsOffset: i * width, levers, saveSteps, out }).ok) continue;
    params.set(all.subarray(i * width, (i + 1) * width), found++ * width);
  }
  if (found < runs) throw new Error(`only ${found} of ${tried} draws run`);
  return { params, failed: i - found };
}

async function sizeOf(dist, ir, outputs, saveSteps, fromStep, params, folder) {
  const pruned = dist.prune(ir, outputs);
  return {
    stocks: pruned.stocks.length,
    equations: pruned.stocks.length + pruned.auxiliaries.length + pruned.held.length,
    tables: pruned.tables.length,
    method: ir.method,
    steps: ir.clock.steps - fromStep,
    outputs: outputs.length,
    saves: saveSteps.length,
    calls: await callsPerStep(pruned, outputs, {
      saveSteps,
      fromStep,
      params,
      levers: dist.leverTable(ir, {}),
      folder,
    }),
  };
}
