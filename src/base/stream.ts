import { threefry, threefryMany } from "./threefry.ts";

/** A named stream of random numbers: every value is a function of (seed, name, run, draw) and of nothing else. */
export interface Stream {
  /** 64 random bits, as two 32-bit words in `out`. */
  readonly bits: (run: number, draw: number, out: Uint32Array) => void;
  /** The bits of `count` runs at once: words 2n and 2n + 1 of `out` for run runs[n]. */
  readonly manyBits: (runs: Int32Array, count: number, draw: number, out: Uint32Array) => void;
  /** A double strictly between 0 and 1, from 52 bits. */
  readonly uniform: (run: number, draw: number) => number;
}

const TWO20 = 1048576;
const TWO_MINUS_52 = 2.220446049250313e-16;

/** Two words as a double strictly between 0 and 1. */
export function toUnit(word0: number, word1: number): number {
  return ((word0 >>> 0) * TWO20 + (word1 >>> 12) + 0.5) * TWO_MINUS_52;
}

/** 64 bits of a text, chained through Threefry: two words in `out`. */
function hash(text: string, out: Uint32Array): void {
  out[0] = text.length;
  out[1] = 0;
  for (let i = 0; i < text.length; i += 2) {
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    threefry(out[0]!, out[1]!, text.charCodeAt(i), next, out);
  }
}

/** The stream of `name` under `seed` (a whole number below 2^53): key = fold(seed, hash(name)). */
export function stream(seed: number, name: string): Stream {
  const key = new Uint32Array(2);
  hash(name, key);
  threefry(seed >>> 0, Math.floor(seed / 4294967296) >>> 0, key[0]!, key[1]!, key);
  const [key0, key1] = [key[0]!, key[1]!];
  const words = new Uint32Array(2);
  return {
    bits: (run, draw, out) => threefry(key0, key1, run, draw, out),
    manyBits: (runs, count, draw, out) => threefryMany(key0, key1, runs, count, draw, out),
    uniform(run, draw) {
      threefry(key0, key1, run, draw, words);
      return toUnit(words[0]!, words[1]!);
    },
  };
}
