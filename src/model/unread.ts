import type { Diagnostic } from "../base/diagnostic.ts";
import type { Collected, Placed } from "./definitions.ts";
import { namesRead } from "./names-read.ts";
import { definitionExpressions } from "./variables.ts";

/** Warns of levers and variants that no equation reads (`unread-name`): they would look as if they had no effect. */
export function reportUnread(
  collected: Collected,
  rules: ReadonlyMap<string, Placed<"rule">>,
  report: (d: Diagnostic) => void,
): void {
  const read = new Set<string>();
  for (const { name, statement } of collected.definitions.values()) {
    const { start, running } = definitionExpressions(statement, rules.get(name)?.statement);
    for (const e of [...start, ...running]) namesRead(e, read);
  }
  for (const { name, statement } of collected.definitions.values()) {
    if ((statement.kind !== "lever" && statement.kind !== "variant") || read.has(name)) continue;
    const data = { name, kind: statement.kind };
    report({ code: "unread-name", severity: "warning", span: statement.name.span, data });
  }
}
