import type { KernelLayout } from "./wasm-bytes.ts";

/** The state of all lanes in a kernel's memory: fixed rows, then the rings of the delays. */
export interface Rings {
  /** Lays out the rings at the start of a run and fills them with the starts of their delays. */
  readonly start: (lanes: number) => void;
  readonly save: () => Uint8Array;
  /** Puts a saved state back; throws RangeError when it belongs to another kernel. */
  readonly restore: (bytes: Uint8Array, step: number, lanes: number) => void;
}

/** A ring is as long as its longest lane needs; memory grows when the rings of a batch do not fit. */
export function createRings({ memory: at, delays }: KernelLayout, memory: WebAssembly.Memory): Rings {
  const width = at.stride / 8;
  const fixed = at.rings - at.stocks;
  let end = at.rings;

  /** Gives every ring its address and every lane its place at `step`; the lengths stand in memory. */
  function layOut(step: number, lanes: number): void {
    end = at.rings;
    const lengths = new Float64Array(memory.buffer, at.lengths);
    const words = new Int32Array(memory.buffer);
    for (const index of delays) {
      let longest = 1;
      for (let lane = 0; lane < lanes; lane++) {
        const length = lengths[index * width + lane]!;
        if (length > longest) longest = length;
        words[at.ringPositions / 4 + index * width + lane] = (step % length) * at.stride + lane * 8;
        words[at.ringLimits / 4 + index * width + lane] = length * at.stride + lane * 8;
      }
      words[at.ringBases / 4 + index] = end;
      end += longest * at.stride;
    }
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.floor((missing + 65535) / 65536));
  }

  return {
    start(lanes) {
      layOut(0, lanes);
      const doubles = new Float64Array(memory.buffer, 0, Math.floor(memory.buffer.byteLength / 8));
      const words = new Int32Array(memory.buffer);
      delays.forEach((index, i) => {
        const base = words[at.ringBases / 4 + index]!;
        const stop = i + 1 < delays.length ? words[at.ringBases / 4 + delays[i + 1]!]! : end;
        const held = (at.held + index * at.stride) / 8;
        for (let row = base / 8; row < stop / 8; row += width) doubles.copyWithin(row, held, held + width);
      });
    },
    save: () => new Uint8Array(memory.buffer.slice(at.stocks, end)),
    restore(bytes, step, lanes) {
      if (bytes.length < fixed) throw new RangeError("state of another kernel");
      new Uint8Array(memory.buffer).set(bytes.subarray(0, fixed), at.stocks);
      layOut(step, lanes);
      if (bytes.length !== end - at.stocks) throw new RangeError("state of another kernel");
      new Uint8Array(memory.buffer).set(bytes.subarray(fixed), at.rings);
    },
  };
}
