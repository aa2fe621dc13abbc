import type { Language } from "./language.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
};

/** `2024-11` → "November 2024" or "noviembre de 2024"; `2024-11-05` adds the day; other text is given back as it is. */
export function dateWords(date: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  const month = found ? MONTHS[language][Number(found[2]) - 1] : undefined;
  if (!found || month === undefined) return date;
  const year = found[1] ?? "";
  const day = found[3] === undefined ? undefined : String(Number(found[3]));
  if (language === "en") return day === undefined ? `${month} ${year}` : `${month} ${day}, ${year}`;
  return day === undefined ? `${month} de ${year}` : `${day} de ${month} de ${year}`;
}

/** `2024-11` → "Nov 2024" or "nov 2024", for axes and table heads. */
export function shortDateWords(date: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})/.exec(date);
  const month = found ? MONTHS[language][Number(found[2]) - 1] : undefined;
  return found && month !== undefined ? `${month.slice(0, 3)} ${found[1]}` : date;
}

/** `2024-11` → 2024 + 10/12: the place of a month's start on a time axis, in years. NaN where the text is no date. */
export function dateYears(date: string): number {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  if (!found) return Number.NaN;
  const day = found[3] === undefined ? 0 : (Number(found[3]) - 1) / 30.4375;
  return Number(found[1]) + (Number(found[2]) - 1 + day) / 12;
}
