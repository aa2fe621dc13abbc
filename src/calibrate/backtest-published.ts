import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
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

const FileSchema = z.strictObject({ published: z.array(PathSchema) });

/** A path that someone published before it could be checked: a number a calendar year. */
export type PublishedPath = Readonly<z.output<typeof PathSchema>>;

/** Where published paths stand below a model's folder. */
export const PUBLISHED_FILE = "backtest.yaml";

/**
 * Reads `backtest.yaml` of a model, if it has one. Findings: `yaml-syntax`, `backtest-file` (what is wrong and where),
 * `backtest-series` (a series that the model does not forecast).
 */
export function publishedPaths(
  files: Files,
  series: readonly string[],
): { readonly paths: readonly PublishedPath[]; readonly diagnostics: readonly Diagnostic[] } {
  const text = files[PUBLISHED_FILE];
  if (text === undefined) return { paths: [], diagnostics: [] };
  const read = readYaml({ file: PUBLISHED_FILE, text, offset: 0 });
  if (read.diagnostics.length > 0) return { paths: [], diagnostics: read.diagnostics };
  const parsed = FileSchema.safeParse(read.value);
  if (!parsed.success) {
    const diagnostics = parsed.error.issues.map((issue): Diagnostic => {
      const data = { field: issue.path.join("."), why: issue.message };
      return { code: "backtest-file", severity: "error", span: placeOf(read, issue.path), data };
    });
    return { paths: [], diagnostics };
  }
  const { published } = parsed.data;
  const diagnostics = published.flatMap((path, i): readonly Diagnostic[] => {
    if (series.includes(path.series)) return [];
    const span = placeOf(read, ["published", i, "series"]);
    return [{ code: "backtest-series", severity: "error", span, data: { name: path.series, known: series } }];
  });
  return { paths: published, diagnostics };
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
