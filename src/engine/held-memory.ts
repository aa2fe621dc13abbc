import type { Ir } from "../model/ir.ts";

/** Steps by which a date or a duration may miss a step and still mean it: rounding of decimal years. */
const SLACK = 1e-6;

/**
 * What held variables remember between steps. `values` is `h` of the generated code; `marks` holds the
 * step of the last raise of a rule (-Infinity before the first) and whether a sample has settled (0 or 1);
 * each delay has a ring of its own length.
 */
export interface HeldMemory {
  readonly values: Float64Array;
  readonly marks: Float64Array;
  readonly rings: Float64Array[];
  /** Lays out the ring of delay `i`: `duration` in whole steps, at least one, filled with its start. */
  readonly ring: (i: number, duration: number) => void;
  readonly mark: (i: number, at: number) => void;
  /** Gives every delay its value for the step that begins at index `k`. */
  readonly advance: (k: number) => void;
  readonly push: (i: number, k: number, input: number) => void;
  readonly sample: (i: number, k: number, input: number, at: number) => void;
  readonly rule: (
    i: number,
    k: number,
    from: number,
    when: number,
    by: number,
    upTo: number,
    every: number,
    until: number,
    initial: number,
  ) => void;
}

/** Memory for the held variables of `ir`; the rings are laid out by `ring` at the start of a run. */
export function createHeldMemory(ir: Ir, values: Float64Array): HeldMemory {
  const { stepsPerUnit, startIndex, steps } = ir.clock;
  const marks = new Float64Array(ir.held.length + 16);
  const rings: Float64Array[] = ir.held.map(() => new Float64Array(0));
  const delays = ir.held.flatMap((h, i) => (h.kind === "delay" ? [i] : []));
  const reached = (k: number, date: number) => startIndex + k >= date * stepsPerUnit - SLACK;

  return {
    values,
    marks,
    rings,
    ring(i, duration) {
      const wanted = Math.floor(duration * stepsPerUnit + 0.5);
      // A ring longer than the run never gives anything but its start; NaN becomes a failing value.
      const length = wanted > steps ? steps + 1 : wanted >= 1 ? wanted : 1;
      if (rings[i]!.length !== length) rings[i] = new Float64Array(length);
      if (Number.isNaN(duration)) values[i] = Number.NaN;
      rings[i]!.fill(values[i]!);
    },
    mark(i, at) {
      marks[i] = reached(0, at) ? 1 : 0;
    },
    advance(k) {
      for (const i of delays) values[i] = rings[i]![k % rings[i]!.length]!;
    },
    push(i, k, input) {
      rings[i]![k % rings[i]!.length] = input;
    },
    sample(i, k, input, at) {
      if (marks[i] !== 0) return;
      values[i] = input;
      if (reached(k, at)) marks[i] = 1;
    },
    rule(i, k, from, when, by, upTo, every, until, initial) {
      if (!reached(k, from)) return;
      if (until !== 0) values[i] = initial;
      else if (when !== 0 && k - marks[i]! >= every * stepsPerUnit - SLACK) {
        const raised = values[i]! + by;
        values[i] = upTo < raised ? upTo : raised;
        marks[i] = k;
      }
    },
  };
}
