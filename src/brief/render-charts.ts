import type { Chart } from "../charts/chart.ts";
import { driverBars } from "../charts/driver-bars.ts";
import { type FanChartOptions, fanChart } from "../charts/fan-chart.ts";
import { valueExtent } from "../charts/fan-geometry.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { smallMultiples } from "../charts/small-multiples.ts";
import { weightBars } from "../charts/weight-bars.ts";
import { dateWords } from "../explain/date-words.ts";
import type { Language } from "../explain/language.ts";
import { percent, signed } from "../explain/number-words.ts";
import { isCounted } from "../explain/sentences.ts";
import { anchor, type Block, type Line, paragraph, plain, type Section, say } from "./render-blocks.ts";
import { headlines, idLinks, type Lookup, lookup, scenarioLabel, scenariosOf } from "./render-lookup.ts";
import type {
  BriefResult,
  ChartData,
  DriverTable,
  OutcomeInfo,
  ScenarioGroup,
  VariantTable,
} from "./result.ts";

/** Fan charts with history, then the paired changes. */
export function chartSections(look: Lookup): readonly Section[] {
  const { words, result, language } = look;
  const changes = headlines(look).map((o): Block => ({ kind: "chart", chart: changeChart(look, o) }));
  return [
    {
      id: "charts",
      title: words.chartsTitle,
      blocks: [
        paragraph(words.chartsIntro),
        ...result.charts.map(
          (c): Block => ({
            kind: "chart",
            chart: timeChart(look, c),
            ...(c.history.length > 0 && {
              note: [`${words.sources}: `, ...idLinks(look, [...new Set(c.history.map((h) => h.source))])],
            }),
          }),
        ),
      ],
    },
    {
      id: "changes",
      title: words.changesTitle,
      blocks: [paragraph(words.changesIntro(dateWords(result.headlineAt, language))), ...changes],
    },
  ];
}

/** What drives the result, and what rival explanations weigh. */
export function driverSections(look: Lookup): readonly Section[] {
  const { words, result } = look;
  return [
    {
      id: "drivers",
      title: words.driversTitle,
      blocks: [
        paragraph(words.driversIntro),
        ...result.drivers.map(
          (d, i): Block => ({
            kind: "chart",
            chart: driverChart(look, d, i),
            note: driverSources(look, d),
          }),
        ),
      ],
    },
    {
      id: "rivals",
      title: words.rivalsTitle,
      blocks: [paragraph(words.rivalsIntro), ...result.variants.flatMap((v) => variantBlocks(look, v))],
    },
  ];
}

/** The charts over time as SVG files of their own, `charts/<id>.<language>.svg`, to be taken elsewhere. */
export function chartFiles(result: BriefResult, language: Language): Readonly<Record<string, string>> {
  const look = lookup(result, language);
  return Object.fromEntries(
    result.charts.map((data) => [
      `charts/${data.id}.${language}.svg`,
      `${timeChart(look, data).draw(FILE_WIDTH)}\n`,
    ]),
  );
}

const FILE_WIDTH = 720;

function timeChart(look: Lookup, data: ChartData): Chart {
  const { language, words } = look;
  const unit = say(data.unit, language);
  const history = data.history.map((h) => ({ ...h, label: say(h.label, language) }));
  const series = data.series.map((s) => ({
    ...s,
    label: scenarioLabel(look, s.scenario),
    noChange: look.scenario(s.scenario)?.group === "baseline",
  }));
  const [low, high] = valueExtent(series, history);
  const zero = isCounted(unit) || low < 0.5 * high;
  const options: FanChartOptions = {
    id: anchor("chart", data.id),
    title: say(data.title, language),
    unit: zero ? unit : `${unit}; ${words.axisNote}`,
    history,
    series,
    decision: data.decision,
    language,
    zero,
  };
  return series.length > 4 ? smallMultiples(options) : fanChart(options);
}

function changeChart(look: Lookup, outcome: OutcomeInfo): Chart {
  const { language, words, result } = look;
  const groups: readonly ScenarioGroup[] = ["ladder", "proposal", "alternative", "package", "happened"];
  return intervalChart({
    id: anchor("change", outcome.name),
    title: words.changeOf(say(outcome.label, language)),
    unit: `${say(outcome.unit, language)}, ${dateWords(result.headlineAt, language)}`,
    language,
    groups: groups
      .map((group) => ({
        label: words.groups[group],
        rows: scenariosOf(look, group).flatMap((s) => {
          const cell = look.cell(s.id, outcome.name, result.headlineAt);
          return cell === undefined
            ? []
            : [{ ...cell, ...cell.change, label: scenarioLabel(look, s.id), better: outcome.better }];
        }),
      }))
      .filter((g) => g.rows.length > 0),
  });
}

function driverChart(look: Lookup, drivers: DriverTable, index: number): Chart {
  const { language, words } = look;
  const outcome = look.outcome(drivers.outcome);
  const name = outcome === undefined ? drivers.outcome : say(outcome.label, language);
  const scenario = scenarioLabel(look, drivers.scenario);
  return driverBars({
    id: anchor("drivers", `${drivers.outcome}-${drivers.scenario}-${drivers.of}-${index}`),
    title:
      drivers.of === "value" ? words.driverOfValue(name, scenario) : words.driverOfChange(name, scenario),
    unit: outcome === undefined ? "" : say(outcome.unit, language),
    change: drivers.of === "change",
    rows: drivers.rows.map((r) => ({ ...r, label: say(r.label, language) })),
    language,
  });
}

function driverSources(look: Lookup, drivers: DriverTable): Line {
  const rows = drivers.rows.filter((r) => r.sources.length > 0);
  return [
    `${look.words.evidenceFor} `,
    ...rows.flatMap(
      (r, i): Line => [
        `${i === 0 ? "" : "; "}${say(r.label, look.language)} (`,
        ...idLinks(look, r.sources),
        ")",
      ],
    ),
  ];
}

/** A weight with its range over groups of draws and laws of errors, where there is one. */
function weightWords(look: Lookup, { weight, weightRange }: VariantTable["options"][number]): string {
  if (weightRange === undefined) return percent(weight);
  const { low, high } = weightRange;
  return `${percent(weight)} (${percent(low)} ${look.words.to} ${percent(high)})`;
}

function variantBlocks(look: Lookup, variant: VariantTable): readonly Block[] {
  const { language, words } = look;
  const label = say(variant.label, language);
  const chart = weightBars({
    id: anchor("variant", variant.variant),
    title: label,
    question: say(variant.question, language),
    options: variant.options.map((o) => ({
      label: say(o.label, language),
      prior: o.prior,
      weight: o.weight,
    })),
    language,
  });
  const effects = variant.options[0]?.effects ?? [];
  if (effects.length === 0) return [{ kind: "chart", chart }];
  const head = effects.map((e) => {
    const outcome = look.outcome(e.outcome);
    const name = outcome === undefined ? e.outcome : say(outcome.short, language);
    return {
      text: scenarioLabel(look, e.scenario),
      unit: outcome === undefined ? name : `${name}, ${say(outcome.unit, language)}`,
    };
  });
  return [
    { kind: "chart", chart },
    {
      kind: "table",
      name: anchor("effects", variant.variant),
      caption: words.rivalsCaption(label),
      cards: false,
      head: [{ text: words.option }, { text: words.prior }, { text: words.weight }, ...head],
      rows: variant.options.map((o) => ({
        cells: [
          plain(say(o.label, language)),
          plain(percent(o.prior)),
          plain(weightWords(look, o)),
          ...effects.map((e) => {
            const found = o.effects.find((x) => x.scenario === e.scenario && x.outcome === e.outcome);
            return plain(found === undefined ? "\u2013" : signed(found.median));
          }),
        ],
      })),
    },
  ];
}
