import { nameEntries } from "../explain/name-entries.ts";
import type { Expr, Statement } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { linkSign as linkSignAsWritten } from "../model/link-sign.ts";
import type { Model, VariableKind } from "../model/model.ts";
import { namesRead } from "../model/names-read.ts";
import { definitionExpressions } from "../model/variables.ts";
import { type LinkSign, type Moment, momentsOf, readsLate, runningParts, signAt } from "./sectors-signs.ts";

/** A quantity of the model that changes or can be changed: constants and tables are left out, for they cause nothing by themselves. */
export interface GraphNode {
  /** Canonical name, and the name as its chapter writes it. */
  readonly name: string;
  readonly text: string;
  readonly kind: VariableKind;
  readonly isOutcome: boolean;
  readonly chapter: string;
  readonly statement: Statement;
  /** Of a stock: names of the flows into it and out of it. */
  readonly inflows: readonly string[];
  readonly outflows: readonly string[];
}

/** `to` reads `from` while the model runs. */
export interface GraphLink {
  readonly from: string;
  readonly to: string;
  readonly sign: LinkSign;
  /** It takes time to arrive: through a delay, a smoothing or a sum over months. */
  readonly late: boolean;
}

/** What moves what in a model. */
export interface Graph {
  /** In order of definition. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly links: readonly GraphLink[];
  /** Links by where they come from, and by where they go. */
  readonly out: ReadonlyMap<string, readonly GraphLink[]>;
  readonly into: ReadonlyMap<string, readonly GraphLink[]>;
}

const MOVING: ReadonlySet<VariableKind> = new Set([
  "stock",
  "auxiliary",
  "lever",
  "held",
  "data",
  "observation",
]);

/** The graph of a model. Signs are those seen in two runs of the model on its own values; see `momentsOf`. */
export function modelGraph(model: Model): Graph {
  const statements = new Map(
    model.chapters.flatMap(({ file, blocks }) =>
      blocks
        .flatMap((block) => block.statements)
        .map((statement) => [`${file} ${statement.span.start}`, statement] as const),
    ),
  );
  const outcomes = new Set(model.outcomes.map(({ name }) => name));
  const nodes = new Map<string, GraphNode>();
  for (const { name, variable, text, array } of nameEntries(model)) {
    // The first element of an array may have a line of its own: the definition is the array's.
    const { chapter: file, span } = array ?? variable;
    const statement = statements.get(`${file} ${span.start}`);
    if (statement === undefined || !MOVING.has(variable.kind)) continue;
    const { kind, chapter } = variable;
    const isOutcome = outcomes.has(name) || outcomes.has(variable.name);
    const flows = statement.kind === "stock" ? statement : undefined;
    nodes.set(name, {
      ...{ name, text, kind, isOutcome, chapter, statement },
      inflows: flowNames(flows?.inflows),
      outflows: flowNames(flows?.outflows),
    });
  }
  const moments = momentsOf(model);
  const rules = new Map(
    [...statements.values()].flatMap((one) =>
      one.kind === "rule" ? [[canonicalName(one.raise.text), one] as const] : [],
    ),
  );
  const links: GraphLink[] = [];
  for (const node of nodes.values()) {
    const reads = new Set<string>();
    const { statement } = node;
    if (statement.kind === "outcome" || !("name" in statement)) continue;
    for (const e of runningExpressions(statement, rules)) namesRead(e, reads);
    for (const from of reads) {
      if (!nodes.has(from)) continue;
      links.push({
        ...{ from, to: node.name },
        sign: linkSign(model, node, from, moments),
        late: runningParts(statement).some(({ e }) => readsLate(e, from)),
      });
    }
  }
  return { nodes, links, out: grouped(links, "from"), into: grouped(links, "to") };
}

function runningExpressions(
  statement: Statement,
  rules: ReadonlyMap<string, Extract<Statement, { kind: "rule" }>>,
) {
  switch (statement.kind) {
    case "stock":
    case "equation":
    case "observe":
    case "held":
      return definitionExpressions(statement, rules.get(canonicalName(statement.name.text))).running;
    default:
      return [];
  }
}

function linkSign(model: Model, node: GraphNode, from: string, moments: readonly Moment[]): LinkSign {
  const signs = new Set(
    runningParts(node.statement).flatMap(({ e, sign }) => {
      if (!namesRead(e).has(from)) return [];
      const found = e.kind === "name" ? "+" : signAt(model, e, from, moments);
      if (found === undefined) return [];
      return found === "?" ? ["?" as const] : [found === sign ? ("+" as const) : ("-" as const)];
    }),
  );
  const [only] = signs;
  if (signs.size > 1) return "?";
  return only ?? writtenSign(node.statement, from);
}

/** The sign that the equation alone tells, for a link that neither run uses. */
function writtenSign(statement: Statement, from: string): LinkSign {
  return statement.kind === "equation" || statement.kind === "stock"
    ? linkSignAsWritten(statement, from, () => "+")
    : "?";
}

function flowNames(flows: readonly Expr[] | undefined): readonly string[] {
  return (flows ?? []).flatMap((e) => [...namesRead(e)]);
}

function grouped(links: readonly GraphLink[], end: "from" | "to"): ReadonlyMap<string, readonly GraphLink[]> {
  const groups = new Map<string, GraphLink[]>();
  for (const link of links) {
    const list = groups.get(link[end]);
    if (list === undefined) groups.set(link[end], [link]);
    else list.push(link);
  }
  return groups;
}

/** Sign of two links one after the other. */
export function inSeries(a: LinkSign, b: LinkSign): LinkSign {
  if (a === "?" || b === "?") return "?";
  return a === b ? "+" : "-";
}
