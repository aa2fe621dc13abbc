import type { Text } from "../base/text.ts";
import { anchor, pageOf } from "../explain/markdown-page.ts";
import { canonicalElement, familyOf, isElementOf } from "../model/arrays/element-name.ts";
import type { Model } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ExplorerFile } from "./explorer-file.ts";
import type { LeverGroup } from "./model-facts.ts";

/** How a model is shown, every default filled in; names are canonical. */
export interface ExplorerPlan {
  readonly groups: readonly LeverGroup[];
  readonly headline: { readonly outcome: string; readonly at: string };
  readonly leversFrom: string;
  readonly panel: readonly string[];
  readonly chips: readonly string[];
  /** What the file says of a lever, by its own name or that of its array. */
  readonly lever: (name: string) => ExplorerFile["levers"][string] | undefined;
}

/** Levers shown at once, and outcomes in the panel, where the model does not say. */
const SHOWN = 8;
const PANEL = 6;
/** Fewest months from the decision to the headline's month, where the model does not say. */
const HORIZON = 60;

/** What the explorer shows of a model: its `explorer.yaml`, or else chapters in order, the first outcomes and all scenarios. */
export function explorerPlan(
  model: Model,
  scenarios: readonly Scenario[],
  file: ExplorerFile | undefined,
): ExplorerPlan {
  const outcomes = model.outcomes.map(({ name }) => name);
  const months = savedMonths(model);
  const decision = decisionMonth(model);
  const first = file?.headline === undefined ? (outcomes[0] ?? "") : canonicalElement(file.headline.outcome);
  const panel = (file?.panel ?? []).map(canonicalElement);
  const chips = file?.chips ?? [];
  const levers = new Map(
    Object.entries(file?.levers ?? {}).map(([name, one]) => [canonicalElement(name), one]),
  );
  return {
    groups: file !== undefined && file.groups.length > 0 ? fileGroups(model, file) : chapterGroups(model),
    headline: { outcome: first, at: file?.headline?.at ?? horizon(months, decision) },
    leversFrom: file?.levers_from ?? firstChange(scenarios, decision),
    panel: panel.length > 0 ? panel : [first, ...outcomes.filter((name) => name !== first)].slice(0, PANEL),
    chips: chips.length > 0 ? chips : scenarios.map(({ id }) => id),
    lever: (name) => levers.get(name) ?? levers.get(familyOf(name)),
  };
}

/** Levers that a name stands for: itself, or the elements of an array. */
export function leversNamed(model: Model, name: string): readonly string[] {
  const wanted = canonicalElement(name);
  return model.ir.levers.map((lever) => lever.name).filter((lever) => isElementOf(lever, wanted));
}

/** Months at which outcomes are saved, `YYYY-MM`, in order. */
export function savedMonths({ ir }: Pick<Model, "ir">): readonly string[] {
  return ir.clock.saveSteps.map((step) => stepMonth(ir, step));
}

/** The month of the decision, `YYYY-MM`. */
export function decisionMonth({ ir }: Pick<Model, "ir">): string {
  return stepMonth(ir, ir.clock.decision);
}

function stepMonth({ clock }: Model["ir"], step: number): string {
  return monthText(Math.round(((clock.startIndex + step) * 12) / clock.stepsPerUnit));
}

function fileGroups(model: Model, file: ExplorerFile): readonly LeverGroup[] {
  const all = (names: readonly string[]) => names.flatMap((name) => leversNamed(model, name));
  return file.groups.map(({ id, label, shown, folded }) => ({
    id,
    label,
    shown: all(shown),
    folded: all(folded),
  }));
}

/** A group for each chapter that has levers, in order; the first of each chapter are shown, as many as there is room for. */
function chapterGroups(model: Model): readonly LeverGroup[] {
  const chapters = model.chapters.flatMap((chapter) => {
    const levers = model.ir.levers
      .map(({ name }) => name)
      .filter((name) => model.variables.get(name)?.chapter === chapter.file);
    return levers.length === 0 ? [] : [{ chapter, levers }];
  });
  const each = Math.max(1, Math.floor(SHOWN / Math.max(1, chapters.length)));
  const room = model.ir.levers.length <= SHOWN ? SHOWN : each;
  return chapters.map(({ chapter, levers }) => ({
    id: anchor(pageOf(chapter.file).replace(/\.md$/, "")),
    label: bothLanguages(chapter.title.replace(/^\d+\. */, "")),
    shown: levers.slice(0, room),
    folded: levers.slice(room),
  }));
}

function bothLanguages(text: string): Text {
  return { en: text, es: text };
}

/** The first saved January that lies five years or more after the decision, or else the last saved month. */
function horizon(months: readonly string[], decision: string): string {
  const wanted = monthText(monthIndex(decision) + HORIZON);
  return months.find((one) => one >= wanted && one.endsWith("-01")) ?? months.at(-1) ?? decision;
}

/** The first month in which a scenario changes a lever, or that of the decision. */
function firstChange(scenarios: readonly Scenario[], decision: string): string {
  const changes = scenarios.flatMap(({ levers }) =>
    levers.flatMap(({ schedule }) => schedule.map(({ at }) => at)),
  );
  return changes.filter((at) => at >= decision).sort()[0] ?? decision;
}
