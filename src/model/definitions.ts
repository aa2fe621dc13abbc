import type { Diagnostic, Files } from "../base/diagnostic.ts";
import type { Chapter, Statement } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { readDimensions } from "./arrays/dimensions.ts";
import { type Expanded, expandModel } from "./arrays/expand-model.ts";
import { type Family, refuseHead, splitHead } from "./arrays/family.ts";
import { RESERVED, windowCall } from "./functions.ts";
import type { VariableKind } from "./model.ts";

/** Statements that define a name which expressions can read. */
export type Defining = Extract<
  Statement,
  { kind: "stock" | "equation" | "lever" | "table" | "data" | "variant" | "held" | "observe" }
>;

export interface Definition {
  readonly name: string;
  readonly text: string;
  readonly statement: Defining;
  readonly chapter: string;
  /** Of one element of an array: the name of the array. */
  readonly family?: string;
}

export type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;
export type Placed<K extends Statement["kind"]> = { readonly statement: Of<K>; readonly chapter: string };

/** Statements that arrays may stand in, beside definitions. */
export interface Statements {
  readonly rules: readonly Placed<"rule">[];
  readonly checks: readonly Placed<"check">[];
  readonly rejects: readonly Placed<"reject">[];
  readonly mechanisms: readonly Placed<"mechanism">[];
  readonly known: readonly Placed<"known">[];
}

/** The model as its chapters say it: an array is one definition. */
export interface Written extends Statements {
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** All statements of a model by what they do; definitions in the order of the chapters, one for each element of arrays. */
export interface Collected extends Expanded {
  readonly time: readonly Placed<"time">[];
  readonly units: readonly Placed<"unit">[];
  readonly forecasts: readonly Placed<"forecast">[];
  readonly written: Written;
}

/** Gathers the statements of all chapters. Errors: `duplicate-name`, `reserved-name`, `no-array-of-kind`, and those of arrays. */
export function collectDefinitions(
  chapters: readonly Chapter[],
  files: Files,
  report: (d: Diagnostic) => void,
): Collected {
  const definitions = new Map<string, Definition>();
  const families = new Map<string, Family>();
  const time: Placed<"time">[] = [];
  const units: Placed<"unit">[] = [];
  const outcomes: Placed<"outcome">[] = [];
  const rules: Placed<"rule">[] = [];
  const checks: Placed<"check">[] = [];
  const rejects: Placed<"reject">[] = [];
  const mechanisms: Placed<"mechanism">[] = [];
  const known: Placed<"known">[] = [];
  const forecasts: Placed<"forecast">[] = [];
  const dimensionStatements: Placed<"dimension">[] = [];
  const defining: { statement: Defining; chapter: string }[] = [];
  for (const chapter of chapters) {
    for (const statement of chapter.blocks.flatMap((block) => block.statements)) {
      const at = chapter.file;
      switch (statement.kind) {
        case "time":
          time.push({ statement, chapter: at });
          break;
        case "unit":
          units.push({ statement, chapter: at });
          break;
        case "outcome":
          outcomes.push({ statement, chapter: at });
          break;
        case "rule":
          rules.push({ statement, chapter: at });
          break;
        case "check":
          checks.push({ statement, chapter: at });
          break;
        case "reject":
          rejects.push({ statement, chapter: at });
          break;
        case "mechanism":
          mechanisms.push({ statement, chapter: at });
          break;
        case "known":
          known.push({ statement, chapter: at });
          break;
        case "forecast":
          forecasts.push({ statement, chapter: at });
          break;
        case "dimension":
          dimensionStatements.push({ statement, chapter: at });
          break;
        default:
          defining.push({ statement, chapter: at });
      }
    }
  }

  const dimensions = readDimensions(
    dimensionStatements.map((one) => one.statement),
    files,
    report,
  );
  const taken = new Map(
    dimensionStatements.map((one) => [canonicalName(one.statement.name.text), one.chapter] as const),
  );
  for (const { statement, chapter } of defining) define(statement, chapter);

  function define(statement: Defining, chapter: string): void {
    const head =
      "start" in statement ||
      "value" in statement ||
      statement.kind === "equation" ||
      statement.kind === "data"
        ? splitHead(statement.name, statement.dimensions ?? [], dimensions, report)
        : undefined;
    if (statement.kind === "table" || statement.kind === "variant") {
      refuseHead(statement.kind, statement.name, dimensions, report);
    }
    const text = head?.text ?? statement.name.text;
    const name = canonicalName(text);
    const { span } = statement.name;
    const ofArrays = name === "position" && dimensions.size > 0;
    if (RESERVED.has(name) || windowCall(name) !== undefined || ofArrays) {
      report({ code: "reserved-name", severity: "error", span, data: { name } });
      return;
    }
    const before = taken.get(name);
    if (before !== undefined) {
      report({ code: "duplicate-name", severity: "error", span, data: { name, chapter: before } });
      return;
    }
    taken.set(name, chapter);
    const definition = { name, text, statement, chapter };
    definitions.set(name, definition);
    if (head === undefined) return;
    const count = head.dimensions.reduce((n, d) => n * d.elements.length, 1);
    families.set(name, {
      name,
      text,
      dimensions: head.dimensions,
      count,
      ranges: dimensions,
      written: definition,
    });
  }

  const written: Written = { definitions, rules, checks, rejects, mechanisms, known };
  const expanded = expandModel({ dimensions, families, report }, written, outcomes);
  return { time, units, forecasts, written, ...expanded };
}

/** What kind of variable a definition makes; an equation with a literal is a parameter. */
export function variableKind(statement: Defining, isLiteral: boolean): VariableKind {
  if (statement.kind === "equation") return isLiteral ? "parameter" : "auxiliary";
  return statement.kind === "observe" ? "observation" : statement.kind;
}
