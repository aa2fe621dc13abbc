import fc from "fast-check";

/** Elements of the two dimensions of a random model; `few` is a subrange of the regions, in their order. */
export interface Shape {
  readonly regions: number;
  readonly ages: number;
  readonly few: readonly number[];
}

/** Places in force: the element of each dimension in an equation or inside a sum. */
type Place = Readonly<Record<string, number>>;

/** A piece of an equation that can be written with arrays, and by hand for one element. */
export interface Piece {
  readonly array: (shape: Shape) => string;
  readonly scalar: (shape: Shape, at: Place) => string;
}

/** An array of a random model and how an element of it is called in the model written by hand. */
interface Source {
  readonly name: string;
  readonly dims: readonly ("region" | "age")[];
}

export const regionName = (i: number): string => `r${i}`;
export const ageName = (i: number): string => `a${i}`;
export const scalarName = (name: string, places: readonly number[]): string => `${name}_${places.join("_")}`;

const SOURCES: readonly Source[] = [
  { name: "p", dims: [] },
  { name: "pr", dims: ["region"] },
  { name: "pra", dims: ["region", "age"] },
  { name: "s", dims: ["region"] },
  { name: "w", dims: ["region", "age"] },
  { name: "effort", dims: ["region"] },
  { name: "fixed", dims: ["region", "age"] },
];

/** A dimension that has an element at a place, or a subrange of one; innermost last. */
type Open = readonly ("region" | "age" | "few")[];

const lineOf = (symbol: Open[number]): "region" | "age" => (symbol === "age" ? "age" : "region");

/** How a read names the element of a dimension: by a dimension or subrange that has one there, or outright. */
type Pick = { readonly symbol: Open[number]; readonly innermost: boolean } | { readonly element: number };

function read(source: Source, picks: readonly Pick[]): Piece {
  const implicit = picks.every((pick) => "innermost" in pick && pick.innermost);
  const count = (shape: Shape, d: number): number =>
    source.dims[d] === "region" ? shape.regions : shape.ages;
  return {
    array: (shape) => {
      if (implicit) return source.name;
      const parts = picks.map((pick, d) => {
        if ("symbol" in pick) return pick.symbol;
        const element = pick.element % count(shape, d);
        return source.dims[d] === "region" ? regionName(element) : ageName(element);
      });
      return `${source.name}[${parts.join(", ")}]`;
    },
    scalar: (shape, at) => {
      if (source.dims.length === 0) return source.name;
      const places = picks.map((pick, d) =>
        "symbol" in pick ? at[pick.symbol]! : pick.element % count(shape, d),
      );
      return scalarName(source.name, places);
    },
  };
}

/** A read of one of the sources that fits where the dimensions `open` have an element. */
function reads(sources: readonly Source[], open: Open): fc.Arbitrary<Piece> {
  const pickOf = (dim: "region" | "age"): fc.Arbitrary<Pick> => {
    const element = fc.record({ element: fc.nat(20) });
    const fitting = open.filter((symbol) => lineOf(symbol) === dim);
    const innermost = fitting.at(-1);
    if (innermost === undefined) return element;
    const symbols = fitting.map((symbol) => ({ symbol, innermost: symbol === innermost }));
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...symbols) }, { weight: 1, arbitrary: element });
  };
  return fc
    .constantFrom(...sources)
    .chain((source) => fc.tuple(...source.dims.map(pickOf)).map((picks) => read(source, picks)));
}

const join = (op: string, a: Piece, b: Piece): Piece => ({
  array: (shape) => `(${a.array(shape)} ${op} ${b.array(shape)})`,
  scalar: (shape, at) => `(${a.scalar(shape, at)} ${op} ${b.scalar(shape, at)})`,
});

/** `sum over region (body)` and its like; by hand the terms one after the other. */
function reduce(of: "sum" | "mean" | "min" | "max", over: "region" | "age" | "few", body: Piece): Piece {
  const elements = (shape: Shape): readonly number[] => {
    if (over === "few") return shape.few;
    return Array.from({ length: over === "region" ? shape.regions : shape.ages }, (_, i) => i);
  };
  return {
    array: (shape) => `${of} over ${over} (${body.array(shape)})`,
    scalar: (shape, at) => {
      const terms = elements(shape).map((i) => body.scalar(shape, { ...at, [over]: i }));
      if (of === "min" || of === "max") {
        return terms.slice(1).reduce((left, right) => `${of}(${left}, ${right})`, terms[0]!);
      }
      const sum = `(${terms.join(" + ")})`;
      return of === "sum" ? sum : `(${sum} / ${terms.length})`;
    },
  };
}

function choice(symbol: "region" | "few", element: number, then: Piece, otherwise: Piece): Piece {
  return {
    array: (shape) =>
      `(if ${symbol} = ${regionName(element % shape.regions)} then ${then.array(shape)} else ${otherwise.array(shape)})`,
    scalar: (shape, at) => (at[symbol] === element % shape.regions ? then : otherwise).scalar(shape, at),
  };
}

/** A piece of an equation in which the dimensions `open` have an element. */
export function pieces(sources: readonly Source[], open: Open, depth: number): fc.Arbitrary<Piece> {
  const symbol = open.findLast((one) => one === "region" || one === "few") as "region" | "few" | undefined;
  const leaf = fc.oneof(
    { weight: 4, arbitrary: reads(sources, open) },
    { weight: 1, arbitrary: fc.constantFrom("0.5", "2", "0.125", "time").map((t) => same(t)) },
    ...(symbol === undefined ? [] : [{ weight: 1, arbitrary: fc.constant(position(symbol)) }]),
  );
  if (depth === 0) return leaf;
  const inner = pieces(sources, open, depth - 1);
  const reduction = fc.constantFrom("region" as const, "age" as const, "few" as const).chain((over) => {
    const within = [...open.filter((one) => one !== over), over];
    const body = fc.oneof(
      reads(sources, within),
      fc.tuple(reads(sources, within), reads(sources, within)).map(([a, b]) => join("*", a, b)),
      pieces(sources, within, depth - 1),
    );
    return fc
      .tuple(
        fc.constantFrom("sum" as const, "sum" as const, "mean" as const, "min" as const, "max" as const),
        body,
      )
      .map(([of, one]) => reduce(of, over, one));
  });
  return fc.oneof(
    leaf,
    reduction,
    fc.tuple(fc.constantFrom("+", "-", "*"), inner, inner).map(([op, a, b]) => join(op, a, b)),
    ...(symbol === undefined
      ? []
      : [fc.tuple(fc.nat(20), inner, inner).map(([i, a, b]) => choice(symbol, i, a, b))]),
  );
}

const same = (text: string): Piece => ({ array: () => text, scalar: () => text });
const position = (symbol: "region" | "few"): Piece => ({
  array: () => `position(${symbol})`,
  scalar: (shape, at) => {
    const place = at[symbol]!;
    return String((symbol === "few" ? shape.few.indexOf(place) : place) + 1);
  },
});

/** An equation of a random model. */
export interface Equation extends Source {
  readonly right: Piece;
}

/** A few equations, each of which may read those before it. */
export const equations: fc.Arbitrary<readonly Equation[]> = fc
  .array(fc.constantFrom<Source["dims"]>([], ["region"], ["region", "age"], ["region"]), {
    minLength: 2,
    maxLength: 5,
  })
  .chain((dims) =>
    fc.tuple(
      ...dims.map((own, i) => {
        const before = dims.slice(0, i).map((d, k) => ({ name: `e${k}`, dims: d }));
        return pieces([...SOURCES, ...before], own, 2).map((right) => ({ name: `e${i}`, dims: own, right }));
      }),
    ),
  );

export const shapes: fc.Arbitrary<Shape> = fc
  .record({ regions: fc.integer({ min: 2, max: 20 }), ages: fc.integer({ min: 1, max: 3 }) })
  .chain(({ regions, ages }) =>
    fc
      .uniqueArray(fc.nat(regions - 1), { minLength: 1, maxLength: regions })
      .map((few) => ({ regions, ages, few: [...few].sort((a, b) => a - b) })),
  );
