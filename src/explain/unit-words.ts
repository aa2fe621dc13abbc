import { monthText } from "../scenario/month.ts";
import { dateWords } from "./date-words.ts";
import type { Language } from "./language.ts";
import { level } from "./number-words.ts";

const UNIT_WORDS: Readonly<Record<string, Readonly<Record<Language, (n: string) => string>>>> = {
  "1": { en: (n) => n, es: (n) => n },
  "": { en: (n) => n, es: (n) => n },
  percent: { en: (n) => `${n} %`, es: (n) => `${n} %` },
  "1/month": { en: (n) => `${n} a month`, es: (n) => `${n} al mes` },
  "1/year": { en: (n) => `${n} a year`, es: (n) => `${n} al año` },
  month: { en: (n) => `${n} months`, es: (n) => `${n} meses` },
  year: { en: (n) => `${n} years`, es: (n) => `${n} años` },
  "thousand people": { en: (n) => `${n} thousand people`, es: (n) => `${n} mil personas` },
};

/** A lever's value with its unit as people say it: "8 a month", "25 %", "August 2025"; other units as declared. */
export function quantityWords(value: number, unit: string, language: Language): string {
  if (unit === "date") return dateWords(monthText(Math.round(value * 12)), language);
  return UNIT_WORDS[unit]?.[language](level(value)) ?? `${level(value)} ${unit}`;
}
