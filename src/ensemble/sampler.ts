import { stream, toUnit } from "../base/stream.ts";
import { permute } from "./permutation.ts";

/**
 * The samplers whose columns know nothing of each other.
 * `stratified`: every prefix of 2^k draws has one in each of 2^k equal strata, whatever the number of draws.
 * `lhs`: one in each of n strata for the n draws of the design. `mc`: independent.
 */
export type IndependentSampler = "stratified" | "lhs" | "mc";

/** Value in (0, 1) of draw `i` for one parameter. */
export type Column = (i: number) => number;

// Uses of a parameter's stream: draws keep the low numbers, permutations and jitter have their own.
const JITTER = 0;
const LEVEL = 1000;
const HALF_STEP = 1.1102230246251565e-16;

/** The column of the parameter `name`: it depends on the seed, its own name and, for lhs, the size of the design. */
export function column(sampler: IndependentSampler, seed: number, name: string, draws: number): Column {
  const source = stream(seed, name);
  if (sampler === "mc") return (i) => source.uniform(i, JITTER);
  const words = new Uint32Array(4);
  const keys = new Map<number, readonly [number, number, number]>();

  /** The permutation of 2^bits positions that belongs to this parameter. */
  function shuffled(index: number, bits: number): number {
    let key = keys.get(bits);
    if (key === undefined) {
      source.bits(0, LEVEL + bits, words.subarray(0, 2));
      source.bits(1, LEVEL + bits, words.subarray(2, 4));
      key = [words[0]!, words[1]!, words[2]!];
      keys.set(bits, key);
    }
    return permute(index, bits, key[0], key[1], key[2]);
  }

  if (sampler === "lhs") {
    const bits = 32 - Math.clz32(draws - 1);
    return (i) => {
      // Walks the cycle of a permutation of the next power of two until it is back below n.
      let stratum = i;
      do stratum = shuffled(stratum, bits);
      while (stratum >= draws);
      return below1((stratum + source.uniform(i, JITTER)) / draws);
    };
  }

  // What has been worked out of earlier draws, so that a whole column costs one block of bits a draw.
  const known = new Map<number, Place>();

  /**
   * Where draw i lies: its stratum among 2^level, level being the number of binary digits of i, and the random
   * digits below. Draw i = 2^k + j takes the empty half of the stratum (of width 2^-k) of the earlier draw that
   * the permutation of this level assigns to j.
   */
  function place(i: number): Place {
    const before = known.get(i);
    if (before !== undefined) return before;
    const level = 32 - Math.clz32(i);
    let stratum = 0;
    if (level > 0) {
      const parent = place(shuffled(i - powerOf2(level - 1), level - 1));
      const digits = level - parent.level;
      stratum = (parent.stratum * powerOf2(digits) + (parent.high >>> (32 - digits))) ^ 1;
    }
    source.bits(i, JITTER, words);
    const result = { level, stratum, high: words[0]!, rest: toUnit(words[0]!, words[1]!) };
    known.set(i, result);
    return result;
  }

  return (i) => {
    const { stratum, level, rest } = place(i);
    return below1((stratum + rest) / powerOf2(level));
  };
}

/** A draw's stratum among 2^level, and its random digits below: the first 32 as bits, all as a number in (0, 1). */
interface Place {
  readonly level: number;
  readonly stratum: number;
  readonly high: number;
  readonly rest: number;
}

/** 2^k for k in 0..30; designs have fewer than 2^30 draws. */
function powerOf2(k: number): number {
  return 1 << k;
}

/** Rounding of a sum must not reach 1. */
function below1(u: number): number {
  return u < 1 ? u : 1 - HALF_STEP;
}
