import type { Text } from "../base/text.ts";
import type { PublishedFigure } from "./published.ts";
import type { ValidationRow } from "./validation-row.ts";
import { LONE_FIGURE, validationVerdict } from "./validation-verdict.ts";

/** How far one run of a rebuilt model may lie from a level that was published without a range; changes have a fifth. */
const LEVEL = 0.05;

/** Tables print three digits: a bound holds within what rounding may hide. */
const ROUNDING = 0.003;

const ANOTHER_RUN: Text = {
  en: ", another run of the public code",
  es: ", otra ejecución del código público",
};

/**
 * Rows of a reference model, one run each: against the published figure, and once more against another run of the
 * public code where the table has one. Without a range, `missed` where a level is more than 5 percent away or a change
 * more than a fifth of itself.
 */
export function publishedRows(
  name: string,
  subject: Text,
  figures: readonly PublishedFigure[],
): readonly ValidationRow[] {
  return figures.flatMap((figure, k) => {
    const { published: value, low, high, rerun, obtained } = figure;
    const words = { en: figure.quantity, es: figure.quantityEs ?? figure.quantity };
    const row = (id: string, published: ValidationRow["published"], target: Text): ValidationRow => ({
      id: `${name}/${id}`,
      section: "published model",
      subject,
      target,
      unit: figure.percent ? "%" : "1",
      published,
      obtained: { median: obtained },
      verdict: validationVerdict(
        rounded(published),
        { median: obtained },
        figure.percent ? LONE_FIGURE : LEVEL,
      ),
      sources: figure.id === "" ? [] : [figure.id],
    });
    const range = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
    const paper = value === undefined ? [] : [row(`${k + 1}`, { value, ...range }, words)];
    const again = { en: words.en + ANOTHER_RUN.en, es: words.es + ANOTHER_RUN.es };
    return rerun === undefined ? paper : [...paper, row(`${k + 1}/run`, { value: rerun }, again)];
  });
}

/** The range with room for the rounding of its ends. */
function rounded({ value, low, high }: ValidationRow["published"]): ValidationRow["published"] {
  return {
    ...(value === undefined ? {} : { value }),
    ...(low === undefined ? {} : { low: low - Math.abs(low) * ROUNDING }),
    ...(high === undefined ? {} : { high: high + Math.abs(high) * ROUNDING }),
  };
}
