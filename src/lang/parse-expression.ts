import type { BinaryOp, Expr } from "./ast.ts";
import {
  acceptSymbol,
  acceptWords,
  atSymbol,
  atWords,
  type Cursor,
  fail,
  gapBefore,
  isReserved,
  numberValue,
  peek,
  quote,
  readName,
  refuseDigits,
  spanFrom,
  startsClause,
  tokenSpan,
} from "./cursor.ts";
import { dateValue } from "./dates.ts";
import { readSubscripts } from "./elements.ts";
import { expectClose, missing, refuseForeignOperator, unexpected } from "./unexpected.ts";

/** Binding powers of the binary operators; higher binds stronger. `not` stands between `and` and comparisons. */
export const POWER: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  "=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "^": 8,
};
export const NOT_POWER = 3;
export const COMPARISON_POWER = 4;
export const NEGATE_POWER = 7;

/** How deep an expression may nest, chains of operators included: keeps every later layer clear of the stack's end. */
export const MAX_EXPRESSION_DEPTH = 250;

const depths = new WeakMap<Expr, number>();

/** Reads an expression whose operators all bind at least as strongly as `power`. */
export function readExpression(c: Cursor, power = 0): Expr {
  const first = c.at;
  if (++c.depth > MAX_EXPRESSION_DEPTH) tooDeep(c, first);
  let left = readPrefix(c);
  for (;;) {
    const op = binaryOperator(c);
    if (op === undefined || POWER[op] < power) break;
    const at = c.at;
    if (op === "-" && !(gapBefore(c, at) && gapBefore(c, at + 1))) minusNeedsSpaces(c);
    c.at++;
    refuseForeignPair(c, at);
    const right = readExpression(c, op === "^" ? NEGATE_POWER : POWER[op] + 1);
    left = sized(c, first, [left, right], { kind: "binary", op, left, right, span: spanFrom(c, first) });
    if (POWER[op] === COMPARISON_POWER) refuseChain(c, first);
  }
  c.depth--;
  return left;
}

/** Reads `low..high`. */
export function readRange(c: Cursor): Expr & { kind: "range" } {
  const first = c.at;
  const low = readExpression(c);
  if (!acceptSymbol(c, "..")) missing(c, "..");
  const high = readExpression(c);
  return { kind: "range", low, high, span: spanFrom(c, first) };
}

/** Reads an expression that has to stand in parentheses after a clause word, as in `expect (a = b)`. */
export function readParenthesised(c: Cursor, clause: string): Expr {
  if (!atSymbol(c, "(")) {
    fail(c, "clause-needs-parentheses", tokenSpan(c, peek(c)), { clause, found: quote(peek(c)) });
  }
  return readExpression(c);
}

function readPrefix(c: Cursor): Expr {
  const first = c.at;
  const token = peek(c);
  if (token === undefined) return missingOperand(c);
  if (token.kind === "number") {
    c.at++;
    return sized(c, first, [], { kind: "number", value: numberValue(c, token), span: spanFrom(c, first) });
  }
  if (token.kind === "date") {
    c.at++;
    const value = dateValue(token.text);
    if (value === undefined) fail(c, "bad-date", tokenSpan(c, token), { found: token.text });
    return sized(c, first, [], { kind: "date", text: token.text, value, span: spanFrom(c, first) });
  }
  if (acceptSymbol(c, "-")) {
    const arg = readExpression(c, NEGATE_POWER);
    return sized(c, first, [arg], { kind: "unary", op: "-", arg, span: spanFrom(c, first) });
  }
  if (acceptWords(c, "not")) {
    const arg = readExpression(c, NOT_POWER);
    return sized(c, first, [arg], { kind: "unary", op: "not", arg, span: spanFrom(c, first) });
  }
  if (atWords(c, "if")) return readIf(c);
  if (acceptSymbol(c, "(")) {
    if (atSymbol(c, ")")) emptyParentheses(c, first);
    c.open++;
    const inner = readExpression(c);
    expectClose(c, first, ")");
    c.open--;
    return inner;
  }
  if (token.kind === "word" && !isReserved(token) && !startsClause(c, c.at)) return readReference(c);
  refuseDigits(c, token);
  return missingOperand(c);
}

function readIf(c: Cursor): Expr {
  const first = c.at;
  c.at++;
  if (atWords(c, "then else")) {
    c.at += 2;
    const data = { found: "if then else(a, b, c)", suggestion: "if a then b else c" };
    fail(c, "unknown-operator", spanFrom(c, first), data);
  }
  const condition = readExpression(c);
  if (!acceptWords(c, "then")) unexpected(c, "then");
  const then = readExpression(c);
  if (!acceptWords(c, "else")) unexpected(c, "else");
  const otherwise = readExpression(c);
  const span = spanFrom(c, first);
  return sized(c, first, [condition, then, otherwise], { kind: "if", condition, then, otherwise, span });
}

/** A name, a name with subscripts, or a call. */
function readReference(c: Cursor): Expr {
  const first = c.at;
  const name = readName(c);
  const open = c.at;
  if (acceptSymbol(c, "(")) {
    if (atSymbol(c, ")")) emptyParentheses(c, first);
    const args: Expr[] = [];
    c.open++;
    do args.push(readExpression(c));
    while (acceptSymbol(c, ","));
    expectClose(c, open, ")");
    c.open--;
    return sized(c, first, args, { kind: "call", fn: name, args, span: spanFrom(c, first) });
  }
  refuseTwoDimensions(c, first, name.text);
  const subscripts = readSubscripts(c);
  return sized(c, first, [], { kind: "name", name, subscripts, span: spanFrom(c, first) });
}

/** Gives up at `sum over region, age (x)`; the cursor stands after `sum over region`. */
function refuseTwoDimensions(c: Cursor, first: number, name: string): void {
  const of = /^(sum|mean|min|max|product)\s+over\s/i.exec(name)?.[1];
  if (of === undefined || !atSymbol(c, ",")) return;
  let end = c.at + 1;
  while (c.tokens[end]?.kind === "word") end++;
  if (end === c.at + 1 || c.tokens[end]?.text !== "(") return;
  const second = c.text.slice(c.tokens[c.at + 1]!.start, c.tokens[end - 1]!.end);
  const span = { ...spanFrom(c, first), end: tokenSpan(c, c.tokens[end - 1]).end };
  fail(c, "over-one-dimension", span, { name: name.replace(/\s+/g, " "), of: of.toLowerCase(), second });
}

function binaryOperator(c: Cursor): BinaryOp | undefined {
  const token = peek(c);
  if (token === undefined || startsClause(c, c.at)) return undefined;
  const text = token.kind === "word" ? token.text.toLowerCase() : token.text;
  const isOperator = token.kind === "symbol" || text === "and" || text === "or";
  return isOperator && Object.hasOwn(POWER, text) ? (text as BinaryOp) : undefined;
}

/** Records the depth of a new node and gives up where it is too deep. */
function sized(c: Cursor, first: number, children: readonly Expr[], node: Expr): Expr {
  const depth = 1 + children.reduce((most, child) => Math.max(most, depths.get(child) ?? 0), 0);
  if (depth > MAX_EXPRESSION_DEPTH) tooDeep(c, first);
  depths.set(node, depth);
  return node;
}

function tooDeep(c: Cursor, first: number): never {
  fail(c, "too-deep", tokenSpan(c, c.tokens[first]), { limit: MAX_EXPRESSION_DEPTH });
}

function minusNeedsSpaces(c: Cursor): never {
  const left = quote(c.tokens[c.at - 1]);
  const right = quote(peek(c, 1));
  fail(c, "minus-needs-spaces", tokenSpan(c, peek(c)), { left, right });
}

/** Finds `==`, `**`, `//`, `=>` and the like, of which the first half was read as an operator at token `at`. */
function refuseForeignPair(c: Cursor, at: number): void {
  if (!gapBefore(c, c.at) && peek(c)?.kind === "symbol" && !atSymbol(c, "(") && !atSymbol(c, "-")) {
    refuseForeignOperator(c, at);
  }
}

function refuseChain(c: Cursor, first: number): void {
  const op = binaryOperator(c);
  if (op === undefined || POWER[op] !== COMPARISON_POWER) return;
  refuseForeignOperator(c);
  fail(c, "chained-comparison", { ...spanFrom(c, first), end: tokenSpan(c, peek(c)).end }, { operator: op });
}

function emptyParentheses(c: Cursor, first: number): never {
  c.at++;
  fail(c, "empty-parentheses", spanFrom(c, first), { text: quote(c.tokens[first]) });
}

function missingOperand(c: Cursor): never {
  const token = peek(c);
  const before = c.tokens[c.at - 1];
  refuseForeignOperator(c);
  if (token?.kind === "unknown" || token?.kind === "string") unexpected(c);
  fail(c, "expected-operand", tokenSpan(c, token), { found: quote(token), after: quote(before) });
}
