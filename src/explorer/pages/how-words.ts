import type { Language } from "../../base/text.ts";
import { HOW_ENGLISH } from "./how-words-en.ts";
import { HOW_SPANISH } from "./how-words-es.ts";

/** Words of the pages on how the model works. */
export interface HowWords {
  readonly title: string;
  readonly description: (model: string) => string;
  readonly lede: string;
  readonly is: { readonly title: string; readonly items: readonly string[] };
  readonly isNot: { readonly title: string; readonly items: readonly string[] };
  readonly kinds: {
    readonly title: string;
    readonly intro: string;
    readonly items: readonly { readonly term: string; readonly text: string }[];
  };
  readonly overview: {
    readonly title: string;
    readonly picture: string;
    readonly intro: string;
    readonly description: (boxes: number, arrows: number) => string;
    readonly list: string;
    readonly reads: (to: string, from: string, count: number) => string;
  };
  readonly rivals: { readonly title: string; readonly intro: string; readonly options: string };
  readonly loops: {
    readonly title: string;
    readonly intro: (all: number, plus: number, minus: number, open: number) => string;
    readonly signs: string;
    readonly across: string;
  };
  readonly chapters: { readonly title: string; readonly intro: string };
  readonly more: {
    readonly title: string;
    readonly levers: string;
    readonly equations: string;
    readonly sources: string;
  };
  readonly counts: (n: {
    chapters: number;
    names: number;
    stocks: number;
    constants: number;
    levers: number;
    outcomes: number;
    loops: number;
  }) => string;
  readonly chapter: ChapterWords;
  readonly picture: PictureWords;
  readonly levers: LeverWords;
  readonly equations: { readonly title: string; readonly description: string; readonly intro: string };
  readonly sources: SourceWords;
}

export interface ChapterWords {
  readonly description: (title: string) => string;
  readonly all: string;
  readonly previous: string;
  readonly next: string;
  /** On the Spanish page: that the chapter's own text is English. */
  readonly foreign?: string;
  readonly contents: string;
  readonly names: (count: number) => string;
  readonly outcome: string;
  readonly equationOf: (name: string) => string;
  readonly asWritten: (name: string) => string;
  readonly value: string;
  readonly prior: string;
  readonly range: string;
  readonly ramp: (months: number) => string;
  readonly to: string;
  readonly options: string;
  readonly elements: string;
  readonly evidence: string;
  readonly judgement: string;
  readonly readBy: string;
  readonly data: (file: string, column: string, points: number, late: number) => string;
  readonly math: {
    readonly if: string;
    readonly otherwise: string;
    readonly and: string;
    readonly or: string;
    readonly not: string;
    readonly start: string;
    readonly of: string;
  };
}

export interface PictureWords {
  readonly title: string;
  readonly caption: (title: string) => string;
  readonly description: (stocks: number, flows: number, others: number) => string;
  readonly how: string;
  readonly legend: readonly string[];
  readonly list: string;
  readonly start: string;
  readonly filled: string;
  readonly emptied: string;
  readonly moved: string;
  readonly same: string;
  readonly other: string;
  readonly either: string;
  readonly late: string;
  readonly through: string;
  readonly lever: string;
  readonly outcome: string;
  readonly readsFrom: (title: string) => string;
  readonly readBy: (title: string) => string;
}

export interface LeverWords {
  readonly title: string;
  readonly description: string;
  readonly intro: string;
  readonly signs: string;
  readonly for: string;
  readonly against: string;
  readonly proposed: string;
  readonly range: string;
  readonly tried: string;
  readonly equation: string;
  readonly paths: (count: number) => string;
  readonly long: (steps: number) => string;
  readonly none: string;
}

export interface SourceWords {
  readonly title: string;
  readonly description: string;
  readonly intro: (rows: number, cited: number) => string;
  readonly head: Readonly<
    Record<"id" | "quantity" | "value" | "unit" | "year" | "source" | "status" | "usedBy", string>
  >;
  readonly status: Readonly<Record<string, string>>;
}

/** The words in a language. */
export function howWords(language: Language): HowWords {
  return WORDS[language];
}

const WORDS: Readonly<Record<Language, HowWords>> = { en: HOW_ENGLISH, es: HOW_SPANISH };
