import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { someExpression } from "../lang/walk.ts";
import { inBaseUnits } from "./allocate.ts";
import { addAux, type Builder } from "./builder.ts";
import { type CheckTree, checkReads } from "./check-tree.ts";
import { snapTime } from "./clock.ts";
import { timeLimit } from "./compile-observation.ts";
import type { Of, Placed } from "./definitions.ts";
import { evaluateConstant } from "./evaluate-constant.ts";
import { foldLiteral } from "./fold.ts";
import { fault, irOperator, lower, unknownName } from "./lower.ts";
import type { ModelCheck, ModelReject, Override } from "./model.ts";
import type { DeclaredUnit } from "./unit-scope.ts";

const SIMPLE: ReadonlySet<string> = new Set(["abs", "min", "max", "exp", "ln", "sqrt", "floor"]);

const isBaseline = (e: Expr): boolean => e.kind === "call" && canonicalName(e.fn.text) === "baseline";

/**
 * Turns an expectation into a tree over saved series. What needs a memory, a table or a parameter becomes a hidden
 * auxiliary, so that the tree only reads stocks and auxiliaries.
 */
function checkTree(b: Builder, owner: string, e: Expr, of: "run" | "baseline"): CheckTree {
  const inner = (x: Expr): CheckTree => checkTree(b, owner, x, of);
  switch (e.kind) {
    case "number":
      return { op: "const", value: e.value };
    case "date":
      return { op: "const", value: snapTime(b.clock, e.value) };
    case "unary":
      return { op: e.op === "-" ? "neg" : "not", arg: inner(e.arg) };
    case "if": {
      const then = inner(e.then);
      const otherwise = inner(e.otherwise);
      return { op: "if", condition: inner(e.condition), then, otherwise };
    }
    case "binary":
      return { op: irOperator(e.op), left: inner(e.left), right: inner(e.right) };
    case "name": {
      const name = canonicalName(e.name.text);
      if (name === "time") return { op: "time" };
      const of_ = b.places.get(name)?.of;
      if ((of_ === "stock" || of_ === "aux") && e.subscripts.length === 0) return { op: "read", name, of };
      return throughAux(b, owner, e, of);
    }
    case "call": {
      const fn = canonicalName(e.fn.text);
      const [x, y] = e.args;
      if (fn === "baseline" && x !== undefined && y === undefined) {
        if (of === "baseline") fault(b, "baseline-twice", e.fn.span, {});
        return checkTree(b, owner, x, "baseline");
      }
      if (!SIMPLE.has(fn) || x === undefined) return throughAux(b, owner, e, of);
      if (fn === "min" || fn === "max") {
        if (y === undefined) return throughAux(b, owner, e, of);
        return e.args
          .slice(1)
          .reduce<CheckTree>((left, arg) => ({ op: fn, left, right: inner(arg) }), inner(x));
      }
      if (y !== undefined) return throughAux(b, owner, e, of);
      return { op: fn as "abs" | "exp" | "ln" | "sqrt" | "floor", arg: inner(x) };
    }
    case "range":
      return throughAux(b, owner, e, of);
  }
}

function throughAux(b: Builder, owner: string, e: Expr, of: "run" | "baseline"): CheckTree {
  if (someExpression(e, isBaseline)) {
    fault(b, "baseline-inside-function", e.span, {});
    return { op: "const", value: 0 };
  }
  const aux = addAux(b, owner, "part", lower(b, owner, e));
  return { op: "read", name: aux.op === "aux" ? b.auxiliaries[aux.index]!.name : "", of };
}

/** One setting of a check in base units; a literal is in the declared unit of the name it sets. */
function compileWhen(
  b: Builder,
  owner: string,
  when: Of<"check">["when"][number],
  declared: ReadonlyMap<string, DeclaredUnit>,
): Override | undefined {
  const name = canonicalName(when.name.text);
  const definition = b.definitions.get(name);
  const place = b.places.get(name);
  if (definition === undefined || place === undefined) {
    unknownName(b, when.name.text, when.name.span);
    return undefined;
  }
  const refuse = (code: string): undefined => {
    fault(b, code, when.name.span, { name });
  };
  if (place.of === "table") return refuse("check-sets-table");
  if (when.start && place.of !== "stock") return refuse("check-start-of");
  const start = when.start ? { start: true } : {};
  if (definition.statement.kind === "variant") {
    const options = definition.statement.options.map((o) => canonicalName(o.name.text));
    const value = when.value.kind === "name" ? options.indexOf(canonicalName(when.value.name.text)) : -1;
    if (value >= 0) return { name, value };
    fault(b, "unknown-option", when.value.span, { name: "", variant: name, options: options.join(", ") });
    return undefined;
  }
  const value = foldLiteral(when.value);
  if (value !== undefined) {
    return { name, ...start, value: inBaseUnits(b, value, declared.get(name)?.unit) };
  }
  if (place.of === "param" || place.of === "lever") {
    const known = evaluateConstant(b, lower(b, owner, when.value));
    if (known === undefined) return refuse("check-value-moves");
    return { name, ...start, value: known };
  }
  return { name, ...start, value: lower(b, owner, when.value) };
}

/** Compiles one check; expressions in `when` still have the draft's numbers of auxiliaries. */
export function compileCheck(
  b: Builder,
  { statement, chapter }: Placed<"check">,
  number: number,
  declared: ReadonlyMap<string, DeclaredUnit>,
  source: (e: Expr) => string,
): ModelCheck {
  const owner = `check ${number}`;
  const when = statement.when.flatMap((one) => compileWhen(b, owner, one, declared) ?? []);
  const expect = checkTree(b, owner, statement.expect, "run");
  const from = timeLimit(b, statement.from);
  const to = timeLimit(b, statement.to);
  return {
    title: statement.title,
    chapter,
    span: statement.span,
    when,
    expect,
    source: source(statement.expect),
    reads: checkReads(expect, "run"),
    readsBaseline: checkReads(expect, "baseline"),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    within: statement.within,
  };
}

/** A reject statement before its auxiliary has its final number. */
export function compileReject(
  b: Builder,
  { statement, chapter }: Placed<"reject">,
  number: number,
  source: (e: Expr) => string,
): ModelReject {
  const owner = `reject ${number}`;
  const aux = addAux(b, owner, "condition", lower(b, owner, statement.condition));
  const at = timeLimit(b, statement.at);
  const index = aux.op === "aux" ? aux.index : 0;
  return {
    name: b.auxiliaries[index]!.name,
    aux: index,
    ...(at === undefined ? {} : { at }),
    source: source(statement.condition),
    chapter,
    span: statement.span,
  };
}
