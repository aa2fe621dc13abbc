import type { InputInfo, QuantityDrivers, SensitivityResult } from "../analysis/sensitivity-result.ts";
import { dateWords } from "./date-words.ts";
import { anchor, pageOf, tableCell } from "./markdown-page.ts";
import { fixed, level, percent } from "./number-words.ts";

/** What the page says about the model at hand beside the stored result. */
export interface SensitivityPageOptions {
  /** Whether it is out of date, and how to make it again; see `result-notice.ts`. */
  readonly notice: string;
  readonly command: string;
  /** Drawings by scenario ("" for no change): file beside the page, and text alternative. */
  readonly charts: Readonly<Record<string, { readonly file: string; readonly text: string }>>;
  /** Link to the pages of the model, ending with `/`. */
  readonly modelPages: string;
}

/** The page about what matters most, in Markdown: a pure function of the stored result. */
export function sensitivityPage(result: SensitivityResult, options: SensitivityPageOptions): string {
  const inputs = new Map(result.leading.map((input) => [input.name, input]));
  const levels = result.quantities.filter(({ scenario }) => scenario === undefined);
  const parts = [
    "# What the conclusions rest on",
    options.notice,
    intro(result),
    mostNamed(result, inputs, options),
    unverifiedList(result, inputs, options),
    `## Outcomes with no change, ${date(result)}`,
    drawing("", options),
    ...levels.map((one) => section(one, one.label.en, inputs, options)),
    ...result.scenarios
      .slice(1)
      .flatMap(({ id, label }) => [
        `## Effects of: ${tableCell(label.en)} (\`${id}\`), ${date(result)}`,
        "Scenario minus no change in the same draw.",
        drawing(id, options),
        ...result.quantities
          .filter(({ scenario }) => scenario === id)
          .map((one) => section(one, one.label.en, inputs, options)),
      ]),
    method(result, options.command),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function date({ at }: SensitivityResult): string {
  return dateWords(at, "en");
}

function drawing(scenario: string, { charts }: SensitivityPageOptions): string {
  const chart = charts[scenario];
  return chart === undefined ? "" : `![${chart.text.replace(/[[\]]/g, "")}](${chart.file})`;
}

function intro(result: SensitivityResult): string {
  return [
    `Which assumptions the results of \`${result.model}\` depend on most, and how firm the number behind each is. The *total index* of an`,
    "assumption is the share of a result's variance that would be left if all other assumptions were known and this one were not",
    "(total Sobol index). Assumptions that act together are counted in each other's index, so indices may add up to more than 1;",
    "where the data tie assumptions to each other, knowing the others leaves less, and they may add up to less than 1.",
    `Draws: \`${result.from}\`. A grade is that of the cited row in [the register](model/evidence.md): *verified* in the source itself,`,
    "*secondary* from another text about it, **unverified** not yet found there; *judgement* means that no published number stands behind it.",
  ].join("\n");
}

function section(
  one: QuantityDrivers,
  title: string,
  inputs: ReadonlyMap<string, InputInfo>,
  options: SensitivityPageOptions,
): string {
  const head = `### ${tableCell(title)}`;
  if (!one.varies) return `${head}\n\nThe same in every draw: nothing moves it.`;
  const rows = one.rows.flatMap(({ input, index, se, draws }, i) => {
    const info = inputs.get(input);
    if (info === undefined) return [];
    const chapter = `[${chapterName(info.chapter)}](${options.modelPages}${pageOf(info.chapter)})`;
    return [
      `| ${i + 1} | ${tableCell(info.label.en)} | ${chapter} | ${fixed(index, 2)} ± ${fixed(se, 2)} | ${draws} | ${info.informed ? "yes" : "no"} | ${sources(info, options)} |`,
    ];
  });
  return [
    head,
    "",
    `Mean ${level(one.mean)}, standard deviation ${level(one.deviation)} ${tableCell(one.unit)}; all indices add up to ${fixed(one.sum, 2)}. ` +
      `On judgement alone: ${percent(one.judgement)} of these ${rows.length}.` +
      (one.unverified.length > 0 ? ` With an **unverified** row behind them: ${one.unverified.length}.` : ""),
    "",
    "| | assumption | chapter | total index ± s.e. | draws | data bear on it | behind the number |",
    "| ---: | --- | --- | ---: | ---: | --- | --- |",
    ...rows,
  ].join("\n");
}

function sources(info: InputInfo, { modelPages }: SensitivityPageOptions): string {
  if (info.sources.length === 0) return "nothing cited";
  return info.sources
    .map(({ id, grade }) => {
      if (grade === "judgement") return "judgement";
      const link = `[${id}](${modelPages}evidence.md#${anchor(id)})`;
      return grade === "unverified" ? `${link} **unverified**` : `${link} ${grade}`;
    })
    .join(", ");
}

/** The assumptions with the greatest indices over all tables: where better evidence would help most. */
function mostNamed(
  { quantities, leading }: SensitivityResult,
  inputs: ReadonlyMap<string, InputInfo>,
  options: SensitivityPageOptions,
): string {
  const counts = leading
    .map(({ name }) => {
      const found = quantities.flatMap(({ rows }) => rows.filter(({ input }) => input === name));
      return { name, count: found.length, sum: found.reduce((total, { index }) => total + index, 0) };
    })
    .sort((a, b) => b.sum - a.sum)
    .slice(0, 15);
  const rows = counts.flatMap(({ name, count, sum }) => {
    const info = inputs.get(name);
    return info === undefined
      ? []
      : [`| ${tableCell(info.label.en)} | ${count} | ${fixed(sum, 2)} | ${sources(info, options)} |`];
  });
  return [
    "## Where better evidence would help most",
    "",
    `The assumptions with the greatest indices, added up over the ${quantities.filter(({ varies }) => varies).length} tables below.`,
    "",
    "| assumption | tables | sum of indices | behind the number |",
    "| --- | ---: | ---: | --- |",
    ...rows,
  ].join("\n");
}

function unverifiedList(
  { leading, quantities }: SensitivityResult,
  inputs: ReadonlyMap<string, InputInfo>,
  options: SensitivityPageOptions,
): string {
  const names = leading.filter(({ sources: own }) => own.some(({ grade }) => grade === "unverified"));
  const judged = leading.filter(({ firmness }) => firmness === "judgement").length;
  const head = [
    "## How firm it is",
    "",
    `${leading.length} assumptions are among the leading ten of some result. On judgement alone: ${judged}.`,
  ];
  if (names.length === 0) return [...head, "None cites an unverified row."].join("\n");
  return [
    ...head,
    `With an **unverified** row behind them: ${names.length}.`,
    "",
    ...names.map(({ name }) => {
      const info = inputs.get(name);
      const of = quantities
        .filter(({ unverified }) => unverified.includes(name))
        .map(({ label, scenario }) => `${label.en}${scenario === undefined ? "" : ` (\`${scenario}\`)`}`);
      return `- ${tableCell(info?.label.en ?? name)}: ${info === undefined ? "" : sources(info, options)}. In the tables of ${of.map(tableCell).join(", ")}.`;
    }),
  ].join("\n");
}

function method(result: SensitivityResult, command: string): string {
  const { screened, draws, candidates, inputs, refined, runs, candidateRuns, seed, redrawing } = result;
  return [
    "## How it is computed",
    "",
    `All ${inputs} uncertain assumptions, structural variants among them, are tried on ${screened} draws; the ${refined} that lead for any result on ${draws}.`,
    "In each draw one assumption is drawn again given all others, the model is run again with the same random numbers, and",
    "the index is mean((Y - Y')²) / (2 Var Y). The draws of a posterior depend on each other. Of an assumption that changes nothing observed",
    `the law given the others is its prior, which is exact; of any other, ${candidates} candidates spread over its posterior are weighed by prior and`,
    "likelihood of the whole set, and one is taken: its index errs upwards by some percent of itself where the others nearly fix it. Constants",
    "drawn anew each year count as one assumption. Standard errors are by bootstrap over draws; they do not contain how far the",
    "stored draws are from the posterior itself. Indices are of variances: a rare large value weighs much. What the model leaves out of the",
    "data (the discrepancy of each series) and errors of report are no assumptions of a run and are not in these variances.",
    "",
    "Drawing an assumption again must leave the law of the draws as it is. Of the " +
      `${redrawing.rows} rows above, the mean moved by more than three standard errors in ${redrawing.beyond}; the greatest move is ` +
      `${fixed(redrawing.greatestShift, 2)} standard deviations of the result.`,
    "",
    `${runs.toLocaleString("en-US")} runs and ${candidateRuns.toLocaleString("en-US")} runs of candidates up to the origin of the data; seed ${seed}. Made by`,
    "",
    "```sh",
    command,
    "npm run docs",
    "```",
  ].join("\n");
}

function chapterName(file: string): string {
  return pageOf(file).replace(/\.md$/, "");
}
