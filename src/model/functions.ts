/** Functions of the language and how many arguments each takes. Names follow XMILE's, or else Vensim's. */
export const FUNCTIONS: ReadonlyMap<string, { readonly min: number; readonly max: number }> = new Map(
  Object.entries({
    abs: [1, 1],
    min: [2, 9],
    max: [2, 9],
    exp: [1, 1],
    ln: [1, 1],
    log10: [1, 1],
    log: [2, 2],
    sqrt: [1, 1],
    sin: [1, 1],
    cos: [1, 1],
    tan: [1, 1],
    arcsin: [1, 1],
    arccos: [1, 1],
    arctan: [1, 1],
    logistic: [1, 1],
    floor: [1, 1],
    ceil: [1, 1],
    int: [1, 1],
    integer: [1, 1],
    round: [1, 1],
    quantum: [2, 2],
    modulo: [2, 2],
    safediv: [2, 3],
    zidz: [2, 2],
    xidz: [3, 3],
    step: [2, 2],
    ramp: [2, 3],
    pulse: [3, 3],
    "pulse train": [4, 5],
    smth1: [2, 3],
    smth3: [2, 3],
    smthn: [3, 4],
    delay1: [2, 3],
    delay3: [2, 3],
    delayn: [3, 4],
    delay: [2, 3],
    trend: [2, 3],
    forcst: [3, 4],
    previous: [2, 2],
    sample: [2, 2],
    init: [1, 1],
    "random uniform": [2, 2],
    "random normal": [2, 4],
    "random lognormal": [2, 2],
    "random exponential": [1, 1],
    baseline: [1, 1],
  }).map(([name, range]) => [name, { min: range[0]!, max: range[1]! }]),
);

/** Names that stand for a number of their own: the time, the step, the ends of the run, and constants. */
export const BUILT_IN: ReadonlySet<string> = new Set(["time", "dt", "starttime", "stoptime", "pi", "inf"]);

/** Names that no definition may take. */
export const RESERVED: ReadonlySet<string> = new Set([...FUNCTIONS.keys(), ...BUILT_IN]);

export interface WindowCall {
  readonly of: "sum" | "mean";
  readonly count: number;
  readonly unit: "month" | "year" | "unit";
}

const WINDOW = /^(sum|mean) over (\d+(?:\.\d+)?) (month|year|unit)s?$/;

/** Reads `sum over 12 months` and its like; `name` is canonical. */
export function windowCall(name: string): WindowCall | undefined {
  const match = WINDOW.exec(name);
  if (match === null) return undefined;
  return { of: match[1] as "sum" | "mean", count: Number(match[2]), unit: match[3] as WindowCall["unit"] };
}
