import type { ParticleSpace } from "./particle-space.ts";
import type { Particles } from "./particles.ts";

/** What the difference between islands that know nothing of each other says of their draws. */
export interface IslandSpread {
  /** Per column: potential scale reduction, square root of pooled variance over the mean variance inside islands. */
  readonly rHat: readonly number[];
  /** Draws from the posterior that would leave as much spread between means, over the columns asked for. */
  readonly effective: number;
}

/**
 * Compares the islands column by column, in coordinates. Between k islands of n particles the means of a column differ by
 * W / n when particles are independent and by more when they are not: n_eff = W / B, with B the variance of means and W that
 * of particles, pooled over `columns`, since one column of two islands would tell little. With one island no answer: NaN.
 */
export function islandSpread(
  space: ParticleSpace,
  islands: readonly Particles[],
  columns: readonly number[],
): IslandSpread {
  const width = space.columns.length;
  const k = islands.length;
  const parts = space.columns.map((_, c) => columnSpread(islands, width, c));
  const rHat = parts.map(({ within, between, count }) =>
    k < 2 || within === 0 ? Number.NaN : Math.sqrt((count - 1) / count + between / within),
  );
  let sum = 0;
  let used = 0;
  for (const c of columns) {
    const { within, between } = parts[c]!;
    if (within === 0) continue;
    sum += between / within;
    used++;
  }
  const total = islands.reduce((all, { count }) => all + count, 0);
  if (k < 2 || used === 0) return { rHat, effective: Number.NaN };
  const effective = sum === 0 ? total : (k * used) / sum;
  return { rHat, effective: effective > total ? total : effective };
}

function columnSpread(
  islands: readonly Particles[],
  width: number,
  column: number,
): { readonly within: number; readonly between: number; readonly count: number } {
  const means = islands.map(({ coordinates, count }) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += coordinates[i * width + column]!;
    return sum / count;
  });
  const within = islands.map(({ coordinates, count }, k) => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const away = coordinates[i * width + column]! - means[k]!;
      sum += away * away;
    }
    return sum / (count - 1);
  });
  const mean = average(means);
  const between = means.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (means.length - 1);
  return { within: average(within), between, count: islands[0]?.count ?? 0 };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
