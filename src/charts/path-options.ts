import type { Language } from "../base/text.ts";
import type { Chart } from "./chart.ts";

/** Quantiles over draws, month by month: [month][q05, q25, q50, q75, q95] in base units, as `PathComparison` holds them for one outcome. */
export type PathQuantiles = ArrayLike<number>;

/** One path: the name of its scenario, whether that is no change, and its quantiles. */
export interface PathLine {
  readonly label: string;
  readonly noChange: boolean;
  readonly quantiles: PathQuantiles;
}

/** An observed series in the unit of the chart; the first `known` values were published by the decision. */
export interface PathObserved {
  readonly label: string;
  readonly months: readonly string[];
  readonly values: readonly number[];
  readonly known: number;
}

/** A reader's own line: a value per month, or none yet; in the unit of the chart. */
export interface Guess {
  readonly months: readonly string[];
  readonly values: readonly (number | undefined)[];
}

/** What every chart over months needs. */
export interface MonthsChartOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly language: Language;
  /** Months of the quantiles, `YYYY-MM`, in order. */
  readonly months: readonly string[];
  /** Base units per unit of the chart; quantiles are divided by it. Default 1. */
  readonly factor?: number | undefined;
  /** First and last month that are drawn; default all months of the quantiles. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly decision: string;
  /** The month at which A and B are compared. */
  readonly at?: string | undefined;
  /** Least and greatest value that the axis holds, in the unit of the chart; default what is drawn needs. */
  readonly extent?: readonly [number, number] | undefined;
  /** A large chart has a key and names its paths; a small one only says A and B. Default large. */
  readonly size?: "large" | "small" | undefined;
}

/** One outcome over time: history, path A and, where it differs, path B. */
export interface PathChartOptions extends MonthsChartOptions {
  readonly a: PathLine;
  readonly b?: PathLine | undefined;
  /** B as it was before a lever began to move. */
  readonly ghost?: PathQuantiles | undefined;
  /** The first series leads: bands begin where its known values end. Without any, bands are drawn all along. */
  readonly observed: readonly PathObserved[];
  /** Whether the value axis holds 0. */
  readonly zero: boolean;
  readonly guess?: Guess | undefined;
  /** Draw nothing of A and B after the data: for a reader who guesses first. Default false. */
  readonly hideFuture?: boolean | undefined;
}

/** Where things stand in a drawing of a width, in its pixels. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Indices of the first and last month drawn. */
  readonly first: number;
  readonly last: number;
  /** Place of a month by its index, and of a value. */
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  /** Index of the month nearest to a place, and the value at a place; both held inside the box. */
  readonly monthAt: (x: number) => number;
  readonly valueAt: (y: number) => number;
}

/** What a chart says of one month, for a readout beside it. */
export interface Reading {
  readonly month: string;
  /** The month in words. */
  readonly label: string;
  /** The paths with their middle run and range, the observed values. */
  readonly lines: readonly {
    /** Class of the mark that it belongs to: `path-a`, `path-b`, `baseline`, `history`. */
    readonly mark: string;
    readonly name: string;
    readonly value: string;
    /** The same where there is little room: "A", "86,900 (71,900 to 104,000)". */
    readonly letter: string;
    readonly brief: string;
    /** Where it is drawn, in the unit of the chart. */
    readonly at: number;
  }[];
  /** What the numbers of `brief` are: "middle run (9 in 10 runs)"; empty where only observed values stand there. */
  readonly legend: string;
  /** All of it as one sentence, for a screen reader. */
  readonly sentence: string;
}

/** A chart over months that can be read month by month, by pointer and by key. */
export interface MonthsChart extends Chart {
  readonly months: readonly string[];
  readonly plot: (width: number) => Plot;
  /** What it says of a month, by index. */
  readonly read: (month: number) => Reading;
}
