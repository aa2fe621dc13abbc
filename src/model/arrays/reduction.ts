import { windowCall } from "../functions.ts";

/** What a call such as `sum over region (...)` does with the values for each element. */
export interface Reduction {
  readonly of: "sum" | "mean" | "min" | "max" | "product";
  /** Canonical name of the dimension, if there is one of that name. */
  readonly over: string;
}

const FORM = /^(sum|mean|min|max|product) over (.+)$/;

/** Reads the name of a call as a reduction over a dimension; `fn` is canonical. A window over time is none. */
export function reductionCall(fn: string): Reduction | undefined {
  const match = FORM.exec(fn);
  if (match === null || windowCall(fn) !== undefined) return undefined;
  return { of: match[1] as Reduction["of"], over: match[2]! };
}
