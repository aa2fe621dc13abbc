import type { Files } from "../base/diagnostic.ts";
import { type BacktestFile, backtestFile, withMisses } from "../calibrate/backtest-published.ts";
import { type Revision, revisionsOf } from "../calibrate/backtest-revisions.ts";
import type { Model } from "../model/model.ts";
import { failOnErrors } from "./failure.ts";
import type { LoadedModel } from "./load-model.ts";

/** Sizes of misses, paths that others published and earlier releases, from the model's `forecast.yaml`. Throws a Failure for findings in it. */
export function setBeside(loaded: LoadedModel): BacktestFile & { readonly revisions: readonly Revision[] } {
  const files = filesBelow(loaded);
  const { model } = loaded;
  const series = model.forecasts.map(({ name }) => name);
  const components = [...new Set(model.forecasts.flatMap((one) => one.components))];
  const found = backtestFile(files, series, components);
  failOnErrors(found.diagnostics, files);
  const { revisions, diagnostics } = revisionsOf(files, model, found.vintages);
  failOnErrors(diagnostics, files);
  return { ...found, revisions };
}

/** The model with the processes of misses that its forecasts take. */
export function forecastingModel(loaded: LoadedModel): Model {
  return withMisses(loaded.model, setBeside(loaded).misses);
}

/** A model's own files by their paths below its folder. */
function filesBelow(loaded: LoadedModel): Files {
  const below = loaded.folder.length + 1;
  return Object.fromEntries(Object.entries(loaded.files).map(([path, text]) => [path.slice(below), text]));
}
