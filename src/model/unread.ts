import type { Diagnostic } from "../base/diagnostic.ts";
import type { Written } from "./definitions.ts";
import { namesRead } from "./names-read.ts";
import { definitionExpressions, rulesByName } from "./variables.ts";

/** Warns of levers and variants that no equation reads (`unread-name`): they would look as if they had no effect. */
export function reportUnread({ definitions, rules }: Written, report: (d: Diagnostic) => void): void {
  const read = new Set<string>();
  const raised = rulesByName(rules);
  for (const { name, statement } of definitions.values()) {
    const { start, running } = definitionExpressions(statement, raised.get(name)?.statement);
    for (const e of [...start, ...running]) namesRead(e, read);
  }
  for (const { name, statement } of definitions.values()) {
    if ((statement.kind !== "lever" && statement.kind !== "variant") || read.has(name)) continue;
    const data = { name, kind: statement.kind };
    report({ code: "unread-name", severity: "warning", span: statement.name.span, data });
  }
}
