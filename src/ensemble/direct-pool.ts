import type { Hand, Job, Pool, Work } from "./pool.ts";

/** A pool without threads: does one chunk after the other where it stands, and lets events in between them. */
export function directPool(): Pool {
  return { workers: 1, allocate: (bytes) => new ArrayBuffer(bytes), open, close: async () => {} };
}

function open<Shared, Input, Piece, Part>(
  work: Work<Shared, Input, Piece, Part>,
  shared: Shared,
): Job<Input, Piece, Part> {
  let hand: Hand<Input, Piece, Part> | undefined;
  return {
    async run({ input, chunks, take, progress, signal }) {
      hand ??= work.prepare(shared);
      for (let i = 0; i < chunks; i++) {
        signal?.throwIfAborted();
        const piece = hand.chunk(input, i);
        if (piece !== undefined) take?.(i, piece);
        progress?.(i + 1, chunks);
        await pause();
      }
      signal?.throwIfAborted();
    },
    finish: async () => (hand?.finish === undefined ? [] : [hand.finish()]),
    close: () => {
      hand = undefined;
    },
  };
}

/** Lets the caller's own events in, an abort among them. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
