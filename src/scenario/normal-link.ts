import type { ExplorerLink, LeverPoints, PathChoice } from "./explorer-link.ts";
import { baselineId, type LinkFacts } from "./explorer-link-facts.ts";

/** The link of a page that nobody has touched: no change on both sides, seed 1. */
export function defaultLink(facts: LinkFacts): ExplorerLink {
  const path: PathChoice = { scenario: baselineId(facts), levers: {} };
  return {
    choice: { release: facts.release, seed: 1, a: path, b: path, assumptions: {} },
    view: { outcome: facts.headline.outcome, at: facts.headline.at },
  };
}

/**
 * The same link without what changes nothing: levers that do as the scenario does are left out, points stand in the order of
 * their months, names in the order of the facts. Two links that mean the same have the same normal form.
 */
export function normalLink(link: ExplorerLink, facts: LinkFacts): ExplorerLink {
  const { choice, view } = link;
  const names = Object.keys(choice.assumptions).sort();
  return {
    choice: {
      ...choice,
      a: normalPath(choice.a, facts),
      b: normalPath(choice.b, facts),
      assumptions: Object.fromEntries(names.map((name) => [name, choice.assumptions[name]! + 0])),
    },
    view,
  };
}

/** One path without levers that do as its scenario does; levers that the model lacks are left out. */
export function normalPath(
  path: PathChoice,
  facts: Pick<LinkFacts, "levers" | "scenarios" | "leversFrom">,
): PathChoice {
  const scenario = facts.scenarios.find(({ id }) => id === path.scenario);
  const levers: Record<string, LeverPoints> = {};
  for (const { name, value } of facts.levers) {
    const chosen = Object.hasOwn(path.levers, name) ? path.levers[name] : undefined;
    if (chosen === undefined) continue;
    const own = scenario?.levers.find((lever) => lever.name === name)?.schedule ?? [];
    const points = ordered(chosen.length === 0 ? [{ at: facts.leversFrom, value }] : chosen);
    if (!samePoints(points, ordered(own), value)) levers[name] = points;
  }
  return { scenario: path.scenario, levers };
}

function ordered(points: LeverPoints): LeverPoints {
  return points
    .map(({ at, value }) => ({ at, value: value + 0 }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The same schedule: the same points, or none that leaves the lever's own value. */
function samePoints(a: LeverPoints, b: LeverPoints, value: number): boolean {
  const still = (points: LeverPoints): boolean => points.every((point) => point.value === value);
  if (still(a) && still(b)) return true;
  return a.length === b.length && a.every((point, i) => point.at === b[i]!.at && point.value === b[i]!.value);
}
