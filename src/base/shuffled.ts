/** A random order of a list (Fisher and Yates), as a copy; `uniform(i)` is a number in [0, 1) for the place i. */
export function shuffled<T>(list: readonly T[], uniform: (i: number) => number): readonly T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
