import { describe, expect, it } from "vitest";
import type { Schedules } from "../engine/index.ts";
import { directPool } from "../ensemble/index.ts";
import { fallShares, MISSED, REST } from "./fall-shares.ts";
import { allSubsets, coalitionShares, fewSubsets } from "./fall-shares-coalitions.ts";
import { readHistoryPlan } from "./history-plan.ts";
import { historyModel, levelDraws, modelDeaths, SUMS } from "./test-history-model.ts";

const CAUSES = ["supply", "rescue"];

async function shares(published: (i: number) => number, settings: Partial<FallTest> = {}) {
  const {
    more = "",
    schedules,
    from = "2016-06",
    to = "2018-06",
    mechanisms = CAUSES,
    variants = [],
  } = settings;
  const model = historyModel(published, SUMS, more);
  const plan = `
history:
  from: 2015-01
  to: 2018-12
  causes_since: 2016-01
  fall: {observation: sums, from: ${from}, to: ${to}, mechanisms: [${mechanisms.join(", ")}], variants: [${variants.join(", ")}]}
`;
  const read = readHistoryPlan(model, "validation.yaml", plan);
  expect(read.diagnostics).toEqual([]);
  const fall = read.plan.fall!;
  return fallShares(model, levelDraws(model, [1, 1.3]), directPool(), {
    fall,
    ...(schedules === undefined ? {} : { schedules }),
  });
}

interface FallTest {
  readonly more: string;
  readonly schedules: Schedules;
  readonly from: string;
  readonly to: string;
  readonly mechanisms: readonly string[];
  readonly variants: readonly string[];
}

describe("shares of a fall", () => {
  it("are known where causes multiply, and nothing is missed where the model is right", async () => {
    const { accounts } = await shares(modelDeaths);
    expect(accounts.map(({ measure }) => measure)).toEqual(["sums", "halfYears"]);
    for (const { rows, observed, simulated } of accounts) {
      expect(observed).toBeCloseTo(-0.6, 9);
      expect(simulated.median).toBeCloseTo(-0.6, 9);
      const known: Readonly<Record<string, number>> = {
        supply: 1 / 2,
        rescue: 1 / 3,
        [REST]: 1 / 6,
        [MISSED]: 0,
      };
      expect(rows.map(({ mechanism }) => mechanism)).toEqual(Object.keys(known));
      for (const { mechanism, share, lastIn, firstIn } of rows) {
        for (const range of [share, lastIn, firstIn]) {
          if (range === undefined) continue;
          expect(range.low).toBeCloseTo(known[mechanism]!, 9);
          expect(range.high).toBeCloseTo(known[mechanism]!, 9);
        }
      }
    }
  });

  it("are of what was observed: the rest of it is missed", async () => {
    const { accounts } = await shares((i) => (i < 30 ? 100 : 100 * Math.exp(-1.2)));
    const row = (name: string) =>
      accounts[0]!.rows.find(({ mechanism }) => mechanism === name)!.share!.median;
    expect(row("supply")).toBeCloseTo(0.25, 9);
    expect(row(MISSED)).toBeCloseTo(0.5, 9);
  });

  it("try older causes too where asked, without subsets beyond six", async () => {
    const { accounts } = await shares(modelDeaths, { mechanisms: [...CAUSES, "older"] });
    expect(accounts[0]!.rows.map(({ mechanism }) => mechanism)).toEqual([
      "supply",
      "rescue",
      "older",
      REST,
      MISSED,
    ]);
    expect(accounts[0]!.rows[3]!.share!.median).toBeCloseTo(0, 9);
    const five = Array.from(
      { length: 5 },
      (_, i) => `mechanism "extra ${i}" conceived 2016-11, off (older cause = 0)`,
    );
    const names = five.map((_, i) => `extra ${i}`);
    const many = await shares(modelDeaths, { more: five.join("\n"), mechanisms: [...CAUSES, ...names] });
    const supply = many.accounts[0]!.rows[0]!;
    expect(supply.share).toBeUndefined();
    expect(supply.lastIn!.median).toBeCloseTo(1 / 2, 9);
    expect(supply.firstIn!.median).toBeCloseTo(1 / 2, 9);
  });

  it("stand apart by the options that draws took", async () => {
    const { accounts } = await shares(modelDeaths, { variants: ["law"] });
    const groups = accounts[0]!.byOption.map(({ option, draws }) => [option, draws]);
    expect(groups).toEqual([["one", 2]]);
  });

  it("do not count levers, whose own part is said beside", async () => {
    const schedules = { help: [{ at: 2018 + 5 / 12, value: 0.5 }] };
    const { accounts, levers } = await shares(modelDeaths, { schedules });
    expect(accounts[0]!.simulated.median).toBeCloseTo(-0.6, 9);
    expect(levers!.first).toBe("2018-06");
    // The last of the twelve months is halved.
    expect(levers!.share.median).toBeCloseTo(-Math.log(11.5 / 12) / 0.6, 9);
  });

  it("refuse a month without a figure and a series that did not fall", async () => {
    await expect(shares(modelDeaths, { to: "2019-06" })).rejects.toThrow(RangeError);
    await expect(shares(modelDeaths, { to: "2015-06", from: "2014-12" })).rejects.toThrow("did not fall");
  });
});

it("shares what only two together do equally, and gives a bystander nothing", () => {
  const worth = (subset: number) => Float64Array.of(subset % 4 === 3 ? 1 : 0);
  const values = [0, 1, 2].map((i) => coalitionShares(i, 3, worth)[0]);
  expect(values[0]).toBeCloseTo(0.5, 12);
  expect(values[1]).toBeCloseTo(0.5, 12);
  expect(values[2]).toBeCloseTo(0, 12);
  expect(allSubsets(2)).toEqual([0, 1, 2, 3]);
  expect(fewSubsets(3)).toEqual([0, 1, 2, 4, 6, 5, 3, 7]);
});
