import type { CalibrationRunner } from "./ensemble-runner.ts";
import { type ParticleSpace, writeRow } from "./particle-space.ts";

/**
 * Columns of the space about which the data can say nothing: in none of the probed draws does another value of the
 * parameter change a single bit of what is observed or rejected on. The effects of force that has not been used are such. The
 * likelihood does not depend on them, so their posterior is their prior, independent of the rest. `values` holds the
 * probes, a row each: each is run once as it is and once per column with the value that another probe has there.
 */
export async function silentParameters(
  space: ParticleSpace,
  runner: CalibrationRunner,
  values: Float32Array,
): Promise<ReadonlySet<number>> {
  const width = space.columns.length;
  const rowWidth = space.base.length;
  const probes = width === 0 ? 0 : values.length / width;
  const write = (at: number, change?: number) => {
    for (let i = 0; i < probes; i++) {
      const to = (at + i) * rowWidth;
      writeRow(space, values, i, runner.params, to);
      if (change !== undefined)
        runner.params[to + space.columns[change]!] = otherValue(values, width, i, change, probes);
    }
  };
  const bits = async (count: number) => {
    const { values: found } = await runner.run(count * probes);
    return (slot: number) => {
      const columns: number[] = [];
      for (let row = 0; row < found.length; row += runner.capacity)
        for (let i = 0; i < probes; i++) columns.push(found[row + slot * probes + i]!);
      return Float64Array.from(columns);
    };
  };
  write(0);
  const plain = (await bits(1))(0);
  const silent = new Set<number>();
  // Noise goes by the number of the row: there a row must stand where it stood.
  const slots = space.ir.noise?.length ? 1 : Math.max(1, Math.floor(runner.capacity / probes));
  for (let c = 0; c < width; c += slots) {
    const count = Math.min(slots, width - c);
    for (let slot = 0; slot < count; slot++) write(slot * probes, c + slot);
    const changed = await bits(count);
    for (let slot = 0; slot < count; slot++) if (sameBits(plain, changed(slot))) silent.add(c + slot);
  }
  return silent;
}

/** A value of column `c` that differs from the probe's own, looked for from half the probes away. */
function otherValue(values: Float32Array, width: number, probe: number, c: number, probes: number): number {
  const value = values[probe * width + c]!;
  for (let step = 0; step < probes; step++) {
    const other = values[((probe + Math.floor(probes / 2) + step) % probes) * width + c]!;
    if (other !== value) return other;
  }
  return value;
}

function sameBits(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => Object.is(value, b[i]));
}
