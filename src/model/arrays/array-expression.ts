import type { Expr } from "../../lang/ast.ts";

/** Elements first, first + stride ... of an array. */
export interface ArraySlice {
  readonly array: string;
  readonly first: number;
  readonly stride: number;
}

/** A sum over elements of an array, or over products of the elements of two. */
export interface PlainSum {
  readonly count: number;
  readonly of: ArraySlice;
  readonly times?: ArraySlice;
}

/** A sum over an array; one that is not plain has terms of any kind. */
export type ArraySum = PlainSum | { readonly terms: readonly Expr[] };

type Call = Extract<Expr, { kind: "call" }>;
type Read = Extract<Expr, { kind: "name" }>;

/** The call of a sum in the tree of one element; its argument is the first term. */
export type SumCall = Call & { readonly sum: ArraySum };

/** An element that is read in the tree of one element: its name is whole, `rate[north]`. */
export type ElementRead = Read & { readonly element: { readonly array: string; readonly index: number } };

export function sumOf(e: Expr): ArraySum | undefined {
  return "sum" in e ? (e as SumCall).sum : undefined;
}

export function elementOf(e: Expr): ElementRead["element"] | undefined {
  return "element" in e ? (e as ElementRead).element : undefined;
}
