import type { Text } from "../base/text.ts";
import type { Claim } from "./brief.ts";
import { amountText, joinTexts, monthsText, ruleText, saysText, sourcesText } from "./claim-words.ts";
import { judgeNumber, judgePlace, judgeReport, type SourceNumber } from "./judge.ts";
import { evaluateRead, parseRead, type ReadSeries } from "./read-expression.ts";
import type { ClaimResult, Verdict } from "./result.ts";
import { shareWords } from "./share-words.ts";

/** A row of the register or of the timeline, as claims read it. */
export interface RecordRow {
  readonly id: string;
  readonly quantity: string;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly unit: string;
  readonly source: string;
  readonly note: string;
}

/** What claims are judged by. */
export interface ClaimRecord {
  /** Rows for an id, or for a day of the timeline; empty for an unknown id. */
  readonly rows: (id: string) => readonly RecordRow[];
  readonly series: ReadSeries;
}

/** Judges a claim by the record as published by `by` (`YYYY-MM-DD`). Verdicts are computed here and nowhere else. */
export function judgeClaim(claim: Claim, record: ClaimRecord, by: string): ClaimResult {
  const { says } = claim;
  const entries = [claim.read].flat();
  const base = {
    id: claim.id,
    claim: claim.claim,
    kind: claim.kind,
    says: saysText(says),
    read:
      entries.length === 0 ? "–" : [...entries, ...claim.against.map((id) => `against: ${id}`)].join("; "),
    rule: ruleText(says),
  };
  if ("expectation" in says) {
    const why: Text = {
      en: `See expectation ${says.expectation}.`,
      es: `Véase la expectativa ${says.expectation}.`,
    };
    return { ...base, verdict: "expectation", why: joinTexts(why, claim.note), sources: idsOf(entries) };
  }
  if ("place" in says) {
    const rows = entries.flatMap((entry) => record.rows(entry));
    const named = rows.filter((row) => names(row, says.place.match)).map((row) => row.id);
    const instead = rows.filter((row) => names(row, says.instead.match)).map((row) => row.id);
    const verdict = judgePlace({ named, instead });
    const list = (ids: readonly string[]) => (ids.length === 0 ? "" : ` (${ids.join(", ")})`);
    const why: Text = {
      en: `Of ${rows.length} rows read, ${named.length} ${named.length === 1 ? "names" : "name"} ${says.place.name.en}${list(named)}; ${instead.length} ${instead.length === 1 ? "names" : "name"} ${says.instead.name.en}${list(instead)}.`,
      es: `De ${rows.length} filas leídas, ${named.length} ${named.length === 1 ? "nombra" : "nombran"} ${says.place.name.es}${list(named)}; ${instead.length} ${instead.length === 1 ? "nombra" : "nombran"} ${says.instead.name.es}${list(instead)}.`,
    };
    return { ...base, verdict, why: joinTexts(why, claim.note), sources: rows.map((row) => row.id) };
  }
  if ("reported" in says) {
    const rows = entries.flatMap((entry) => record.rows(entry));
    const against = claim.against.flatMap((entry) => record.rows(entry));
    const verdict = judgeReport(rows.flatMap(sourceNames), against.flatMap(sourceNames));
    const count = (list: readonly RecordRow[]) => new Set(list.flatMap(sourceNames)).size;
    const why: Text =
      rows.length + against.length === 0
        ? {
            en: "The register holds no data and no second source for it.",
            es: "El registro no tiene datos ni una segunda fuente.",
          }
        : {
            en: `Independent sources for it: ${count(rows)}; against it: ${count(against)}.`,
            es: `Fuentes independientes a favor: ${count(rows)}; en contra: ${count(against)}.`,
          };
    return {
      ...base,
      verdict,
      why: joinTexts(why, claim.note),
      sources: [...rows, ...against].map((row) => row.id),
    };
  }

  const unit: Text | "share" = "share" in says ? "share" : says.unit;
  const sources: SourceNumber[] = [];
  const months: string[] = [];
  const missing: string[] = [];
  for (const entry of entries) {
    const node = parseRead(entry).node;
    if (!node) continue;
    if (node.kind === "id") {
      const found = record.rows(node.id).flatMap((row) => rowNumber(row, unit === "share"));
      if (found.length === 0) missing.push(node.id);
      sources.push(...found);
      continue;
    }
    const read = evaluateRead(node, record.series, by);
    if (!read) {
      missing.push(entry);
      continue;
    }
    months.push(...read.months);
    sources.push({
      id: read.files.join(", "),
      value: read.value,
      low: read.value,
      high: read.value,
      data: true,
      names: read.files,
    });
  }
  const verdict: Verdict = judgeNumber(claimedNumber(says), sources);
  const first = sources[0];
  const why = joinTexts(
    sources.length === 0
      ? { en: "Nothing was found to read.", es: "No se encontró nada que leer." }
      : readText(sources, unit, months, by),
    missing.length === 0
      ? undefined
      : { en: `Not found: ${missing.join("; ")}.`, es: `No se encontró: ${missing.join("; ")}.` },
    claim.note,
  );
  return {
    ...base,
    ...(first
      ? {
          value: {
            text: amountText(first.value, unit),
            number: first.value,
            low: Math.min(...sources.map((s) => s.low)),
            high: Math.max(...sources.map((s) => s.high)),
          },
        }
      : {}),
    verdict,
    why,
    sources: [...new Set(sources.flatMap((s) => (s.data ? s.names : [s.id])))],
  };
}

function readText(
  sources: readonly SourceNumber[],
  unit: Text | "share",
  months: readonly string[],
  by: string,
): Text {
  const figures = sourcesText(sources, unit);
  const when = monthsText(months, by);
  return { en: `Read: ${figures.en}${when.en}.`, es: `Se leyó: ${figures.es}${when.es}.` };
}

function claimedNumber(says: Claim["says"]): Parameters<typeof judgeNumber>[0] {
  if ("number" in says) return { low: says.number, high: says.number, form: "number", reference: 0 };
  if ("up_to" in says) return { low: says.up_to, high: says.up_to, form: "up to", reference: 0 };
  if ("low" in says) return { low: says.low, high: says.high, form: "range", reference: 0 };
  const words = "share" in says ? shareWords(says.share) : undefined;
  return { low: words?.low ?? 0, high: words?.high ?? 1, form: "range", reference: 0.5 };
}

/** A row as a number; for a share, percent become 0..1. */
function rowNumber(row: RecordRow, share: boolean): SourceNumber[] {
  if (row.value === undefined) return [];
  const factor = share && /^percent/.test(row.unit) ? 0.01 : 1;
  return [
    {
      id: row.id,
      value: row.value * factor,
      low: (row.low ?? row.value) * factor,
      high: (row.high ?? row.value) * factor,
      data: false,
      names: sourceNames(row),
    },
  ];
}

/** Those who stand behind a row: its source, cut at semicolons. */
function sourceNames(row: RecordRow): string[] {
  return row.source
    .split(";")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}

function names(row: RecordRow, words: readonly string[]): boolean {
  const text = ` ${row.quantity} ${row.note} ${row.source} `.toLowerCase();
  return words.some((word) => new RegExp(`[^a-z]${escapePattern(word.toLowerCase())}[^a-z]`).test(text));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function idsOf(entries: readonly string[]): string[] {
  return entries.filter((entry) => parseRead(entry).node?.kind === "id");
}
