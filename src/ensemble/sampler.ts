import { type Stream, stream, toUnit } from "../base/stream.ts";
import { permute } from "./permutation.ts";

/**
 * The samplers whose columns know nothing of each other.
 * `stratified`: every prefix of 2^k draws has one in each of 2^k equal strata, whatever the number of draws.
 * `lhs`: one in each of n strata for the n draws of the design. `mc`: independent.
 */
export type IndependentSampler = "stratified" | "lhs" | "mc";

/** Value in (0, 1) of draw `i` for one parameter. */
export type Column = (i: number) => number;

/** Writes the values of draws `from` .. `from + count - 1` to the start of `u`. */
export type ColumnFill = (from: number, count: number, u: Float64Array) => void;

// Uses of a parameter's stream: draws keep the low numbers, permutations and jitter have their own.
const JITTER = 0;
const LEVEL = 1000;
const HALF_STEP = 1.1102230246251565e-16;
/** Draws that are worked out together. */
const GROUP = 64;
/** The first draws are the ancestors of all others; so many are remembered. More would leave the cache: slower, not faster. */
const KNOWN = 1024;
/** Binary digits of the number of a draw, and so its most ancestors. */
const MOST_LEVELS = 31;

/** The column of the parameter `name`: it depends on the seed, its own name and, for lhs, the size of the design. */
export function column(sampler: IndependentSampler, seed: number, name: string, draws: number): Column {
  const fill = columnFill(sampler, seed, name, draws);
  const one = new Float64Array(1);
  return (i) => {
    fill(i, 1, one);
    return one[0]!;
  };
}

/** The same column, many draws at once. */
export function columnFill(
  sampler: IndependentSampler,
  seed: number,
  name: string,
  draws: number,
): ColumnFill {
  const source = stream(seed, name);
  switch (sampler) {
    case "mc":
      return (from, count, u) => {
        for (let i = 0; i < count; i++) u[i] = source.uniform(from + i, JITTER);
      };
    case "lhs":
      return latinHypercube(source, draws);
    case "stratified":
      return stratified(source, draws);
  }
}

// Memory of one group at work: per draw its ancestors, itself first, how many, and of how many digits are drawn; the
// draws that still climb; and the numbers and random digits of all ancestors, draw after draw.
const DEPTH = MOST_LEVELS + 1;
const ancestors = new Int32Array(GROUP * DEPTH);
const lengths = new Int32Array(GROUP);
const drawn = new Int32Array(GROUP);
const climbing = new Int32Array(GROUP);
const numbers = new Int32Array(GROUP * DEPTH);
const words = new Uint32Array(2 * GROUP * DEPTH);

/** The permutations of 2^bits positions that belong to a parameter. */
function shuffles(source: Stream): (index: number, bits: number) => number {
  // Three words a permutation, of those used so far.
  const keys = new Uint32Array(32 * 3);
  const two = new Uint32Array(4);
  let used = 0;
  return (index, bits) => {
    if ((used & (1 << bits)) === 0) {
      source.bits(0, LEVEL + bits, two.subarray(0, 2));
      source.bits(1, LEVEL + bits, two.subarray(2, 4));
      keys.set(two.subarray(0, 3), 3 * bits);
      used |= 1 << bits;
    }
    return permute(index, bits, keys[3 * bits]!, keys[3 * bits + 1]!, keys[3 * bits + 2]!);
  };
}

function latinHypercube(source: Stream, draws: number): ColumnFill {
  const shuffled = shuffles(source);
  const bits = 32 - Math.clz32(draws - 1);
  return (from, count, u) => {
    for (let i = 0; i < count; i++) {
      // Walks the cycle of a permutation of the next power of two until it is back below n.
      let stratum = from + i;
      do stratum = shuffled(stratum, bits);
      while (stratum >= draws);
      u[i] = below1((stratum + source.uniform(from + i, JITTER)) / draws);
    }
  };
}

/**
 * Draw i lies in one of 2^level strata, level being the number of binary digits of i, at random digits below. Draw
 * i = 2^k + j takes the empty half of the stratum (of width 2^-k) of the earlier draw, its parent, that the permutation of
 * this level assigns to j; draw 0 lies anywhere. So a draw follows from its chain of ancestors: first the chains of a
 * group of draws, then all their random digits, then back down the chains.
 */
function stratified(source: Stream, draws: number): ColumnFill {
  const shuffled = shuffles(source);
  /** The first 32 binary digits of the first draws, and whether they are known yet. */
  const known = draws < KNOWN ? draws : KNOWN;
  const digits = new Uint32Array(known);
  const isKnown = new Uint8Array(known);

  /** Whether the place of a draw is remembered. */
  function remembered(draw: number): boolean {
    return draw < known && isKnown[draw] === 1;
  }

  function remember(draw: number, place: number): void {
    digits[draw] = place;
    isKnown[draw] = 1;
  }

  /** Climbs from each draw of the group to an ancestor that is remembered, or to 0: all of them step by step. */
  function climb(from: number, count: number): void {
    let active = 0;
    for (let i = 0; i < count; i++) {
      ancestors[i * DEPTH] = from + i;
      lengths[i] = 1;
      climbing[active] = i;
      active += from + i > 0 ? 1 : 0;
    }
    while (active > 0) {
      let left = 0;
      for (let k = 0; k < active; k++) {
        const i = climbing[k]!;
        const at = i * DEPTH + lengths[i]!;
        const draw = ancestors[at - 1]!;
        const level = 31 - Math.clz32(draw);
        const parent = shuffled(draw - powerOf2(level), level);
        ancestors[at] = parent;
        lengths[i]! += 1;
        climbing[left] = i;
        left += parent === 0 || remembered(parent) ? 0 : 1;
      }
      active = left;
    }
  }

  /** The random digits of a group's ancestors, draw after draw; those of a remembered root are not needed. */
  function drawDigits(count: number): void {
    let total = 0;
    for (let i = 0; i < count; i++) {
      const begin = i * DEPTH;
      const root = ancestors[begin + lengths[i]! - 1]!;
      drawn[i] = lengths[i]! - (lengths[i]! > 1 && remembered(root) ? 1 : 0);
      for (let d = 0; d < drawn[i]!; d++) numbers[total++] = ancestors[begin + d]!;
    }
    source.manyBits(numbers, total, JITTER, words);
  }

  function fillGroup(from: number, count: number, u: Float64Array, to: number): void {
    climb(from, count);
    drawDigits(count);
    let begin = 0;
    for (let i = 0; i < count; i++) {
      const first = i * DEPTH;
      let n = lengths[i]! - 1;
      const root = ancestors[first + n]!;
      let place = n < drawn[i]! ? words[2 * (begin + n)]! : digits[root]!;
      if (root === 0) remember(0, place);
      let stratum = 0;
      while (n > 0) {
        n--;
        const draw = ancestors[first + n]!;
        const below = Math.clz32(draw);
        stratum = (place >>> below) ^ 1;
        place = ((stratum << below) | (words[2 * (begin + n)]! >>> (32 - below))) >>> 0;
        if (draw < known) remember(draw, place);
      }
      const level = 32 - Math.clz32(from + i);
      u[to + i] = below1((stratum + toUnit(words[2 * begin]!, words[2 * begin + 1]!)) / powerOf2(level));
      begin += drawn[i]!;
    }
  }

  return (from, count, u) => {
    for (let at = 0; at < count; at += GROUP)
      fillGroup(from + at, count - at < GROUP ? count - at : GROUP, u, at);
  };
}

/** 2^k for k in 0..30; designs have at most 2^30 draws. */
function powerOf2(k: number): number {
  return 1 << k;
}

/** Rounding of a sum must not reach 1. */
function below1(u: number): number {
  return u < 1 ? u : 1 - HALF_STEP;
}
