import { dateWords, shortDateWords } from "../explain/date-words.ts";
import { fixed, level } from "../explain/number-words.ts";
import { quantityWords } from "../explain/unit-words.ts";
import {
  anchor,
  type Block,
  type Inline,
  type Line,
  paragraph,
  plain,
  type Section,
  say,
  type TableCell,
  type TableRow,
} from "./render-blocks.ts";
import {
  agreement,
  betterNote,
  changeRange,
  changeWords,
  countWords,
  headlines,
  idLinks,
  type Lookup,
  levelRange,
  relativeRange,
  scenarioLink,
  scenariosOf,
} from "./render-lookup.ts";
import type { OutcomeInfo, ScenarioGroup, ScenarioInfo } from "./result.ts";

/** The ladder and its alternatives against the headline outcomes, each proposal alone, and the full matrix. */
export function resultsSection(look: Lookup): Section {
  const { words, result, language } = look;
  const date = dateWords(result.headlineAt, language);
  const blocks: Block[] = [
    { kind: "heading", text: words.whatPathsAre, id: "what-paths-are" },
    { kind: "list", items: pathSummaries(look) },
    paragraph(words.resultsIntro(date)),
    paragraph(words.resultsShade, "note"),
    headlineTable(look, "ladder", words.resultsCaption(date), groupRows(look)),
  ];
  if (result.proposals.length > 0) {
    blocks.push(
      { kind: "heading", text: words.proposalResultsTitle, id: "proposal-results" },
      headlineTable(look, "proposal-results", words.proposalResultsCaption(date), proposalRows(look)),
    );
  }
  blocks.push({
    kind: "fold",
    summary: words.matrixTitle,
    blocks: [paragraph(words.matrixIntro), ...result.outcomes.map((o) => matrixTable(look, o))],
  });
  return { id: "results", title: words.resultsTitle, blocks };
}

/** Every path with its summary and its settings. */
export function pathsSection(look: Lookup): Section {
  const { words, result, language } = look;
  const groups: readonly ScenarioGroup[] = [
    "baseline",
    "ladder",
    "alternative",
    "package",
    "proposal",
    "happened",
  ];
  const head = [words.scenario, words.settings, words.notes];
  return {
    id: "paths",
    title: words.pathsTitle,
    blocks: [
      {
        kind: "table",
        name: "paths",
        caption: words.pathsCaption,
        cards: true,
        head: head.map((text) => ({ text })),
        rows: groups.flatMap((group) =>
          scenariosOf({ ...look, result }, group).map(
            (s): TableRow => ({
              id: anchor("scenario", s.id),
              cells: [
                { lines: [[{ kind: "strong", text: say(s.label, language) }], [say(s.summary, language)]] },
                { lines: settingLines(look, s) },
                { lines: noteLines(look, s) },
              ],
            }),
          ),
        ),
      },
    ],
  };
}

function headlineTable(look: Lookup, name: string, caption: string, rows: readonly TableRow[]): Block {
  const outcomes = headlines(look);
  return {
    kind: "table",
    name,
    caption,
    cards: true,
    head: [
      { text: look.words.scenario },
      ...outcomes.map((o) => ({
        text: say(o.short, look.language),
        unit: say(o.unit, look.language),
        note: betterNote(look, o),
      })),
    ],
    rows,
  };
}

/** The base line, the ladder by rung, then alternatives, packages and what happened: never by effect. */
function groupRows(look: Lookup): readonly TableRow[] {
  const groups: readonly ScenarioGroup[] = ["baseline", "ladder", "alternative", "package", "happened"];
  return groups.flatMap((group): readonly TableRow[] => {
    const scenarios = scenariosOf(look, group);
    if (scenarios.length === 0) return [];
    const body = scenarios.map((s) => headlineRow(look, s, scenarioLink(look, s.id, true)));
    return [{ group: look.words.groups[group], cells: [] }, ...body];
  });
}

/** The path of each proposal, in the document's order, also where it is a rung of the ladder. */
function proposalRows(look: Lookup): readonly TableRow[] {
  return look.result.proposals.flatMap((p): readonly TableRow[] => {
    const scenario = look.scenario(p.scenario);
    if (scenario === undefined) return [];
    return [headlineRow(look, scenario, [...idLinks(look, [p.id]), " ", ...scenarioLink(look, scenario.id)])];
  });
}

function headlineRow(look: Lookup, scenario: ScenarioInfo, name: Line): TableRow {
  return {
    cells: [plain(...name), ...headlines(look).map((o) => headlineCell(look, scenario, o))],
  };
}

function headlineCell(look: Lookup, scenario: ScenarioInfo, outcome: OutcomeInfo): TableCell {
  const cell = look.cell(scenario.id, outcome.name, look.result.headlineAt);
  if (cell === undefined) return plain("\u2013");
  if (scenario.group === "baseline") {
    const range = `${level(cell.value.q05)} ${look.words.to} ${level(cell.value.q95)}`;
    return { lines: [[{ kind: "strong", text: level(cell.value.q50) }], [range]] };
  }
  const [change, range] = changeWords(look, cell.change);
  const count: Inline = { kind: "small", text: countWords(look, cell, outcome) };
  const middle: Line = [{ kind: "strong", text: change }];
  if (cell.sameOf100 >= 100 && outcome.better !== "none") return { lines: [middle, [count]] };
  return {
    lines: outcome.better === "none" ? [middle, [range]] : [middle, [range], [count]],
    shade: agreement(cell, outcome),
  };
}

function matrixTable(look: Lookup, outcome: OutcomeInfo): Block {
  const { words, result, language } = look;
  const head = [
    words.scenario,
    words.at,
    words.level,
    words.change,
    words.relative,
    words.since,
    words.better,
    words.worse,
    words.same,
  ];
  return {
    kind: "table",
    name: anchor("matrix", outcome.name),
    caption: `${words.matrixCaption(say(outcome.label, language), say(outcome.unit, language))}; ${betterNote(look, outcome)}`,
    cards: false,
    head: head.map((text) => ({ text })),
    rows: result.scenarios.flatMap((s) =>
      result.dates.flatMap((at): readonly TableRow[] => {
        const cell = look.cell(s.id, outcome.name, at);
        if (cell === undefined) return [];
        const rated = (count: number) => (outcome.better === "none" ? "\u2013" : fixed(count, 0));
        return [
          {
            cells: [
              say(s.short, language),
              shortDateWords(at, language),
              levelRange(look, cell.value),
              changeRange(look, cell.change),
              cell.relative === undefined ? "\u2013" : relativeRange(look, cell.relative),
              changeRange(look, cell.sinceDecision),
              rated(cell.betterOf100),
              rated(cell.worseOf100),
              fixed(cell.sameOf100, 0),
            ].map((text) => plain(text)),
          },
        ];
      }),
    ),
  };
}

/** One line a path: its name and what it does, with its sizes. */
function pathSummaries(look: Lookup): readonly Line[] {
  return look.result.scenarios.map(
    (s): Line => [...scenarioLink(look, s.id), `: ${say(s.summary, look.language)}`],
  );
}

function settingLines(look: Lookup, scenario: ScenarioInfo): readonly Line[] {
  const { words, language } = look;
  if (scenario.settings.length === 0) return [[words.noSettings]];
  return scenario.settings.map((s): Line => {
    const steps = s.schedule.map((step) =>
      words.from(quantityWords(step.value, s.unit, language), shortDateWords(step.at, language)),
    );
    return [`${say(s.label, language)}: ${steps.join("; ")}`];
  });
}

function noteLines(look: Lookup, scenario: ScenarioInfo): readonly Line[] {
  const { words } = look;
  const lines: Line[] = [];
  if (scenario.extrapolation) lines.push([words.extrapolated]);
  if (scenario.failedDraws > 0) lines.push([words.failed(fixed(scenario.failedDraws, 0))]);
  return lines.length === 0 ? [["\u2013"]] : lines;
}
