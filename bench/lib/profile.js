import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "./client.js";
import { competitors } from "./competitors.js";

const num = (value) => ({ op: "const", value });
const two = (op, left, right) => ({ op, left, right });
/** What stands in for a function when its cost is to be seen: a straight line near the usual arguments, kept positive. */
const CHEAP = {
  exp: (e) => two("max", num(0.01), two("add", num(1), e.arg)),
  ln: (e) => two("sub", e.arg, num(1)),
  pow: (e) => two("max", num(0.001), two("add", num(1), two("mul", e.right, two("sub", e.left, num(1))))),
};

function map(e, change) {
  const inner = { ...e };
  for (const key of ["arg", "left", "right", "condition", "then", "otherwise"])
    if (inner[key]?.op) inner[key] = map(inner[key], change);
  return change(inner);
}

/** A straight line from the first point to the last, level outside. */
function line({ x, y }, arg) {
  const slope = (y.at(-1) - y[0]) / (x.at(-1) - x[0]);
  const inside = two("min", num(x.at(-1)), two("max", num(x[0]), arg));
  return two("add", num(y[0]), two("mul", two("sub", inside, num(x[0])), num(slope)));
}

const changeAll = (ir, change) => ({
  ...ir,
  auxiliaries: ir.auxiliaries.map((a) => ({ ...a, expr: map(a.expr, change) })),
  stocks: ir.stocks.map((s) => ({ ...s, derivative: map(s.derivative, change) })),
});

const VARIANTS = [
  ["as it is", (ir) => ir],
  ["without exp, ln, pow", (ir) => changeAll(ir, (e) => CHEAP[e.op]?.(e) ?? e)],
  [
    "without lookups",
    (ir) => changeAll(ir, (e) => (e.op === "lookup" ? line(ir.tables[e.table], e.arg) : e)),
  ],
  ["without either", (ir) => VARIANTS[2][1](VARIANTS[1][1](ir))],
];
const WHO = ["wasm", "c-scalar-libm", "c-scalar-ours", "c-2"];
const RUNS = 128;

/**
 * Where the time goes: nanoseconds a run and step by some competitors on a model from which functions or lookups have been taken (a
 * straight line stands in their place, so numbers differ and only cost is looked at). Rounds go around all.
 */
export async function profile(model, { dist, distFolder, folder, quick, say }) {
  const loaded = model.load(dist);
  if (loaded.missing) return undefined;
  const { outputs, saveSteps, fromStep } = loaded;
  const place = join(folder, "profile");
  mkdirSync(place, { recursive: true });
  const running = [];
  for (const [variant, change] of VARIANTS) {
    const ir = change(loaded.ir);
    const id = `${model.id}-${variant.replaceAll(/\W+/g, "-")}`;
    const files = Object.fromEntries(["ir", "params", "levers"].map((n) => [n, join(place, `${id}.${n}`)]));
    const params = dist.drawParameters(ir, { sampler: "stratified", seed: 20261122, draws: RUNS });
    writeFileSync(files.ir, JSON.stringify(ir));
    writeFileSync(files.params, new Uint8Array(params.buffer));
    writeFileSync(files.levers, new Uint8Array(dist.leverTable(ir, {}).buffer));
    const setup = {
      id,
      folder: place,
      dist,
      distFolder,
      ir,
      outputs,
      saveSteps,
      fromStep,
      runs: RUNS,
      files,
    };
    for (const { id: who, label, start } of competitors(setup).filter((c) => WHO.includes(c.id))) {
      say(`profile: ${id}, ${who}`);
      const started = await start().catch(() => undefined);
      if (started) running.push({ variant, who, label, started, rates: [] });
    }
  }
  for (const r of running) await r.started.round(300);
  for (let round = 0; round < (quick ? 2 : 4); round++)
    for (const r of running) r.rates.push(await r.started.round(quick ? 100 : 200));
  for (const r of running) r.started.close();
  const steps = loaded.ir.clock.steps - fromStep;
  return {
    id: model.id,
    title: model.title,
    rows: WHO.map((who) => ({
      who,
      label: running.find((r) => r.who === who)?.label,
      ns: running
        .filter((r) => r.who === who)
        .map((r) => [r.variant, 1e9 / percentile(r.rates, 0.5) / steps]),
    })),
  };
}
