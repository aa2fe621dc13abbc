import { formatExact } from "../base/number-format.ts";
import type { Exception, Expr, Name, PriorNode, Reference, Setting, Statement, UnitText } from "./ast.ts";
import { printSubscript } from "./printer.ts";

/** A statement as an S-expression on one line, for fixtures and debugging: `(equation {a} [kg] (* 2 {b}) @X)`. */
export function statementTree(s: Statement): string {
  return list(s.kind, ...statementParts(s), ...s.references.map(reference));
}

function reference(r: Reference): string {
  return `@${r.id}${r.reason === undefined ? "" : JSON.stringify(r.reason)}`;
}

/** An expression as an S-expression: names in `{ }`, numbers and dates bare. */
export function expressionTree(e: Expr): string {
  switch (e.kind) {
    case "number":
      return formatExact(e.value);
    case "date":
      return e.text;
    case "name": {
      const subscripts = e.subscripts.map(printSubscript).join(", ");
      return subscripts === "" ? `{${e.name.text}}` : `{${e.name.text}}[${subscripts}]`;
    }
    case "call":
      return list("call", `{${e.fn.text}}`, ...e.args.map(expressionTree));
    case "unary":
      return list(e.op, expressionTree(e.arg));
    case "binary":
      return list(e.op, expressionTree(e.left), expressionTree(e.right));
    case "if":
      return list("if", expressionTree(e.condition), expressionTree(e.then), expressionTree(e.otherwise));
    case "range":
      return list("range", expressionTree(e.low), expressionTree(e.high));
  }
}

type Part = string | undefined;

function statementParts(s: Statement): readonly Part[] {
  switch (s.kind) {
    case "time":
      return [
        ...[
          expressionTree(s.from),
          expressionTree(s.to),
          list("steps", formatExact(s.steps), s.per),
          s.method,
        ],
        labelled("results", s.resultsFrom),
        labelled("decision", s.decision),
        s.saveEvery === undefined ? undefined : list("save", formatExact(s.saveEvery), s.saveUnit),
      ];
    case "unit":
      return [`{${s.name.text}}`, s.factor === undefined ? undefined : formatExact(s.factor), unit(s.of)];
    case "stock":
      return [
        ...head(s),
        labelled("start", s.start),
        s.inflows.length === 0 ? undefined : list("in", ...s.inflows.map(expressionTree)),
        s.outflows.length === 0 ? undefined : list("out", ...s.outflows.map(expressionTree)),
      ];
    case "equation":
      return [...head(s), ...right(s), ...(s.exceptions ?? []).map(exception)];
    case "dimension":
      return [
        `{${s.name.text}}`,
        s.of === undefined ? undefined : list("of", `{${s.of.text}}`),
        ...names(s.elements),
        s.range === undefined
          ? undefined
          : list("range", formatExact(s.range.low), formatExact(s.range.high)),
        s.from === undefined
          ? undefined
          : list("from", JSON.stringify(s.from.file), JSON.stringify(s.from.column)),
      ];
    case "lever": {
      const range = list("range", expressionTree(s.low), expressionTree(s.high));
      return [...head(s), expressionTree(s.value), range, list("ramp", formatExact(s.rampMonths))];
    }
    case "table":
      return [
        ...head(s),
        s.of === undefined ? undefined : list("of", unit(s.of)),
        ...s.points.map((p) => list(expressionTree(p.x), expressionTree(p.y))),
        s.shape,
      ];
    case "data":
      return [
        ...[...head(s), JSON.stringify(s.file), JSON.stringify(s.column)],
        s.at === undefined ? undefined : list("at", ...s.at.map((column) => JSON.stringify(column.text))),
        s.otherwise === undefined ? undefined : list("otherwise", formatExact(s.otherwise)),
      ];
    case "variant":
      return [`{${s.name.text}}`, ...s.options.map((o) => list(`{${o.name.text}}`, formatExact(o.weight)))];
    case "outcome":
      return [`{${s.name.text}}${elements(s.subscripts)}`, s.better];
    case "observe":
      return [
        ...[...head(s), expressionTree(s.expr), JSON.stringify(s.file), JSON.stringify(s.column)],
        list("late", formatExact(s.lateMonths)),
        s.error === undefined ? undefined : list(s.error.kind, formatExact(s.error.value)),
        s.discrepancy === undefined
          ? undefined
          : list("discrepancy", formatExact(s.discrepancy.value), formatExact(s.discrepancy.months)),
        labelled("from", s.from),
        labelled("to", s.to),
        list("every", formatExact(s.everyMonths)),
      ];
    case "held":
      return [...head(s), expressionTree(s.start)];
    case "rule":
      return [
        `{${s.name.text}}`,
        labelled("from", s.from),
        labelled("when", s.when),
        list("raise", `{${s.raise.text}}`),
        labelled("by", s.by),
        labelled("up-to", s.upTo),
        labelled("every", s.every),
        labelled("until", s.until),
      ];
    case "check":
      return [
        JSON.stringify(s.title),
        ...s.when.map((w) => setting(w.start ? "start" : "when", w)),
        labelled("expect", s.expect),
        labelled("from", s.from),
        labelled("to", s.to),
        list("within", formatExact(s.within)),
      ];
    case "reject":
      return [expressionTree(s.condition), labelled("at", s.at)];
    case "mechanism":
      return [
        JSON.stringify(s.name.text),
        list("conceived", s.conceived),
        ...s.off.map((one) => setting("off", one)),
      ];
    case "known":
      return [`{${s.name.text}}${elements(s.subscripts)}`, list("late", formatExact(s.lateMonths))];
    case "forecast":
      return [`{${s.name.text}}`, ...names(s.components), list("against", `{${s.against.text}}`)];
  }
}

function setting(label: string, s: Setting): string {
  return list(label, `{${s.name.text}}${elements(s.subscripts)}`, expressionTree(s.value));
}

function list(...parts: readonly Part[]): string {
  return `(${parts.filter((p) => p !== undefined && p !== "").join(" ")})`;
}

function labelled(label: string, e: Expr | undefined): Part {
  return e === undefined ? undefined : list(label, expressionTree(e));
}

function unit(u: UnitText | undefined): Part {
  return u === undefined ? undefined : `[${u.text}]`;
}

function names(list: readonly Name[] | undefined): readonly Part[] {
  return list?.map((name) => `{${name.text}}`) ?? [];
}

function elements(list: readonly Name[] | undefined): string {
  return list === undefined ? "" : `[${list.map((name) => name.text).join(", ")}]`;
}

function head(s: {
  readonly name: Name;
  readonly dimensions?: readonly Name[];
  readonly unit?: UnitText;
}): readonly Part[] {
  const dimensions = s.dimensions === undefined ? undefined : list("dimensions", ...names(s.dimensions));
  return [`{${s.name.text}}`, dimensions, unit(s.unit)];
}

function right(s: { readonly expr: Expr; readonly prior?: PriorNode }): readonly Part[] {
  return [expressionTree(s.expr), s.prior === undefined ? undefined : priorTree(s.prior)];
}

function exception(e: Exception): Part {
  return list("except", ...names(e.elements), ...right(e), ...e.references.map(reference));
}

function priorTree(prior: PriorNode): string {
  const anew = prior.anew === "year" ? "anew-each-year" : undefined;
  return list("prior", prior.distribution.text, ...prior.args.map(expressionTree), anew);
}
