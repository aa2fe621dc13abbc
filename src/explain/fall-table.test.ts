import { expect, it } from "vitest";
import { type FallShares, MISSED, REST } from "../analysis/fall-shares.ts";
import { loadWords } from "../scenario/words.ts";
import { fallTables } from "./fall-table.ts";

const range = (median: number) => ({ low: median - 0.1, median, high: median + 0.1 });
const rows = [
  { mechanism: "supply", share: range(0.5), lastIn: range(0.4), firstIn: range(0.6) },
  { mechanism: REST, share: range(0.3) },
  { mechanism: MISSED, share: range(0.2) },
];
const shares: FallShares = {
  from: "2023-06",
  to: "2024-12",
  draws: 10,
  accounts: [
    {
      measure: "sums",
      observed: -0.5,
      simulated: { low: -0.6, median: -0.4, high: -0.3 },
      rows,
      byOption: [{ variant: "law", option: "one", draws: 10, rows }],
    },
  ],
  levers: { first: "2025-02", share: range(0) },
};
const words = loadWords(
  {
    "words/en.yaml": "mechanisms:\n  supply: {label: Supply shock, sentence: Less arrives.}\n",
    "words/es.yaml": "mechanisms:\n  supply: {label: Choque de oferta, sentence: Llega menos.}\n",
  },
  "",
);

it("says the account of a fall in both languages", () => {
  const [en] = fallTables(shares, words, "en");
  expect(en!.sentences[0]).toBe("Published: \u221239 %; simulated: \u221233 % (\u221245 % to \u221226 %).");
  expect(en!.sentences[1]).toContain("one (10 draws): Supply shock 50 %, all else");
  expect(en!.sentences[2]).toBe("Levers that move from 2025-02 on add 0 % (\u221210 % to 10 %) of the fall.");
  expect(en!.rows[0]).toEqual([
    "Supply shock",
    "50 % (40 % to 60 %)",
    "40 % (30 % to 50 %)",
    "60 % (50 % to 70 %)",
  ]);
  expect(en!.rows.map((row) => row[2])).toEqual(["40 % (30 % to 50 %)", "", ""]);
  const [es] = fallTables(shares, words, "es");
  expect(es!.rows[0]![0]).toBe("Choque de oferta");
  expect(es!.title).toContain("2023-06 y 2024-12");
});
