import { parseCsv } from "../base/csv.ts";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import {
  cellNumber,
  type EvidenceRow,
  loadRegister,
  loadTimeline,
  type TimelineRow,
} from "../evidence/register.ts";
import type { ClaimRecord, RecordRow } from "./claims.ts";
import type { SeriesValues } from "./read-expression.ts";

/** The record beside a model: register, timeline and data series. */
export interface BriefRecord extends ClaimRecord {
  readonly register: ReadonlyMap<string, EvidenceRow>;
  readonly timeline: readonly TimelineRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `evidence/evidence.csv`, `evidence/timeline.csv` and, when asked, `data/*.csv` of the model in `folder`. */
export function loadRecord(files: Files, folder: string): BriefRecord {
  const root = folder === "" ? "" : `${folder.replace(/\/$/, "")}/`;
  const registerFile = `${root}evidence/evidence.csv`;
  const timelineFile = `${root}evidence/timeline.csv`;
  const register =
    files[registerFile] === undefined ? undefined : loadRegister(registerFile, files[registerFile]);
  const timeline =
    files[timelineFile] === undefined ? undefined : loadTimeline(timelineFile, files[timelineFile]);
  const rows = register?.rows ?? new Map<string, EvidenceRow>();
  const events = timeline?.rows ?? [];
  const cache = new Map<string, SeriesValues | undefined>();
  return {
    register: rows,
    timeline: events,
    diagnostics: [...(register?.diagnostics ?? []), ...(timeline?.diagnostics ?? [])],
    rows: (id) => {
      if (id.startsWith("timeline/")) {
        const [, date, lever] = id.split("/");
        return events
          .filter((row) => row.date === date && row.lever.startsWith(lever ?? ""))
          .map((row) => timelineRow(id, row));
      }
      const row = rows.get(id);
      return row ? [row] : [];
    },
    series: (file, column) => {
      const key = `${file}: ${column}`;
      if (!cache.has(key)) {
        const text = files[`${root}${file}`];
        cache.set(key, text === undefined ? undefined : readColumn(text, column));
      }
      return cache.get(key);
    },
  };
}

function timelineRow(id: string, row: TimelineRow): RecordRow {
  return {
    id,
    quantity: row.event,
    value: cellNumber(row.value),
    low: undefined,
    high: undefined,
    unit: row.unit,
    source: row.source,
    note: row.lever,
  };
}

/** One column of a CSV whose first column is a date: months ascending; cells that hold no number are left out. */
function readColumn(text: string, column: string): SeriesValues | undefined {
  const { header, rows } = parseCsv("", text);
  const index = header.findIndex((cell) => cell.text.trim() === column);
  if (index < 1) return undefined;
  const dates: string[] = [];
  const values: number[] = [];
  for (const { cells } of rows) {
    const date = cells[0]?.text ?? "";
    const value = cellNumber(cells[index]?.text.trim() ?? "");
    if (!/^\d{4}-\d{2}/.test(date) || value === undefined) continue;
    dates.push(date.slice(0, 7));
    values.push(value);
  }
  return { dates, values };
}
