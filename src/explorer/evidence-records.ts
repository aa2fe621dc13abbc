import type { Text } from "../base/text.ts";
import { describeVariable } from "../explain/describe-variable.ts";
import { canonicalName } from "../lang/names.ts";
import type { Model, Observation, Variable } from "../model/model.ts";
import {
  chapterStem,
  commonParts,
  type EvidenceContext,
  gradeParts,
  isRow,
  rankOf,
  unique,
  withReason,
} from "./evidence-context.ts";
import { isDirect, outcomeGrade } from "./evidence-grade.ts";
import { priorWords } from "./evidence-prior.ts";
import type { EvidenceRecord } from "./evidence-record.ts";
import { parameterSpreads } from "./evidence-spread.ts";
import { observationsOf, observationsShown } from "./observed-series.ts";
import { optionWeights } from "./option-weights.ts";
import { unitLabel } from "./unit-label.ts";

/** What is known of a lever: what has been seen of it, or analogues. */
export function leverRecord(context: EvidenceContext, variable: Variable): EvidenceRecord {
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
    ...gradeParts(context, variable, references, ({ id }) => tried.includes(id)),
  };
}

/** How an outcome is counted, where it is. */
export function outcomeRecord(context: EvidenceContext, variable: Variable): EvidenceRecord {
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

/** Rival explanations with their weights. */
export function variantRecord(context: EvidenceContext, variable: Variable): EvidenceRecord {
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
    ...gradeParts(context, variable, common.references, () => false),
    ...rankOf(context, name),
  };
}

/** An uncertain number: its value, its spread before and after the data, what stands behind it. */
export function parameterRecord(context: EvidenceContext, variable: Variable): EvidenceRecord {
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
    ...gradeParts(context, variable, common.references, ({ id, reason }) =>
      isDirect(variable, reason, model.evidence.get(id)),
    ),
    ...rankOf(context, parameters[0]?.name ?? name),
  };
}

/** Where a number without a sentence of its own stands. */
function placeSentence(
  { parts: { model, explorer } }: EvidenceContext,
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
