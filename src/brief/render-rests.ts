import type { InputInfo } from "../analysis/sensitivity-result.ts";
import { sensitivityChart } from "../charts/sensitivity-chart.ts";
import { fixed } from "../explain/number-words.ts";
import { type Block, type Inline, paragraph, plain, say } from "./render-blocks.ts";
import { idLinks, type Lookup } from "./render-lookup.ts";
import { trustWords } from "./render-words-trust.ts";
import type { ValidationResult } from "./result-validation.ts";

type Sensitivity = NonNullable<ValidationResult["sensitivity"]>;

/** The leading assumptions of every headline outcome, with how firm the number behind each is. */
export function restBlocks(look: Lookup, sensitivity: Sensitivity): readonly Block[] {
  const { language } = look;
  const words = trustWords(language);
  const inputs = new Map(sensitivity.leading.map((one) => [one.name, one]));
  const base = sensitivity.scenarios[0];
  const tables = sensitivity.quantities.flatMap((one, k): readonly Block[] => {
    if (!one.varies || one.rows.length === 0) return [];
    const scenario = sensitivity.scenarios.find(({ id }) => id === one.scenario) ?? base;
    const path = scenario === undefined ? "" : say(scenario.label, language);
    return [
      {
        kind: "table",
        name: `rests-${k}`,
        caption: words.restsCaption(say(one.label, language), path),
        cards: true,
        head: [words.assumption, words.index, words.informed, words.behind].map((text) => ({ text })),
        rows: one.rows.flatMap(({ input, index, se }) => {
          const info = inputs.get(input);
          if (info === undefined) return [];
          return [
            {
              cells: [
                plain(say(info.label, language)),
                plain(`${fixed(index, 2)} ± ${fixed(se, 2)}`),
                plain(info.informed ? look.words.yes : look.words.no),
                plain(...behind(look, info)),
              ],
            },
          ];
        }),
      },
    ];
  });
  const shown = [undefined, ...sensitivity.scenarios.slice(1).map(({ id }) => id)].filter((id) =>
    sensitivity.quantities.some((one) => one.scenario === id),
  );
  const charts = shown.map(
    (id): Block => ({ kind: "chart", chart: sensitivityChart(sensitivity, id, language) }),
  );
  return [
    { kind: "heading", text: words.rests },
    ...charts.slice(0, 1),
    paragraph(words.restsNote, "note"),
    { kind: "fold", summary: words.restsFold, blocks: [...charts.slice(1), ...tables] },
  ];
}

/** The rows that an assumption cites, each with its grade; an unverified one stands out. */
function behind(look: Lookup, { sources }: InputInfo): readonly Inline[] {
  const words = trustWords(look.language);
  if (sources.length === 0) return [words.nothing];
  return sources.flatMap(({ id, grade }, i): readonly Inline[] => [
    ...(i === 0 ? [] : [look.words.list]),
    ...(grade === "judgement" ? [] : [...idLinks(look, [id]), " "]),
    grade === "unverified" ? { kind: "strong", text: words.grades[grade] } : words.grades[grade],
  ]);
}
