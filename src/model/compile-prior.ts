import type { Diagnostic } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { PriorNode } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { foldLiteral } from "./fold.ts";
import type { IrPrior } from "./ir.ts";

type Named = Exclude<IrPrior["distribution"], "categorical">;

/** Arguments by distribution; `scaled` tells which of them are in the declared unit, the others are pure. */
const DISTRIBUTIONS: Readonly<Record<Named, { readonly args: string; readonly scaled: readonly boolean[] }>> =
  {
    uniform: { args: "low, high", scaled: [true, true] },
    loguniform: { args: "low, high", scaled: [true, true] },
    triangular: { args: "low, mode, high", scaled: [true, true, true] },
    pert: { args: "low, mode, high", scaled: [true, true, true] },
    normal: { args: "mean, sd", scaled: [true, true] },
    lognormal: { args: "median, sigma", scaled: [true, false] },
    beta: { args: "a, b", scaled: [false, false] },
  };

/** What is wrong with the arguments (in base units), or undefined. */
function badArguments(distribution: Named, args: readonly number[]): string | undefined {
  const [a, b, c] = args as [number, number, number];
  if (args.some((arg) => !Number.isFinite(arg))) return "finite";
  switch (distribution) {
    case "uniform":
      return a < b ? undefined : "low-high";
    case "loguniform":
      return a > 0 && a < b ? undefined : a > 0 ? "low-high" : "positive";
    case "triangular":
    case "pert":
      return a <= b && b <= c && a < c ? undefined : "low-mode-high";
    case "normal":
      return b > 0 ? undefined : "positive";
    default:
      return a > 0 && b > 0 ? undefined : "positive";
  }
}

/** The interval that a prior can give, in base units; `factor` is that of the declared unit (a beta is 0..1 of it). */
export function priorSupport(
  prior: IrPrior,
  factor: number,
): { readonly low: number; readonly high: number } {
  const { args } = prior;
  switch (prior.distribution) {
    case "uniform":
    case "loguniform":
      return { low: args[0]!, high: args[1]! };
    case "triangular":
    case "pert":
      return { low: args[0]!, high: args[2]! };
    case "normal":
      return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    case "lognormal":
      return { low: 0, high: Number.POSITIVE_INFINITY };
    case "beta":
      return { low: 0, high: factor };
    case "categorical":
      return { low: 0, high: args.length - 1 };
  }
}

/**
 * Turns a prior into base units. A `beta` whose unit has a factor other than 1 is refused, since its arguments carry
 * no unit. `value` is the parameter's own value in base units. Errors: `unknown-prior`, `prior-arguments`,
 * `prior-not-literal`, `prior-beta-unit`, `value-outside-prior`.
 */
export function compilePrior(
  node: PriorNode,
  factor: number,
  value: number,
  name: string,
  report: (d: Diagnostic) => void,
): IrPrior | undefined {
  const fail = (code: string, span: PriorNode["span"], data: Diagnostic["data"]): undefined => {
    report({ code, severity: "error", span, data });
  };
  const distribution = canonicalName(node.distribution.text) as Named;
  if (!Object.hasOwn(DISTRIBUTIONS, distribution)) {
    const near = nearestName(distribution, Object.keys(DISTRIBUTIONS));
    const data = { name: node.distribution.text, known: Object.keys(DISTRIBUTIONS) };
    return fail(
      "unknown-prior",
      node.distribution.span,
      near === undefined ? data : { ...data, suggestion: near },
    );
  }
  const form = DISTRIBUTIONS[distribution];
  const usage = `${distribution}(${form.args})`;
  if (node.args.length !== form.scaled.length) {
    return fail("prior-arguments", node.span, { usage, why: "count", found: node.args.length });
  }
  const args: number[] = [];
  for (const [i, arg] of node.args.entries()) {
    const folded = foldLiteral(arg);
    if (folded === undefined) return fail("prior-not-literal", arg.span, { usage });
    args.push(folded.date || !form.scaled[i] ? folded.value : folded.value * factor);
  }
  const why = badArguments(distribution, args);
  if (why !== undefined) return fail("prior-arguments", node.span, { usage, why, found: args.length });
  if (distribution === "beta" && factor !== 1) return fail("prior-beta-unit", node.span, { name });
  const prior: IrPrior = { distribution, args };
  const { low, high } = priorSupport(prior, factor);
  const slack = 1e-9 * Math.max(Math.abs(value), 1e-300);
  const inside =
    value >= low - slack && value <= high + slack && !(distribution === "lognormal" && value <= 0);
  if (!inside) {
    const show = (x: number): number => Number((x / factor).toPrecision(6));
    fail("value-outside-prior", node.span, { name, value: show(value), low: show(low), high: show(high) });
  }
  return prior;
}
