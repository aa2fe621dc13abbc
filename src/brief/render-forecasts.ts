import { backtestFigures } from "../charts/backtest-figures.ts";
import {
  type BacktestNames,
  backtestSentences,
  cellTable,
  standingTables,
  type TextRows,
} from "../explain/backtest-tables.ts";
import { type Block, paragraph, plain, say } from "./render-blocks.ts";
import { idLinks, type Lookup } from "./render-lookup.ts";
import { trustWords } from "./render-words-trust.ts";
import type { BacktestResult } from "./result-validation.ts";

/** Hits and misses of forecasts: a chart of the first series in view, the others and every number folded. */
export function forecastBlocks(look: Lookup, backtest: BacktestResult): readonly Block[] {
  const { language } = look;
  const words = trustWords(language);
  const named = (list: BacktestResult["series"]) => (name: string) =>
    list.find((one) => one.name === name)?.label[language] ?? name;
  const names: BacktestNames = {
    language,
    series: named(backtest.series),
    mechanism: named(backtest.mechanisms),
    published: backtest.published.map((one) => ({ ...one, series: "", years: {} })),
    factor: () => 1,
  };
  const [first, ...others] = backtestFigures(backtest, names, say(backtest.unit, language)).map(
    (chart): Block => ({ kind: "chart", chart }),
  );
  const summaries = backtest.standings.map((summary) => ({
    ...summary,
    standings: summary.standings.map((one) => ({
      ...one,
      coverage50: one.coverage50 ?? Number.NaN,
      coverage90: one.coverage90 ?? Number.NaN,
    })),
  }));
  const sources = [...new Set(backtest.published.flatMap((one) => one.sources))];
  return [
    { kind: "heading", text: words.forecasts },
    ...(first === undefined ? [] : [first]),
    paragraph(words.forecastsNote, "note"),
    ...(others.length === 0 ? [] : [{ kind: "fold", summary: words.more, blocks: others } as const]),
    {
      kind: "fold",
      summary: words.forecastsFold,
      blocks: [
        { kind: "list", items: backtestSentences(backtest, names, backtest).map((text) => [text]) },
        ...(sources.length === 0
          ? []
          : [paragraph([`${words.sources}: `, ...idLinks(look, sources)], "note")]),
        ...standingTables(summaries, names).map((table, k) => textTable(table, `standings-${k}`, names)),
        textTable(cellTable(backtest.cells, names), "forecasts", names),
      ],
    },
  ];
}

/** Series by their labels: the tables name them as commands do. */
function textTable({ title, head, names, rows }: TextRows, name: string, { series }: BacktestNames): Block {
  return {
    kind: "table",
    name,
    caption: title,
    cards: false,
    head: head.map((text) => ({ text })),
    rows: rows.map((cells) => ({
      cells: cells.map((text, i) => plain(text === "" ? "\u2013" : i < names ? series(text) : text)),
    })),
  };
}
