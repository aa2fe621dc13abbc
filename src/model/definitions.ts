import type { Diagnostic } from "../base/diagnostic.ts";
import type { Chapter, Statement } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
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
}

export type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;
export type Placed<K extends Statement["kind"]> = { readonly statement: Of<K>; readonly chapter: string };

/** All statements of a model by what they do; definitions in the order of the chapters. */
export interface Collected {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly time: readonly Placed<"time">[];
  readonly units: readonly Placed<"unit">[];
  readonly dimensions: readonly Placed<"dimension">[];
  readonly outcomes: readonly Placed<"outcome">[];
  readonly rules: readonly Placed<"rule">[];
  readonly checks: readonly Placed<"check">[];
  readonly rejects: readonly Placed<"reject">[];
}

/** Gathers the statements of all chapters. Errors: `duplicate-name`, `reserved-name`. */
export function collectDefinitions(chapters: readonly Chapter[], report: (d: Diagnostic) => void): Collected {
  const definitions = new Map<string, Definition>();
  const rest = {
    time: [] as Placed<"time">[],
    units: [] as Placed<"unit">[],
    dimensions: [] as Placed<"dimension">[],
    outcomes: [] as Placed<"outcome">[],
    rules: [] as Placed<"rule">[],
    checks: [] as Placed<"check">[],
    rejects: [] as Placed<"reject">[],
  };
  for (const chapter of chapters) {
    for (const statement of chapter.blocks.flatMap((block) => block.statements)) {
      const at = chapter.file;
      switch (statement.kind) {
        case "time":
          rest.time.push({ statement, chapter: at });
          break;
        case "unit":
          rest.units.push({ statement, chapter: at });
          break;
        case "dimension":
          rest.dimensions.push({ statement, chapter: at });
          break;
        case "outcome":
          rest.outcomes.push({ statement, chapter: at });
          break;
        case "rule":
          rest.rules.push({ statement, chapter: at });
          break;
        case "check":
          rest.checks.push({ statement, chapter: at });
          break;
        case "reject":
          rest.rejects.push({ statement, chapter: at });
          break;
        default:
          define({ statement, chapter: at });
      }
    }
  }

  function define({ statement, chapter }: { statement: Defining; chapter: string }): void {
    const name = canonicalName(statement.name.text);
    const { span } = statement.name;
    if (RESERVED.has(name) || windowCall(name) !== undefined) {
      report({ code: "reserved-name", severity: "error", span, data: { name } });
      return;
    }
    const before = definitions.get(name);
    if (before !== undefined) {
      const data = { name, chapter: before.chapter };
      report({ code: "duplicate-name", severity: "error", span, data });
      return;
    }
    definitions.set(name, { name, text: statement.name.text, statement, chapter });
  }

  return { definitions, ...rest };
}

/** What kind of variable a definition makes; an equation with a literal is a parameter. */
export function variableKind(statement: Defining, isLiteral: boolean): VariableKind {
  if (statement.kind === "equation") return isLiteral ? "parameter" : "auxiliary";
  return statement.kind === "observe" ? "observation" : statement.kind;
}
