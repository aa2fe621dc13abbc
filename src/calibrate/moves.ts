import { shuffled } from "../base/shuffled.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { cholesky, solveLower, solveUpper } from "./cholesky.ts";
import type { GaussianReference } from "./gaussian-reference.ts";
import type { ParticleSpace } from "./particle-space.ts";
import type { Particles } from "./particles.ts";

/** A random number in (0, 1) for a particle and an index: all the chance that a sweep of moves has. */
export type Chance = (particle: number, index: number) => number;

/** What a sweep of moves has to work with. Particles are not changed by it. */
export interface Sweep {
  readonly space: ParticleSpace;
  readonly particles: Particles;
  readonly reference: GaussianReference;
  /** Coordinates to change at once in every particle. */
  readonly size: number;
  readonly chance: Chance;
}

/** New coordinates of all particles, and what the acceptance needs beside the likelihood: ln of prior and proposal ratios. */
export interface Proposal {
  readonly coordinates: Float64Array;
  readonly logRatio: Float64Array;
}

/** Part of the way to a fresh draw of the reference that a move goes. */
const STEP = 0.9;
/** Indices of chance at which a purpose begins. */
const ORDER = 100_000;

function unchanged({ particles }: Sweep): Proposal {
  return { coordinates: particles.coordinates.slice(), logRatio: new Float64Array(particles.count) };
}

/** A random order of coordinates, the same for all particles of the sweep. */
function inOrder(list: readonly number[], chance: Chance): readonly number[] {
  return shuffled(list, (i) => chance(0, ORDER + i));
}

/**
 * Crank-Nicolson in blocks: some coordinates move towards a fresh draw of the reference's law given all the others. The move
 * is reversible for the reference, so what is left to accept is the target over the reference.
 */
export function gaussianMoves(sweep: Sweep): Proposal {
  const { space, particles, reference, chance, size } = sweep;
  const proposal = unchanged(sweep);
  const { numbers, mean, precision } = reference;
  const d = numbers.length;
  const width = space.columns.length;
  const block = inOrder(
    numbers.map((_, k) => k),
    chance,
  ).slice(0, size);
  const b = block.length;
  const inner = new Float64Array(b * b);
  block.forEach((k, i) => {
    block.forEach((l, j) => {
      inner[i * b + j] = precision[k * d + l]!;
    });
  });
  const lower = cholesky(inner, b);
  if (lower === undefined) return proposal;
  const away = new Float64Array(d);
  const pull = new Float64Array(b);
  const change = new Float64Array(b);
  const stay = Math.sqrt(1 - STEP * STEP);
  for (let i = 0; i < particles.count; i++) {
    const at = i * width;
    for (let k = 0; k < d; k++) away[k] = particles.coordinates[at + numbers[k]!]! - mean[k]!;
    // With L L' the block's own precision and w = P (z - m) in the block, the distance from the conditional mean is
    // x = L'^-1 L^-1 w, and a fresh draw of the block's law is L'^-1 n: both have simple lengths under L'.
    for (let p = 0; p < b; p++) {
      let sum = 0;
      const row = block[p]! * d;
      for (let k = 0; k < d; k++) sum += precision[row + k]! * away[k]!;
      pull[p] = sum;
    }
    solveLower(lower, b, pull);
    let before = 0;
    let after = 0;
    for (let p = 0; p < b; p++) {
      const normal = normalQuantile(chance(i, p));
      const old = pull[p]!;
      const now = stay * old + STEP * normal;
      before += old * old;
      after += now * now;
      change[p] = now - old;
    }
    solveUpper(lower, b, change);
    let ratio = (after - before) / 2;
    for (let p = 0; p < b; p++) {
      const place = at + numbers[block[p]!]!;
      const old = particles.coordinates[place]!;
      const now = old + change[p]!;
      proposal.coordinates[place] = now;
      ratio += (old * old - now * now) / 2;
    }
    proposal.logRatio[i] = ratio;
  }
  return proposal;
}

/** Differential evolution: some coordinates move by the scaled difference of two other particles, which is symmetric. */
export function differenceMoves(sweep: Sweep): Proposal {
  const { space, particles, chance, size } = sweep;
  const proposal = unchanged(sweep);
  const { count, coordinates } = particles;
  const width = space.columns.length;
  const order = inOrder(space.numbers, chance);
  const d = order.length;
  if (count < 3) return proposal;
  for (let i = 0; i < count; i++) {
    const first = otherThan(i, i, chance(i, 0), count);
    const second = otherThan(i, first, chance(i, 1), count);
    const from = Math.floor(chance(i, 2) * d);
    const scale = (2.38 / Math.sqrt(2 * size)) * (0.5 + chance(i, 3));
    let ratio = 0;
    for (let p = 0; p < size; p++) {
      const c = order[(from + p) % d]!;
      const old = coordinates[i * width + c]!;
      const now = old + scale * (coordinates[first * width + c]! - coordinates[second * width + c]!);
      proposal.coordinates[i * width + c] = now;
      ratio += (old * old - now * now) / 2;
    }
    proposal.logRatio[i] = ratio;
  }
  return proposal;
}

/** A particle that is neither `a` nor `b`, by a number in (0, 1). */
function otherThan(a: number, b: number, u: number, count: number): number {
  const taken = a === b ? 1 : 2;
  let chosen = Math.floor(u * (count - taken));
  const [low, high] = a < b ? [a, b] : [b, a];
  if (chosen >= low) chosen++;
  if (taken === 2 && chosen >= high) chosen++;
  return chosen;
}

/** Some coordinates are drawn from the prior again. */
export function priorMoves(sweep: Sweep): Proposal {
  const { space, particles, chance, size } = sweep;
  const proposal = unchanged(sweep);
  const width = space.columns.length;
  const order = inOrder(space.numbers, chance);
  const d = order.length;
  for (let i = 0; i < particles.count; i++) {
    const from = Math.floor(chance(i, 0) * d);
    for (let p = 0; p < size; p++)
      proposal.coordinates[i * width + order[(from + p) % d]!] = normalQuantile(chance(i, 1 + p));
  }
  return proposal;
}

/** One variant of every particle takes another of its options. */
export function choiceMoves(sweep: Sweep): Proposal {
  const { space, particles, chance } = sweep;
  const proposal = unchanged(sweep);
  const width = space.columns.length;
  for (let i = 0; i < particles.count; i++) {
    const c = space.choices[Math.floor(chance(i, 0) * space.choices.length)]!;
    const weights = space.options[c]!;
    const old = particles.coordinates[i * width + c]!;
    const others = weights.flatMap((weight, k) => (k !== old && Number.isFinite(weight) ? [k] : []));
    const now = others[Math.floor(chance(i, 1) * others.length)]!;
    proposal.coordinates[i * width + c] = now;
    proposal.logRatio[i] = weights[now]! - weights[old]!;
  }
  return proposal;
}
