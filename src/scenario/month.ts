/** Decimal years of the start of a month `YYYY-MM` (a year is twelve equal months). */
export function monthTime(month: string): number {
  return Number(month.slice(0, 4)) + (Number(month.slice(5, 7)) - 1) / 12;
}

/** Months since year 0 of `YYYY-MM`. */
export function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** `YYYY-MM` of a count of months since year 0. */
export function monthText(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}
