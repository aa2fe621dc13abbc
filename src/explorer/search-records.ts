import type { Language } from "../base/text.ts";
import type { EvidenceRecord } from "./evidence-record.ts";

/**
 * Records that hold every word of a query in label, name or meaning, whatever case and accents; the beginning of a label
 * counts most, then the beginning of a word of label or name, then any place in them, then the meaning. An empty query finds none.
 */
export function searchRecords(
  records: readonly EvidenceRecord[],
  query: string,
  language: Language,
): readonly EvidenceRecord[] {
  const words = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return records
    .flatMap((record) => {
      const texts = placesOf(record, language);
      const ranks = words.map((word) => rankOf(word, texts));
      return ranks.some((rank) => rank === undefined)
        ? []
        : [{ record, rank: ranks.reduce<number>((sum, rank) => sum + (rank ?? 0), 0), label: texts.label }];
    })
    .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
    .map(({ record }) => record);
}

interface Places {
  readonly label: string;
  readonly names: string;
  readonly meaning: string;
}

function placesOf({ name, label, meaning }: EvidenceRecord, language: Language): Places {
  return {
    label: folded(label[language]),
    names: folded(`${label[language]} ${name}`),
    meaning: folded(meaning[language]),
  };
}

function rankOf(word: string, { label, names, meaning }: Places): number | undefined {
  if (label.startsWith(word)) return 0;
  if (startsWord(names, word)) return 1;
  if (names.includes(word)) return 3;
  if (startsWord(meaning, word)) return 6;
  return meaning.includes(word) ? 8 : undefined;
}

function startsWord(text: string, word: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${word}`);
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
