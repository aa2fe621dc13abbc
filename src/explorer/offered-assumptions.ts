import { quantileOf } from "../analysis/quantiles.ts";
import { readResults } from "../analysis/stored-results.ts";
import { priorQuantile } from "../ensemble/prior-quantile.ts";
import { declared } from "../explain/describe-variable.ts";
import { canonicalElement } from "../model/arrays/element-name.ts";
import type { IrParameter } from "../model/ir.ts";
import { priorEnds } from "./evidence-prior.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import type { AssumptionFacts } from "./model-facts.ts";
import { unitLabel } from "./unit-label.ts";

/** Constants offered where the model names none. */
const OFFERED = 9;

/**
 * The constants offered as assumptions: those that `explorer.yaml` names; else by turns the first of each ranking of the
 * headline outcome in `results/sensitivity.json` (its level with no change, and each scenario's effect), or the first
 * uncertain ones of a model without that file. Variants are not among them: they are explanations.
 */
export function offeredAssumptions(parts: ExplorerParts, outcome: string): readonly AssumptionFacts[] {
  const { model, words, explorer } = parts;
  const offered = explorer?.assumptions?.map(canonicalElement) ?? ranked(parts, outcome);
  return offered.flatMap((name): readonly AssumptionFacts[] => {
    const parameter = model.ir.parameters.find((one) => one.name === name);
    if (parameter === undefined || parameter.options !== undefined) return [];
    const span = parameterSpan(parts, parameter);
    return [
      {
        name,
        label: words.text("parameters", name),
        unit: unitLabel(parameter.unit),
        factor: parameter.factor,
        value: declared(parameter.value, parameter.factor),
        low: span.low,
        high: span.high,
      },
    ];
  });
}

/** The 1 and 99 % points of prior and posterior together, in the declared unit; the value itself where neither is. */
export function parameterSpan(
  { posterior }: Pick<ExplorerParts, "posterior">,
  { name, unit, prior, value, factor }: IrParameter,
): { readonly low: number; readonly high: number } {
  const points: number[] = [];
  if (prior !== undefined) {
    const quantile = priorQuantile(prior);
    points.push(quantile(0.01), quantile(0.99));
  }
  const column = posteriorColumn(posterior, name);
  if (column !== undefined) points.push(quantileOf(column, 0.01), quantileOf(column, 0.99));
  if (points.length === 0) points.push(value);
  // A date needs its years whole. Rounding must not leave what the prior can give.
  const rounded = (number: number) => Number((number / factor).toPrecision(unit === "date" ? 7 : 3));
  const ends = prior === undefined ? {} : priorEnds(prior);
  return {
    low: Math.max(rounded(Math.min(...points)), declared(ends.low ?? Number.NEGATIVE_INFINITY, factor)),
    high: Math.min(rounded(Math.max(...points)), declared(ends.high ?? Number.POSITIVE_INFINITY, factor)),
  };
}

/** Stored draws of one parameter, ascending, base units; undefined where the posterior does not hold it. */
export function posteriorColumn(
  posterior: ExplorerParts["posterior"],
  name: string,
): Float64Array | undefined {
  const column = posterior?.info.parameters.indexOf(name) ?? -1;
  if (posterior === undefined || column < 0) return undefined;
  const width = posterior.info.parameters.length;
  return Float64Array.from(
    { length: posterior.info.draws },
    (_, i) => posterior.values[i * width + column] ?? 0,
  ).sort();
}

function ranked(parts: ExplorerParts, outcome: string): readonly string[] {
  const { model } = parts;
  const isConstant = (name: string): boolean =>
    model.ir.parameters.some(
      (one) => one.name === name && one.prior !== undefined && one.options === undefined,
    );
  const rankings = (readResults(parts).results.sensitivity?.result.quantities ?? [])
    .filter((one) => one.outcome === outcome)
    .map(({ rows }) => rows.map(({ input }) => input).filter(isConstant));
  const longest = Math.max(0, ...rankings.map((rows) => rows.length));
  const names = Array.from({ length: longest }, (_, place) =>
    rankings.flatMap((rows) => rows[place] ?? []),
  ).flat();
  const found = names.length > 0 ? names : model.ir.parameters.map(({ name }) => name).filter(isConstant);
  return [...new Set(found)].slice(0, OFFERED);
}
