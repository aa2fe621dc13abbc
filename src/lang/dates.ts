const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/**
 * Decimal years of `2024-11` or `2024-11-05`: year + (month - 1) / 12 + (day - 1) / 365.25;
 * undefined where the text is no date (two digits each, a month 01 to 12, a day that the month has).
 */
export function dateValue(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3] ?? "1");
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return year + (month - 1) / 12 + (day - 1) / 365.25;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
