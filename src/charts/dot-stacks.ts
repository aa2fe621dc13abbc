/** A dot: its place on the value axis in pixels, its level in its stack from 0, and its side. */
export interface PlacedDot {
  readonly x: number;
  readonly level: number;
  readonly side: -1 | 0 | 1;
}

/**
 * Dots in stacks. `places` are pixels of ascending values, `zero` that of no difference, `sides` the sign of each. A stack takes the dots
 * within a dot's width of its first one, counted from zero outwards, so that no stack holds both sides and no two stacks touch; a dot is moved
 * by half its width at most but next to zero.
 */
export function stackDots(
  places: readonly number[],
  sides: readonly (-1 | 0 | 1)[],
  zero: number,
  size: number,
): readonly PlacedDot[] {
  const dots: PlacedDot[] = new Array(places.length);
  let level = 0;
  places.forEach((_, i) => {
    if (sides[i] === 0) dots[i] = { x: zero, level: level++, side: 0 };
  });
  const free = level > 0 ? size / 2 : 0;
  for (const side of [-1, 1] as const) {
    const order = places.map((_, i) => i).filter((i) => sides[i] === side);
    if (side === -1) order.reverse();
    let start = Number.NEGATIVE_INFINITY;
    let height = 0;
    for (const i of order) {
      const away = Math.max(free, side * ((places[i] ?? zero) - zero));
      if (away >= start + size) {
        start = away;
        height = 0;
      }
      dots[i] = { x: zero + side * (start + size / 2), level: height++, side };
    }
  }
  return dots;
}

/** The widest dots, in half pixels between `least` and `most`, with which no stack is higher than `height`; `least` where none are. */
export function dotSize(
  places: readonly number[],
  sides: readonly (-1 | 0 | 1)[],
  zero: number,
  height: number,
  least: number,
  most: number,
): number {
  for (let size = most; size > least; size -= 0.5) {
    const stacks = stackDots(places, sides, zero, size);
    const highest = Math.max(...stacks.map((d) => d.level)) + 1;
    if (highest * size <= height) return size;
  }
  return least;
}

/** `count` quantiles at (i + 0.5) / count from more of them at the same kind of places, linear between neighbours. */
export function fewerDots(dots: ArrayLike<number>, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const at = Math.min(dots.length - 1, Math.max(0, ((i + 0.5) * dots.length) / count - 0.5));
    const low = Math.floor(at);
    const a = dots[low] ?? Number.NaN;
    return a + (at - low) * ((dots[low + 1] ?? a) - a);
  });
}
