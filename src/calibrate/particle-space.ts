import { columnFill, priorQuantile } from "../ensemble/index.ts";
import { ln } from "../math/ln.ts";
import { normalCdf } from "../math/normal-cdf.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { Ir } from "../model/ir.ts";
import type { OriginSettings } from "./origin-settings.ts";

/**
 * The space in which particles move: a coordinate for each uncertain parameter that is not fixed. Of a number it is the normal
 * quantile of its place in the prior, so that under the prior all coordinates are independent and standard normal; of a
 * variant it is the index of the option.
 */
export interface ParticleSpace {
  readonly ir: Ir;
  /** Index into `ir.parameters` of each coordinate. */
  readonly columns: readonly number[];
  readonly names: readonly string[];
  /** Coordinates of numbers, and of variants with at least two possible options, that moves change. */
  readonly numbers: readonly number[];
  readonly choices: readonly number[];
  /** Logarithms of the weights of a variant's options, -Infinity for one that cannot be; undefined for a number. */
  readonly options: readonly (readonly number[] | undefined)[];
  /** A row of all parameters: fixed values, and the model's own elsewhere. */
  readonly base: Float64Array;
  /** The parameter's value in base units, exact in 32 bits: file and memory agree. */
  readonly valueAt: (column: number, coordinate: number) => number;
}

const LEAST = 1.1102230246251565e-16;

/** The space of a model with some parameters fixed. */
export function particleSpace(ir: Ir, fixed: OriginSettings): ParticleSpace {
  const columns = ir.parameters.flatMap(({ prior }, i) => (prior === undefined || fixed.has(i) ? [] : [i]));
  const quantiles = columns.map((column) => {
    const { prior } = ir.parameters[column]!;
    return prior!.distribution === "categorical" ? undefined : priorQuantile(prior!);
  });
  const options = columns.map((column) => {
    const { distribution, args } = ir.parameters[column]!.prior!;
    if (distribution !== "categorical") return undefined;
    const total = args.reduce((sum, weight) => sum + weight, 0);
    return args.map((weight) => (weight > 0 ? ln(weight / total) : Number.NEGATIVE_INFINITY));
  });
  const places = columns.map((_, c) => c);
  return {
    ir,
    columns,
    names: columns.map((column) => ir.parameters[column]!.name),
    numbers: places.filter((c) => options[c] === undefined),
    choices: places.filter((c) => (options[c] ?? []).filter(Number.isFinite).length > 1),
    options,
    base: Float64Array.from(ir.parameters, ({ value }, i) => fixed.get(i) ?? value),
    valueAt(c, coordinate) {
      const quantile = quantiles[c];
      if (quantile === undefined) return coordinate;
      const u = normalCdf(coordinate);
      return Math.fround(quantile(u < LEAST ? LEAST : u > 1 - LEAST ? 1 - LEAST : u));
    },
  };
}

/** The space without some of its coordinates for moves: they stay as drawn. */
export function withoutMoves(space: ParticleSpace, still: ReadonlySet<number>): ParticleSpace {
  return {
    ...space,
    numbers: space.numbers.filter((c) => !still.has(c)),
    choices: space.choices.filter((c) => !still.has(c)),
  };
}

/** Writes a whole row of parameters from the values of the space's columns. */
export function writeRow(
  { base, columns }: ParticleSpace,
  values: Float32Array,
  row: number,
  params: Float64Array,
  at: number,
): void {
  params.set(base, at);
  for (let c = 0; c < columns.length; c++) params[at + columns[c]!] = values[row * columns.length + c]!;
}

/**
 * Coordinates of prior draws by their numbers: a function of the seed, the island and the number alone. Stratified, as
 * the draws of an ensemble are.
 */
export function priorCoordinates(
  space: ParticleSpace,
  seed: number,
  island: number,
  total: number,
): (from: number, count: number, coordinates: Float64Array) => void {
  const width = space.columns.length;
  const fills = space.names.map((name) => columnFill("stratified", seed, `island ${island}: ${name}`, total));
  const chosen = space.columns.map((column, c) =>
    space.options[c] === undefined ? undefined : priorQuantile(space.ir.parameters[column]!.prior!),
  );
  let u = new Float64Array(64);
  return (from, count, coordinates) => {
    if (u.length < count) u = new Float64Array(count);
    fills.forEach((fill, c) => {
      fill(from, count, u);
      const option = chosen[c];
      for (let d = 0; d < count; d++)
        coordinates[d * width + c] = option === undefined ? normalQuantile(u[d]!) : option(u[d]!);
    });
  };
}
