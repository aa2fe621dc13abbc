import type { Text } from "../base/text.ts";
import { type BriefRecord, loadRecord } from "../brief/record.ts";
import { type Critique, loadCritiques } from "../explain/critiques.ts";
import { describeVariable } from "../explain/describe-variable.ts";
import { anchor, pageOf } from "../explain/markdown-page.ts";
import { canonicalName } from "../lang/names.ts";
import { familyOf } from "../model/arrays/element-name.ts";
import type { Model, Observation, Variable } from "../model/model.ts";
import { type Graded, gradeOf, isDirect, outcomeGrade } from "./evidence-grade.ts";
import { priorWords } from "./evidence-prior.ts";
import { evidenceRanks, type Rank } from "./evidence-ranks.ts";
import type { EvidenceFile, EvidenceRecord, EvidenceSource } from "./evidence-record.ts";
import { evidenceSource } from "./evidence-sources.ts";
import { parameterSpreads } from "./evidence-spread.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import { type ExplorerPlan, explorerPlan } from "./explorer-plan.ts";
import { observationsOf, observationsShown } from "./observed-series.ts";
import { optionWeights } from "./option-weights.ts";
import { unitLabel } from "./unit-label.ts";

/** What records are made from, looked up once. */
interface Context {
  readonly parts: ExplorerParts;
  readonly plan: ExplorerPlan;
  readonly critiques: readonly Critique[];
  readonly ranks: ReadonlyMap<string, Rank>;
  readonly official: readonly string[];
  readonly record: BriefRecord;
}

/**
 * One record for each lever, outcome, variant and uncertain number of a model, in that order: `evidence.json`. The same parts
 * give the same bytes. Rules of the grades: `gradeOf`, `outcomeGrade`.
 */
export function makeEvidence(parts: ExplorerParts): EvidenceFile {
  const { model, scenarios, explorer, files } = parts;
  const plan = explorerPlan(model, scenarios, explorer);
  const context: Context = {
    parts,
    plan,
    critiques: loadCritiques(files, model).critiques,
    ranks: evidenceRanks(parts, plan.headline.outcome),
    official: explorer?.official ?? [],
    record: loadRecord(files, ""),
  };
  const variables = [...model.variables.values()];
  const records = [
    ...variables.filter(({ kind }) => kind === "lever").map((one) => leverRecord(context, one)),
    ...model.outcomes.flatMap(({ name }) => {
      const variable = model.variables.get(name);
      return variable === undefined ? [] : [outcomeRecord(context, variable)];
    }),
    ...variables.filter(({ kind }) => kind === "variant").map((one) => variantRecord(context, one)),
    ...variables
      .filter((one) => one.place.of === "param" && one.prior !== undefined && one.options === undefined)
      .map((one) => parameterRecord(context, one)),
  ];
  return {
    format: "downstream-explorer-evidence",
    version: 1,
    records,
    sources: sourcesOf(context, records),
  };
}

function leverRecord(context: Context, variable: Variable): EvidenceRecord {
  const { words } = context.parts;
  const { name } = variable;
  const said = context.plan.lever(name);
  const common = commonParts(context, variable);
  const tried = said?.tried?.sources ?? [];
  const references = unique([...common.references, ...tried.map((id) => ({ id }))]);
  return {
    kind: "lever",
    ...common,
    label: words.text("levers", name),
    meaning: words.text("levers", name, "sentence"),
    unit: said?.unit ?? unitLabel(variable.unit),
    references,
    // The chapter's rows give the scale of a lever; what has been done is in those of its range. Without one there are analogues at best.
    ...grade(context, variable, references, ({ id }) => tried.includes(id)),
  };
}

function outcomeRecord(context: Context, variable: Variable): EvidenceRecord {
  const { model, words, explorer } = context.parts;
  const { name } = variable;
  const unit = words.text("outcomes", name, "unit");
  const shown = observationsShown(explorer, name)?.flatMap((one) => {
    return model.observations.filter((observation) => observation.name === canonicalName(one));
  });
  const observations = shown ?? observationsOf(model, name);
  const common = commonParts(context, variable);
  const series = observations.map((one) => {
    const error = countingError(model, one);
    return { label: words.text("observations", one.name), ...(error === undefined ? {} : { error }) };
  });
  const { grade: letter, why } = outcomeGrade(series);
  const files = [...new Set(observations.map(({ file }) => file))].map((id) => ({ id }));
  const rows = observations.flatMap(({ references }) => references.filter(isRow));
  return {
    kind: "outcome",
    ...common,
    label: words.text("outcomes", name),
    meaning: words.text("outcomes", name, "sentence"),
    unit: unit.en === "" ? unitLabel(variable.unit) : unit,
    grade: letter,
    gradeWhy: why,
    references: unique([
      ...files,
      ...rows.map(({ id, reason }) => withReason(id, reason)),
      ...common.references,
    ]),
  };
}

function variantRecord(context: Context, variable: Variable): EvidenceRecord {
  const { words } = context.parts;
  const { name } = variable;
  const common = commonParts(context, variable);
  return {
    kind: "variant",
    ...common,
    label: words.text("variants", name),
    meaning: words.text("variants", name, "question"),
    unit: { en: "", es: "" },
    options: optionWeights(context.parts, name),
    // Rival explanations are offered because no source decides between them.
    ...grade(context, variable, common.references, () => false),
    ...rankOf(context, name),
  };
}

function parameterRecord(context: Context, variable: Variable): EvidenceRecord {
  const { parts } = context;
  const { model, words } = parts;
  const { name, unit } = variable;
  const common = commonParts(context, variable);
  const label = unitLabel(unit);
  const { index, count = 1 } = variable.place;
  const parameters = model.ir.parameters.slice(index, index + count);
  const spreads = parameterSpreads(parts, parameters);
  const described = describeVariable(model, name);
  // A number drawn anew each year has no single value that a reader could set.
  const value = count > 1 ? undefined : described?.value;
  const sentence = words.text("parameters", name, "sentence");
  return {
    kind: "parameter",
    ...common,
    label: words.text("parameters", name),
    meaning: sentence.en === "" ? placeSentence(context, variable, common.usedBy) : sentence,
    unit: label,
    ...(value === undefined ? {} : { value }),
    ...(spreads === undefined || described?.prior === undefined
      ? {}
      : {
          low: spreads.low,
          high: spreads.high,
          prior: { ...spreads.prior, words: priorWords(described.prior, unit, label) },
          ...(spreads.posterior === undefined ? {} : { posterior: spreads.posterior }),
        }),
    ...grade(context, variable, common.references, ({ id, reason }) =>
      isDirect(variable, reason, model.evidence.get(id)),
    ),
    ...rankOf(context, parameters[0]?.name ?? name),
  };
}

type Reference = EvidenceRecord["references"][number];

/** What every record says of its place in the model. */
function commonParts(context: Context, variable: Variable) {
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
  { critiques }: Context,
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
function grade(
  { parts, critiques, official, record }: Context,
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

function rankOf({ ranks }: Context, name: string): Pick<EvidenceRecord, "rank"> {
  const rank = ranks.get(name);
  return rank === undefined ? {} : { rank };
}

/** Where a number without a sentence of its own stands. */
function placeSentence(
  { parts: { model, explorer } }: Context,
  variable: Variable,
  readers: readonly string[],
): Text {
  const stem = chapterStem(variable.chapter);
  const title =
    model.chapters.find(({ file }) => file === variable.chapter)?.title.replace(/^\d+\. */, "") ?? stem;
  const { en, es } = explorer?.chapters[stem] ?? { en: title, es: title };
  const many = readers.length;
  return {
    en: `A number of the chapter “${en}”; ${many === 1 ? "1 equation reads" : `${many} equations read`} it.`,
    es: `Un número del capítulo «${es}»; ${many === 1 ? "1 ecuación lo lee" : `${many} ecuaciones lo leen`}.`,
  };
}

function chapterStem(file: string): string {
  return pageOf(file).replace(/\.md$/, "");
}

/** Relative error of counting of a published series in percent: its own, or the greatest of the parts that a forecast adds up to it. */
function countingError(model: Model, observation: Observation): number | undefined {
  const parts = model.forecasts.find(({ against }) => against === observation.name)?.components ?? [];
  const series =
    observation.error === undefined
      ? model.observations.filter(({ name }) => parts.includes(name))
      : [observation];
  const errors = series.map(({ error, values }) => {
    if (error?.kind !== "absolute") return error?.value;
    const mean = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
    return error.value / mean;
  });
  if (errors.length === 0 || errors.includes(undefined)) return undefined;
  return Number((100 * Math.max(...errors.map((error) => error ?? 0))).toPrecision(3));
}

function isRow({ id }: { readonly id: string }): boolean {
  return id !== "judgement";
}

function withReason(id: string, reason: string | undefined): Reference {
  return reason === undefined ? { id } : { id, reason };
}

/** Each id once, with the first reason given for it. */
function unique(references: readonly Reference[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const one of references) {
    const before = found.get(one.id);
    if (before === undefined || (before.reason === undefined && one.reason !== undefined))
      found.set(one.id, one);
  }
  return [...found.values()];
}

/** Everything that the records cite, once each, by id. */
function sourcesOf(
  { parts: { files }, record }: Context,
  records: readonly EvidenceRecord[],
): Readonly<Record<string, EvidenceSource>> {
  const ids = [...new Set(records.flatMap(({ references }) => references.map(({ id }) => id)))].sort();
  return Object.fromEntries(
    ids.flatMap((id) => {
      const source = evidenceSource(files, record, id);
      return source === undefined ? [] : [[id, source] as const];
    }),
  );
}
