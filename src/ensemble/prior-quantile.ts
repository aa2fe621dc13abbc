import { beta } from "../math/beta-quantile.ts";
import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { IrPrior } from "../model/ir.ts";

/**
 * The quantile function of a prior, in base units: (0, 1) to a value. Arguments: uniform and loguniform (low, high);
 * triangular and pert (low, mode, high); normal (mean, standard deviation); lognormal (median, sigma of the log);
 * beta (a, b); categorical (weights), which gives the index of an option.
 */
export function priorQuantile(prior: IrPrior): (u: number) => number {
  const [a = 0, b = 0, c = 0] = prior.args;
  switch (prior.distribution) {
    case "uniform":
      return (u) => a + (b - a) * u;
    case "loguniform": {
      const low = ln(a);
      const width = ln(b) - low;
      return (u) => inside(exp(low + width * u), a, b);
    }
    case "triangular": {
      const share = (b - a) / (c - a);
      const rise = (c - a) * (b - a);
      const fall = (c - a) * (c - b);
      return (u) => (u < share ? a + Math.sqrt(u * rise) : c - Math.sqrt((1 - u) * fall));
    }
    case "pert": {
      const d = beta(1 + (4 * (b - a)) / (c - a), 1 + (4 * (c - b)) / (c - a));
      return (u) => a + (c - a) * d.quantile(u);
    }
    case "normal":
      return (u) => a + b * normalQuantile(u);
    case "lognormal":
      return (u) => a * exp(b * normalQuantile(u));
    case "beta":
      return beta(a, b).quantile;
    case "categorical": {
      const total = prior.args.reduce((sum, w) => sum + w, 0);
      return (u) => {
        let left = u * total;
        for (let i = 0; i < prior.args.length; i++) {
          left -= prior.args[i]!;
          if (left < 0) return i;
        }
        return lastPositive(prior.args);
      };
    }
  }
}

/** Rounding of exp(ln x) must not leave the declared range. */
function inside(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

function lastPositive(weights: readonly number[]): number {
  let last = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) last = i;
  return last;
}
