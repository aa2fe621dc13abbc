import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import { loadRecord } from "../brief/record.ts";
import { pageOf } from "../explain/markdown-page.ts";
import { canonicalElement } from "../model/arrays/element-name.ts";
import type { IrLever } from "../model/ir.ts";
import type { Model } from "../model/model.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { placeOf, type YamlRead } from "../scenario/yaml-source.ts";
import type { ExplorerFile } from "./explorer-file.ts";
import { decisionMonth, leversNamed, savedMonths } from "./explorer-plan.ts";
import { onStep, scenarioValues } from "./slider-step.ts";

/** What a name in the file may stand for. */
type NameKind = "lever" | "outcome" | "scenario" | "constant" | "observation" | "table" | "row" | "chapter";

type Path = readonly PropertyKey[];

/**
 * Holds an `explorer.yaml` against its model: every name is the model's, every lever stands in one group, months are saved ones,
 * no change and the headline come first, and a slider can stand at every value that a scenario gives its lever.
 */
export function checkExplorerFile(
  file: ExplorerFile,
  read: YamlRead,
  {
    model,
    scenarios,
    files,
  }: { readonly model: Model; readonly scenarios: readonly Scenario[]; readonly files: Files },
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, path: Path, data: Diagnostic["data"], key = false) =>
    diagnostics.push({ code, severity: "error", span: placeOf(read, path, key), data });
  const record = loadRecord(files, "");
  const known: Readonly<Record<NameKind, readonly string[]>> = {
    lever: model.ir.levers.map(({ name }) => name),
    outcome: model.outcomes.map(({ name }) => name),
    scenario: scenarios.map(({ id }) => id),
    constant: model.ir.parameters.filter((one) => one.options === undefined).map(({ name }) => name),
    observation: model.observations.map(({ name }) => name),
    table: model.ir.tables.map(({ name }) => name),
    row: [...record.register.keys()],
    chapter: model.chapters.map(({ file: path }) => pageOf(path).replace(/\.md$/, "")),
  };
  const has = (kind: NameKind, name: string): boolean =>
    kind === "row"
      ? record.rows(name).length > 0
      : kind === "lever"
        ? leversNamed(model, name).length > 0
        : known[kind].includes(kind === "scenario" || kind === "chapter" ? name : canonicalElement(name));
  const check = (kind: NameKind, name: string, path: Path, key = false): boolean => {
    if (has(kind, name)) return true;
    const near = nearestName(canonicalElement(name), known[kind]);
    report(
      "explorer-unknown",
      path,
      near === undefined ? { kind, name } : { kind, name, suggestion: near },
      key,
    );
    return false;
  };
  const list = (kind: NameKind, names: readonly string[], path: Path) => {
    for (const [i, name] of names.entries()) {
      if (check(kind, name, [...path, i]) && names.indexOf(name) < i)
        report("explorer-twice", [...path, i], { name });
    }
  };
  const months = savedMonths(model);
  const month = (at: string, path: Path) => {
    const from = decisionMonth(model);
    const to = months.at(-1) ?? from;
    if (at < from || at > to) report("explorer-month", path, { at, from, to });
  };

  if (file.headline !== undefined) {
    check("outcome", file.headline.outcome, ["headline", "outcome"]);
    month(file.headline.at, ["headline", "at"]);
  }
  if (file.levers_from !== undefined) month(file.levers_from, ["levers_from"]);
  list("outcome", file.panel, ["panel"]);
  list("scenario", file.chips, ["chips"]);
  list("constant", file.assumptions ?? [], ["assumptions"]);
  const headline = file.headline?.outcome ?? model.outcomes[0]?.name ?? "";
  const first = file.panel[0];
  if (first !== undefined && canonicalElement(first) !== canonicalElement(headline)) {
    report("explorer-first", ["panel", 0], { list: "panel", name: headline });
  }
  const baseline = scenarios.find(({ group }) => group === "baseline")?.id;
  if (file.chips.length > 0 && baseline !== undefined && file.chips[0] !== baseline) {
    report("explorer-first", ["chips", 0], { list: "chips", name: baseline });
  }

  const grouped = new Set<string>();
  for (const [g, group] of file.groups.entries()) {
    for (const part of ["shown", "folded"] as const) {
      for (const [i, name] of group[part].entries()) {
        const path = ["groups", g, part, i];
        if (!check("lever", name, path)) continue;
        for (const lever of leversNamed(model, name)) {
          if (grouped.has(lever)) report("explorer-twice", path, { name: lever });
          grouped.add(lever);
        }
      }
    }
  }
  const missing = known.lever.filter((name) => !grouped.has(name));
  if (file.groups.length > 0 && missing.length > 0) {
    report("explorer-not-grouped", ["groups"], { names: missing }, true);
  }

  for (const [name, lever] of Object.entries(file.levers)) {
    const path = ["levers", name];
    if (!check("lever", name, path, true)) continue;
    for (const one of model.ir.levers.filter((l) => leversNamed(model, name).includes(l.name))) {
      checkLever(one, lever, path, { report, scenarios });
    }
    for (const [i, id] of (lever.tried?.sources ?? []).entries())
      check("row", id, [...path, "tried", "sources", i]);
  }
  for (const name of Object.keys(file.chapters)) check("chapter", name, ["chapters", name], true);
  for (const [name, entries] of Object.entries(file.observed)) {
    check("outcome", name, ["observed", name], true);
    for (const [i, entry] of entries.entries()) {
      list("observation", entry.observations, ["observed", name, i, "observations"]);
      if (entry.divided_by !== undefined)
        check("table", entry.divided_by, ["observed", name, i, "divided_by"]);
    }
  }
  return diagnostics;
}

/** Range seen in the world inside the lever's own; one of "tried" and "untried"; a step that reaches every value in use. */
function checkLever(
  { name, low, high, value, factor }: IrLever,
  lever: ExplorerFile["levers"][string],
  path: Path,
  at: {
    readonly report: (code: string, path: Path, data: Diagnostic["data"]) => void;
    readonly scenarios: readonly Scenario[];
  },
): void {
  const own = { low: low / factor, high: high / factor };
  const slack = 1e-9 * Math.max(Math.abs(own.low), Math.abs(own.high));
  const { tried, untried, step } = lever;
  if (
    tried !== undefined &&
    (tried.low > tried.high || tried.low < own.low - slack || tried.high > own.high + slack)
  ) {
    at.report("explorer-tried", [...path, "tried"], { name, ...own });
  }
  if (tried !== undefined && untried !== undefined)
    at.report("explorer-tried-and-not", [...path, "untried"], { name });
  if (step === undefined || lever.kind === "month") return;
  const wanted = [value / factor, ...scenarioValues(name, at.scenarios)];
  const off = wanted.find((one) => !onStep(one, own.low, step));
  if (off !== undefined) at.report("explorer-step", [...path, "step"], { name, step, value: off });
}
