import type { ParticleSpace } from "./particle-space.ts";
import { writeRow } from "./particle-space.ts";
import type { RowScorer } from "./score-rows.ts";

/** Particles of one island, a row each: coordinates, the values that belong to them, and log-likelihoods under both laws. */
export interface Particles {
  readonly count: number;
  readonly coordinates: Float64Array;
  readonly values: Float32Array;
  readonly normal: Float64Array;
  readonly student: Float64Array;
}

/** How much of each law's log-likelihood the target holds beside the prior. */
export interface Temper {
  readonly normal: number;
  readonly student: number;
}

/** The tempered log-likelihood of a particle. */
export function tempered({ normal, student }: Temper, normalValue: number, studentValue: number): number {
  // 0 times -Infinity would be NaN.
  return (normal === 0 ? 0 : normal * normalValue) + (student === 0 ? 0 : student * studentValue);
}

/** The rows `chosen` of some particles, in that order. */
export function pickParticles(from: Particles, chosen: Int32Array): Particles {
  const width = from.count === 0 ? 0 : from.coordinates.length / from.count;
  const picked = emptyParticles(chosen.length, width);
  chosen.forEach((row, i) => {
    picked.coordinates.set(from.coordinates.subarray(row * width, (row + 1) * width), i * width);
    picked.values.set(from.values.subarray(row * width, (row + 1) * width), i * width);
    picked.normal[i] = from.normal[row]!;
    picked.student[i] = from.student[row]!;
  });
  return picked;
}

/** Particles that `accepted` takes from a proposal are replaced in place; the others stay. */
export function acceptRows(into: Particles, from: Particles, accepted: Uint8Array): void {
  const width = into.coordinates.length / into.count;
  for (let i = 0; i < into.count; i++) {
    if (accepted[i] === 0) continue;
    into.coordinates.set(from.coordinates.subarray(i * width, (i + 1) * width), i * width);
    into.values.set(from.values.subarray(i * width, (i + 1) * width), i * width);
    into.normal[i] = from.normal[i]!;
    into.student[i] = from.student[i]!;
  }
}

/** Particles at given coordinates: values are worked out and all of them run and scored. */
export async function scoredParticles(
  space: ParticleSpace,
  scorer: RowScorer,
  coordinates: Float64Array,
): Promise<Particles> {
  const width = space.columns.length;
  const count = width === 0 ? 0 : coordinates.length / width;
  const values = new Float32Array(coordinates.length);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < width; c++) values[i * width + c] = space.valueAt(c, coordinates[i * width + c]!);
  const { normal, student } = await scorer.score({
    count,
    write: (row, params, at) => writeRow(space, values, row, params, at),
  });
  return { count, coordinates, values, normal, student };
}

function emptyParticles(count: number, width: number): Particles {
  return {
    count,
    coordinates: new Float64Array(count * width),
    values: new Float32Array(count * width),
    normal: new Float64Array(count),
    student: new Float64Array(count),
  };
}
