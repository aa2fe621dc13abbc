/**
 * One step of the integrator: `y` (stocks) goes from index k to k + 1. The first stage has been evaluated
 * already: `d` holds the derivatives at the start of the step. Returns 0 when every stock is finite, else NaN.
 */
export type Step = (k: number) => number;

/** What an integrator works on. `stage` fills `d` from `y` and the stage time in `w[0]`. */
export interface StepParts {
  readonly count: number;
  readonly stepsPerUnit: number;
  readonly startIndex: number;
  readonly y: Float64Array;
  readonly d: Float64Array;
  readonly w: Float64Array;
  /** Computes what depends on the stage time but on no stock: called when `w[0]` has changed. */
  readonly moment: () => void;
  readonly stage: () => void;
}

/** Explicit Euler: y + dt d. */
export function eulerStep({ count, stepsPerUnit, y, d }: StepParts): Step {
  const dt = 1 / stepsPerUnit;
  return () => {
    let bad = 0;
    for (let i = 0; i < count; i++) {
      const next = y[i]! + dt * d[i]!;
      y[i] = next;
      bad += next * 0;
    }
    return bad;
  };
}

/** Heun's method, of second order: y + dt / 2 (f(t, y) + f(t + dt, y + dt f(t, y))). */
export function rk2Step({ count, stepsPerUnit, startIndex, y, d, w, moment, stage }: StepParts): Step {
  const dt = 1 / stepsPerUnit;
  const half = dt / 2;
  const base = new Float64Array(count + 16);
  const first = new Float64Array(count + 16);
  return (k) => {
    for (let i = 0; i < count; i++) {
      base[i] = y[i]!;
      first[i] = d[i]!;
      y[i] = base[i]! + dt * d[i]!;
    }
    w[0] = (startIndex + k + 1) / stepsPerUnit;
    moment();
    stage();
    let bad = 0;
    for (let i = 0; i < count; i++) {
      const next = base[i]! + half * (first[i]! + d[i]!);
      y[i] = next;
      bad += next * 0;
    }
    return bad;
  };
}

/** The classical Runge-Kutta method; stage times come from the integer clock. */
export function rk4Step({ count, stepsPerUnit, startIndex, y, d, w, moment, stage }: StepParts): Step {
  const dt = 1 / stepsPerUnit;
  const half = dt / 2;
  const sixth = dt / 6;
  const base = new Float64Array(count + 16);
  const sum = new Float64Array(count + 16);
  return (k) => {
    for (let i = 0; i < count; i++) {
      const slope = d[i]!;
      base[i] = y[i]!;
      sum[i] = slope;
      y[i] = base[i]! + half * slope;
    }
    w[0] = (startIndex + k + 0.5) / stepsPerUnit;
    moment();
    stage();
    for (let i = 0; i < count; i++) {
      const slope = d[i]!;
      sum[i] = sum[i]! + 2 * slope;
      y[i] = base[i]! + half * slope;
    }
    stage();
    for (let i = 0; i < count; i++) {
      const slope = d[i]!;
      sum[i] = sum[i]! + 2 * slope;
      y[i] = base[i]! + dt * slope;
    }
    w[0] = (startIndex + k + 1) / stepsPerUnit;
    moment();
    stage();
    let bad = 0;
    for (let i = 0; i < count; i++) {
      const next = base[i]! + sixth * (sum[i]! + d[i]!);
      y[i] = next;
      bad += next * 0;
    }
    return bad;
  };
}
