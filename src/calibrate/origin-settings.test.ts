import { describe, expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { monthText } from "../scenario/month.ts";
import { knownPoints } from "./known-points.ts";
import { originSettings } from "./origin-settings.ts";

const { model, diagnostics } = compileModel({
  "m.md": `# M

\`\`\`model
time from 2015-01 to 2026-01, 4 steps a month, rk4
dimension place = north, south
size of the shock [%] = 30 ~ uniform(0, 60)
wave by place [1] = 1 ~ normal(1, 0.1) anew each year
law [1] = 1
end of counts [date] = 2024-07
end of files [date] = 2024-07
x [1] = size of the shock * wave[north] * wave[south] * law * step(1, end of counts) * step(1, end of files)
mechanism "shock" conceived 2023-11, off (size of the shock = 12, wave[south] = 0)
mechanism "law" conceived 2024-09, off (law = 0)
known until end of counts, reported 4 months late
known until end of files, reported 1.5 months late
\`\`\`
`,
});

/** Settings by the name of the parameter. */
function named(origin: string, full?: boolean): Readonly<Record<string, number>> {
  const settings = [...originSettings(model, origin, full)];
  return Object.fromEntries(settings.map(([index, value]) => [model.ir.parameters[index]!.name, value]));
}

const dates = (settings: Readonly<Record<string, number>>): readonly (number | undefined)[] => [
  settings["end of counts"],
  settings["end of files"],
];

test("the model of these tests is sound", () => {
  expect(diagnostics).toEqual([]);
});

describe("mechanisms", () => {
  test("conceived after the origin are off, in base units, in every year and element they name", () => {
    const settings = named("2023-10");
    expect(settings["size of the shock"]).toBe(0.12);
    expect(settings.law).toBe(0);
    const waves = Object.keys(settings).filter((name) => name.startsWith("wave"));
    expect(waves).toEqual(Array.from({ length: 11 }, (_, i) => `wave[south]: ${2015 + i}`));
    expect(waves.every((name) => settings[name] === 0)).toBe(true);
  });
  test("conceived in the month of the origin or before keep their values", () => {
    expect(Object.keys(named("2023-11")).sort()).toEqual(["end of counts", "end of files", "law"]);
    expect(Object.keys(named("2024-09")).sort()).toEqual(["end of counts", "end of files"]);
  });
  test("all stay in the full model, which knows no more of the counts", () => {
    expect(Object.keys(named("2019-12", true)).sort()).toEqual(["end of counts", "end of files"]);
    expect(dates(named("2019-12", true))).toEqual(dates(named("2019-12")));
  });
});

describe("what was counted at the origin", () => {
  test("ends with the last month published, and never after the model's own date", () => {
    expect(dates(named("2023-12"))).toEqual([2023 + 7 / 12, 2023 + 9 / 12]);
    expect(dates(named("2024-10"))).toEqual([2024 + 5 / 12, 2024.5]);
    const declared = model.ir.parameters.find((p) => p.name === "end of counts")!.value;
    expect(declared).toBe(2024.5);
    expect(dates(named("2024-11"))).toEqual([declared, declared]);
    expect(dates(named("2025-04"))).toEqual([declared, declared]);
  });
  test("is what the points of a monthly series say", () => {
    const labels = Array.from({ length: 60 }, (_, i) => monthText(2020 * 12 + i));
    const scored = labels.map((_, i) => i);
    for (const [i, lateMonths] of [4, 1.5].entries()) {
      for (const origin of ["2021-12", "2022-01", "2023-12"]) {
        const known = knownPoints({ labels, spacingMonths: 1, scored, lateMonths }, origin);
        const end = labels[known.at(-1)! + 1]!;
        const time = Number(end.slice(0, 4)) + (Number(end.slice(5)) - 1) / 12;
        expect(dates(named(origin))[i]).toBe(time);
      }
    }
  });
});

test("a model without such statements has nothing to set", () => {
  const plain = { ...model, mechanisms: [], known: [] };
  expect(originSettings(plain, "2010-01").size).toBe(0);
});
