import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { canonicalName } from "../lang/names.ts";
import type { Discrepancy, Model } from "../model/model.ts";
import { TextSchema } from "../scenario/scenario.ts";
import { placeOf, readYaml } from "../scenario/yaml-source.ts";

const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const PathSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: TextSchema,
  /** A forecast series of the model. */
  series: z.string().min(1),
  /** The first origin that it is set beside: the month in which its own data had ended. */
  from: MonthText,
  /** Deaths, or whatever the series counts, by calendar year, in base units. */
  years: z.record(z.string().regex(/^\d{4}$/), z.number().positive()),
  sources: z.array(z.string().min(1)).min(1),
  note: TextSchema.optional(),
});

const VintageSchema = z.strictObject({
  /** Month in which the values of the file were published. */
  published: MonthText,
  file: z.string().min(1),
  /** The file's column of each forecast series. */
  columns: z.record(z.string(), z.string().min(1)),
});

const MissSchema = z.strictObject({ value: z.number().positive().max(5), months: z.number().positive() });

const FileSchema = z.strictObject({
  /** By observation: the process of misses in forecasts, where it is not the discrepancy that weighs the draws. */
  misses: z.record(z.string(), MissSchema).default({}),
  published: z.array(PathSchema).default([]),
  vintages: z.array(VintageSchema).default([]),
});

/** The values of forecast series as an earlier release had them. */
export type Vintage = Readonly<z.output<typeof VintageSchema>>;

/** A path that someone published before it could be checked: a number a calendar year. */
export type PublishedPath = Readonly<z.output<typeof PathSchema>>;

/** What a model's folder adds to its forecasts and backtests. */
export interface BacktestFile {
  /** By canonical name of a component. */
  readonly misses: ReadonlyMap<string, Discrepancy>;
  readonly paths: readonly PublishedPath[];
  readonly vintages: readonly Vintage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Its name below the model's folder. */
export const FORECAST_FILE = "forecast.yaml";

/**
 * Reads `forecast.yaml` of a model, if it has one. Findings: `yaml-syntax`, `backtest-file` (what is wrong and where),
 * `backtest-series` (a series that the model does not forecast).
 */
export function backtestFile(
  files: Files,
  series: readonly string[],
  components: readonly string[] = [],
): BacktestFile {
  const nothing = (diagnostics: readonly Diagnostic[]): BacktestFile => ({
    misses: new Map(),
    paths: [],
    vintages: [],
    diagnostics,
  });
  const text = files[FORECAST_FILE];
  if (text === undefined) return nothing([]);
  const read = readYaml({ file: FORECAST_FILE, text, offset: 0 });
  if (read.diagnostics.length > 0) return nothing(read.diagnostics);
  const parsed = FileSchema.safeParse(read.value);
  if (!parsed.success) {
    return nothing(
      parsed.error.issues.map((issue): Diagnostic => {
        const data = { field: issue.path.join("."), why: issue.message };
        return { code: "backtest-file", severity: "error", span: placeOf(read, issue.path), data };
      }),
    );
  }
  const { misses, published, vintages } = parsed.data;
  const unknown = (
    name: string,
    path: readonly PropertyKey[],
    key: boolean,
    known = series,
  ): readonly Diagnostic[] => {
    if (known.includes(name)) return [];
    const span = placeOf(read, path, key);
    return [{ code: "backtest-series", severity: "error", span, data: { name, known } }];
  };
  const diagnostics = [
    ...Object.keys(misses).flatMap((name) =>
      unknown(canonicalName(name), ["misses", name], true, components),
    ),
    ...published.flatMap((path, i) => unknown(path.series, ["published", i, "series"], false)),
    ...vintages.flatMap((vintage, i) =>
      Object.keys(vintage.columns).flatMap((name) => unknown(name, ["vintages", i, "columns", name], true)),
    ),
  ];
  const sizes = new Map(Object.entries(misses).map(([name, miss]) => [canonicalName(name), miss]));
  return { misses: sizes, paths: published, vintages, diagnostics };
}

/** The model with the processes of misses that its forecasts take. */
export function withMisses(model: Model, misses: BacktestFile["misses"]): Model {
  const observations = model.observations.map((one) => {
    const discrepancy = misses.get(one.name);
    return discrepancy === undefined ? one : { ...one, discrepancy };
  });
  return { ...model, observations };
}

/**
 * The published path as a sum over the twelve months that end with `month`: calendar years in proportion to the months of each,
 * a year that is not given on the line between those beside it. Undefined outside the years given.
 */
export function publishedSum({ years }: Pick<PublishedPath, "years">, month: string): number | undefined {
  const year = Number(month.slice(0, 4));
  const months = Number(month.slice(5, 7));
  const before = months === 12 ? 0 : yearValue(years, year - 1);
  const now = yearValue(years, year);
  if (before === undefined || now === undefined) return undefined;
  return (months * now + (12 - months) * before) / 12;
}

function yearValue(years: Readonly<Record<string, number>>, year: number): number | undefined {
  const known = Object.keys(years)
    .map(Number)
    .sort((a, b) => a - b);
  const low = known.filter((one) => one <= year).at(-1);
  const high = known.find((one) => one >= year);
  if (low === undefined || high === undefined) return undefined;
  const [from, to] = [years[String(low)]!, years[String(high)]!];
  return low === high ? from : from + ((to - from) * (year - low)) / (high - low);
}
