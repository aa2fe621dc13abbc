import type { Particles } from "./particles.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** A normal law near the particles' own: mean and inverse covariance of some of their coordinates. */
export interface GaussianReference {
  /** The coordinates that it is about. */
  readonly numbers: readonly number[];
  readonly mean: Float64Array;
  /** Inverse covariance, row after row. */
  readonly precision: Float64Array;
}

/** Variances taken from particles are widened by this: a reference that is too narrow holds particles in its tails. */
const WIDER = 1.1;

/**
 * Mean and covariance of particles. Under the prior all coordinates are independent with variance 1, and data speak to
 * a few directions among many: a direction keeps the variance 1 unless the particles' variance there is beyond what n draws
 * of d independent coordinates show by chance, and is then freed of the bias that chance gives it (the law of Marchenko and Pastur
 * and the spiked covariance of Johnstone, 2001). Taking all variances as they are would make the reference far too narrow in
 * directions of chance.
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
  const { values, vectors } = symmetricEigen(covarianceOf(centred, count, d), d);
  const ratio = d / distinctRows(particles, width);
  const precision = new Float64Array(d * d);
  for (let k = 0; k < d; k++) precision[k * d + k] = 1;
  values.forEach((value, v) => {
    const variance = unbiased(value, ratio);
    if (variance === 1) return;
    const extra = 1 / (WIDER * variance) - 1;
    for (let k = 0; k < d; k++) {
      const scaled = extra * vectors[k * d + v]!;
      for (let l = 0; l < d; l++) precision[k * d + l]! += scaled * vectors[l * d + v]!;
    }
  });
  return { numbers, mean, precision };
}

function covarianceOf(centred: Float64Array, count: number, d: number): Float64Array {
  const covariance = new Float64Array(d * d);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < d; k++) {
      const a = centred[i * d + k]!;
      for (let l = 0; l <= k; l++) covariance[k * d + l]! += a * centred[i * d + l]!;
    }
  }
  for (let k = 0; k < d; k++) {
    for (let l = 0; l <= k; l++) {
      covariance[k * d + l]! /= count;
      covariance[l * d + k] = covariance[k * d + l]!;
    }
  }
  return covariance;
}

/** Least variance that a reference has in a direction: copies of one particle must not end all moves. */
const LEAST_VARIANCE = 1e-6;

/**
 * The variance of a direction behind that of a sample, with d / n = `ratio` and variance 1 in the other directions; 1
 * inside what chance explains.
 */
export function unbiased(sample: number, ratio: number): number {
  const middle = sample + 1 - ratio;
  const under = middle * middle - 4 * sample;
  if (under <= 0 || middle <= 0) return 1;
  const variance = sample < 1 ? (middle - Math.sqrt(under)) / 2 : (middle + Math.sqrt(under)) / 2;
  return variance > LEAST_VARIANCE ? variance : LEAST_VARIANCE;
}

/** Particles that differ from the one before them: copies stand side by side. */
function distinctRows({ count, coordinates }: Particles, width: number): number {
  let distinct = 1;
  for (let i = 1; i < count; i++) {
    for (let c = 0; c < width; c++) {
      if (coordinates[i * width + c] === coordinates[(i - 1) * width + c]) continue;
      distinct++;
      break;
    }
  }
  return distinct;
}
