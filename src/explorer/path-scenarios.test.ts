import { expect, test } from "vitest";
import type { Ir } from "../model/ir.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import { monthTime } from "../scenario/month.ts";
import type { ModelFacts } from "./model-facts.ts";
import { pathScenarios } from "./path-scenarios.ts";

const ir = {
  levers: [
    { name: "patrols", factor: 12 },
    { name: "care", factor: 0.01 },
  ],
  parameters: [
    { name: "delay", factor: 0.5 },
    { name: "law", factor: 1, options: ["level", "rescue"] },
  ],
} as unknown as Ir;

const facts = {
  scenarios: [
    { id: "baseline", levers: [] },
    {
      id: "more",
      levers: [
        { name: "patrols", schedule: [{ at: "2025-02", value: 2 }] },
        { name: "care", schedule: [{ at: "2025-02", value: 50 }] },
      ],
      set: { delay: 8 },
      variants: { law: "rescue" },
    },
  ],
} as unknown as ModelFacts;

const choice: ExplorerChoice = {
  release: "1",
  seed: 1,
  a: { scenario: "more", levers: { patrols: [{ at: "2026-01", value: 3 }], care: [] } },
  b: { scenario: "baseline", levers: {} },
  assumptions: {},
};

test("a path has its scenario's levers but for its own, in base units", () => {
  const { a, b } = pathScenarios(choice, facts, ir);
  expect(a).toEqual({
    id: "a",
    schedules: { patrols: [{ at: monthTime("2026-01"), value: 36 }], care: [] },
    overrides: { delay: 4, law: 1 },
  });
  expect(b).toEqual({ id: "b", schedules: {} });
});

test("assumptions hold in both paths, above what a scenario holds", () => {
  const { a, b } = pathScenarios({ ...choice, assumptions: { delay: 3 } }, facts, ir);
  expect(a.overrides).toEqual({ delay: 1.5, law: 1 });
  expect(b.overrides).toEqual({ delay: 1.5 });
});

test("what the model lacks is refused", () => {
  const refused = (other: Partial<ExplorerChoice>) => () => pathScenarios({ ...choice, ...other }, facts, ir);
  expect(refused({ assumptions: { none: 1 } })).toThrow("no none");
  expect(refused({ b: { scenario: "none", levers: {} } })).toThrow("no none");
  expect(refused({ b: { scenario: "", levers: { none: [] } } })).toThrow("no none");
  expect(pathScenarios({ ...choice, b: { scenario: "", levers: {} } }, facts, ir).b.schedules).toEqual({});
});
