import type { SensitivityResult } from "../analysis/sensitivity-result.ts";
import { type FoundResult, readResults } from "../analysis/stored-results.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { backtestFigures } from "../charts/backtest-figures.ts";
import { type Chart, WIDE } from "../charts/chart.ts";
import { fallFigure } from "../charts/fall-figure.ts";
import { sensitivityChart } from "../charts/sensitivity-chart.ts";
import { episodesPicture, validationPage } from "../charts/validation-picture.ts";
import { backtestPage } from "../explain/backtest-page.ts";
import { fallPage } from "../explain/fall-page.ts";
import { fallLabel } from "../explain/fall-table.ts";
import { resultNotice } from "../explain/result-notice.ts";
import { sensitivityPage } from "../explain/sensitivity-page.ts";
import { backtestNames, beside } from "./backtest.ts";
import type { LoadedModel } from "./load-model.ts";
import { resultSource } from "./store-result.ts";

/** Files of `docs/` by name; nothing slow is run for them. */
export interface ResultPages {
  readonly pages: Readonly<Record<string, string>>;
  /** `result-outdated` and `result-unusable`, with the command that makes a result again. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The pages and drawings of every stored result of a model; a page of an outdated one says so at its head. */
export function resultPages(loaded: LoadedModel): ResultPages {
  const { results, diagnostics } = readResults(resultSource(loaded));
  const { validation, backtest, fall, sensitivity } = results;
  return {
    pages: {
      ...(validation === undefined ? {} : validationPages(validation)),
      ...(backtest === undefined ? {} : backtestPages(loaded, backtest)),
      ...(fall === undefined ? {} : fallPages(loaded, fall)),
      ...(sensitivity === undefined ? {} : sensitivityPages(sensitivity)),
    },
    diagnostics,
  };
}

function validationPages(found: FoundResult<"validation">): ResultPages["pages"] {
  const made = { notice: resultNotice(found), command: found.command };
  const picture = "validation-episodes.svg";
  return {
    "validation.md": validationPage(found.result, "en", made, picture),
    [picture]: episodesPicture(found.result, "en"),
  };
}

function backtestPages(loaded: LoadedModel, found: FoundResult<"backtest">): ResultPages["pages"] {
  const { result } = found;
  const names = backtestNames(loaded, "en");
  const charts = backtestFigures(result, names, "people, 12 months ending");
  const page = backtestPage({
    ...{ model: loaded.model.name, result, names, data: beside(loaded, result) },
    figures: charts.map(({ id, description }) => ({ file: `${id}.svg`, description })),
    ...{ notice: resultNotice(found), command: found.command },
    basis: `posteriors ${found.posteriors.join(", ")}, ${found.draws} draws each, seed ${found.seed}`,
  });
  return { "backtest.md": page, ...drawings(charts) };
}

function fallPages({ words }: LoadedModel, found: FoundResult<"fall">): ResultPages["pages"] {
  const { result } = found;
  const charts = result.accounts.map((account) =>
    fallFigure(
      { ...account, rows: account.rows.map((row) => ({ ...row, label: fallLabel(row, words, "en") })) },
      result,
      "en",
    ),
  );
  const figures = charts.map(({ id, description }) => ({ file: `${id}.svg`, description }));
  return { "fall.md": fallPage(found, words, figures), ...drawings(charts) };
}

function sensitivityPages(found: FoundResult<"sensitivity">): ResultPages["pages"] {
  const result: SensitivityResult = found.result;
  const shown = ["", ...result.scenarios.slice(1).map(({ id }) => id)];
  const drawn = shown.map((id) => ({
    id,
    chart: sensitivityChart(result, id === "" ? undefined : id, "en"),
  }));
  const charts = Object.fromEntries(
    drawn.map(({ id, chart }) => [
      id,
      {
        file: `${chart.id}.svg`,
        text: `The five leading assumptions of every outcome: ${chart.title}. The numbers are in the tables.`,
      },
    ]),
  );
  const { command } = found;
  const page = sensitivityPage(result, {
    ...{ notice: resultNotice(found), command, charts, modelPages: "model/" },
  });
  return { "sensitivity.md": page, ...drawings(drawn.map(({ chart }) => chart)) };
}

function drawings(charts: readonly Chart[]): ResultPages["pages"] {
  return Object.fromEntries(charts.map((chart) => [`${chart.id}.svg`, `${chart.draw(WIDE)}\n`]));
}
