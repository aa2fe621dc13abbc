import type { SensitivityResult } from "../analysis/sensitivity-result.ts";
import type { Files } from "../base/diagnostic.ts";
import { WIDE } from "../charts/index.ts";
import { sensitivityChart } from "../charts/sensitivity-chart.ts";
import { sensitivityPage } from "../explain/sensitivity-page.ts";

/** Pages by file name, none without a stored result; and the command that makes a result of another model version anew. */
export interface SensitivityPages {
  readonly pages: Readonly<Record<string, string>>;
  readonly stale?: string;
}

/**
 * The page `sensitivity.md` and its drawings from the newest `sensitivity/ORIGIN.json` among a model's files. `modelHash` is
 * that of the model as it is now. Throws a SyntaxError for a file that is no JSON and a RangeError for one of another format.
 */
export function sensitivityPages(files: Files, modelHash: string): SensitivityPages {
  const path = Object.keys(files)
    .filter((name) => /^sensitivity\/[^/]+\.json$/.test(name))
    .sort()
    .at(-1);
  if (path === undefined) return { pages: {} };
  const result = JSON.parse(files[path] ?? "") as SensitivityResult;
  if (result.format !== "downstream-sensitivity" || result.version !== 1)
    throw new RangeError(`${path} is no result of downstream discover`);
  const shown = ["", ...result.scenarios.slice(1).map(({ id }) => id)];
  const drawn = shown.map((id) => {
    const chart = sensitivityChart(result, id === "" ? undefined : id, "en");
    return { id, file: `${chart.id}.svg`, chart };
  });
  const charts = Object.fromEntries(
    drawn.map(({ id, file, chart }) => [
      id,
      {
        file,
        text: `The five leading assumptions of every outcome: ${chart.title}. The numbers are in the tables.`,
      },
    ]),
  );
  return {
    pages: {
      "sensitivity.md": sensitivityPage(result, { modelHash, charts, modelPages: "model/" }),
      ...Object.fromEntries(drawn.map(({ file, chart }) => [file, `${chart.draw(WIDE)}\n`])),
    },
    ...(result.modelHash === modelHash ? {} : { stale: result.command }),
  };
}
