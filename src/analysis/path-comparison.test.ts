import { expect, test } from "vitest";
import { add, aParameter, aStock, makeIr, mul, num, param, plainClock, stock } from "../engine/test-irs.ts";
import { drawParameters } from "../ensemble/design.ts";
import { directPool, openSession, type Session } from "../ensemble/index.ts";
import { memoryModel, memoryOutputs } from "../ensemble/test-model.ts";
import { compare } from "./compare.ts";
import { changePath, compareAt, comparePaths, explanationsAt } from "./path-comparison.ts";
import { type PathDraws, pathDraws } from "./path-draws.ts";
import { keptDraws } from "./path-points.ts";
import { type Quantiles, quantileOf, quantiles } from "./quantiles.ts";

const ir = memoryModel();
const DRAWS = 70;
const saveSteps = ir.clock.saveSteps.filter((_, m) => m % 5 === 0);
const branchStep = 3 * 48;
const params = drawParameters(ir, { sampler: "stratified", seed: 5, draws: DRAWS });
const shared = { ir, outputs: memoryOutputs, saveSteps, branchStep };
const better = memoryOutputs.map((_, i) => (["lower", "higher", "none"] as const)[i % 3]!);

const opened: Promise<Session> = openSession(directPool(), {
  ...shared,
  history: {},
  rows: { of: "rows", params, draws: DRAWS },
});
async function paths(): Promise<{
  readonly none: PathDraws;
  readonly pressure: PathDraws;
  readonly whole: PathDraws;
}> {
  const session = await opened;
  const of = async (...scenario: Parameters<Session["move"]>) =>
    pathDraws(session, await session.move(...scenario));
  return {
    none: await of({ id: "a", schedules: {} }),
    pressure: await of({ id: "b", schedules: { pressure: [{ at: 2018, value: 2 }] } }),
    whole: await of({ id: "c", schedules: {}, overrides: { growth: 0.55 } }),
  };
}

const five = ({ q05, q25, q50, q75, q95 }: Quantiles) => [q05, q25, q50, q75, q95];
function column(path: PathDraws, output: number, save: number, kept: Int32Array): Float64Array {
  const values = new Float64Array(DRAWS);
  path.fill(output, save, values);
  return Float64Array.from(kept, (d) => values[d]!);
}
const cell = (points: Float64Array, path: PathDraws, output: number, save: number) => {
  const at = 5 * (output * path.saves + save);
  return [...points.subarray(at, at + 5)];
};

test("history and moved saves make one path; one run whole has none of the history", async () => {
  const { none, whole } = await paths();
  const history = saveSteps.filter((step) => step < branchStep).length;
  expect([none.draws, none.outputs, none.saves, none.sharedSaves]).toEqual([
    DRAWS,
    memoryOutputs.length,
    saveSteps.length,
    history,
  ]);
  expect([whole.saves, whole.sharedSaves]).toEqual([saveSteps.length, 0]);
  const session = await opened;
  const early = new Float64Array(DRAWS);
  none.fill(1, history - 1, early);
  const from = (history + history - 1) * DRAWS;
  expect(early).toEqual(session.history.values.slice(from, from + DRAWS));
});

test("every cell has the quantiles of its draws, and B minus A those of the differences", async () => {
  const { none, pressure, whole } = await paths();
  const holds = Uint8Array.from({ length: DRAWS }, (_, d) => (d % 3 === 0 ? 0 : 1));
  for (const [a, b, mask] of [
    [none, pressure, undefined],
    [pressure, whole, holds],
    [none, none, undefined],
  ] as const) {
    const at = saveSteps.length - 2;
    const found = comparePaths({ a, b, better, at, ...(mask && { holds: mask }) });
    const kept = keptDraws(a, b, mask);
    expect([found.draws, found.kept]).toEqual([DRAWS, kept.length]);
    expect(kept.length).toBe(mask === undefined ? DRAWS : 46);
    for (let output = 0; output < memoryOutputs.length; output++) {
      const changes = changePath(a, b, kept, output);
      for (let save = 0; save < saveSteps.length; save++) {
        const [valuesA, valuesB] = [a, b].map((path) => column(path, output, save, kept));
        expect(cell(found.a, a, output, save)).toEqual(five(quantiles(valuesA!)));
        expect(cell(found.b, b, output, save)).toEqual(five(quantiles(valuesB!)));
        const change = valuesB!.map((value, k) => value - valuesA![k]!);
        expect([...changes.subarray(5 * save, 5 * save + 5)]).toEqual(five(quantiles(change)));
        if (save !== at) continue;
        const expected = compare(
          { value: valuesB!, baseline: valuesA!, decision: valuesA! },
          better[output]!,
        );
        const { a: levelA, dots, ...rest } = found.at[output]!;
        const { value, sinceDecision: _, draws: __, ...others } = expected;
        expect(rest).toEqual({ b: value, ...others });
        expect(five(levelA)).toEqual(five(quantiles(valuesA!)));
        const sorted = change.sort();
        expect([...dots]).toEqual(Array.from({ length: 50 }, (_, i) => quantileOf(sorted, (i + 0.5) / 50)));
      }
    }
  }
});

test("an option's draws are compared among themselves, unless they are too few", async () => {
  const { none, pressure } = await paths();
  const option = (name: string, from: number, to: number) => ({
    variant: "law",
    option: name,
    holds: Uint8Array.from({ length: DRAWS }, (_, d) => (d >= from && d < to ? 1 : 0)),
  });
  const save = saveSteps.length - 1;
  const options = [option("first", 0, 51), option("second", 51, 70)];
  const [first, second] = explanationsAt(none, pressure, options, 0, save, "lower");
  expect(second).toEqual({ variant: "law", option: "second", draws: 19 });
  const kept = keptDraws(none, pressure, options[0]!.holds);
  const { change, betterOf100 } = compareAt(none, pressure, kept, 0, save, "lower");
  expect(first).toEqual({ variant: "law", option: "first", draws: 51, change, betterOf100 });
  expect(change).not.toEqual(compareAt(none, pressure, keptDraws(none, pressure), 0, save, "lower").change);
});

test("draws that fail in one path are left out of both, and nothing else is lost", async () => {
  const growing = makeIr({
    clock: plainClock(1, 400),
    stocks: [aStock("x", num(1), mul(add(param(0), param(1)), stock(0)))],
    parameters: [aParameter("rate", 0), aParameter("more", 0)],
  });
  const rows = Float64Array.from({ length: 24 }, (_, i) => (i % 2 === 1 ? 0 : i === 6 ? 2.5 : 0.001 * i));
  const session = await openSession(directPool(), {
    ...{ ir: growing, outputs: ["x"], saveSteps: [0, 200, 400], branchStep: 200, history: {} },
    rows: { of: "rows", params: rows, draws: 12 },
  });
  const path = async (overrides: Record<string, number>) =>
    pathDraws(session, await session.move({ id: "p", schedules: {}, overrides }));
  const a = await path({});
  const b = await path({ more: 5 });
  expect([...keptDraws(a, a)]).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
  const none = comparePaths({ a, b, better: ["lower"], at: 2 });
  expect(none.kept).toBe(0);
  expect([...none.b].every(Number.isNaN)).toBe(true);
  expect(none.at[0]).toMatchObject({ betterOf100: 0, worseOf100: 0, sameOf100: 0 });
  const some = comparePaths({ a, b: await path({ more: 0.001 }), better: ["lower"], at: 2 });
  expect(some.kept).toBe(11);
  expect([...some.a, ...some.b].every(Number.isFinite)).toBe(true);
  expect(some.at[0]).toMatchObject({ betterOf100: 0, worseOf100: 100, sameOf100: 0 });
});
