/** How often the rows are swept down and up. */
const SWEEPS = 24;

/**
 * The order of ids within each row that crosses the fewest edges among those that sweeps by the middle of neighbours find. The order
 * given counts where neighbours do not decide.
 */
export function layeredOrder(
  layers: readonly (readonly string[])[],
  chains: readonly { readonly path: readonly string[]; readonly strong: boolean }[],
): readonly (readonly string[])[] {
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const { path, strong } of chains) {
    path.slice(1).forEach((to, i) => {
      const from = path[i]!;
      for (let weight = 0; weight < (strong ? 3 : 1); weight++) {
        add(above, to, from);
        add(below, from, to);
      }
    });
  }
  let order = layers;
  let best = order;
  let fewest = crossings(order, below);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    order = swept(order, sweep % 2 === 0 ? above : below, sweep % 2 === 0);
    const count = crossings(order, below);
    if (count < fewest) [best, fewest] = [order, count];
  }
  return switched(best, below);
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Each row in turn ordered by the middle of its neighbours in the row before it. */
function swept(
  order: readonly (readonly string[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  downwards: boolean,
): readonly (readonly string[])[] {
  const rows = order.map((row) => [...row]);
  const indices = rows.map((_, i) => (downwards ? i : rows.length - 1 - i));
  for (const r of indices) {
    const before = rows[downwards ? r - 1 : r + 1];
    const row = rows[r]!;
    if (before === undefined) continue;
    const place = new Map(before.map((id, i) => [id, i / Math.max(1, before.length - 1)]));
    const middle = new Map(
      row.map((id, i) => {
        const near = (neighbours.get(id) ?? []).map((one) => place.get(one) ?? 0);
        const own = i / Math.max(1, row.length - 1);
        return [id, near.length === 0 ? own : near.reduce((a, b) => a + b, 0) / near.length] as const;
      }),
    );
    const sorted = row
      .map((id, i) => ({ id, i }))
      .sort((a, b) => (middle.get(a.id) ?? 0) - (middle.get(b.id) ?? 0) || a.i - b.i);
    rows[r] = sorted.map(({ id }) => id);
  }
  return rows;
}

/** Neighbours in a row change places as long as that takes a crossing away. */
function switched(
  order: readonly (readonly string[])[],
  below: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const rows = order.map((row) => [...row]);
  let fewest = crossings(rows, below);
  for (let improved = true; improved && fewest > 0; ) {
    improved = false;
    for (const row of rows) {
      for (let i = 0; i + 1 < row.length; i++) {
        const [a, b] = [row[i]!, row[i + 1]!];
        [row[i], row[i + 1]] = [b, a];
        const count = crossings(rows, below);
        if (count < fewest) {
          fewest = count;
          improved = true;
        } else [row[i], row[i + 1]] = [a, b];
      }
    }
  }
  return rows;
}

/** Pairs of edges between neighbouring rows that cross. */
function crossings(
  order: readonly (readonly string[])[],
  below: ReadonlyMap<string, readonly string[]>,
): number {
  let count = 0;
  for (const [r, row] of order.entries()) {
    const place = new Map((order[r + 1] ?? []).map((id, i) => [id, i]));
    const ends = row.flatMap((id, i) => (below.get(id) ?? []).map((to) => [i, place.get(to) ?? 0] as const));
    for (const [k, [a, b]] of ends.entries()) {
      for (const [c, d] of ends.slice(k + 1)) if ((a < c && b > d) || (a > c && b < d)) count++;
    }
  }
  return count;
}
