/** The numbers of a chart as a table of words, for readers who want them and for screen readers. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A chart as data and a drawing rule. `description` is its text alternative: what it shows, the numbers, the trend.
 * `draw` gives SVG text for a width in CSS pixels, so that a phone gets its own layout and not a shrunken one.
 */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** Unit and what is shown, under the title. */
  readonly subtitle: string;
  readonly description: string;
  readonly table: ChartTable;
  readonly draw: (width: number) => string;
}

/** Widths at which reports draw charts: a page and a phone. */
export const WIDE = 720;
export const NARROW = 340;
