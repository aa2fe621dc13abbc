import type { Language } from "../explain/language.ts";
import { level, roundTogether, signed, signedPercent } from "../explain/number-words.ts";
import { betterShort, tooClose } from "../explain/sentences.ts";
import { anchor, type Inline, type Line, say } from "./render-blocks.ts";
import { type ReportWords, reportWords } from "./render-words.ts";
import type { BriefResult, Cell, OutcomeInfo, Quantiles, ScenarioGroup, ScenarioInfo } from "./result.ts";

/** What every part of a report needs: the result, its language, its words, and rows by name. */
export interface Lookup {
  readonly result: BriefResult;
  readonly language: Language;
  readonly words: ReportWords;
  readonly cell: (scenario: string, outcome: string, at: string) => Cell | undefined;
  readonly scenario: (id: string) => ScenarioInfo | undefined;
  readonly outcome: (name: string) => OutcomeInfo | undefined;
  /** Anchors of sources, data files and claims that this report holds. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Indexes a result once for all parts of a report. */
export function lookup(result: BriefResult, language: Language): Lookup {
  const cells = new Map(result.cells.map((c) => [cellKey(c.scenario, c.outcome, c.at), c]));
  const scenarios = new Map(result.scenarios.map((s) => [s.id, s]));
  const outcomes = new Map(result.outcomes.map((o) => [o.name, o]));
  const anchors = new Map<string, string>([
    ...result.series.map((s) => [s.file, anchor("series", s.file)] as const),
    ...result.claims.map((c) => [c.id, anchor("claim", c.id)] as const),
    ...result.proposals.map((p) => [p.id, anchor("proposal", p.id)] as const),
    ...result.scenarios.map((s) => [s.id, anchor("scenario", s.id)] as const),
    ...result.sources.map((s) => [s.id, anchor("source", s.id)] as const),
  ]);
  return {
    result,
    language,
    words: reportWords(language),
    cell: (scenario, outcome, at) => cells.get(cellKey(scenario, outcome, at)),
    scenario: (id) => scenarios.get(id),
    outcome: (name) => outcomes.get(name),
    anchors,
  };
}

/** Ids as links to their rows, with commas; a judgement is said in words, other ids without a row stay plain. */
export function idLinks(look: Lookup, ids: readonly string[]): Line {
  return ids.flatMap((id, i): Inline[] => {
    const to = look.anchors.get(id);
    const link: Inline =
      to === undefined
        ? id === "judgement"
          ? look.words.judgement
          : id
        : { kind: "link", to: `#${to}`, text: id };
    return i === 0 ? [link] : [look.words.list, link];
  });
}

/** A scenario's label as a link to its settings, with the mark of extrapolation and, where asked, its rung on the ladder. */
export function scenarioLink(look: Lookup, id: string, withRung = false): Line {
  const info = look.scenario(id);
  if (info === undefined) return [id];
  const rung = info.rung === undefined || !withRung ? "" : `${info.rung}. `;
  const mark = info.extrapolation ? "\u00a0†" : "";
  const text = `${rung}${say(info.label, look.language)}${mark}`;
  return [{ kind: "link", to: `#${anchor("scenario", id)}`, text }];
}

/** A scenario's label, or its id where the result does not know it. */
export function scenarioLabel(look: Lookup, id: string): string {
  const info = look.scenario(id);
  return info === undefined ? id : `${say(info.label, look.language)}${info.extrapolation ? "\u00a0†" : ""}`;
}

/** Scenarios of a group, rungs in order, the others as the result lists them. */
export function scenariosOf(look: Lookup, group: ScenarioGroup): readonly ScenarioInfo[] {
  return look.result.scenarios.filter((s) => s.group === group).sort((a, b) => (a.rung ?? 0) - (b.rung ?? 0));
}

/** The headline outcomes, in the order of the result. */
export function headlines(look: Lookup): readonly OutcomeInfo[] {
  return look.result.outcomes.filter((o) => o.headline);
}

/** Which direction counts as better, in words. */
export function betterNote(look: Lookup, outcome: OutcomeInfo): string {
  const { words } = look;
  return { lower: words.lowerBetter, higher: words.higherBetter, none: words.noneBetter }[outcome.better];
}

/** "81,900 (74,000 to 90,100)": a level with its 90 % range. */
export function levelRange(look: Lookup, q: Quantiles): string {
  return `${level(q.q50)} (${level(q.q05)} ${look.words.to} ${level(q.q95)})`;
}

/** A change as its middle and its 90 % range, rounded together: "−1,900" and "−4,100 to +190". */
export function changeWords(look: Lookup, q: Quantiles): readonly [string, string] {
  const [q50 = 0, q05 = 0, q95 = 0] = roundTogether([q.q50, q.q05, q.q95]);
  return [signed(q50), `${signed(q05)} ${look.words.to} ${signed(q95)}`];
}

/** "−1,900 (−4,100 to +190)": a change with its 90 % range. */
export function changeRange(look: Lookup, q: Quantiles): string {
  const [middle, range] = changeWords(look, q);
  return `${middle} (${range})`;
}

/** The same as percent of no change. */
export function relativeRange(look: Lookup, q: Quantiles): string {
  const [q50 = 0, q05 = 0, q95 = 0] = roundTogether([q.q50, q.q05, q.q95]);
  return `${signedPercent(q50)} (${signedPercent(q05)} ${look.words.to} ${signedPercent(q95)})`;
}

/** A cell's count in words, such as "better in 87 of 100". */
export function countWords(look: Lookup, cell: Cell, outcome: OutcomeInfo): string {
  return betterShort({ ...cell, better: outcome.better }, look.language);
}

/** How far the runs agree on a direction: 0 no, 1 at least 75 of 100, 2 at least 95 of 100. Nothing is shaded where no direction is rated. */
export function agreement(cell: Cell, outcome: OutcomeInfo): 0 | 1 | 2 {
  if (outcome.better === "none" || tooClose({ ...cell, better: outcome.better })) return 0;
  // Agreement on a change that hardly exists says nothing.
  if (cell.relative !== undefined && Math.abs(cell.relative.q50) < 0.001) return 0;
  const most = Math.max(cell.betterOf100, cell.worseOf100);
  return most >= 95 ? 2 : most >= 75 ? 1 : 0;
}

function cellKey(scenario: string, outcome: string, at: string): string {
  return `${scenario}\u0000${outcome}\u0000${at}`;
}
