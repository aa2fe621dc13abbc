import type { Span } from "../../base/diagnostic.ts";
import type { Expr } from "../../lang/ast.ts";
import { addAux, type Builder, two } from "../builder.ts";
import type { IrExpr, IrSlice, IrVector } from "../ir.ts";
import type { ArraySlice, ArraySum } from "./array-expression.ts";
import { type Family, nameAt } from "./family.ts";

/**
 * A sum over an array as one operation over vectors. Where an element is no single quantity (a constant drawn
 * anew each year), it is written out as additions, in the same order. `lowerName` lowers the read of an element.
 */
export function lowerSum(
  b: Builder,
  owner: string,
  sum: ArraySum,
  span: Span,
  lower: (e: Expr) => IrExpr,
): IrExpr {
  if ("terms" in sum) {
    const members = sum.terms.map((term) => {
      const e = lower(term);
      return asMember(e) ?? asMember(addAux(b, owner, "sum term", e))!;
    });
    b.vectors.push({ name: `${owner}: terms ${b.vectors.length + 1}`, members });
    const of = { vector: b.vectors.length - 1, first: 0, stride: 1 };
    return { op: "sumproduct", count: members.length, of };
  }
  const of = irSlice(b, sum.of);
  const times = sum.times === undefined ? undefined : irSlice(b, sum.times);
  if (of !== undefined && (times !== undefined || sum.times === undefined)) {
    return { op: "sumproduct", count: sum.count, of, ...(times === undefined ? {} : { times }) };
  }
  const element = ({ array, first, stride }: ArraySlice, i: number): IrExpr => {
    const index = first + i * stride;
    const name = { text: nameAt(b.families.get(array)!, index), span };
    const read = { kind: "name" as const, name, subscripts: [], span, element: { array, index } };
    return lower(read);
  };
  return Array.from({ length: sum.count }, (_, i) =>
    sum.times === undefined ? element(sum.of, i) : two("mul", element(sum.of, i), element(sum.times, i)),
  ).reduce((left, right) => two("add", left, right));
}

type Member = Extract<IrVector, { members: unknown }>["members"][number];

function asMember(e: IrExpr): Member | undefined {
  switch (e.op) {
    case "param":
    case "lever":
    case "stock":
    case "aux":
    case "held":
      return { of: e.op, index: e.index };
    default:
      return undefined;
  }
}

function irSlice(b: Builder, { array, first, stride }: ArraySlice): IrSlice | undefined {
  const vector = vectorOf(b, b.families.get(array)!);
  return vector === undefined ? undefined : { vector, first, stride };
}

/** Index of an array's vector in the IR; undefined where an element is no single quantity. */
export function vectorOf(b: Builder, family: Family): number | undefined {
  const { name } = family;
  if (b.vectorOf.has(name)) return b.vectorOf.get(name);
  const vector = makeVector(b, family);
  if (vector !== undefined) b.vectors.push(vector);
  const index = vector === undefined ? undefined : b.vectors.length - 1;
  b.vectorOf.set(name, index);
  return index;
}

function makeVector(b: Builder, family: Family): IrVector | undefined {
  const values = b.fixed.get(family.name);
  if (values !== undefined) return { name: family.name, values };
  const members: Member[] = [];
  for (let i = 0; i < family.count; i++) {
    const place = b.places.get(nameAt(family, i));
    if (place === undefined || place.count !== undefined) return undefined;
    if (place.of === "table" || place.of === "vector") return undefined;
    members.push({ of: place.of, index: place.index });
  }
  return { name: family.name, members };
}
