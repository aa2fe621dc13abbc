import { type Stream, stream } from "../base/stream.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { Ir } from "../model/ir.ts";

/** Puts the noise of a step of a run into out[at + i * stride], i counting `ir.noise`. */
export type NoiseSource = (
  seed: number,
  run: number,
  step: number,
  out: Float64Array,
  at?: number,
  stride?: number,
) => void;

/** The noise of a model: for every back end the same numbers, each a function of (seed, name, run, step) alone. */
export function noiseSource(noise: Ir["noise"] = []): NoiseSource {
  let streams: readonly Stream[] = [];
  let streamSeed = Number.NaN;
  return (seed, run, step, out, at = 0, stride = 1) => {
    if (seed !== streamSeed) {
      streams = noise.map(({ name }) => stream(seed, name));
      streamSeed = seed;
    }
    noise.forEach(({ distribution, every = 1 }, i) => {
      const u = streams[i]!.uniform(run, Math.floor(step / every));
      out[at + i * stride] = distribution === "normal" ? normalQuantile(u) : u;
    });
  };
}
