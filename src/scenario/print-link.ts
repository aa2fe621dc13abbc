import { type ExplorerLink, NUMBER_VERSION, type PathChoice } from "./explorer-link.ts";
import { baselineId, heldConstants, type LinkFacts } from "./explorer-link-facts.ts";
import { leverText, numberText } from "./link-levers.ts";
import { type LinkNames, linkNames } from "./link-names.ts";
import { type LinkEntry, writeQuery } from "./link-query.ts";
import { normalLink } from "./normal-link.ts";

/** Names of the models at hand: an address is written at each move of a lever. */
const known = new WeakMap<LinkFacts, LinkNames>();

/** The names of a model in links: one slug for each, whatever kind of thing it is. */
export function namesOf(facts: LinkFacts): LinkNames {
  let names = known.get(facts);
  if (names === undefined) {
    const lists = [facts.levers, facts.outcomes, facts.variants, heldConstants(facts)];
    names = linkNames(lists.flatMap((list) => list.map(({ name }) => name)));
    known.set(facts, names);
  }
  return names;
}

/**
 * A link as a query without a question mark: what differs from an untouched page, in a fixed order. `release: false` leaves the
 * model's version out, so that the link follows the model.
 */
export function printLink(
  link: ExplorerLink,
  facts: LinkFacts,
  { release = true }: { readonly release?: boolean } = {},
): string {
  return writeQuery(linkEntries(link, facts, release));
}

/** The entries of a link, in their order: release, seed, paths, assumptions, explanation, view. */
export function linkEntries(link: ExplorerLink, facts: LinkFacts, release = true): readonly LinkEntry[] {
  const { choice, view } = normalLink(link, facts);
  const names = namesOf(facts);
  const entries: LinkEntry[] = [];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined) entries.push([key, value]);
  };
  if (release) {
    add("m", choice.release);
    add("n", String(NUMBER_VERSION));
  }
  if (choice.seed !== 1) add("s", numberText(choice.seed));
  for (const side of ["a", "b"] as const) addPath(side, choice[side]);
  for (const { name } of heldConstants(facts)) {
    const value = Object.hasOwn(choice.assumptions, name) ? choice.assumptions[name] : undefined;
    if (value !== undefined) add(`p.${names.slugOf(name)}`, numberText(value));
  }
  if (choice.explanation !== undefined) {
    const { variant, option } = choice.explanation;
    const options = facts.variants.find(({ name }) => name === variant)?.options ?? [];
    add(`only.${names.slugOf(variant)}`, linkNames(options.map(({ name }) => name)).slugOf(option));
  }
  if (view.outcome !== facts.headline.outcome) add("see", names.slugOf(view.outcome));
  if (view.at !== facts.headline.at) add("at", view.at);
  if (view.drawer?.kind === "brief") add("read", "document");
  else if (view.drawer !== undefined) add("why", names.slugOf(view.drawer.name));
  return entries;

  function addPath(side: string, { scenario, levers }: PathChoice): void {
    if (scenario !== baselineId(facts)) add(side, scenario);
    for (const { name, kind } of facts.levers) {
      const points = levers[name];
      if (points !== undefined)
        add(`${side}.${names.slugOf(name)}`, leverText(points, kind, facts.leversFrom));
    }
  }
}
