import { createHash } from "node:crypto";
import { backtestFigures } from "../charts/backtest-figures.ts";
import { WIDE } from "../charts/chart.ts";
import { backtestPage } from "../explain/backtest-page.ts";
import { backtestNames, beside, runBacktest, settingsOfPage } from "./backtest.ts";
import type { LoadedModel } from "./load-model.ts";

/** The files of `docs/` about a model's backtest, by name: the page and a drawing a series. */
export async function backtestPages(loaded: LoadedModel): Promise<Readonly<Record<string, string>>> {
  const result = await runBacktest(loaded, settingsOfPage);
  const names = backtestNames(loaded, "en");
  const charts = backtestFigures(result, names, "people, 12 months ending");
  const figures = charts.map(({ id, description }) => ({ file: `${id}.svg`, description }));
  const page = backtestPage({
    ...{ model: loaded.model.name, result, names, figures },
    data: beside(loaded, result),
    basis: backtestBasis(loaded),
  });
  return {
    "backtest.md": page,
    ...Object.fromEntries(charts.map((chart) => [`${chart.id}.svg`, `${chart.draw(WIDE)}\n`])),
  };
}

/** What the page is made from: it is out of date when this differs. */
export function backtestBasis({ model, files, folder }: LoadedModel): string {
  const { draws, seed } = settingsOfPage;
  const digestOf = (path: string) =>
    createHash("sha256")
      .update(files[path] ?? "")
      .digest("hex")
      .slice(0, 12);
  const posteriors = Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/posterior/`) && path.endsWith(".json"))
    .sort()
    .map((path) => `${path.slice(`${folder}/posterior/`.length, -".json".length)} (${digestOf(path)})`);
  const settings = digestOf(`${folder}/forecast.yaml`);
  return `model ${model.hash.slice(0, 12)}, forecast.yaml ${settings}, posteriors ${posteriors.join(", ")}, ${draws} draws each, seed ${seed}`;
}
