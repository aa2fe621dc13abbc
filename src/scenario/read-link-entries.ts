import type { Diagnostic } from "../base/diagnostic.ts";
import { type ExplorerLink, type ExplorerView, type LeverPoints, NUMBER_VERSION } from "./explorer-link.ts";
import { earliestMove, heldConstants, type LinkFacts } from "./explorer-link-facts.ts";
import { isMonth, numberIn, readLever } from "./link-levers.ts";
import type { LinkEntry } from "./link-query.ts";
import { type LinkReader, linkReader, tableOf } from "./link-reader.ts";
import { defaultLink, normalLink } from "./normal-link.ts";
import { renameEntry } from "./renamed.ts";

/** A link while it is read: what no entry has said is as on an untouched page. */
interface Draft {
  seed: number;
  readonly scenario: { a: string; b: string };
  readonly levers: { readonly a: Record<string, LeverPoints>; readonly b: Record<string, LeverPoints> };
  readonly assumptions: Record<string, number>;
  explanation?: { readonly variant: string; readonly option: string } | undefined;
  view: { -readonly [K in keyof ExplorerView]: ExplorerView[K] };
}

/** Reads the entries of a link of the present format, for the release of `facts`. The link comes in its normal form. */
export function readEntries(
  entries: readonly LinkEntry[],
  facts: LinkFacts,
): { readonly link: ExplorerLink; readonly diagnostics: readonly Diagnostic[] } {
  const reader = linkReader(facts);
  const { choice, view } = defaultLink(facts);
  const draft: Draft = {
    seed: choice.seed,
    scenario: { a: choice.a.scenario, b: choice.b.scenario },
    levers: { a: {}, b: {} },
    assumptions: {},
    view: { ...view },
  };
  const seen = new Set<string>();
  for (const entry of entries) {
    const [key, value] = presentName(reader, entry);
    if (seen.has(key)) reader.report("link-twice", { key });
    else readEntry(reader, draft, key, value);
    seen.add(key);
  }
  const { seed, scenario, levers, assumptions, explanation } = draft;
  const read = {
    release: facts.release,
    seed,
    a: { scenario: scenario.a, levers: levers.a },
    b: { scenario: scenario.b, levers: levers.b },
    assumptions,
  };
  const link = { choice: explanation === undefined ? read : { ...read, explanation }, view: draft.view };
  return { link: normalLink(link, facts), diagnostics: reader.diagnostics };
}

/** An entry whose name nothing has now, with the name that an earlier release's has become. */
function presentName({ facts, names }: LinkReader, entry: LinkEntry): LinkEntry {
  const { renamed, scenarios } = facts;
  if (renamed === undefined) return entry;
  const [key, value] = entry;
  const named = /^(?:a|b|p|only)\.(.*)$/s.exec(key)?.[1] ?? value;
  const known = key === "a" || key === "b" ? scenarios.some(({ id }) => id === value) : names.nameOf(named);
  return known ? entry : renameEntry(entry, renamed);
}

/** A plus sign in a query reads as a space; no release has one. */
export function releaseName(text: string): string {
  return text.trim().replaceAll(" ", "+");
}

/** Takes one entry into the draft; what is left out has given a finding. */
function readEntry(reader: LinkReader, draft: Draft, key: string, value: string): void {
  const { facts } = reader;
  const [, lead, name = ""] = /^(a|b|p|only)\.(.*)$/s.exec(key) ?? [];
  if (lead === "a" || lead === "b")
    Object.assign(draft.levers[lead], readLeverEntry(reader, key, name, value));
  else if (lead === "p") Object.assign(draft.assumptions, readAssumption(reader, key, name, value));
  else if (lead === "only") draft.explanation = readExplanation(reader, draft, name, value);
  else if (key === "a" || key === "b") {
    const known = facts.scenarios.map(({ id }) => ({ name: id }));
    draft.scenario[key] = reader.find("scenario", value, known, tableOf(known))?.name ?? draft.scenario[key];
  } else if (key === "s") draft.seed = readSeed(reader, value) ?? draft.seed;
  else if (key === "see")
    draft.view.outcome = reader.find("outcome", value, facts.outcomes)?.name ?? draft.view.outcome;
  else if (key === "at") draft.view.at = readMonth(reader, key, value) ?? draft.view.at;
  else if (key === "why" || key === "read") {
    const drawer = readDrawer(reader, draft, key, value);
    if (drawer !== undefined) draft.view.drawer = drawer;
  } else checkOrigin(reader, key, value);
}

/** Where a link comes from decides nothing; a difference is told. */
function checkOrigin({ facts, report }: LinkReader, key: string, value: string): void {
  if (key === "m") {
    const asked = releaseName(value);
    if (asked !== facts.release) report("link-release", { asked, shown: facts.release });
  } else if (key === "n") {
    const data = { asked: value, ours: NUMBER_VERSION };
    if (value !== String(NUMBER_VERSION)) report("link-number-version", data, "notice");
  } else if (key !== "f") report("link-key", { key });
}

/** Seeds are whole numbers of 31 bits. */
const MAX_SEED = 0x7fff_ffff;

function readSeed({ report }: LinkReader, value: string): number | undefined {
  const seed = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  return seed <= MAX_SEED ? seed : report("link-seed", { value });
}

function readMonth(reader: LinkReader, key: string, value: string): string | undefined {
  const { months } = reader.facts;
  if (months.includes(value)) return value;
  return isMonth(value)
    ? outsideMonths(reader, key, value, months[0])
    : reader.report("link-month", { key, value });
}

function outsideMonths({ facts, report }: LinkReader, key: string, value: string, from = ""): undefined {
  return report("link-month-outside", { key, value, from, to: facts.months.at(-1) ?? "" });
}

function readLeverEntry(
  reader: LinkReader,
  key: string,
  slug: string,
  text: string,
): Readonly<Record<string, LeverPoints>> | undefined {
  const { facts, report } = reader;
  const lever = reader.find("lever", slug, facts.levers);
  if (lever === undefined) return undefined;
  const read = readLever(text, lever.kind, facts.leversFrom);
  if ("unreadable" in read) return report(UNREADABLE[read.why], { key, value: read.unreadable });
  const from = earliestMove(facts);
  for (const { at, value } of read.points) {
    if (lever.kind === "switch" && value !== 0 && value !== 1) return report("link-switch", { key, value });
    if (!reader.within(key, value, lever.low, lever.high)) return undefined;
    if (at < from || at > (facts.months.at(-1) ?? "")) return outsideMonths(reader, key, at, from);
  }
  return { [lever.name]: read.points };
}

const UNREADABLE = { number: "link-number", month: "link-month", twice: "link-month-twice" } as const;

function readAssumption(
  reader: LinkReader,
  key: string,
  slug: string,
  text: string,
): Readonly<Record<string, number>> | undefined {
  const constant = reader.find("assumption", slug, heldConstants(reader.facts));
  if (constant === undefined) return undefined;
  const value = numberIn(text);
  if (value === undefined) return reader.report("link-number", { key, value: text });
  const { name, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = constant;
  return reader.within(key, value, low, high) ? { [name]: value } : undefined;
}

function readExplanation(reader: LinkReader, draft: Draft, slug: string, text: string): Draft["explanation"] {
  const variant = reader.find("variant", slug, reader.facts.variants);
  if (variant === undefined) return draft.explanation;
  const option = reader.find("option", text, variant.options, tableOf(variant.options));
  if (option === undefined) return draft.explanation;
  if (draft.explanation === undefined) return { variant: variant.name, option: option.name };
  reader.report("link-twice", { key: "only" });
  return draft.explanation;
}

function readDrawer(reader: LinkReader, draft: Draft, key: string, value: string): ExplorerView["drawer"] {
  const { facts, report } = reader;
  if (draft.view.drawer !== undefined) return report("link-twice", { key });
  if (key === "read")
    return value === "document" ? { kind: "brief" } : report("link-key", { key: `read=${value}` });
  const all = [
    ...facts.levers.map(({ name }) => ({ kind: "lever" as const, name })),
    ...facts.outcomes.map(({ name }) => ({ kind: "outcome" as const, name })),
    ...facts.variants.map(({ name }) => ({ kind: "variant" as const, name })),
    ...heldConstants(facts).map(({ name }) => ({ kind: "parameter" as const, name })),
  ];
  return reader.find("drawer", value, all);
}
