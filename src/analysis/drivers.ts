import type { Ir } from "../model/ir.ts";
import { commonDraws } from "./compare.ts";
import { median, take } from "./quantiles.ts";
import { rankCorrelation, ranks } from "./ranks.ts";

/** One uncertain input over draws: a parameter, or 1 where a variant took one option and 0 elsewhere. */
export interface UncertainInput {
  readonly parameter: string;
  /** Of a variant: the option that is 1. */
  readonly option?: string;
  readonly values: Float64Array;
  /** Ranks of the values over all draws. */
  readonly ranks: Float64Array;
}

export interface DriverRow {
  readonly parameter: string;
  readonly option?: string;
  /** Spearman rank correlation over draws. */
  readonly rank: number;
  /** Median of the quantity in the lowest and in the highest fifth of the input; without and with an option. */
  readonly low: number;
  readonly high: number;
}

/**
 * Columns of a matrix of draws (`params[draw * ir.parameters.length + index]`, base units) that vary.
 * A variant of two options gives one column, of more one for each option: an index has no order.
 */
export function uncertainInputs(ir: Ir, params: Float64Array, draws: number): readonly UncertainInput[] {
  const width = ir.parameters.length;
  const inputs: UncertainInput[] = [];
  for (const [index, parameter] of ir.parameters.entries()) {
    if (!parameter.prior) continue;
    const column = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw++) column[draw] = params[draw * width + index]!;
    const { options } = parameter;
    const shown = options?.length === 2 ? [options[1]!] : options;
    const columns: Omit<UncertainInput, "ranks">[] = shown
      ? shown.map((option) => {
          const at = options!.indexOf(option);
          return {
            parameter: parameter.name,
            option,
            values: column.map((v) => (Math.floor(v) === at ? 1 : 0)),
          };
        })
      : [{ parameter: parameter.name, values: column }];
    for (const one of columns) {
      if (one.values.some((v) => v !== one.values[0])) inputs.push({ ...one, ranks: ranks(one.values) });
    }
  }
  return inputs;
}

/** The inputs that move a quantity most, by the size of the rank correlation; draws without a finite value are left out. */
export function drivers(
  inputs: readonly UncertainInput[],
  quantity: Float64Array,
  top = 8,
): readonly DriverRow[] {
  const kept = commonDraws([quantity]);
  if (kept.length < 10) return [];
  const target = take(quantity, kept);
  const targetRanks = ranks(target);
  return inputs
    .map((input) => {
      const whole = kept.length === input.values.length;
      const values = whole ? input.values : take(input.values, kept);
      return { input, values, rank: rankCorrelation(whole ? input.ranks : ranks(values), targetRanks) };
    })
    .sort((a, b) => Math.abs(b.rank) - Math.abs(a.rank) || compareNames(a.input, b.input))
    .slice(0, top)
    .map(({ input, values, rank }) => ({
      parameter: input.parameter,
      ...(input.option === undefined ? {} : { option: input.option }),
      rank,
      ...ends(values, target, input.option !== undefined),
    }));
}

function ends(values: Float64Array, target: Float64Array, binary: boolean): { low: number; high: number } {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const fifth = Math.max(1, Math.floor(order.length / 5));
  const low = binary ? order.filter((i) => values[i] === 0) : order.slice(0, fifth);
  const high = binary ? order.filter((i) => values[i] === 1) : order.slice(-fifth);
  return { low: median(take(target, low)), high: median(take(target, high)) };
}

function compareNames(a: UncertainInput, b: UncertainInput): number {
  const left = `${a.parameter}[${a.option ?? ""}`;
  const right = `${b.parameter}[${b.option ?? ""}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
