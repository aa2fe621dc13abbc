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
const KNOWN = 4096;
const HALF_STEP = 1.1102230246251565e-16;

/** The column of the parameter `name`: it depends on the seed, its own name and, for lhs, the size of the design. */
export function column(sampler: IndependentSampler, seed: number, name: string, draws: number): Column {
  const source = stream(seed, name);
  if (sampler === "mc") return (i) => source.uniform(i, JITTER);
  const words = new Uint32Array(4);
  // Three words a permutation, of those used so far.
  const keys = new Uint32Array(32 * 3);
  let levels = 0;

  /** The permutation of 2^bits positions that belongs to this parameter. */
  function shuffled(index: number, bits: number): number {
    if ((levels & (1 << bits)) === 0) {
      source.bits(0, LEVEL + bits, words.subarray(0, 2));
      source.bits(1, LEVEL + bits, words.subarray(2, 4));
      keys.set(words.subarray(0, 3), 3 * bits);
      levels |= 1 << bits;
    }
    return permute(index, bits, keys[3 * bits]!, keys[3 * bits + 1]!, keys[3 * bits + 2]!);
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

  // Where the first draws lie; they are the ancestors of all others. Bounded, so that memory is flat in the draws.
  const known = knownDraws(draws);
  const strata = new Int32Array(known).fill(-1);
  const highs = new Uint32Array(known);
  const chain = new Int32Array(32);

  /**
   * Where draw i lies: its stratum among 2^level, level being the number of binary digits of i, and the random
   * digits below. Draw i = 2^k + j takes the empty half of the stratum (of width 2^-k) of the earlier draw that
   * the permutation of this level assigns to j. Walks to an ancestor whose place is known (draw 0 lies in stratum 0
   * of 1), then back.
   */
  return (i) => {
    let length = 0;
    let at = i;
    while (at > 0 && !(at < known && strata[at]! >= 0)) {
      chain[length++] = at;
      const level = 32 - Math.clz32(at);
      at = shuffled(at - powerOf2(level - 1), level - 1);
    }
    let level = 32 - Math.clz32(at);
    let stratum = at > 0 ? strata[at]! : 0;
    let high = 0;
    if (at > 0 && length > 0) high = highs[at]!;
    else high = bitsOf(at);
    while (length > 0) {
      const draw = chain[--length]!;
      const own = 32 - Math.clz32(draw);
      const digits = own - level;
      stratum = (stratum * powerOf2(digits) + (high >>> (32 - digits))) ^ 1;
      level = own;
      high = bitsOf(draw);
      if (draw < known) {
        strata[draw] = stratum;
        highs[draw] = high;
      }
    }
    return below1((stratum + toUnit(words[0]!, words[1]!)) / powerOf2(level));
  };

  /** The random digits of a draw within its stratum, left in `words`; gives the first 32. */
  function bitsOf(draw: number): number {
    source.bits(draw, JITTER, words);
    return words[0]!;
  }
}

/** Draws whose places are remembered: all of a small design. */
function knownDraws(draws: number): number {
  return draws < KNOWN ? draws : KNOWN;
}

/** 2^k for k in 0..30; designs have fewer than 2^30 draws. */
function powerOf2(k: number): number {
  return 1 << k;
}

/** Rounding of a sum must not reach 1. */
function below1(u: number): number {
  return u < 1 ? u : 1 - HALF_STEP;
}
