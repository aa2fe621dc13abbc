import type { HeldMemory } from "./held-memory.ts";

/**
 * The complete state at the end of a step, before held variables change for the next one:
 * [step, ring lengths (one per held variable), stocks, held values, marks, rings in order].
 */
export function saveState(step: number, stocks: Float64Array, count: number, held: HeldMemory): Float64Array {
  const n = held.rings.length;
  const ringTotal = held.rings.reduce((sum, ring) => sum + ring.length, 0);
  const state = new Float64Array(1 + n + count + 2 * n + ringTotal);
  state[0] = step;
  let at = 1;
  for (const ring of held.rings) state[at++] = ring.length;
  state.set(stocks.subarray(0, count), at);
  state.set(held.values.subarray(0, n), at + count);
  state.set(held.marks.subarray(0, n), at + count + n);
  at += count + 2 * n;
  for (const ring of held.rings) {
    state.set(ring, at);
    at += ring.length;
  }
  return state;
}

/** Puts a saved state back; throws RangeError when it belongs to another kernel or step. */
export function restoreState(
  state: Float64Array,
  step: number,
  stocks: Float64Array,
  count: number,
  held: HeldMemory,
): void {
  const n = held.rings.length;
  if (state[0] !== step) throw new RangeError(`state of step ${state[0]} given for step ${step}`);
  let at = 1 + n + count + 2 * n;
  let expected = at;
  for (let i = 0; i < n; i++) expected += state[1 + i]!;
  if (state.length !== expected) throw new RangeError("state of another kernel");
  stocks.set(state.subarray(1 + n, 1 + n + count));
  held.values.set(state.subarray(1 + n + count, 1 + 2 * n + count));
  held.marks.set(state.subarray(1 + 2 * n + count, at));
  for (let i = 0; i < n; i++) {
    const length = state[1 + i]!;
    if (held.rings[i]!.length !== length) held.rings[i] = new Float64Array(length);
    held.rings[i]!.set(state.subarray(at, at + length));
    at += length;
  }
}
