import type { Text } from "../base/text.ts";
import type { Model } from "../model/model.ts";
import type { Words } from "../scenario/words.ts";
import type { Sensitivity } from "./sensitivity.ts";
import type { SensitivityInput } from "./sensitivity-redraw.ts";
import type { SensitivityQuantity } from "./sensitivity-runs.ts";

/** One row that an input cites: its id in the register and how far the row itself was checked. */
export interface InputSource {
  /** Of the register, or `judgement`. */
  readonly id: string;
  readonly grade: "verified" | "secondary" | "unverified" | "judgement" | "unknown";
}

/** How firm the number behind an input is, by the best row that it cites. */
export type Firmness = InputSource["grade"];

/** An input that is among the leading ones of at least one quantity. */
export interface InputInfo {
  readonly name: string;
  readonly label: Text;
  /** File of the chapter that defines it. */
  readonly chapter: string;
  readonly variant: boolean;
  /** The data up to the posterior's origin depend on it. */
  readonly informed: boolean;
  readonly sources: readonly InputSource[];
  readonly firmness: Firmness;
}

/** What moves one outcome, or the effect of one scenario on it. */
export interface QuantityDrivers {
  readonly outcome: string;
  readonly label: Text;
  /** Unit of mean and deviation: the declared one. */
  readonly unit: string;
  /** Absent: the level under the base line. */
  readonly scenario?: string;
  readonly varies: boolean;
  readonly mean: number;
  readonly deviation: number;
  readonly rows: readonly {
    readonly input: string;
    readonly index: number;
    readonly se: number;
    readonly draws: number;
  }[];
  /** Sum of the indices of all inputs; see `SensitivityTable`. */
  readonly sum: number;
  /** Share of the rows whose best source is a judgement. */
  readonly judgement: number;
  /** Inputs of the rows with an unverified row behind them. */
  readonly unverified: readonly string[];
}

/** What `downstream discover` finds: the file `sensitivity/ORIGIN.json` of a model. */
export interface SensitivityResult {
  readonly format: "downstream-sensitivity";
  readonly version: 1;
  readonly model: string;
  readonly modelHash: string;
  /** `prior`, or `posterior/2024-11`. */
  readonly from: string;
  /** `YYYY-MM` at which outcomes are read. */
  readonly at: string;
  readonly seed: number;
  /** Draws on which every input, and on which the leading inputs were tried. */
  readonly screened: number;
  readonly draws: number;
  readonly candidates: number;
  readonly inputs: number;
  readonly refined: number;
  readonly runs: number;
  readonly candidateRuns: number;
  /**
   * Whether redrawing keeps the law of the draws, over all rows below: the greatest move of a mean in standard deviations of
   * the quantity, and the rows whose move is more than three of its standard errors, of how many.
   */
  readonly redrawing: { readonly greatestShift: number; readonly beyond: number; readonly rows: number };
  readonly scenarios: readonly { readonly id: string; readonly label: Text }[];
  /** The inputs that rows name. */
  readonly leading: readonly InputInfo[];
  readonly quantities: readonly QuantityDrivers[];
  readonly command: string;
}

/** What the result says beside what was computed. */
export type SensitivityHead = Omit<
  SensitivityResult,
  | "format"
  | "version"
  | "model"
  | "modelHash"
  | "inputs"
  | "refined"
  | "runs"
  | "redrawing"
  | "candidateRuns"
  | "leading"
  | "quantities"
>;

const GRADES = ["verified", "secondary", "judgement", "unverified", "unknown"] as const;

/** Joins tables with labels and sources; numbers have four significant digits. */
export function sensitivityResult(
  model: Model,
  words: Words,
  inputs: readonly SensitivityInput[],
  quantities: readonly SensitivityQuantity[],
  found: Sensitivity,
  head: SensitivityHead,
): SensitivityResult {
  const infos = new Map<string, InputInfo>();
  const infoOf = (input: SensitivityInput): InputInfo => {
    const info = infos.get(input.name) ?? inputInfo(model, words, input);
    infos.set(input.name, info);
    return info;
  };
  const drivers = quantities.map((quantity, q): QuantityDrivers => {
    const table = found.tables[q];
    const variable = model.variables.get(quantity.outcome);
    const factor = variable?.factor ?? 1;
    const rows = (table?.rows ?? []).flatMap(({ input, index, se, draws }) => {
      const one = inputs[input];
      return one === undefined
        ? []
        : [{ info: infoOf(one), row: { input: one.name, index: round(index), se: round(se), draws } }];
    });
    return {
      outcome: quantity.outcome,
      label: words.text("outcomes", quantity.outcome),
      unit: variable?.unit ?? "1",
      ...(quantity.scenario === undefined ? {} : { scenario: quantity.scenario }),
      varies: table?.varies ?? false,
      mean: round((table?.mean ?? Number.NaN) / factor),
      deviation: round((table?.deviation ?? Number.NaN) / factor),
      rows: rows.map(({ row }) => row),
      sum: round(table?.sum ?? 0),
      judgement:
        rows.length === 0
          ? 0
          : round(rows.filter(({ info }) => info.firmness === "judgement").length / rows.length),
      unverified: rows
        .filter(({ info }) => info.sources.some(({ grade }) => grade === "unverified"))
        .map(({ row }) => row.input),
    };
  });
  const all = found.tables.flatMap(({ rows }) => rows);
  const named = new Set(drivers.flatMap(({ rows }) => rows.map(({ input }) => input)));
  return {
    format: "downstream-sensitivity",
    version: 1,
    model: model.name,
    modelHash: model.hash,
    ...head,
    inputs: inputs.length,
    refined: found.refined,
    runs: found.runs,
    candidateRuns: found.candidateRuns,
    redrawing: {
      greatestShift: round(Math.max(0, ...all.map(({ shift }) => Math.abs(shift)).filter(Number.isFinite))),
      beyond: all.filter(({ shiftErrors }) => Math.abs(shiftErrors) > 3).length,
      rows: all.length,
    },
    leading: inputs.filter(({ name }) => named.has(name)).map(infoOf),
    quantities: drivers,
  };
}

function inputInfo(model: Model, words: Words, { name, conditional }: SensitivityInput): InputInfo {
  const variable = model.variables.get(name);
  const variant = variable?.kind === "variant";
  const sources = [...new Map((variable?.references ?? []).map((one) => [one.id, one])).values()].map(
    ({ id }): InputSource => ({ id, grade: gradeOf(model, id) }),
  );
  return {
    name,
    label: words.text(variant ? "variants" : "parameters", name),
    chapter: variable?.chapter ?? "",
    variant,
    informed: conditional,
    sources,
    firmness: GRADES.find((grade) => sources.some((source) => source.grade === grade)) ?? "unknown",
  };
}

function gradeOf(model: Model, id: string): InputSource["grade"] {
  if (id === "judgement") return "judgement";
  const status = model.evidence.get(id)?.status;
  return status === "verified" || status === "secondary" || status === "unverified" ? status : "unknown";
}

function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : 0;
}
