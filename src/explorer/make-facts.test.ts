import { describe, expect, test } from "vitest";
import { modelFiles, storedDraws } from "../../tests/model-files.ts";
import { loadRecord } from "../brief/record.ts";
import { makeFacts } from "./make-facts.ts";
import { onStep, sliderStep } from "./slider-step.ts";
import { testParts } from "./test-parts.ts";
import { unitLabel } from "./unit-label.ts";

const crisis = testParts("us-mexico", modelFiles("us-mexico"), storedDraws("us-mexico", "2024-10"));
const release = { name: "2026.1", date: "2026-11-23" };
const all = [
  ["us-mexico", crisis],
  ...["teaching", "regions", "source-2022"].map((name) => [name, testParts(name, modelFiles(name))] as const),
] as const;

describe.each(all)("%s", (_, parts) => {
  const facts = makeFacts(parts, release);

  test("every lever stands once in a group", () => {
    const grouped = facts.leverGroups.flatMap(({ shown, folded }) => [...shown, ...folded]);
    expect([...grouped].sort()).toEqual(parts.model.ir.levers.map(({ name }) => name).sort());
  });

  test("every name is one of the model's, every month a saved one", () => {
    const names = facts.outcomes.map(({ name }) => name);
    expect(names).toContain(facts.headline.outcome);
    expect(facts.months).toContain(facts.headline.at);
    expect(facts.months).toContain(facts.decision);
    expect(facts.leversFrom >= facts.decision).toBe(true);
    expect(facts.scenarios.map(({ id }) => id)).toEqual(expect.arrayContaining([...facts.chips]));
    const levers = facts.levers.map(({ name }) => name);
    expect(levers).toEqual(
      expect.arrayContaining(facts.scenarios.flatMap((one) => one.levers.map(({ name }) => name))),
    );
    const panel = facts.outcomes.filter((one) => one.panel !== undefined).map((one) => one.panel);
    expect([...panel].sort()).toEqual(panel.map((__, i) => i));
  });

  test("a slider stands at the lever's own value and those of all scenarios", () => {
    for (const { name, kind, value, low, step } of facts.levers.filter((one) => one.kind !== "month")) {
      const used = facts.scenarios.flatMap((one) =>
        one.levers
          .filter((lever) => lever.name === name)
          .flatMap((lever) => lever.schedule.map((p) => p.value)),
      );
      for (const one of [value, ...used])
        expect([name, kind, one, onStep(one, low, step)]).toEqual([name, kind, one, true]);
    }
  });

  test("assumptions span the value in force, and are no explanations", () => {
    const uncertain = parts.model.ir.parameters.some(({ prior, options }) => prior && !options);
    expect(facts.assumptions.length > 0).toBe(uncertain);
    const variants = facts.variants.map(({ name }) => name);
    for (const { name, low, high, value } of facts.assumptions) {
      expect(low).toBeLessThan(high);
      expect([name, value >= low && value <= high]).toEqual([name, true]);
      expect(variants).not.toContain(name);
    }
  });

  test("it is plain JSON and the same bytes each time", () => {
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    expect(JSON.stringify(makeFacts(parts, release))).toBe(JSON.stringify(facts));
  });
});

describe("the crisis model's page", () => {
  const facts = makeFacts(crisis, release);
  const record = loadRecord(crisis.files, "");

  test("six to eight levers are shown at once, one at least of each step of the chain", () => {
    const shown = facts.leverGroups.map((group) => group.shown.length);
    expect(Math.min(...shown)).toBeGreaterThan(0);
    const sum = shown.reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThanOrEqual(6);
    expect(sum).toBeLessThanOrEqual(8);
  });

  test("every lever says what has been seen of it or why nothing has; quantities of the ultimatum go with it", () => {
    const silent = facts.levers.filter((one) => one.tried === undefined && one.untried === undefined);
    expect(silent.map(({ name }) => name).filter((name) => !name.startsWith("ultimatum "))).toEqual([]);
    for (const { tried } of facts.levers) {
      for (const id of tried?.sources ?? []) expect([id, record.rows(id).length > 0]).toEqual([id, true]);
    }
  });

  test("what no case has been observed of has no tried range", () => {
    const extrapolated = ["air raids on labs", "raids on leaders", "cyber operations", "ultimatum"];
    const untried = facts.levers.filter((one) => one.untried !== undefined).map(({ name }) => name);
    expect(untried).toEqual(expect.arrayContaining(extrapolated));
  });

  test("five chips, no change first; six outcomes, the headline first", () => {
    expect(facts.chips.length).toBe(5);
    expect(facts.scenarios.find(({ id }) => id === facts.chips[0])?.group).toBe("baseline");
    const panel = facts.outcomes.filter((one) => one.panel !== undefined);
    expect(panel.length).toBe(6);
    expect(facts.outcomes.find((one) => one.panel === 0)?.name).toBe(facts.headline.outcome);
  });

  test("the past of an outcome is what the model's observations say, known as far as it had been published", () => {
    const deaths = facts.outcomes.find(({ name }) => name === "all drug deaths in 12 months")?.observed[0];
    // Twelve months to the end of June 2024 came out four months later, at the end of October; drawn at the start of July.
    expect(deaths?.months[(deaths?.known ?? 0) - 1]).toBe("2024-07");
    expect(deaths?.source).toBe("data/cdc-vsrr-overdose-12mo-ending.csv");
    const homicides = facts.outcomes.find(({ name }) => name === "homicides in mexico in 12 months")
      ?.observed[0];
    expect(homicides?.source).toBe("data/mexico-homicides-annual-inegi.csv");
    expect(homicides?.months.every((month) => month.endsWith("-01"))).toBe(true);
    for (const { observed } of facts.outcomes) {
      for (const { months, values, known } of observed) {
        expect(values.length).toBe(months.length);
        expect(known).toBeLessThanOrEqual(months.length);
        expect([...months].sort()).toEqual(months);
        expect(months[0]! >= facts.months[0]!).toBe(true);
      }
    }
  });

  test("trade is two series added up in dollars of 2024, in the middle of their year", () => {
    const trade = facts.outcomes.find(({ name }) => name === "two-way trade")?.observed[0];
    // 503,110.1 + 334,492.1 million dollars in 2024, the year of the price level.
    expect(trade?.values[trade.months.indexOf("2024-07")]).toBeCloseTo(837.6022, 3);
    // 356,093.7 + 256,400 in 2019, in dollars that bought more.
    expect(trade?.values[trade.months.indexOf("2019-07")]).toBeGreaterThan(1.15 * 612.4937);
    expect(trade?.source).toBe("data/us-mexico-goods-trade-annual.csv");
  });

  test("assumptions are the first of each ranking of the headline outcome, by turns", () => {
    const { result } = JSON.parse(crisis.files["results/sensitivity.json"] ?? "{}") as {
      readonly result: {
        readonly quantities: readonly {
          readonly outcome: string;
          readonly rows: readonly { readonly input: string }[];
        }[];
      };
    };
    const firsts = result.quantities
      .filter(({ outcome }) => outcome === facts.headline.outcome)
      .map(({ rows }) =>
        rows.map(({ input }) => input).find((input) => !crisis.model.variants.includes(input)),
      );
    expect(facts.assumptions.slice(0, firsts.length).map(({ name }) => name)).toEqual([...new Set(firsts)]);
    expect(facts.assumptions.length).toBeGreaterThanOrEqual(8);
    expect(facts.assumptions.length).toBeLessThanOrEqual(10);
  });
});

test("units in words", () => {
  const said = [
    "1",
    "date",
    "percent",
    "person/year",
    "million USD/year",
    "thousand people",
    "USD/person/year",
    "kg/year",
    "1/month",
    "month",
    "person/week",
  ];
  expect(said.map((unit) => Object.values(unitLabel(unit)).join(" | "))).toEqual([
    " | ",
    " | ",
    "% | %",
    "people a year | personas al año",
    "million dollars a year | millones de dólares al año",
    "thousand people | mil personas",
    "dollars per person a year | dólares por persona al año",
    "kg a year | kg al año",
    "a month | al mes",
    "months | meses",
    "people a week | personas a la semana",
  ]);
});

test("a step has at least twenty places and reaches the values in use", () => {
  expect(sliderStep(0, 20, [8, 15])).toBe(1);
  expect(sliderStep(0, 20, [8.5])).toBe(0.5);
  expect(sliderStep(0, 1, [0.25])).toBe(0.05);
  expect(sliderStep(1, 24, [6])).toBe(1);
  expect(sliderStep(3, 3, [3])).toBe(1);
  expect(sliderStep(0, 20, [8, 8.5])).toBe(0.5);
  expect(sliderStep(0, 20, [1 / 3])).toBe(1);
});
