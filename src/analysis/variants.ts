import type { Ir } from "../model/ir.ts";
import { commonDraws } from "./compare.ts";
import { median, take } from "./quantiles.ts";

/** The effect of one scenario on one outcome: scenario minus no change, a number per draw. */
export interface VariantEffect {
  readonly scenario: string;
  readonly outcome: string;
  readonly change: Float64Array;
}

export interface VariantRow {
  readonly variant: string;
  readonly options: readonly {
    readonly option: string;
    /** Weight before calibration, and share of the draws. */
    readonly prior: number;
    readonly weight: number;
    /** Median over the draws of this option; left out where none took it. */
    readonly effects: readonly {
      readonly scenario: string;
      readonly outcome: string;
      readonly median: number;
    }[];
  }[];
}

/** Effects apart for each option of each variant, from draws `params[draw * ir.parameters.length + index]`. */
export function variantEffects(
  ir: Ir,
  params: Float64Array,
  draws: number,
  effects: readonly VariantEffect[],
): readonly VariantRow[] {
  const width = ir.parameters.length;
  return ir.parameters.flatMap((parameter, index): VariantRow[] => {
    const { options } = parameter;
    if (!options) return [];
    const weights = parameter.prior?.args ?? options.map((_, k) => (k === parameter.value ? 1 : 0));
    const total = weights.reduce((a, b) => a + b, 0);
    return [
      {
        variant: parameter.name,
        options: options.map((option, k) => {
          const chosen: number[] = [];
          for (let draw = 0; draw < draws; draw++) {
            if (Math.floor(params[draw * width + index]!) === k) chosen.push(draw);
          }
          return {
            option,
            prior: total > 0 ? (weights[k] ?? 0) / total : 0,
            weight: draws > 0 ? chosen.length / draws : 0,
            effects: effects.flatMap(({ scenario, outcome, change }) => {
              const values = take(change, chosen);
              const kept = commonDraws([values]);
              return kept.length === 0 ? [] : [{ scenario, outcome, median: median(take(values, kept)) }];
            }),
          };
        }),
      },
    ];
  });
}
