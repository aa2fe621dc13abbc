import type { Backtest } from "../calibrate/backtest.ts";
import { backtestSummaries } from "../calibrate/backtest-summary.ts";
import {
  type BacktestData,
  type BacktestNames,
  backtestSentences,
  cellTable,
  standingTables,
  type TextRows,
} from "./backtest-tables.ts";
import { backtestVerdicts } from "./backtest-verdict.ts";
import { dateWords } from "./date-words.ts";

/** What the page of a backtest is made from. */
export interface BacktestPageOptions {
  readonly model: string;
  readonly result: Backtest;
  readonly names: BacktestNames;
  readonly data: BacktestData;
  /** Drawings by series: file beside the page, and its text alternative. */
  readonly figures: readonly { readonly file: string; readonly description: string }[];
  /** Whether it is out of date (`result-notice.ts`), and the command that makes the numbers again. */
  readonly notice: string;
  readonly command: string;
  /** What made the numbers: posteriors, draws, seed. */
  readonly basis: string;
}

const METHOD = `## How a forecast is made

A forecast is of monthly flows; the published sum over 12 months is an observation of them. For every posterior draw the model gives the
flow of each component month by month. The logarithm of actual over simulated flow is a stationary process of its own, a lasting *miss*. It is
conditioned on every published sum that was known (not only those that weighed the draws), with the error of a report, and sampled together for
the months inside the last known sum and all months ahead. So a forecast one month ahead starts from the published sum and not from the model's, and
what the newest sums say of the pace inside them is used; further ahead the draw's own mechanism takes over as fast as the miss fades. Components
are added within a draw. The logarithm of a sum is made linear in the logarithms of its months, around the path that the published sums show.

The size and the length of the miss stand in the model's \`forecast.yaml\`, component by component; without an entry they are those of the \`discrepancy\` of
its \`observe\` statement, which weighs the draws. With those the forecast would be a sample of the posterior predictive. The crisis model takes wider ones for forecasts: its
parameters were fitted to the months that the narrow one describes, and the months ahead are not among them. The sizes are those that the sums up to the first
backtest (mid-2019) show about a straight line (two computations differ by a sixth), so no later miss chose them; that they last 60 months is a judgement.

Months have seasons (WONDER's monthly counts: 4 % of a month, root mean square, 2013-2024), which a sum over twelve months does not: each calendar month
is in it once. Processes of different components are independent; past errors of synthetic and non-opioid deaths were not (half-year changes of the trend correlate at 0.6), which
makes the bands of all drugs about a tenth too narrow.

\`downstream forecast MODEL --from YYYY-MM\` makes forecasts in the same way. It takes the newest posterior whose series of deaths had ended by then and says what
else was read after that month; \`--strict-origin\` takes a posterior that reads nothing later, drops later events and cuts later inputs;
\`--mechanism-only\` leaves the process out.`;

/** `docs/backtest.md`: hits and misses of a model's forecasts, in English. */
export function backtestPage(options: BacktestPageOptions): string {
  const { model, result, names, data, figures, basis, notice, command } = options;
  const summaries = backtestSummaries(result.cells);
  const origins = [...new Set(result.paths.map(({ origin }) => origin))];
  return `${[
    `# Backtest of ${model}`,
    ...(notice === "" ? [] : [notice]),
    `Forecasts as they could have been made from ${origins.map((origin) => dateWords(origin, "en")).join(", ")}, beside rivals, scored on what was published later.`,
    ...backtestVerdicts(summaries, names).map((line) => `- ${line}`),
    "## What was known, and what was not",
    ...backtestSentences(result, names, data).map((sentence) => `- ${sentence.replace(/^\* /, "\\* ")}`),
    ...standingTables(summaries, names).flatMap((table) => [`## ${table.title}`, markdownTable(table)]),
    "## Hits and misses",
    ...figures.map(({ file, description }) => `![${description}](${file})`),
    `### ${cellTable(result.cells, names).title}`,
    markdownTable(cellTable(result.cells, names)),
    METHOD,
    `Made from ${basis}: \`${command}\`.`,
  ]
    .join("\n\n")
    .replaceAll("\n\n- ", "\n- ")}\n`;
}

function markdownTable({ head, names, rows }: TextRows): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("*", "\\*")).join(" | ")} |`;
  return [
    line(head),
    `| ${head.map((_, i) => (i < names ? "---" : "---:")).join(" | ")} |`,
    ...rows.map(line),
  ].join("\n");
}
