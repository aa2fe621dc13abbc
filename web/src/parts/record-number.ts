import { dateWords, type EvidenceRecord, type Language, significant, yearsMonth } from "downstream/explorer";

/** Says a value of a record without its unit; one whose unit is a date, held as decimal years, as a month. */
export function recordNumber(
  record: Pick<EvidenceRecord, "definition">,
  language: Language,
): (value: number) => string {
  return isDate(record)
    ? (value) => dateWords(yearsMonth(value), language)
    : (value) => significant(value, 3);
}

/** Whether a record's values are dates. */
function isDate({ definition }: Pick<EvidenceRecord, "definition">): boolean {
  return /^[^\n]*?\[\s*date\s*\]/.test(definition);
}
