import { atan } from "../atan.ts";
import { cos } from "../cos.ts";
import { exp } from "../exp.ts";
import { ln } from "../ln.ts";
import { pow } from "../pow.ts";
import { sin } from "../sin.ts";
import { tan } from "../tan.ts";
import { BITS, exactAtan, exactExp, exactLn, exactSinCos, fixed, times, ulpError } from "./exact.ts";
import { randomOf } from "./kernel-arguments.ts";
import type { KernelName } from "./kernels.ts";

type Exact = readonly [value: bigint, power?: number];
type Pair = readonly [x: number, y: number];

/** The public functions by name, each with the exact value that it approximates. */
const FUNCTIONS: Readonly<
  Record<
    KernelName,
    readonly [host: (x: number, y: number) => number, exact: (x: number, y: number) => Exact]
  >
> = {
  exp: [exp, (x) => exactExp(fixed(x))],
  ln: [ln, (x) => [exactLn(x)]],
  pow: [pow, (x, y) => exactExp(times(fixed(y), exactLn(x)))],
  sin: [sin, (x) => [exactSinCos(fixed(x))[0]]],
  cos: [cos, (x) => [exactSinCos(fixed(x))[1]]],
  tan: [
    tan,
    (x) => {
      const [sine, cosine] = exactSinCos(fixed(x));
      return [(sine << BITS) / cosine];
    },
  ],
  atan: [atan, (x) => [exactAtan(fixed(x))]],
};

/** 2^u for a u that varies evenly. */
const power = (from: number, to: number) => (u: number) => exp((from + (to - from) * u) * Math.LN2);
/** x and the y for which x^y is about e^goal. */
const towards = (x: number, goal: number): Pair => {
  const base = x === 1 ? 1.5 : x;
  return [base, goal / ln(base)];
};
const near1 = (random: () => number) => 1 + (2 * random() - 1) * power(-50, -3)(random());
/** Near a whole multiple of pi/2 below 2^20. */
const nearQuarter = (random: () => number): Pair => [
  Math.floor(660000 * random() * random()) * 1.5707963267948966,
  0,
];
const between =
  (from: number, to: number) =>
  (random: () => number): Pair => [from + (to - from) * random(), 0];

const ANGLES: readonly (readonly [place: string, draw: (random: () => number) => Pair])[] = [
  ["-1 .. 1", between(-1, 1)],
  ["-10 .. 10", between(-10, 10)],
  ["-2^20 .. 2^20", between(-1048576, 1048576)],
  ["near multiples of pi/2", nearQuarter],
  ["2^-40 .. 2^-2", (u) => [power(-40, -2)(u()), 0]],
];

/** Where the error of each kernel is measured. */
const PLACES: Readonly<
  Record<KernelName, readonly (readonly [place: string, draw: (random: () => number) => Pair])[]>
> = {
  exp: [
    ["-1 .. 1", between(-1, 1)],
    ["-708 .. 709.78", between(-708, 709.78)],
    ["-745.1 .. -708: subnormal results", between(-745.1, -708)],
  ],
  ln: [
    ["0.7 .. 1.5", between(0.7, 1.5)],
    ["1 ± 2^-50 .. 1 ± 2^-3", (u) => [near1(u), 0]],
    ["2^-1000 .. 2^1000", (u) => [power(-1000, 1000)(u()) * (1 + u()), 0]],
    ["subnormal", (u) => [5e-324 * Math.floor(4503599627370495 * u()) + 5e-324, 0]],
  ],
  pow: [
    ["0.05 .. 20 to the power of ±3", (u) => [0.05 + 19.95 * u(), 6 * u() - 3]],
    ["2^±10, results 2^±1020", (u) => towards(power(-10, 10)(u()), 1414 * u() - 707)],
    ["1 ± 2^-50 .. 1 ± 2^-3, results 2^±1020", (u) => towards(near1(u), 1414 * u() - 707)],
    ["2^±1000 to the power of ±1", (u) => [power(-1000, 1000)(u()), 2 * u() - 1]],
    ["2^±10, subnormal results", (u) => towards(power(-10, 10)(u()), -745 + 37 * u())],
  ],
  sin: ANGLES,
  cos: ANGLES,
  tan: ANGLES,
  atan: [...ANGLES, ["0.3 .. 3", between(0.3, 3)]],
};

export interface KernelError {
  readonly kernel: KernelName;
  readonly place: string;
  readonly values: number;
  /** In units of the last place of the exact value, and the arguments there. */
  readonly largest: number;
  readonly at: Pair;
}

/** Largest errors of a kernel over `values` arguments at each place, against arithmetic of 200 bits. */
export function kernelErrors(kernel: KernelName, values: number): readonly KernelError[] {
  const [host, exact] = FUNCTIONS[kernel];
  return PLACES[kernel].map(([place, draw]) => {
    const random = randomOf(`${kernel} ${place}`);
    let largest = 0;
    let at: Pair = [0, 0];
    for (let i = 0; i < values; i++) {
      const pair = draw(random);
      const error = ulpError(host(...pair), ...exact(...pair));
      if (!(error <= largest)) [largest, at] = [error, pair];
    }
    return { kernel, place, values, largest, at };
  });
}
