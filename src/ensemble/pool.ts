/** How far a job is: units of work done, of how many. */
export type ProgressReport = (done: number, total: number) => void;

/**
 * A kind of work. `prepare` takes what a job is about (plain JSON and typed arrays) once in every worker and gives the
 * hand that does its chunks there. What a chunk gives depends on the job, the run's input and its number alone.
 */
export interface Work<Shared, Input, Piece, Part> {
  readonly kind: string;
  readonly prepare: (shared: Shared) => Hand<Input, Piece, Part>;
  /** Buffers of a piece that are moved to the caller instead of copied. */
  readonly transfer?: (piece: Piece) => readonly ArrayBuffer[];
}

/** One worker's share of a job. */
export interface Hand<Input, Piece, Part> {
  /** Does a chunk; gives what travels to the caller, or undefined when it is in shared memory or kept for `finish`. */
  readonly chunk: (input: Input, index: number) => Piece | undefined;
  /** Hands out what was kept over all chunks since the last time, and begins anew. */
  readonly finish?: () => Part;
}

/** One run over the chunks of a job. */
export interface RunOptions<Input, Piece> {
  readonly input: Input;
  /** Number of chunks. */
  readonly chunks: number;
  /** Takes pieces as they come, in any order. */
  readonly take?: ((index: number, piece: Piece) => void) | undefined;
  /** Hears of chunks done. */
  readonly progress?: ProgressReport | undefined;
  /** Stops the run between chunks: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Chunk i always goes to worker i modulo their number, which then finds there what it kept of an earlier run. */
  readonly sticky?: boolean | undefined;
  /** Chunks that a worker has at hand where they come as messages; default 2, so that it does not wait for the next one. */
  readonly ahead?: number | undefined;
}

/** A job whose hands stand ready in the workers until it is closed. */
export interface Job<Input, Piece, Part> {
  /** Rejected when a chunk throws, with its DiagnosticError or an Error, and when a worker dies. */
  readonly run: (options: RunOptions<Input, Piece>) => Promise<void>;
  /** What each worker kept, in no order; then they begin anew. */
  readonly finish: () => Promise<readonly Part[]>;
  readonly close: () => void;
}

/** Workers: this thread itself, or several beside it. Which worker does which chunk changes no result. */
export interface Pool {
  readonly workers: number;
  /** Memory that all workers see, zeroed; undefined where they can only be sent messages. */
  readonly allocate: ((bytes: number) => ArrayBufferLike) | undefined;
  readonly open: <Shared, Input, Piece, Part>(
    work: Work<Shared, Input, Piece, Part>,
    shared: Shared,
  ) => Job<Input, Piece, Part>;
  readonly close: () => Promise<void>;
}
