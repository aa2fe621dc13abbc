import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { LinkFacts } from "./explorer-link-facts.ts";
import { numberText } from "./link-levers.ts";
import { type LinkNames, linkNames } from "./link-names.ts";
import { namesOf } from "./print-link.ts";

/** Kinds of names in a link, as findings call them. */
export type LinkNameKind = "lever" | "assumption" | "variant" | "option" | "outcome" | "scenario" | "drawer";

/** What all readers of a link's parts share: the model, its names, and where findings go. */
export interface LinkReader {
  readonly facts: LinkFacts;
  readonly names: LinkNames;
  readonly diagnostics: readonly Diagnostic[];
  /** Adds a finding; gives undefined, so that a reader can end with it. */
  readonly report: (code: string, data: Diagnostic["data"], severity?: Severity) => undefined;
  /** The one of a list whose name in links is `text`; where there is none, a finding with the nearest. */
  readonly find: <T extends { readonly name: string }>(
    kind: LinkNameKind,
    text: string,
    list: readonly T[],
    table?: LinkNames,
  ) => T | undefined;
  /** Whether a value lies in a range; else a finding. It may miss an end by the rounding of a unit's factor. */
  readonly within: (key: string, value: number, low: number, high: number) => boolean;
}

/** A reader for the links of one model. */
export function linkReader(facts: LinkFacts): LinkReader {
  const diagnostics: Diagnostic[] = [];
  const names = namesOf(facts);
  const report = (code: string, data: Diagnostic["data"], severity: Severity = "warning"): undefined => {
    diagnostics.push({ code, severity, data });
  };
  return {
    facts,
    names,
    diagnostics,
    report,
    find(kind, text, list, table = names) {
      const name = table.nameOf(text);
      const found = list.find((one) => one.name === name);
      if (found !== undefined) return found;
      const suggestion = likely(
        text,
        list.map((one) => table.slugOf(one.name) ?? one.name),
      );
      return report("link-name", { kind, name: text, ...(suggestion === undefined ? {} : { suggestion }) });
    },
    within(key, value, low, high) {
      if (inside(value, low, high)) return true;
      report("link-range", { key, value: numberText(value), low: shown(low), high: shown(high) });
      return false;
    },
  };
}

/** The slug that was meant: one a few letters off, else the first that begins with the text or has it in it. */
function likely(text: string, slugs: readonly string[]): string | undefined {
  const near = nearestName(text, slugs);
  if (near !== undefined || text.length < 4) return near;
  return slugs.find((one) => one.startsWith(text)) ?? slugs.find((one) => one.includes(text));
}

/** A table of names that are slugs already, or of a variant's options. */
export function tableOf(list: readonly { readonly name: string }[]): LinkNames {
  return linkNames(list.map(({ name }) => name));
}

function inside(value: number, low: number, high: number): boolean {
  const ends = [low, high].filter((end) => Number.isFinite(end)).map((end) => (end < 0 ? -end : end));
  const slack = 1e-9 * ends.reduce((a, b) => (a > b ? a : b), 0);
  return value >= low - slack && value <= high + slack;
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? "-∞" : "∞";
  return numberText(Number(value.toPrecision(12)));
}
