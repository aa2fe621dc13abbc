/** How many coordinates a kind of move changes at once, and the acceptance that its last sweep had. */
export interface MoveTuning {
  readonly size: number;
  readonly accepted: number;
}

/** Acceptance at which coordinates moved per run are about most: exp(-1) where it falls as exp(-size). */
const WANTED = 0.35;

/**
 * More coordinates at once where much is accepted, fewer where little is: a function of all particles' acceptance, so the
 * same whatever the workers. `most` is the number of coordinates there are.
 */
export function retuned({ size }: MoveTuning, accepted: number, most: number): MoveTuning {
  const factor = 1 + 2 * (accepted - WANTED);
  const wanted = size * factor;
  return { size: wanted < 1 ? 1 : wanted > most ? most : wanted, accepted };
}
