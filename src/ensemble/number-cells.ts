import { addExactly, carry, createSums, type ExactSums, mergeSums, UNCARRIED } from "./exact-sums.ts";
import { countNumber, createSketches, inOrder, mergeSketches, nowhere, type Sketches } from "./sketch.ts";

/**
 * What is kept of many numbers in each of many cells: how many, least, greatest, exact sums of them and of their squares,
 * and a sketch of how they are spread. Memory does not grow with the numbers.
 */
export interface NumberCells {
  readonly count: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly sums: ExactSums;
  /** Without pages where quantiles come from the numbers themselves. */
  readonly sketches: Sketches;
}

/** Takes numbers into cells, up to UNCARRIED in one call. */
export interface CellCounter {
  /** Adds numbers to a cell; those that are not finite are left out. */
  readonly add: (cell: number, values: Float64Array) => void;
  readonly merge: (from: NumberCells) => void;
  /** What was taken in so far: the same bytes whatever the order and the parts in which it came. */
  readonly cells: () => NumberCells;
}

/** A counter of `size` empty cells; `sketched`: whether it also sketches how numbers are spread. */
export function cellCounter(size: number, sketched = true): CellCounter {
  const count = new Float64Array(size);
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const greatest = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const sums = createSums(size);
  const sketches = createSketches(size);
  const near = nowhere();
  /** Numbers in each cell since the limbs were carried. */
  const uncarried = new Float64Array(size);

  function add(cell: number, values: Float64Array): void {
    if (uncarried[cell]! + values.length > UNCARRIED) {
      carry(sums);
      uncarried.fill(0);
    }
    uncarried[cell]! += values.length;
    let n = 0;
    let low = least[cell]!;
    let high = greatest[cell]!;
    for (let i = 0; i < values.length; i++) {
      // Turns -0 into 0, which is not less.
      const x = values[i]! + 0;
      if (x - x !== 0) continue;
      n++;
      if (x < low) low = x;
      if (x > high) high = x;
      addExactly(sums, cell, x);
      if (sketched) countNumber(sketches, cell, x, near);
    }
    count[cell]! += n;
    least[cell] = low;
    greatest[cell] = high;
  }

  function merge(from: NumberCells): void {
    for (let cell = 0; cell < size; cell++) {
      count[cell]! += from.count[cell]!;
      if (from.least[cell]! < least[cell]!) least[cell] = from.least[cell]!;
      if (from.greatest[cell]! > greatest[cell]!) greatest[cell] = from.greatest[cell]!;
    }
    mergeSums(sums, from.sums);
    uncarried.fill(0);
    mergeSketches(sketches, from.sketches);
  }

  function cells(): NumberCells {
    carry(sums);
    uncarried.fill(0);
    return { count, least, greatest, sums, sketches: inOrder(sketches) };
  }

  return { add, merge, cells };
}
