export { type ChangeChartOptions, changeChart } from "./change-chart.ts";
export type { Chart, ChartTable } from "./chart.ts";
export { NARROW, WIDE } from "./chart.ts";
export { type DotPlotOptions, dotExtent, dotPlot } from "./dot-plot.ts";
export { type DriverBarsOptions, driverBars } from "./driver-bars.ts";
export { type FanChartOptions, fanChart } from "./fan-chart.ts";
export type { FanHistory, FanSeries } from "./fan-geometry.ts";
export { figure } from "./figure.ts";
export {
  drawGuess,
  type GuessCursor,
  type GuessYear,
  guessKey,
  guessPlace,
  guessTable,
  guessYears,
  roundStep,
  setGuess,
  startGuess,
} from "./guess-line.ts";
export { type IntervalChartOptions, type IntervalRow, intervalChart } from "./interval-chart.ts";
export { pathChart } from "./path-chart.ts";
export { changeExtent, holdExtent, pathExtent } from "./path-extent.ts";
export type {
  Guess,
  MonthsChart,
  MonthsChartOptions,
  PathChartOptions,
  PathLine,
  PathObserved,
  PathQuantiles,
  Plot,
  Reading,
} from "./path-options.ts";
export { readingKey } from "./reading-keys.ts";
export { type SensitivityBarsOptions, sensitivityBars } from "./sensitivity-bars.ts";
export { type ShareRange, type ShareRangesOptions, shareRanges } from "./share-ranges.ts";
export { smallMultiples } from "./small-multiples.ts";
export { type SpreadChartOptions, type SpreadShape, spreadChart } from "./spread-chart.ts";
export { type StandaloneText, standaloneSvg } from "./standalone-svg.ts";
export { type WeightBarsOptions, weightBars } from "./weight-bars.ts";
