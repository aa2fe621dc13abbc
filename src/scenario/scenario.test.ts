import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Ir } from "../model/ir.ts";
import { checkScenario } from "./check-scenario.ts";
import { loadScenarios } from "./load-scenarios.ts";
import { parseScenario } from "./parse-scenario.ts";
import { resolveScenario } from "./resolve-scenario.ts";
import { scenarioJsonSchema } from "./scenario-json-schema.ts";

const ir: Ir = {
  version: 1,
  model: "toy",
  method: "euler",
  clock: {
    calendar: true,
    startIndex: 2020 * 12,
    stepsPerUnit: 12,
    steps: 120,
    stepsPerMonth: 1,
    resultsFrom: 0,
    decision: 58,
    saveSteps: [0, 120],
  },
  parameters: [
    { name: "harm rate", unit: "percent/month", factor: 0.12, value: 0.1 },
    { name: "law", unit: "1", factor: 1, value: 0, options: ["level", "rescue"] },
  ],
  levers: [{ name: "patrols", unit: "1/month", factor: 12, value: 0, low: 0, high: 96, rampMonths: 0 }],
  stocks: [],
  auxiliaries: [],
  held: [],
  tables: [],
  initialOrder: [],
};

const good = `id: more
group: proposal
proposals: [P1]
label: {en: More patrols, es: Más patrullas}
short: {en: More, es: Más}
summary: {en: Patrols rise., es: Suben las patrullas.}
levers:
  - name: Patrols
    schedule:
      - {at: 2025-02, value: 4}
      - {at: 2026-02, value: 0}
set: {harm rate: 2}
variants: {law: Rescue}
`;

/** The text that a diagnostic's span points at. */
function pointed(text: string, d: Diagnostic | undefined): string {
  return d?.span ? text.slice(d.span.start, d.span.end) : "";
}

function check(text: string): readonly Diagnostic[] {
  return checkScenario(parseScenario("m/scenarios/more.yaml", text), ir);
}

test("a scenario is read and resolved to base units and decimal years", () => {
  const parsed = parseScenario("m/scenarios/more.yaml", good);
  expect(checkScenario(parsed, ir)).toEqual([]);
  const resolved = resolveScenario(parsed.scenario!, ir);
  expect(resolved.levers).toEqual([
    {
      lever: 0,
      points: [
        { time: 2025 + 1 / 12, value: 48 },
        { time: 2026 + 1 / 12, value: 0 },
      ],
    },
  ]);
  expect(resolved.parameters).toEqual([
    { parameter: 0, value: 0.24 },
    { parameter: 1, value: 1 },
  ]);
});

test.each([
  ["unknown lever", "name: Patrols", "name: patrlos", "scenario-unknown-lever", "patrlos"],
  ["out of range", "value: 4", "value: 9", "scenario-out-of-range", "9"],
  ["bad date", "at: 2025-02", "at: 2025-13", "yaml-bad-date", "2025-13"],
  ["a year alone", "at: 2025-02", "at: 2025", "yaml-bad-date", "2025"],
  ["dates out of order", "at: 2026-02", "at: 2025-02", "scenario-dates-order", "2025-02"],
  ["date outside", "at: 2026-02", "at: 2036-02", "scenario-date-outside", "2036-02"],
  ["missing Spanish", ", es: Más}", "}", "yaml-missing-language", "short"],
  ["empty Spanish", "es: Más}", "es: }", "yaml-missing-language", "short"],
  ["unknown field", "set: {", "sets: {", "yaml-unknown-field", "sets"],
  ["unknown constant", "harm rate: 2", "harm rat: 2", "scenario-unknown-constant", "harm rat"],
  ["unknown option", "law: Rescue", "law: rescu", "scenario-unknown-option", "rescu"],
  ["unknown variant", "{law:", "{lex:", "scenario-unknown-variant", "lex"],
  ["bad group", "group: proposal", "group: proposals", "yaml-bad-value", "proposals"],
  ["text for a number", "value: 4", "value: four", "yaml-bad-value", "four"],
  ["id is not the file", "id: more", "id: less", "scenario-id-not-file", "less"],
])("%s: the finding points into the user's own text", (_title, from, to, code, at) => {
  const text = good.replace(from, to);
  expect(text).not.toBe(good);
  const found = check(text);
  expect(found.map((d) => d.code)).toEqual([code]);
  expect(pointed(text, found[0])).toBe(at);
});

test("an unknown lever offers the nearest name; a far one lists what the model has", () => {
  expect(check(good.replace("name: Patrols", "name: patrlos"))[0]?.data).toMatchObject({
    suggestion: "patrols",
  });
  expect(check(good.replace("name: Patrols", "name: rainfall"))[0]?.data).toMatchObject({
    known: ["patrols"],
  });
});

test("broken YAML is one finding, not an exception", () => {
  for (const text of ["id: [", "id: 'x", "a: b: c", "- 1\n- 2", "", "&a [*a]"]) {
    const { scenario, diagnostics } = parseScenario("m/scenarios/x.yaml", text);
    expect(scenario).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  }
});

test("loading finds double ids and a missing baseline", () => {
  const files = {
    "m/scenarios/more.yaml": good,
    "m/scenarios/sub/more.yaml": good,
    "m/words/x.yaml": "a: 1",
  };
  expect(loadScenarios(files, "m", ir).diagnostics.map((d) => d.code)).toEqual(["scenario-id-twice"]);
  const one = loadScenarios({ "m/scenarios/more.yaml": good }, "m", ir);
  expect(one.diagnostics.map((d) => d.code)).toEqual(["scenario-one-baseline"]);
  expect(one.scenarios.map((s) => s.id)).toEqual(["more"]);
});

test("the published schema is the one that is checked (npx vitest run -u writes it)", async () => {
  const path = join(import.meta.dirname, "../../schema/scenario.schema.json");
  await expect(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path);
});
