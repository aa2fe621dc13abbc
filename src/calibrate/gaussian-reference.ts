import { cholesky, inverseFrom } from "./cholesky.ts";
import type { Particles } from "./particles.ts";

/** A normal law near the particles' own: mean and inverse covariance of some of their coordinates. */
export interface GaussianReference {
  /** The coordinates that it is about. */
  readonly numbers: readonly number[];
  readonly mean: Float64Array;
  /** Inverse covariance, row after row. */
  readonly precision: Float64Array;
}

/** Variance below which a coordinate counts as this wide: copies of one particle must not end all moves. */
const LEAST_VARIANCE = 1e-6;

/**
 * Mean and covariance of particles, with correlations shrunk by d / (d + 2 n): so many of so few particles are chance.
 */
export function gaussianReference(particles: Particles, numbers: readonly number[]): GaussianReference {
  const { count, coordinates } = particles;
  const d = numbers.length;
  const width = coordinates.length / count;
  const mean = new Float64Array(d);
  const centred = new Float64Array(count * d);
  numbers.forEach((c, k) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += coordinates[i * width + c]!;
    mean[k] = sum / count;
    for (let i = 0; i < count; i++) centred[i * d + k] = coordinates[i * width + c]! - mean[k]!;
  });
  const covariance = new Float64Array(d * d);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < d; k++) {
      const a = centred[i * d + k]!;
      for (let l = 0; l <= k; l++) covariance[k * d + l]! += a * centred[i * d + l]!;
    }
  }
  const kept = 1 - d / (d + 2 * count);
  for (let k = 0; k < d; k++) {
    for (let l = 0; l < k; l++) {
      const value = (covariance[k * d + l]! * kept) / count;
      covariance[k * d + l] = value;
      covariance[l * d + k] = value;
    }
    const variance = covariance[k * d + k]! / count;
    covariance[k * d + k] = variance > LEAST_VARIANCE ? variance : LEAST_VARIANCE;
  }
  const lower = cholesky(covariance, d);
  if (lower !== undefined) return { numbers, mean, precision: inverseFrom(lower, d) };
  // Copies of too few particles: as if the coordinates were independent.
  const precision = new Float64Array(d * d);
  for (let k = 0; k < d; k++) precision[k * d + k] = 1 / covariance[k * d + k]!;
  return { numbers, mean, precision };
}
