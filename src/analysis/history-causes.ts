import type { Mechanism } from "../model/model.ts";

/** Values, by parameter, at which mechanisms do nothing. */
export function switchedOff(mechanisms: readonly Mechanism[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    mechanisms.flatMap(({ off }) => off.map(({ parameter, value }) => [parameter, value] as const)),
  );
}
