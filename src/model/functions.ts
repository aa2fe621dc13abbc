/** Functions of the language and how many arguments each takes. Names follow XMILE's. */
export const FUNCTIONS: ReadonlyMap<string, { readonly min: number; readonly max: number }> = new Map(
  Object.entries({
    abs: [1, 1],
    min: [2, 9],
    max: [2, 9],
    exp: [1, 1],
    ln: [1, 1],
    sqrt: [1, 1],
    floor: [1, 1],
    step: [2, 2],
    ramp: [3, 3],
    pulse: [3, 3],
    smth1: [2, 3],
    smth3: [2, 3],
    delay1: [2, 3],
    delay3: [2, 3],
    delay: [2, 3],
    previous: [2, 2],
    sample: [2, 2],
    init: [1, 1],
    safediv: [2, 3],
    logistic: [1, 1],
    baseline: [1, 1],
  }).map(([name, range]) => [name, { min: range[0]!, max: range[1]! }]),
);

/** Names that no definition may take. */
export const RESERVED: ReadonlySet<string> = new Set([...FUNCTIONS.keys(), "time", "dt"]);

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
