/** Axes of nodes by id, the leftmost edge at 0, and the width of it all. */
export interface PlacedLayer {
  readonly x: ReadonlyMap<string, number>;
  readonly width: number;
}

type Extent = (id: string) => { readonly left: number; readonly right: number };

const PASSES = 30;

/**
 * Places across for ordered rows: every node as near to the middle of its neighbours as the room in its row allows. Strong
 * links pull more, so that they come out straight.
 */
export function placeColumns(
  rows: readonly (readonly string[])[],
  links: readonly { readonly from: string; readonly to: string; readonly strong: boolean }[],
  extent: Extent,
  gap: number,
): PlacedLayer {
  const pulls = new Map<string, { readonly id: string; readonly weight: number }[]>();
  const pull = (of: string, id: string, weight: number) => {
    const list = pulls.get(of);
    if (list === undefined) pulls.set(of, [{ id, weight }]);
    else list.push({ id, weight });
  };
  for (const { from, to, strong } of links) {
    pull(from, to, strong ? 4 : 1);
    pull(to, from, strong ? 4 : 1);
  }
  const rowOf = new Map(rows.flatMap((row, r) => row.map((id) => [id, r] as const)));
  const x = new Map<string, number>();
  for (const row of rows) {
    const steps = offsets(row, extent, gap);
    const middle = (steps.at(-1) ?? 0) / 2;
    row.forEach((id, i) => {
      x.set(id, (steps[i] ?? 0) - middle);
    });
  }
  for (let pass = 0; pass < PASSES; pass++) {
    const downwards = pass % 2 === 0;
    const side = pass >= PASSES - 6 ? 0 : downwards ? -1 : 1;
    for (let k = 0; k < rows.length; k++) {
      const r = downwards ? k : rows.length - 1 - k;
      const row = rows[r]!;
      const wanted = row.map((id) => {
        const near = (pulls.get(id) ?? []).filter(
          (one) => side === 0 || Math.sign((rowOf.get(one.id) ?? 0) - r) === side,
        );
        const weight = near.reduce((sum, one) => sum + one.weight, 0);
        if (weight === 0) return { at: x.get(id) ?? 0, weight: 0.1 };
        return { at: near.reduce((sum, one) => sum + one.weight * (x.get(one.id) ?? 0), 0) / weight, weight };
      });
      const placed = nearest(wanted, offsets(row, extent, gap));
      row.forEach((id, i) => {
        x.set(id, placed[i] ?? 0);
      });
    }
  }
  const left = Math.min(...[...x].map(([id, at]) => at - extent(id).left));
  const right = Math.max(...[...x].map(([id, at]) => at + extent(id).right));
  return { x: new Map([...x].map(([id, at]) => [id, at - left])), width: right - left };
}

/** Axes of a row packed as closely as it goes, from 0. */
function offsets(row: readonly string[], extent: Extent, gap: number): readonly number[] {
  const at: number[] = [];
  row.forEach((id, i) => {
    const before = row[i - 1];
    at.push(before === undefined ? 0 : at[i - 1]! + extent(before).right + gap + extent(id).left);
  });
  return at;
}

/** Places nearest to the wanted ones, by least squares, that keep at least the distances of `packed` (pool adjacent violators). */
function nearest(
  wanted: readonly { readonly at: number; readonly weight: number }[],
  packed: readonly number[],
): readonly number[] {
  const blocks: { sum: number; weight: number; count: number }[] = [];
  for (const [i, { at, weight }] of wanted.entries()) {
    blocks.push({ sum: (at - (packed[i] ?? 0)) * weight, weight, count: 1 });
    for (;;) {
      const [a, b] = [blocks.at(-2), blocks.at(-1)];
      if (a === undefined || b === undefined || a.sum / a.weight <= b.sum / b.weight) break;
      blocks.splice(-2, 2, { sum: a.sum + b.sum, weight: a.weight + b.weight, count: a.count + b.count });
    }
  }
  let i = 0;
  return blocks.flatMap(({ sum, weight, count }) =>
    Array.from({ length: count }, () => sum / weight + (packed[i++] ?? 0)),
  );
}
