import { type BacktestFile, backtestFile, withMisses } from "../calibrate/backtest-published.ts";
import { type Revision, revisionsOf } from "../calibrate/backtest-revisions.ts";
import type { Model } from "../model/model.ts";
import { failOnErrors } from "./failure.ts";
import { type LoadedModel, ownFiles } from "./load-model.ts";

/** Sizes of misses, paths that others published and earlier releases, from the model's `forecast.yaml`. Throws a Failure for findings in it. */
export function setBeside(loaded: LoadedModel): BacktestFile & { readonly revisions: readonly Revision[] } {
  const files = ownFiles(loaded);
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
