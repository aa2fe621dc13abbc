import type { FoundResult } from "../analysis/stored-results.ts";
import type { Words } from "../scenario/words.ts";
import { fallTables } from "./fall-table.ts";
import { tableLine } from "./markdown-page.ts";
import { resultNotice } from "./result-notice.ts";

/** `docs/fall.md`: who carries the fall that a model names, in English. `figures` are drawings in the order of the accounts. */
export function fallPage(
  found: FoundResult<"fall">,
  words: Words,
  figures: readonly { readonly file: string; readonly description: string }[],
): string {
  const { result, command, draws, posteriors, seed } = found;
  const from =
    posteriors.length === 0 ? "the prior" : posteriors.map((name) => `posterior/${name}`).join(", ");
  const parts = [
    "# Why deaths fell",
    resultNotice(found),
    `How much of the published fall each explanation in the model carries, over ${draws} draws of \`${from}\` (seed ${seed}): the middle one, and from 5 to 95 % of draws. [How a model is held against its past](history.md) says how shares are computed and what they are not. Each is a middle of its own, so the middles of the parts need not add up to 100 %; below 0 a cause worked against the fall. The blocks of supply react less than two known losses of supply did ([episodes](validation.md#episodes)).`,
    ...fallTables(result, words, "en").flatMap(({ title, sentences, head, rows }, k) => [
      `## ${title}`,
      ...sentences.slice(0, 1),
      ...(figures[k] === undefined ? [] : [`![${figures[k].description}](${figures[k].file})`]),
      [
        tableLine(head),
        `| ${head.map((_, i) => (i === 0 ? "---" : "---:")).join(" | ")} |`,
        ...rows.map(tableLine),
      ].join("\n"),
      ...sentences.slice(1),
    ]),
    `\`${command}\` makes these numbers again.`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
