import type { PathComparison } from "../analysis/path-comparison.ts";
import { csvText } from "../base/csv.ts";
import { type ExplorerChoice, NUMBER_VERSION } from "../scenario/explorer-link.ts";
import type { LinkFacts } from "../scenario/explorer-link-facts.ts";
import { defaultLink } from "../scenario/normal-link.ts";
import { printLink } from "../scenario/print-link.ts";
import type { ModelFacts } from "./model-facts.ts";

/** What of a release stands in a CSV. */
export type CsvFacts = Omit<LinkFacts, "outcomes" | "draws"> &
  Pick<ModelFacts, "model" | "modelHash" | "draws"> & {
    readonly outcomes: readonly Pick<ModelFacts["outcomes"][number], "name" | "unit" | "factor">[];
  };

const COLUMNS = ["month", "outcome", "path", "unit", "q05", "q25", "q50", "q75", "q95"];
const POINTS = 5;

/**
 * A comparison as CSV, the same bytes wherever it is made: lines that begin with `#` say what it takes to make it again, then a row
 * for each outcome, path and month, in declared units, numbers in full. The link is that of the choice: what is looked at
 * decides no number.
 */
export function resultCsv(choice: ExplorerChoice, facts: CsvFacts, comparison: PathComparison): string {
  const link = printLink({ choice, view: defaultLink(facts).view }, facts);
  const head = [
    ["model", facts.model],
    ["release", facts.release],
    ["hash", facts.modelHash],
    ["posterior", facts.draws.posterior],
    ["seed", choice.seed],
    ["draws", comparison.draws],
    ["draws kept", comparison.kept],
    ["number version", NUMBER_VERSION],
    ["link", `?${link}`],
  ].map(([what, value]) => `# ${what}: ${value}\n`);
  return head.join("") + csvText(COLUMNS, rows(facts, comparison));
}

function* rows({ outcomes, months }: CsvFacts, { a, b }: PathComparison) {
  for (const [o, { name, unit, factor }] of outcomes.entries())
    for (const [path, points] of [
      ["A", a],
      ["B", b],
    ] as const)
      for (const [save, month] of months.entries()) {
        const at = (o * months.length + save) * POINTS;
        const numbers = [...points.subarray(at, at + POINTS)].map((value) => value / factor);
        yield [month, name, path, unit.en, ...numbers];
      }
}
