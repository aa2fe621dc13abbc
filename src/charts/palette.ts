/** How one series looks. Dash and label differ with the colour, so that nothing is told by colour alone. */
export interface SeriesStyle {
  readonly color: string;
  /** The colour of its name: at least 4.5:1 on white. */
  readonly text: string;
  readonly dash: string | undefined;
}

/** No change: dark grey and dashed, in every chart. */
export const NO_CHANGE: SeriesStyle = { color: "#333333", text: "#333333", dash: "6 4" };

/** Compared scenarios in order; contrast on white at least 4:1, told apart under protan, deutan and tritan sight. */
export const COMPARED: readonly SeriesStyle[] = [
  { color: "#008C95", text: "#00737A", dash: undefined },
  { color: "#B85C00", text: "#A35200", dash: "9 3 2 3" },
  { color: "#6A1B7A", text: "#6A1B7A", dash: "2 3" },
];

/** Grid, axes and secondary text. */
export const GRID = "#DDDDDD";
export const AXIS = "#767676";
export const QUIET = "#555555";

/** Styles for a list of series, in order, where `isNoChange` says which is the base line. */
export function seriesStyles(isNoChange: readonly boolean[]): readonly SeriesStyle[] {
  let next = 0;
  return isNoChange.map((base) => (base ? NO_CHANGE : (COMPARED[next++ % COMPARED.length] ?? NO_CHANGE)));
}
