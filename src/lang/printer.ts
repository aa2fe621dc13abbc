import { formatExact } from "../base/number-format.ts";
import type { Exception, Expr, Name, Reference, Setting, Statement, Subscript, UnitText } from "./ast.ts";
import { COMPARISON_POWER, NEGATE_POWER, NOT_POWER, POWER } from "./parse-expression.ts";

/** The text of an expression with as few parentheses as the grammar allows: parsing it gives the same tree, spans aside. */
export function printExpression(e: Expr): string {
  return print(e, 0);
}

/** Prints `e` where the grammar asks for operators of at least `power`. */
function print(e: Expr, power: number): string {
  switch (e.kind) {
    case "number":
      return formatExact(e.value);
    case "date":
      return e.text;
    case "name": {
      const subscripts = e.subscripts.map(printSubscript).join(", ");
      return subscripts === "" ? e.name.text : `${e.name.text}[${subscripts}]`;
    }
    case "call":
      return `${e.fn.text}(${e.args.map((arg) => print(arg, 0)).join(", ")})`;
    case "unary":
      return e.op === "-"
        ? wrap(`-${print(e.arg, NEGATE_POWER)}`, NEGATE_POWER < power)
        : wrap(`not ${print(e.arg, NOT_POWER)}`, NOT_POWER < power);
    case "binary": {
      const own = POWER[e.op];
      // Comparisons do not chain and ^ groups to the right; the others group to the left.
      const left = print(e.left, own === COMPARISON_POWER || e.op === "^" ? own + 1 : own);
      const right = print(e.right, e.op === "^" ? NEGATE_POWER : own + 1);
      return wrap(`${left} ${e.op} ${right}`, own < power);
    }
    case "if": {
      const text = `if ${print(e.condition, 0)} then ${print(e.then, 0)} else ${print(e.otherwise, 0)}`;
      return wrap(text, power > 0);
    }
    case "range":
      return `${print(e.low, 0)}..${print(e.high, 0)}`;
  }
}

function wrap(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

/** The text of statements, one after the other, ready to stand in a `model` block. */
export function printStatements(statements: readonly Statement[]): string {
  return statements.map((s) => `${printStatement(s)}\n`).join("");
}

/** The text of one statement without a final line feed; parsing it gives the same tree, spans aside. */
function printStatement(s: Statement): string {
  const references = s.references.map((r) => `  ${printReference(r)}`).join("");
  // References of a stock and of an equation stand before the lines of its clauses.
  const [head = "", ...lines] = statementLines(s);
  if (s.kind === "stock" || s.kind === "equation") return [head + references, ...lines].join("\n");
  return [head, ...lines].join("\n") + references;
}

function statementLines(s: Statement): readonly string[] {
  switch (s.kind) {
    case "time":
      return [
        `time from ${endless(s.from)} to ${endless(s.to)}, ${formatExact(s.steps)} steps a ${s.per}, ${s.method}` +
          clause(s.resultsFrom, (e) => `, results from ${endless(e)}`) +
          clause(s.decision, (e) => `, decision ${endless(e)}`) +
          clause(s.saveEvery, (n) => `, save every ${count(n, s.saveUnit ?? "month")}`),
      ];
    case "unit":
      return [`unit ${s.name.text}${clause(s.factor, (f) => ` = ${formatExact(f)}`)}${unitOf(s.of)}`];
    case "stock":
      return [
        `stock ${named(s)}`,
        `  start  ${print(s.start, 0)}`,
        ...(s.inflows.length === 0 ? [] : [`  in     ${list(s.inflows)}`]),
        ...(s.outflows.length === 0 ? [] : [`  out    ${list(s.outflows)}`]),
      ];
    case "equation":
      return [
        `${named(s)} = ${print(s.expr, 0)}${clause(s.prior, printPrior)}`,
        ...(s.exceptions ?? []).map(printException),
      ];
    case "dimension": {
      const of = clause(s.of, (name) => ` of ${name.text}`);
      const range = clause(s.range, ({ low, high }) => `${formatExact(low)}..${formatExact(high)}`);
      return [`dimension ${s.name.text}${of} = ${range}${texts(s.elements)}${clause(s.from, printSource)}`];
    }
    case "lever": {
      const ramp = s.rampMonths === 0 ? "" : `, ramp ${count(s.rampMonths, "month")}`;
      return [
        `lever ${named(s)} = ${print(s.value, 0)}, range ${print(s.low, 0)}..${print(s.high, 0)}${ramp}`,
      ];
    }
    case "table": {
      const points = s.points.map((p) => `(${print(p.x, 0)}, ${print(p.y, 0)})`).join(", ");
      const shape = clause(s.shape, (words) => `, ${words}`);
      return [`table ${named(s)}${clause(s.of, (u) => ` of [${u.text}]`)} = ${points}${shape}`];
    }
    case "data":
      return [
        `data ${named(s)} = ${printSource(s)}` +
          clause(s.at, (columns) => `, at ${columns.map((column) => printColumn(column.text)).join(", ")}`) +
          clause(s.otherwise, (value) => `, otherwise ${formatExact(value)}`),
      ];
    case "variant":
      return [`variant ${s.name.text} = ${s.options.map(printOption).join(" | ")}`];
    case "outcome":
      return [
        `outcome ${s.name.text}${elements(s.subscripts)}, ${s.better === "none" ? "no direction" : `${s.better} is better`}`,
      ];
    case "observe":
      return [
        `observe ${named(s)} = ${print(s.expr, 0)} by ${printSource(s)}` +
          (s.lateMonths === 0 ? "" : `, reported ${count(s.lateMonths, "month")} late`) +
          clause(s.error, (e) => `, error ${e.kind} ${formatExact(e.value)}`) +
          clause(
            s.discrepancy,
            (d) => `, discrepancy ${formatExact(d.value)} over ${count(d.months, "month")}`,
          ) +
          clause(s.from, (e) => `, from ${endless(e)}`) +
          clause(s.to, (e) => `${s.from === undefined ? "," : ""} to ${endless(e)}`) +
          (s.everyMonths === 1 ? "" : `, every ${count(s.everyMonths, "month")}`),
      ];
    case "held":
      return [`held ${named(s)} = ${print(s.start, 0)}`];
    case "rule":
      return [
        `rule ${s.name.text}:${clause(s.from, (e) => ` from (${print(e, 0)})`)} when (${print(s.when, 0)})`,
        `  raise (${s.raise.text}) by (${print(s.by, 0)})${clause(s.upTo, (e) => ` up to (${print(e, 0)})`)}` +
          clause(s.every, (e) => `, at most every (${print(e, 0)})`) +
          clause(s.until, (e) => `, until (${print(e, 0)})`),
      ];
    case "check": {
      const settings = s.when.map((w) => `${w.start ? "start of " : ""}${setting(w)}`);
      return [
        `check ${printString(s.title)}:${settings.length === 0 ? "" : ` when (${settings.join(", ")})`}` +
          ` expect (${print(s.expect, 0)})` +
          clause(s.from, (e) => ` from ${endless(e)}`) +
          clause(s.to, (e) => ` to ${endless(e)}`) +
          (s.within === 1e-9 ? "" : ` within ${formatExact(s.within)}`),
      ];
    }
    case "reject":
      return [`reject (${print(s.condition, 0)})${clause(s.at, (e) => `, at ${print(e, 0)}`)}`];
    case "mechanism":
      return [
        `mechanism ${printString(s.name.text)} conceived ${s.conceived}, off (${s.off.map(setting).join(", ")})`,
      ];
    case "known": {
      const late = s.lateMonths === 0 ? "" : `, reported ${count(s.lateMonths, "month")} late`;
      return [`known until ${before("reported", s.name)}${elements(s.subscripts)}${late}`];
    }
    case "forecast": {
      const sum = s.components.map((name) => before("against", name)).join(" + ");
      return [`forecast ${s.name.text}: ${sum}, against ${before("against", s.against)}`];
    }
  }
}

function setting(s: Setting): string {
  return `${s.name.text}${elements(s.subscripts)} = ${print(s.value, 0)}`;
}

/** A name where the clause word `word` would end it: in parentheses if it holds that word. */
function before(word: string, { text }: Name): string {
  return wrap(text, text.toLowerCase().split(" ").includes(word));
}

function clause<T>(part: T | undefined, text: (part: T) => string): string {
  return part === undefined ? "" : text(part);
}

/** An expression where a clause word would end it: parentheses keep names that hold such a word together. */
function endless(e: Expr): string {
  return wrap(print(e, 0), e.kind !== "number" && e.kind !== "date");
}

function list(expressions: readonly Expr[]): string {
  return expressions.map((e) => print(e, 0)).join(", ");
}

function texts(names: readonly Name[] | undefined): string {
  return names?.map((name) => name.text).join(", ") ?? "";
}

function elements(names: readonly Name[] | undefined): string {
  return names === undefined ? "" : `[${texts(names)}]`;
}

/** `age`, `age - 1` or `age + 2`. */
export function printSubscript(s: Subscript): string {
  if (s.offset === 0) return s.text;
  return `${s.text} ${s.offset < 0 ? "-" : "+"} ${formatExact(Math.abs(s.offset))}`;
}

function printException(e: Exception): string {
  const references = e.references.map((r) => `  ${printReference(r)}`).join("");
  return `  except ${texts(e.elements)} = ${print(e.expr, 0)}${clause(e.prior, printPrior)}${references}`;
}

function named(s: {
  readonly name: Name;
  readonly dimensions?: readonly Name[];
  readonly unit?: UnitText;
}): string {
  const dimensions = clause(s.dimensions, (names) => `, ${texts(names)}`);
  return `${s.name.text}${dimensions}${clause(s.unit, (u) => ` [${u.text}]`)}`;
}

function unitOf(of: UnitText | undefined): string {
  if (of === undefined) return "";
  return /^[\p{L}\p{N}_/*^. ]+$/u.test(of.text) ? ` ${of.text}` : ` [${of.text}]`;
}

function count(n: number, period: string): string {
  return `${formatExact(n)} ${period}${n === 1 ? "" : "s"}`;
}

function printPrior(prior: Extract<Statement, { kind: "equation" }>["prior"] & object): string {
  const anew = prior.anew === "year" ? " anew each year" : "";
  return ` ~ ${prior.distribution.text}(${list(prior.args)})${anew}`;
}

function printReference(r: Reference): string {
  return `@${r.id}${clause(r.reason, (reason) => ` ${printString(reason)}`)}`;
}

function printString(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** A weight of 1 is left out unless the option ends in digits, which would be read as its weight. */
function printOption(option: { readonly name: { readonly text: string }; readonly weight: number }): string {
  const plain = option.weight === 1 && !/(?:^| )[\d_]+$/.test(option.name.text);
  return plain ? option.name.text : `${option.name.text} ${formatExact(option.weight)}`;
}

function printSource(s: { readonly file: string; readonly column: string }): string {
  const file = /^[^\s,:@#"]+$/.test(s.file) ? s.file : printString(s.file);
  return `${file}: ${printColumn(s.column)}`;
}

function printColumn(column: string): string {
  const plain = /^[\p{L}\p{N}_][^\s,@#"]*(?: [^\s,@#"]+)*$/u.test(column);
  return plain && !/^otherwise\b/i.test(column) ? column : printString(column);
}
