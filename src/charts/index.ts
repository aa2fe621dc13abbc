export type { Chart, ChartTable } from "./chart.ts";
export { NARROW, WIDE } from "./chart.ts";
export { type DriverBarsOptions, driverBars } from "./driver-bars.ts";
export { type FanChartOptions, fanChart } from "./fan-chart.ts";
export type { FanHistory, FanSeries } from "./fan-geometry.ts";
export { figure } from "./figure.ts";
export { type IntervalChartOptions, type IntervalRow, intervalChart } from "./interval-chart.ts";
export { smallMultiples } from "./small-multiples.ts";
export { type WeightBarsOptions, weightBars } from "./weight-bars.ts";
