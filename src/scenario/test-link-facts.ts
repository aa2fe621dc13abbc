import fc from "fast-check";
import type { ExplorerLink, LeverPoints, PathChoice } from "./explorer-link.ts";
import type { LinkFacts } from "./explorer-link-facts.ts";
import { monthIndex, monthText, monthTime } from "./month.ts";

const first = monthIndex("2015-01");

/** A made-up model with every kind of thing that a link can name. */
export const testLinkFacts: LinkFacts = {
  release: "2026.1",
  decision: "2024-11",
  leversFrom: "2025-02",
  months: Array.from({ length: 241 }, (_, i) => monthText(first + i)),
  levers: [
    { name: "air raids on labs", value: 0, low: 0, high: 20, kind: "slider" },
    { name: "stimulant-user programmes", value: 0.5, low: 0, high: 1, kind: "slider" },
    { name: "ultimatum", value: 0, low: 0, high: 1, kind: "switch" },
    { name: "deadline", value: monthTime("2025-06"), low: 2025, high: 2034, kind: "month" },
    { name: "care[north]", value: -1, low: -2.5, high: 1e6, kind: "slider" },
  ],
  outcomes: [{ name: "all drug deaths in 12 months" }, { name: "homicides in méxico" }],
  scenarios: [
    { id: "baseline", group: "baseline", levers: [] },
    {
      id: "p1-air-raids",
      group: "proposal",
      levers: [{ name: "air raids on labs", schedule: [{ at: "2025-02", value: 8 }] }],
    },
    {
      id: "what-happened",
      group: "happened",
      levers: [
        {
          name: "care[north]",
          schedule: [
            { at: "2024-10", value: 1 },
            { at: "2026-03", value: 0.5 },
          ],
        },
      ],
    },
  ],
  assumptions: [{ name: "time to replace capacity" }],
  parameters: [
    { name: "time to replace capacity", low: 0.5, high: 12 },
    { name: "mark-up at the border", low: 0 },
    { name: "care north" },
  ],
  draws: { parameters: ["time to replace capacity", "dose law"] },
  variants: [
    { name: "dose law", options: [{ name: "level" }, { name: "share of pure grams" }] },
    { name: "main cause", options: [{ name: "supply" }, { name: "people" }] },
  ],
  headline: { outcome: "all drug deaths in 12 months", at: "2030-01" },
};

const { months, levers, scenarios, variants, outcomes } = testLinkFacts;
const moves = months.filter((at) => at >= "2024-10");

function pointsOf({ kind, low, high }: LinkFacts["levers"][number]): fc.Arbitrary<LeverPoints> {
  const whole = fc.integer({ min: 0, max: 108 }).map((k) => monthTime(monthText(monthIndex("2025-01") + k)));
  const number = fc.double({ min: low, max: high, noNaN: true });
  const value =
    kind === "switch" ? fc.constantFrom(0, 1) : kind === "month" ? fc.oneof(whole, number) : number;
  const common = fc.record({ at: fc.constantFrom("2025-02", ...moves), value });
  return fc.uniqueArray(common, { maxLength: 4, selector: (point) => point.at });
}

/** Some of these, each with a value or without. */
function some<T>(arbitraries: Readonly<Record<string, fc.Arbitrary<T>>>): fc.Arbitrary<Record<string, T>> {
  return fc.record({ ...arbitraries }, { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>;
}

const anyPath: fc.Arbitrary<PathChoice> = fc.record({
  scenario: fc.constantFrom(...scenarios.map(({ id }) => id)),
  levers: some(Object.fromEntries(levers.map((lever) => [lever.name, pointsOf(lever)]))),
});

const explanation = fc
  .constantFrom(...variants)
  .chain(({ name, options }) =>
    fc.record({ variant: fc.constant(name), option: fc.constantFrom(...options.map((one) => one.name)) }),
  );

const drawer = fc.constantFrom(
  { kind: "brief" as const },
  { kind: "lever" as const, name: "care[north]" },
  { kind: "parameter" as const, name: "care north" },
  { kind: "outcome" as const, name: "homicides in méxico" },
  { kind: "variant" as const, name: "main cause" },
);

const anyNumber = (min: number, max?: number) =>
  fc.double({ min, ...(max === undefined ? {} : { max }), noNaN: true });

/** Any link that the model can follow, not always in its normal form. */
export const anyLink: fc.Arbitrary<ExplorerLink> = fc
  .record({
    seed: fc.integer({ min: 0, max: 0x7fff_ffff }),
    a: anyPath,
    b: anyPath,
    assumptions: some({
      "time to replace capacity": anyNumber(0.5, 12),
      "mark-up at the border": anyNumber(0, 1e300),
      "care north": anyNumber(-1e300, 1e300),
    }),
    explanation: fc.option(explanation, { nil: undefined }),
    outcome: fc.constantFrom(...outcomes.map(({ name }) => name)),
    at: fc.constantFrom(...months),
    drawer: fc.option(drawer, { nil: undefined }),
  })
  .map(({ outcome, at, drawer: opened, explanation: only, ...choice }) => ({
    choice: { release: "2026.1", ...choice, ...(only === undefined ? {} : { explanation: only }) },
    view: { outcome, at, ...(opened === undefined ? {} : { drawer: opened }) },
  }));
