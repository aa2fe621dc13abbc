import type { LinkEntry } from "./link-query.ts";

/** What a release calls otherwise than the one before it: names as in links, old to new. Variants count as parameters. */
export interface Renamed {
  readonly levers: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Names that did not change. */
export const NOT_RENAMED: Renamed = { levers: {}, scenarios: {}, outcomes: {}, parameters: {} };

/** The tables of releases in their order as one: every name that ever was, to the present one. */
export function composeRenamed(tables: readonly Renamed[]): Renamed {
  const kind = (of: keyof Renamed): Readonly<Record<string, string>> =>
    tables.reduce<Readonly<Record<string, string>>>((before, table) => {
      const moved = Object.entries(before).map(([old, name]) => [old, newName(table[of], name)] as const);
      return { ...Object.fromEntries(moved), ...table[of] };
    }, {});
  return {
    levers: kind("levers"),
    scenarios: kind("scenarios"),
    outcomes: kind("outcomes"),
    parameters: kind("parameters"),
  };
}

/** An entry of a link with the name that its name has now. */
export function renameEntry([key, value]: LinkEntry, table: Renamed): LinkEntry {
  const { levers, scenarios, outcomes, parameters } = table;
  const [, lead, name = ""] = /^(a|b|p|only)\.(.*)$/s.exec(key) ?? [];
  if (lead === "a" || lead === "b") return [`${lead}.${newName(levers, name)}`, value];
  if (lead !== undefined) return [`${lead}.${newName(parameters, name)}`, value];
  if (key === "a" || key === "b") return [key, newName(scenarios, value)];
  if (key === "see") return [key, newName(outcomes, value)];
  if (key === "why") return [key, newName({ ...parameters, ...outcomes, ...levers }, value)];
  return [key, value];
}

function newName(table: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(table, name) ? table[name]! : name;
}
