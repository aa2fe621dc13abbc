import type { BinaryOp, Expr, Subscript } from "./ast.ts";
import {
  filled,
  lines,
  markupText,
  nameWords,
  numberMarkup,
  operator,
  type Piece,
  parenthesised,
  prefix,
  row,
  stacked,
} from "./mathml-parts.ts";
import { canonicalName } from "./names.ts";
import { COMPARISON_POWER, NEGATE_POWER, NOT_POWER, POWER } from "./parse-expression.ts";
import { printSubscript } from "./printer.ts";

/** Words inside equations, and how a date looks, in the language of the page. */
export interface MathWords {
  readonly if: string;
  readonly otherwise: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly date: (text: string) => string;
}

export const ENGLISH_MATH: MathWords = {
  if: "if",
  otherwise: "otherwise",
  and: "and",
  or: "or",
  not: "not",
  date: (text) => text,
};

/** Characters in a row of an equation before it is broken. */
export const ROW_LIMIT = 72;

/** The narrowest that a part of an equation is squeezed to. */
const LEAST = 18;

/**
 * An expression as presentation MathML, without the outer `math` element: quotients as fractions, `if` as cases, parentheses only where
 * the notation needs them. What is wider than `limit` characters is broken into rows at its outermost operators.
 */
export function mathExpression(e: Expr, words: MathWords = ENGLISH_MATH, limit = ROW_LIMIT): Piece {
  return place(e, 0, words, limit);
}

/** The same with its outer element. */
export function mathml(e: Expr, words: MathWords = ENGLISH_MATH, limit = ROW_LIMIT): string {
  return `<math display="block">${mathExpression(e, words, limit).markup}</math>`;
}

const SIGNS: Readonly<Partial<Record<BinaryOp, string>>> = {
  "-": "−",
  "*": "×",
  "<=": "≤",
  ">=": "≥",
  "<>": "≠",
};

/** `e` where the notation asks for operators of at least `power`, no wider than `limit` where that can be. */
function place(e: Expr, power: number, words: MathWords, limit: number): Piece {
  const inner = (part: Expr, own: number, room: number) => place(part, own, words, Math.max(LEAST, room));
  switch (e.kind) {
    case "number":
      return e.value < 0 && power > POWER["+"] ? parenthesised(numberMarkup(e.value)) : numberMarkup(e.value);
    case "date": {
      const text = words.date(e.text);
      return { markup: `<mtext>${markupText(text)}</mtext>`, width: text.length };
    }
    case "name":
      return withSubscripts(nameWords(e.name.text), e.subscripts);
    case "call":
      return call(e, words, limit);
    case "unary": {
      const own = e.op === "-" ? NEGATE_POWER : NOT_POWER;
      const arg = inner(e.arg, own, limit - 4);
      const sign = e.op === "-" ? prefix("−") : `<mtext>${markupText(words.not)}&#160;</mtext>`;
      // A minus behind another operator is hard to read although the grammar allows it.
      const bare = e.op === "-" ? power <= POWER["*"] : own >= power;
      return wrap({ markup: row(sign, arg.markup), width: arg.width + 2 }, !bare);
    }
    case "binary":
      return binary(e, power, words, limit);
    case "if":
      return wrap(cases(e, words, limit), power > 0);
    case "range": {
      const [low, high] = [inner(e.low, 0, limit), inner(e.high, 0, limit)];
      return { markup: row(low.markup, operator("…"), high.markup), width: low.width + high.width + 3 };
    }
  }
}

type Binary = Extract<Expr, { kind: "binary" }>;

function binary(e: Binary, power: number, words: MathWords, limit: number): Piece {
  const inner = (part: Expr, own: number, room = limit) => place(part, own, words, Math.max(LEAST, room));
  const own = POWER[e.op];
  if (e.op === "/") {
    const [above, below] = [inner(e.left, 0, limit - 2), inner(e.right, 0, limit - 2)];
    const markup = `<mfrac>${row(above.markup)}${row(below.markup)}</mfrac>`;
    // Its line groups what a slash could not: only under an exponent does a fraction need parentheses.
    return wrap({ markup, width: Math.max(above.width, below.width) + 1 }, power > POWER["^"]);
  }
  if (e.op === "^") {
    const [base, exponent] = [inner(e.left, own + 1), inner(e.right, 0, Number.POSITIVE_INFINITY)];
    const markup = `<msup>${row(base.markup)}${row(exponent.markup)}</msup>`;
    return wrap({ markup, width: base.width + exponent.width * 0.75 }, power > own);
  }
  const room = limit - (own < power ? 2 : 0);
  const parts = chain(e).map(({ sign, part, first }) => ({
    sign: sign === "and" ? words.and : sign === "or" ? words.or : (SIGNS[sign] ?? sign),
    piece: inner(part, first && own !== COMPARISON_POWER ? own : own + 1, room - 3),
  }));
  return wrap(filled(parts, room), own < power);
}

/** The operands of a chain of operators of one strength, each with the sign before it. */
function chain(
  e: Binary,
): readonly { readonly sign: BinaryOp; readonly part: Expr; readonly first: boolean }[] {
  const together = (part: Expr): part is Binary =>
    part.kind === "binary" && POWER[part.op] === POWER[e.op] && part.op !== "/" && part.op !== "^";
  const chains = POWER[e.op] !== COMPARISON_POWER;
  const left =
    chains && together(e.left) ? chain(e.left) : [{ sign: e.op, part: e.left, first: true } as const];
  return [...left, { sign: e.op, part: e.right, first: false }];
}

/** `max(a, b)`; roots and absolute values have signs of their own. Arguments that do not fit stand below one another. */
function call(e: Extract<Expr, { kind: "call" }>, words: MathWords, limit: number): Piece {
  const fn = canonicalName(e.fn.text);
  const [first, second] = e.args;
  if (fn === "sqrt" && first !== undefined && second === undefined) {
    const inside = place(first, 0, words, limit - 2);
    return { markup: `<msqrt>${inside.markup}</msqrt>`, width: inside.width + 2 };
  }
  if (fn === "abs" && first !== undefined && second === undefined) {
    const inside = place(first, 0, words, limit - 2);
    const bar = '<mo fence="true" stretchy="true">|</mo>';
    return { markup: row(bar, inside.markup, bar), width: inside.width + 2 };
  }
  const head = nameWords(e.fn.text);
  const room = Math.max(LEAST, limit - head.width - 2);
  const args = e.args.map((arg) => place(arg, 0, words, room - 1));
  const comma = '<mo separator="true">,</mo>';
  const widths = args.reduce((sum, arg) => sum + arg.width + 2, 0);
  const inside =
    widths <= room || args.length < 2
      ? { markup: row(args.map(({ markup }) => markup).join(comma)), width: widths }
      : stacked(
          args.map(({ markup, width }, i) => ({
            markup: row(markup, i === args.length - 1 ? "" : comma),
            width: width + 1,
          })),
        );
  const body = parenthesised(inside);
  return { markup: row(head.markup, "<mo>&#8289;</mo>", body.markup), width: head.width + body.width };
}

/** One line for each branch: its value, and the condition under which it holds. */
function cases(e: Extract<Expr, { kind: "if" }>, words: MathWords, limit: number): Piece {
  const rows: string[][] = [];
  let widest = 0;
  const add = (value: Expr, condition: Expr | undefined) => {
    const room = Math.max(LEAST, limit / 2 - 4);
    const left = place(value, 0, words, room);
    const right = condition === undefined ? undefined : place(condition, 0, words, room);
    const text = right === undefined ? words.otherwise : words.if;
    const said = `<mtext>${markupText(text)}${right === undefined ? "" : "&#160;"}</mtext>`;
    rows.push([left.markup, right === undefined ? said : row(said, right.markup)]);
    widest = Math.max(widest, left.width + text.length + (right?.width ?? 0) + 4);
  };
  let rest: Expr = e;
  for (; rest.kind === "if"; rest = rest.otherwise) add(rest.then, rest.condition);
  add(rest, undefined);
  return {
    markup: row('<mo fence="true" stretchy="true">{</mo>', lines("cases", rows)),
    width: widest,
  };
}

function withSubscripts(name: Piece, subscripts: readonly Subscript[]): Piece {
  if (subscripts.length === 0) return name;
  const text = subscripts.map(printSubscript).join(", ");
  return {
    markup: `<msub>${name.markup}<mtext>${markupText(text)}</mtext></msub>`,
    width: name.width + text.length * 0.75,
  };
}

function wrap(piece: Piece, needed: boolean): Piece {
  return needed ? parenthesised(piece) : piece;
}
