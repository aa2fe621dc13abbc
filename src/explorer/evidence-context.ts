import type { Text } from "../base/text.ts";
import type { BriefRecord } from "../brief/record.ts";
import type { Critique } from "../explain/critiques.ts";
import { describeVariable } from "../explain/describe-variable.ts";
import { anchor, pageOf } from "../explain/markdown-page.ts";
import { canonicalName } from "../lang/names.ts";
import { familyOf } from "../model/arrays/element-name.ts";
import type { Variable } from "../model/model.ts";
import { type Graded, gradeOf } from "./evidence-grade.ts";
import type { Rank } from "./evidence-ranks.ts";
import type { EvidenceRecord } from "./evidence-record.ts";
import { evidenceSource } from "./evidence-sources.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import type { ExplorerPlan } from "./explorer-plan.ts";

/** What records are made from, looked up once. */
export interface EvidenceContext {
  readonly parts: ExplorerParts;
  readonly plan: ExplorerPlan;
  readonly critiques: readonly Critique[];
  readonly ranks: ReadonlyMap<string, Rank>;
  readonly official: readonly string[];
  readonly record: BriefRecord;
}

/** One id that a record cites, with the chapter's reason. */
export type Reference = EvidenceRecord["references"][number];

/** What every record says of its place in the model. */
export function commonParts(context: EvidenceContext, variable: Variable) {
  const { model } = context.parts;
  const { name, chapter } = variable;
  const described = describeVariable(model, name);
  const own = (described?.references ?? []).filter(isRow);
  const judged = described?.references.find(({ id, reason }) => id === "judgement" && reason !== undefined);
  return {
    name,
    page: `how/chapters/${chapterStem(chapter)}.html#${anchor(familyOf(name))}`,
    definition: described?.definition ?? variable.source,
    references: unique(own.map(({ id, reason }) => withReason(id, reason))),
    ...(judged?.reason === undefined ? {} : { judgement: judged.reason }),
    objections: objectionsTo(context, name, own).map(({ id, title, who, standing }) => ({
      id,
      title,
      who,
      standing,
    })),
    uses: variable.uses,
    usedBy: variable.usedBy,
  };
}

/** Objections that name it or a row behind it. */
function objectionsTo(
  { critiques }: EvidenceContext,
  name: string,
  references: readonly { readonly id: string }[],
): readonly Critique[] {
  return critiques.filter(
    ({ where }) =>
      namesIt(where.names, name) || where.rows.some((row) => references.some(({ id }) => id === row)),
  );
}

function namesIt(names: readonly string[], name: string): boolean {
  return names.some((one) => [name, familyOf(name)].includes(canonicalName(one)));
}

/** The grade of a number by what it cites; `direct` says which rows speak of the number itself. */
export function gradeParts(
  { parts, critiques, official, record }: EvidenceContext,
  { name }: Variable,
  references: readonly Reference[],
  direct: (reference: Reference) => boolean,
): { readonly grade: Graded["grade"]; readonly gradeWhy: Text } {
  const disputes = critiques.filter(
    ({ standing, where }) => standing === "open" && namesIt(where.names, name),
  ).length;
  const rows = references.flatMap((one) => {
    const source = evidenceSource(parts.files, record, one.id);
    return source === undefined ? [] : [{ ...source, id: one.id, direct: direct(one) }];
  });
  const { grade: letter, why } = gradeOf({ rows, official, disputes });
  return { grade: letter, gradeWhy: why };
}

/** The place of an input by effect, as a field of its record. */
export function rankOf({ ranks }: EvidenceContext, name: string): Pick<EvidenceRecord, "rank"> {
  const rank = ranks.get(name);
  return rank === undefined ? {} : { rank };
}

/** File name of a chapter without its ending. */
export function chapterStem(file: string): string {
  return pageOf(file).replace(/\.md$/, "");
}

/** Not the mark of a judgement, which stands among references. */
export function isRow({ id }: { readonly id: string }): boolean {
  return id !== "judgement";
}

/** A reference with the chapter's reason where it gives one. */
export function withReason(id: string, reason: string | undefined): Reference {
  return reason === undefined ? { id } : { id, reason };
}

/** Each id once, with the first reason given for it. */
export function unique(references: readonly Reference[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const one of references) {
    const before = found.get(one.id);
    if (before === undefined || (before.reason === undefined && one.reason !== undefined))
      found.set(one.id, one);
  }
  return [...found.values()];
}
