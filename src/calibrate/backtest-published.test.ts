import { describe, expect, test } from "vitest";
import { ln } from "../math/ln.ts";
import type { Model } from "../model/model.ts";
import { backtestFile, publishedSum, withMisses } from "./backtest-published.ts";
import { revisionsOf } from "./backtest-revisions.ts";

const file = (text: string) => backtestFile({ "forecast.yaml": text }, ["all", "part"]);
const path =
  "{id: r, label: {en: R, es: R}, series: all, from: 2020-12, years: {2020: 10, 2021: 20}, sources: [V-1]}";

describe("what a model sets beside its backtest", () => {
  test("is nothing without a file", () => {
    expect(backtestFile({}, [])).toEqual({ misses: new Map(), paths: [], vintages: [], diagnostics: [] });
  });
  test("paths and earlier releases", () => {
    const { paths, vintages, diagnostics } = file(
      `published: [${path}]\nvintages: [{published: 2021-07, file: d.csv, columns: {part: c}}]`,
    );
    expect(diagnostics).toEqual([]);
    expect(paths[0]).toMatchObject({ id: "r", years: { 2020: 10, 2021: 20 } });
    expect(vintages[0]).toEqual({ published: "2021-07", file: "d.csv", columns: { part: "c" } });
  });
  test("sizes of misses by component, in the place of the discrepancy", () => {
    const text = "misses: {Part A: {value: 0.4, months: 60}}";
    const { misses, diagnostics } = backtestFile({ "forecast.yaml": text }, ["all"], ["part a"]);
    expect(diagnostics).toEqual([]);
    expect([...misses]).toEqual([["part a", { value: 0.4, months: 60 }]]);
    const model = {
      observations: [{ name: "part a", discrepancy: { value: 0.1, months: 9 } }, { name: "b" }],
    };
    expect(withMisses(model as unknown as Model, misses).observations).toEqual([
      { name: "part a", discrepancy: { value: 0.4, months: 60 } },
      { name: "b" },
    ]);
    expect(backtestFile({ "forecast.yaml": text }, ["all"], ["part b"]).diagnostics[0]!.code).toBe(
      "backtest-series",
    );
  });
  test.each([
    ["misses: {part: {value: -1, months: 2}}", "backtest-file"],
    ["published: [", "yaml-syntax"],
    [`published: [${path.replace("2020-12", "2020")}]`, "backtest-file"],
    [`published: [${path}]\nrivals: []`, "backtest-file"],
    [`published: [${path.replace("series: all", "series: none")}]`, "backtest-series"],
    ["vintages: [{published: 2021-07, file: d.csv, columns: {none: c}}]", "backtest-series"],
  ])("a finding for %s", (text, code) => {
    expect(file(text).diagnostics.map((d) => d.code)).toContain(code);
  });
  test("sums of twelve months take each calendar year by its months", () => {
    const years = { 2020: 120, 2021: 240, 2024: 300 };
    expect(publishedSum({ years }, "2021-12")).toBe(240);
    expect(publishedSum({ years }, "2021-03")).toBe((3 * 240 + 9 * 120) / 12);
    expect(publishedSum({ years }, "2022-12")).toBe(260);
    expect(publishedSum({ years }, "2020-06")).toBeUndefined();
    expect(publishedSum({ years }, "2025-01")).toBeUndefined();
  });
});

test("revisions are logarithms of today's values over those of the release", () => {
  const labels = Array.from({ length: 8 }, (_, i) => `2020-0${i + 1}`);
  const today = { name: "sum", factor: 2, labels, values: labels.map((_, i) => (i < 2 ? 200 : 220)) };
  const model = { forecasts: [{ name: "all", against: "sum" }], observations: [today] };
  const files = {
    "d.csv": `date,c\n${labels.map((label) => `${label}-01,100`).join("\n")}\n2020-09-01,100\n`,
  };
  const vintage = { published: "2021-01", file: "d.csv", columns: { all: "c" } };
  const { revisions, diagnostics } = revisionsOf(files, model as unknown as Model, [vintage]);
  expect(diagnostics).toEqual([]);
  expect(revisions[0]).toMatchObject({ series: "all", published: "2021-01", last: "2020-09", months: 8 });
  expect(revisions[0]!.mean).toBeCloseTo((6 / 8) * ln(1.1), 12);
  expect(revisions[0]!.newest).toBeCloseTo(ln(1.1), 12);
  expect(
    revisionsOf(files, model as unknown as Model, [{ ...vintage, file: "e.csv" }]).diagnostics[0]!.code,
  ).toBe("data-file-missing");
});
