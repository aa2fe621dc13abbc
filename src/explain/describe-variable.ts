import { textPosition } from "../base/text-position.ts";
import type { EvidenceRow } from "../evidence/register.ts";
import type { Chapter } from "../lang/ast.ts";
import { canonicalElement } from "../model/arrays/element-name.ts";
import type { Loop, Model, Variable, VariableKind } from "../model/model.ts";
import { elementsDiffer, fixedElements, nameEntry } from "./name-entries.ts";

/** One reference of a definition: the row in full where the register has it, and the chapter's own reason. */
export interface DescribedReference {
  readonly id: string;
  readonly reason?: string;
  readonly row?: EvidenceRow;
}

/** Everything the model says of one name, as plain data; numbers are in the declared unit. */
export interface VariableDescription {
  readonly name: string;
  readonly kind: VariableKind;
  readonly unit: string;
  readonly file: string;
  readonly line: number;
  /** The definition as its chapter writes it. */
  readonly definition: string;
  readonly value?: number;
  readonly prior?: { readonly distribution: string; readonly args: readonly number[] };
  readonly range?: { readonly low: number; readonly high: number; readonly rampMonths: number };
  readonly options?: readonly string[];
  /** Of an array whose elements have values that differ: each element's own. */
  readonly elements?: readonly {
    readonly element: string;
    readonly value?: number;
    readonly prior?: { readonly distribution: string; readonly args: readonly number[] };
  }[];
  readonly references: readonly DescribedReference[];
  readonly uses: readonly string[];
  readonly usedBy: readonly string[];
  /** The loops it is part of, shortest first. */
  readonly loops: readonly Loop[];
  readonly better?: "lower" | "higher" | "none";
  readonly observedIn: readonly {
    readonly file: string;
    readonly column: string;
    readonly lateMonths: number;
    readonly points: number;
  }[];
}

/** Describes the variable or array of that name; undefined where the model has none. */
export function describeVariable(model: Model, name: string): VariableDescription | undefined {
  const canonical = canonicalElement(name);
  const entry = nameEntry(model, canonical);
  if (entry === undefined) return undefined;
  const elements = elementsDiffer(entry) ? entry.elements : [];
  const fixed = fixedElements(model, entry);
  const first = entry.variable;
  // What differs from element to element is told for each.
  const { value: _, prior: __, ...common } = first;
  const variable: Variable = elements.length === 0 ? first : common;
  const names = [first.family ?? first.name, canonical];
  const chapter = model.chapters.find(({ file }) => file === variable.chapter);
  const { factor } = variable;
  const lever = variable.place.of === "lever" ? model.ir.levers[variable.place.index] : undefined;
  const outcome = model.outcomes.find((one) => names.includes(one.name));
  return {
    name: entry.text,
    kind: variable.kind,
    unit: variable.unit,
    file: variable.chapter,
    line: textPosition(chapter?.text ?? "", variable.span.start).line,
    definition: definitionText(chapter, variable),
    ...(variable.value === undefined || variable.options ? {} : { value: declared(variable.value, factor) }),
    ...(variable.prior === undefined || variable.options ? {} : { prior: declaredPrior(variable) }),
    ...(lever === undefined
      ? {}
      : {
          range: {
            low: declared(lever.low, factor),
            high: declared(lever.high, factor),
            rampMonths: lever.rampMonths,
          },
        }),
    ...(variable.options === undefined ? {} : { options: variable.options }),
    ...(fixed.length === 0
      ? {}
      : { elements: fixed.map(({ text, value }) => ({ element: text, value: declared(value, factor) })) }),
    ...(elements.length === 0
      ? {}
      : {
          elements: elements.map(({ text, variable: one }) => ({
            element: text,
            ...(one.value === undefined ? {} : { value: declared(one.value, factor) }),
            ...(one.prior === undefined ? {} : { prior: declaredPrior(one) }),
          })),
        }),
    references: variable.references.map(({ id, reason }) => {
      const row = model.evidence.get(id);
      return { id, ...(reason === undefined ? {} : { reason }), ...(row === undefined ? {} : { row }) };
    }),
    uses: variable.uses,
    usedBy: variable.usedBy,
    loops: model.loops
      .filter((loop) => loop.names.some((one) => names.includes(one)))
      .sort((a, b) => a.names.length - b.names.length),
    ...(outcome === undefined ? {} : { better: outcome.better }),
    observedIn: model.observations
      .filter((entry) => entry.name === variable.name)
      .map(({ file, column, lateMonths, scored }) => ({ file, column, lateMonths, points: scored.length })),
  };
}

/** A number in the declared unit, without the last digits that the conversion left behind. */
export function declared(value: number, factor: number): number {
  return Number((value / factor).toPrecision(12));
}

/** Arguments of a prior that are pure numbers whatever the unit: shapes and logarithmic widths. */
const PURE: Readonly<Record<string, readonly number[]>> = { lognormal: [1], beta: [0, 1] };

function declaredPrior(variable: Variable): {
  readonly distribution: string;
  readonly args: readonly number[];
} {
  const { distribution, args } = variable.prior ?? { distribution: "", args: [] };
  const pure = PURE[distribution] ?? [];
  return {
    distribution,
    args: args.map((arg, i) => (pure.includes(i) ? arg : declared(arg, variable.factor))),
  };
}

/** The statement that defines the name, whole lines of it, trailing blank ones left out. */
function definitionText(chapter: Chapter | undefined, variable: Variable): string {
  const at = variable.span.start;
  const statement = chapter?.blocks
    .flatMap((block) => block.statements)
    .find(({ span }) => span.start <= at && at < span.end);
  if (chapter === undefined || statement === undefined) return variable.source;
  const start = chapter.text.lastIndexOf("\n", statement.span.start - 1) + 1;
  const end = chapter.text.indexOf("\n", Math.max(statement.span.start, statement.span.end - 1));
  return chapter.text.slice(start, end < 0 ? undefined : end).trimEnd();
}
