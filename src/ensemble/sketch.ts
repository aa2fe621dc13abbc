import { double, HIGH, word } from "../math/bits.ts";

/**
 * Counts of numbers in buckets whose width grows with the number: 256 equal buckets between two powers of 2. The middle of
 * a bucket is within SKETCH_ERROR of every number in it. Counts are whole, so counting in any order, in any parts, gives
 * the same sketch. Zero, and what is smaller than the smallest normal double, has a bucket of its own.
 */
export interface Sketches {
  /** Pages of 256 counts: key = cell * 4096 + the 12 top bits (sign, exponent) of the numbers. */
  readonly pages: Map<number, Uint32Array>;
  /** Per cell: numbers in the bucket of zero. */
  readonly zeros: Float64Array;
}

/** Largest distance of a number from the middle of its bucket, as a share of the number: half of 1/256. */
export const SKETCH_ERROR = 0.001953125;

const PAGE = 256;
const OCTAVES = 4096;

export function createSketches(cells: number): Sketches {
  return { pages: new Map(), zeros: new Float64Array(cells) };
}

/** Counts a finite number in a cell. `near` is the page that the last number of the cell was in, and gives the next. */
export function countNumber(sketches: Sketches, cell: number, x: number, near: NearPage): void {
  double[0] = x;
  const high = word[HIGH]!;
  const octave = high >>> 20;
  if ((octave & 0x7ff) === 0) {
    sketches.zeros[cell]! += 1;
    return;
  }
  const key = cell * OCTAVES + octave;
  if (key !== near.key) {
    near.key = key;
    near.page = pageOf(sketches, key);
  }
  near.page[(high >>> 12) & 255]! += 1;
}

/** The page found last: numbers of a cell mostly lie close together. */
export interface NearPage {
  key: number;
  page: Uint32Array;
}

export function nowhere(): NearPage {
  return { key: -1, page: new Uint32Array(0) };
}

function pageOf({ pages }: Sketches, key: number): Uint32Array {
  let page = pages.get(key);
  if (page === undefined) {
    page = new Uint32Array(PAGE);
    pages.set(key, page);
  }
  return page;
}

/** Adds the counts of sketches of as many cells. */
export function mergeSketches(into: Sketches, from: Sketches): void {
  for (const [key, counts] of from.pages) {
    const page = pageOf(into, key);
    for (let i = 0; i < PAGE; i++) page[i]! += counts[i]!;
  }
  for (let cell = 0; cell < into.zeros.length; cell++) into.zeros[cell]! += from.zeros[cell]!;
}

/** The same sketches with pages in the order of their keys. */
export function inOrder({ pages, zeros }: Sketches): Sketches {
  return { pages: new Map([...pages].sort(([a], [b]) => a - b)), zeros };
}

/** The pages of each cell, from its most negative numbers to its greatest. */
export function pagesByCell({ pages }: Sketches): ReadonlyMap<number, readonly SignedPage[]> {
  const cells = new Map<number, SignedPage[]>();
  for (const [key, counts] of pages) {
    const octave = key % OCTAVES;
    const negative = octave >= 2048;
    const cell = (key - octave) / OCTAVES;
    const list = cells.get(cell) ?? [];
    cells.set(cell, list);
    list.push({ negative, octave: octave & 2047, counts });
  }
  const rank = ({ negative, octave }: SignedPage) => (negative ? -octave : octave);
  for (const list of cells.values()) list.sort((a, b) => rank(a) - rank(b));
  return cells;
}

/** Counts of the numbers with one sign and exponent. */
export interface SignedPage {
  readonly negative: boolean;
  /** Exponent, biased by 1023. */
  readonly octave: number;
  readonly counts: Uint32Array;
}

/**
 * The k-th smallest (k = 0 ..) of a cell's numbers, for each k of `ranks`: the middle of its bucket, but never outside the
 * smallest and greatest number.
 */
export function orderStatistics(
  pages: readonly SignedPage[],
  zeros: number,
  ranks: readonly number[],
  least: number,
  greatest: number,
): readonly number[] {
  const found = ranks.map(() => Number.NaN);
  const ascending = ranks.map((_, i) => i).sort((a, b) => ranks[a]! - ranks[b]!);
  let next = 0;
  let passed = 0;
  let zerosLeft = zeros;
  const pass = (count: number, value: number) => {
    passed += count;
    while (next < ranks.length && ranks[ascending[next]!]! < passed)
      found[ascending[next++]!] = value < least ? least : value > greatest ? greatest : value;
  };
  for (const { negative, octave, counts } of pages) {
    if (!negative && zerosLeft > 0) {
      pass(zerosLeft, 0);
      zerosLeft = 0;
    }
    for (let i = 0; i < PAGE; i++) {
      const bucket = negative ? PAGE - 1 - i : i;
      if (counts[bucket]! > 0) pass(counts[bucket]!, middle(negative, octave, bucket));
    }
  }
  if (zerosLeft > 0) pass(zerosLeft, 0);
  return found;
}

/** The middle of a bucket: its first 8 digits after the leading one, then a half. */
function middle(negative: boolean, octave: number, bucket: number): number {
  word[HIGH] = (negative ? 0x80000000 : 0) | (octave << 20) | (bucket << 12) | 0x800;
  word[1 - HIGH] = 0;
  return double[0]!;
}
