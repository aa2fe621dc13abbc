/** Choices driven by numbers in 0..1; small numbers choose what comes first, is small or is false. */
export interface Choice {
  /** A whole number 0 .. n - 1. */
  readonly int: (n: number) => number;
  /** True with probability `p`. */
  readonly chance: (p: number) => boolean;
  readonly one: <T>(items: readonly T[]) => T;
  /** A number between -3 and 3, often a whole one. */
  readonly tame: () => number;
  readonly shuffle: <T>(items: readonly T[]) => readonly T[];
}

/** Choices from a source of numbers. */
export function choice(next: () => number): Choice {
  const int = (n: number) => Math.floor(next() * n);
  return {
    int,
    chance: (p) => next() > 1 - p,
    one: (items) => items[int(items.length)]!,
    tame() {
      const size = next() * 3;
      const value = int(3) === 2 ? Math.floor(size) : size;
      return int(3) === 2 ? -value : value;
    },
    shuffle(items) {
      const left = [...items];
      return items.map(() => left.splice(int(left.length), 1)[0]!);
    },
  };
}

/** `budget` numbers of a sequence that `seed` chooses, then zeros: models made from it shrink with the budget. */
export function entropy(seed: number, budget: number): () => number {
  let state = seed >>> 0;
  let left = budget;
  return () => {
    if (left-- <= 0) return 0;
    // A full-period step, then the output function of PCG (O'Neill 2014): low bits are good as well.
    state = (Math.imul(state, 747796405) + 2891336453) >>> 0;
    const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
    return ((word >>> 22) ^ word) >>> 0 === 0 ? 0 : (((word >>> 22) ^ word) >>> 0) / 4294967296;
  };
}
