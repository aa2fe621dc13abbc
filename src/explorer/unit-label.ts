import type { Language, Text } from "../base/text.ts";

/** Words of a unit behind a number, and behind "a" or "per" below a stroke. */
const UNITS: Readonly<Record<string, Readonly<Record<Language, readonly [many: string, one: string]>>>> = {
  percent: { en: ["%", "%"], es: ["%", "%"] },
  person: { en: ["people", "person"], es: ["personas", "persona"] },
  people: { en: ["people", "person"], es: ["personas", "persona"] },
  group: { en: ["groups", "group"], es: ["grupos", "grupo"] },
  kit: { en: ["kits", "kit"], es: ["estuches", "estuche"] },
  USD: { en: ["dollars", "dollar"], es: ["dólares", "dólar"] },
  year: { en: ["years", "year"], es: ["años", "año"] },
  month: { en: ["months", "month"], es: ["meses", "mes"] },
  week: { en: ["weeks", "week"], es: ["semanas", "semana"] },
  day: { en: ["days", "day"], es: ["días", "día"] },
};

const TIMES: ReadonlySet<string> = new Set(["year", "month", "week", "day"]);
/** Multiples of a unit; in Spanish a large one takes "de". */
const MULTIPLES: Readonly<Record<string, Text>> = {
  thousand: { en: "thousand", es: "mil" },
  million: { en: "million", es: "millones de" },
  billion: { en: "billion", es: "miles de millones de" },
};

/**
 * A unit as people say it behind a number: `person/month` → "people a month", `million USD/year` → "millones de dólares al
 * año". Empty for a pure number and for a date; a unit without words stays as the model writes it.
 */
export function unitLabel(unit: string): Text {
  return { en: label(unit, "en"), es: label(unit, "es") };
}

function label(unit: string, language: Language): string {
  if (unit === "1" || unit === "" || unit === "date") return "";
  const [above = "", ...below] = unit.split("/");
  const words = [above === "1" ? "" : many(above, language), ...below.map((one) => per(one, language))];
  return words.filter((word) => word !== "").join(" ");
}

function many(text: string, language: Language): string {
  return text
    .split("*")
    .map((factor) =>
      factor
        .split(" ")
        .map((part) => MULTIPLES[part]?.[language] ?? UNITS[part]?.[language][0] ?? part)
        .join(" "),
    )
    .join(" × ");
}

function per(text: string, language: Language): string {
  const one = UNITS[text]?.[language][1] ?? text;
  if (!TIMES.has(text)) return language === "en" ? `per ${one}` : `por ${one}`;
  if (language === "en") return `a ${one}`;
  return text === "week" ? `a la ${one}` : `al ${one}`;
}
