import type { IrClock } from "../model/ir.ts";

/** Time at index k, in time units: never a running sum. */
export function timeOf(clock: IrClock, k: number): number {
  return (clock.startIndex + k) / clock.stepsPerUnit;
}

/** The index nearest to a time, clamped to the run. */
export function stepOf(clock: IrClock, time: number): number {
  const k = Math.floor(time * clock.stepsPerUnit - clock.startIndex + 0.5);
  return k < 0 ? 0 : k > clock.steps ? clock.steps : k;
}
