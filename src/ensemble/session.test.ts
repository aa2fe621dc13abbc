import { describe, expect, it } from "vitest";
import { type BatchRequest, compileBatch, leverTable, wasmBytes } from "../engine/index.ts";
import { add, aParameter, aStock, makeIr, mul, num, param, plainClock, stock } from "../engine/test-irs.ts";
import type { Ir } from "../model/ir.ts";
import { drawParameters } from "./design.ts";
import { directPool } from "./direct-pool.ts";
import type { EnsembleScenario } from "./ensemble-shared.ts";
import { ensembleWorks } from "./ensemble-works.ts";
import { handedKernel } from "./kernel-of.ts";
import { openSession, sessionWork } from "./open-session.ts";
import { type PageWorker, pagePool } from "./page-pool.ts";
import type { Pool } from "./pool.ts";
import { rowFiller } from "./row-source.ts";
import { runEnsemble } from "./run-ensemble.ts";
import { serveWork } from "./serve-work.ts";
import { movedBlock, movedColumn, prepareSession, type Session } from "./session.ts";
import { sessionWorkWith } from "./session-work.ts";
import { memoryModel, memoryOutputs } from "./test-model.ts";
import type { ToWorker } from "./worker-messages.ts";

/** The model with a memory, and noise of its own in every draw. */
const plain = memoryModel();
const [flow, ...others] = plain.stocks;
const ir: Ir = {
  ...plain,
  noise: [{ name: "gusts", distribution: "normal" }],
  stocks: [{ ...flow!, derivative: add(flow!.derivative, { op: "noise", index: 0 }) }, ...others],
};
const design = { sampler: "stratified", seed: 5, draws: 70 } as const;
const params = drawParameters(ir, design);
const shared = {
  ir,
  outputs: memoryOutputs,
  saveSteps: ir.clock.saveSteps.filter((_, m) => m % 5 === 0),
  branchStep: 3 * 48,
};
const open = (pool: Pool, draws: number = design.draws): Promise<Session> =>
  openSession(pool, { ...shared, history: {}, rows: { of: "rows", params, draws } });
const moves: readonly EnsembleScenario[] = [
  { id: "none", schedules: {} },
  { id: "pressure", schedules: { pressure: [{ at: 2018, value: 2 }] } },
  {
    id: "some saves",
    schedules: { pressure: [{ at: 2018, value: 1 }] },
    saveSteps: shared.saveSteps.slice(-2),
  },
  { id: "early", schedules: { threshold: [{ at: 2017, value: 20 }] } },
  { id: "other", schedules: {}, overrides: { growth: 0.55 } },
];

/** A pool of a page whose workers are in this thread; messages are copied, and arrive later. */
function pool(workers: number): Pool {
  return pagePool(workers, (): PageWorker => {
    let hear: (event: { readonly data?: unknown }) => void = () => {};
    const later = (action: () => void) => void setTimeout(action, 0);
    const serve = serveWork(ensembleWorks, (message, transfer) => {
      const data = structuredClone(message, { transfer: [...transfer] });
      later(() => hear({ data }));
    });
    return {
      postMessage(message) {
        const data = structuredClone(message) as ToWorker;
        later(() => serve(data));
      },
      addEventListener(type, listener) {
        if (type === "message") hear = listener;
      },
      terminate: () => {},
    };
  });
}

describe("openSession", () => {
  for (const workers of [0, 1, 2, 3])
    for (const draws of [1, 10, 70])
      it(`gives the bytes of runEnsemble: ${draws} draws, ${workers || "no"} workers`, async () => {
        const session = await open(workers === 0 ? directPool() : pool(workers), draws);
        for (const scenario of moves) {
          const expected = await runEnsemble(directPool(), {
            ...shared,
            scenarios: [{ id: "history", schedules: {} }, scenario],
            params,
            draws,
          });
          const moved = await session.move(scenario);
          expect(movedBlock(shared, moved), scenario.id).toEqual(expected.scenarios[1]);
          expect(session.history).toEqual(expected.history);
          const block = expected.scenarios[1]!;
          const from = (1 * block.saves.length + 1) * draws;
          expect(movedColumn(moved, 1, 1)).toEqual(block.values.slice(from, from + draws));
        }
        session.close();
      });

  it("runs chunks of more draws than a batch has", () => {
    const rows = { of: "rows", params, draws: 70 } as const;
    const chunks = (bounds: readonly number[]) => {
      const hand = sessionWork.prepare({ shared, rows, firstDraw: 9, bounds });
      const input = { levers: leverTable(ir, {}), overrides: [] };
      return bounds.slice(1).map((_, index) => {
        hand.chunk({ ...input, part: "history", saveSteps: [] }, index);
        return hand.chunk({ ...input, part: "branch", saveSteps: [200] }, index)!.values;
      });
    };
    const [whole] = chunks([0, 70]);
    const rest = chunks([0, 66, 70]).map((values, i) => values.slice(0, i === 0 ? 66 : 4));
    expect([...whole!.subarray(0, 70)]).toEqual(rest.flatMap((values) => [...values]));
    expect(new Set(whole!.subarray(0, 70)).size).toBe(70);
  });

  it("keeps the draws that failed before the branch failed, and the others whole", async () => {
    const growing = makeIr({
      clock: plainClock(1, 400),
      stocks: [aStock("x", num(1), mul(param(0), stock(0)))],
      parameters: [aParameter("rate", 0)],
    });
    const rates = Float64Array.from({ length: 12 }, (_, d) => (d === 3 ? 1e3 : d === 7 ? 2.5 : 0.01));
    const [saveSteps, branchStep] = [[0, 200, 400], 200];
    const request = { ir: growing, outputs: ["x"], saveSteps, branchStep };
    const rows = { of: "rows", params: rates, draws: 12 } as const;
    const session = await openSession(pool(2), { ...request, history: {}, rows });
    const moved = movedBlock(request, await session.move({ id: "a", schedules: {} }));
    const past = { id: "history", schedules: {} };
    const expected = await runEnsemble(directPool(), {
      ...request,
      scenarios: [past, { id: "a", schedules: {} }],
      params: rates,
      draws: 12,
    });
    expect(moved).toEqual(expected.scenarios[1]);
    expect([...session.history.failedStep].filter((step) => step >= 0)).toHaveLength(1);
    expect([...moved.failedStep].map((step) => step >= 0)).toEqual(
      Array.from({ length: 12 }, (_, d) => d === 3 || d === 7),
    );
  });

  it("stops a move that is overtaken, and does the next one", async () => {
    const session = await open(pool(2));
    const stop = new AbortController();
    const seen: number[] = [];
    const first = session.move(moves[1]!, {
      signal: stop.signal,
      progress: (done) => {
        seen.push(done);
        stop.abort(new Error("overtaken"));
      },
    });
    await expect(first).rejects.toThrow("overtaken");
    expect(seen).toHaveLength(1);
    const next = await session.move(moves[1]!, { progress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(design.draws);
    const alone = await (await open(directPool())).move(moves[1]!);
    expect(movedBlock(shared, next)).toEqual(movedBlock(shared, alone));
  });

  it("gives the same bytes with a kernel that was compiled before, which has to be for the same outputs", async () => {
    const kernel = wasmBytes(ir, shared.outputs);
    const handed = sessionWorkWith(handedKernel, rowFiller);
    const rows = { of: "rows", params, draws: design.draws } as const;
    const request = { ...shared, history: {}, rows };
    const ways = [
      await openSession(pool(2), { ...request, kernel: structuredClone(kernel) }),
      await prepareSession(directPool(), handed, { ...request, kernel }).load(),
      await prepareSession(pool(3), handed, { ...request, kernel }, { largest: 8, ahead: 1 }).load(),
    ];
    const plainWay = await open(directPool());
    for (const scenario of moves) {
      const expected = movedBlock(shared, await plainWay.move(scenario));
      for (const session of ways) {
        expect(session.history).toEqual(plainWay.history);
        expect(movedBlock(shared, await session.move(scenario)), scenario.id).toEqual(expected);
      }
    }
    await expect(prepareSession(directPool(), handed, request).load()).rejects.toThrow("no compiled kernel");
    const other = { ...request, outputs: [...shared.outputs].reverse(), kernel };
    await expect(openSession(pool(1), other)).rejects.toThrow("other outputs");
  });

  it("loads what is missing after a stop, and no more", async () => {
    const rows = { of: "rows", params, draws: design.draws } as const;
    const counted: number[] = [];
    const work = sessionWorkWith((of) => {
      const kernel = compileBatch(of.ir, of.outputs);
      const run = (request: BatchRequest) => {
        counted.push(request.lanes);
        return kernel.run(request);
      };
      return { ...kernel, run };
    }, rowFiller);
    const prepared = prepareSession(directPool(), work, { ...shared, history: {}, rows }, { largest: 8 });
    const stop = new AbortController();
    const progress = (done: number) => done > 30 && stop.abort(new Error("a lever moves"));
    await expect(prepared.load({ signal: stop.signal, progress })).rejects.toThrow("a lever moves");
    const before = counted.length;
    expect(before).toBeGreaterThan(3);
    const session = await prepared.load();
    expect(counted.reduce((a, b) => a + b)).toBe(design.draws);
    expect(counted.length).toBeGreaterThan(before);
    const whole = await open(directPool());
    expect(session.history).toEqual(whole.history);
    expect(movedBlock(shared, await session.move(moves[1]!))).toEqual(
      movedBlock(shared, await whole.move(moves[1]!)),
    );
  });

  it("refuses names that the model lacks, and a branch after the last save", async () => {
    const session = await open(directPool());
    const lever = session.move({ id: "x", schedules: { nothing: [] } });
    await expect(lever).rejects.toMatchObject({ diagnostics: [{ code: "engine/unknown-lever" }] });
    const parameter = session.move({ id: "x", schedules: {}, overrides: { nothing: 1 } });
    await expect(parameter).rejects.toMatchObject({ diagnostics: [{ code: "ensemble/unknown-parameter" }] });
    const rows = { of: "rows", params, draws: 1 } as const;
    const late = openSession(directPool(), { ...shared, saveSteps: [0], history: {}, rows });
    await expect(late).rejects.toThrow(RangeError);
    await expect(open(directPool(), 0)).rejects.toThrow("no draws");
  });
});
