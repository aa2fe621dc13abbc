import { ensembleKernel } from "./ensemble-kernel.ts";
import type { Pool } from "./pool.ts";
import { rowFiller } from "./row-source.ts";
import type { EnsembleOptions } from "./run-ensemble.ts";
import { prepareSession, type Session, type SessionRequest } from "./session.ts";
import { sessionWorkWith } from "./session-work.ts";

/** The session's work with a kernel that was handed in or is compiled by the worker. */
export const sessionWork = sessionWorkWith(ensembleKernel, rowFiller);

/**
 * Loads draws into the workers of a pool and runs their history. A move then costs the run from the branch on and gives
 * the bytes of `runEnsemble` with two scenarios: the history's levers, and the moved one. Throws as `runEnsemble` does, and a RangeError
 * when there are no draws or no save stands at the branch or after it.
 */
export async function openSession(
  pool: Pool,
  request: SessionRequest,
  options: Omit<EnsembleOptions, "chunk"> = {},
): Promise<Session> {
  const prepared = prepareSession(pool, sessionWork, request);
  try {
    return await prepared.load(options);
  } catch (error) {
    prepared.close();
    throw error;
  }
}
