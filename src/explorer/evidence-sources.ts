import { aboutSeries, timelineOf } from "../brief/brief-sources.ts";
import type { BriefRecord } from "../brief/record.ts";
import { evidenceValue } from "../explain/variable-text.ts";
import type { EvidenceSource } from "./evidence-record.ts";
import type { ExplorerParts } from "./explorer-parts.ts";

/**
 * What stands behind an id: a row of the register, a day of the timeline (`timeline/2025-03-04/tariff`), or a data file of the
 * model (`data/x.csv`). Undefined for an id that is none of them, such as `judgement`.
 */
export function evidenceSource(
  files: ExplorerParts["files"],
  record: BriefRecord,
  id: string,
): EvidenceSource | undefined {
  const event = timelineOf(record, id);
  if (event !== undefined) {
    const { date, value, unit, source, url } = event;
    // The timeline holds reports of what was done, read in the press.
    return { quantity: event.event, value, unit, year: date, source, url, status: "secondary", note: "" };
  }
  const row = record.register.get(id);
  if (row !== undefined) {
    const { quantity, unit, year, source, url, status, note } = row;
    const value = evidenceValue({ ...row, unit: "", year: "" }).trim();
    return { quantity, value, unit, year, source, url, status, note };
  }
  if (!/^data\/.+\.csv$/.test(id) || files[id] === undefined) return undefined;
  const { what, publisher } = dataFile(aboutSeries(files, id), files, id);
  return {
    quantity: what,
    value: "",
    unit: "",
    year: "",
    source: publisher,
    url: "",
    status: "data",
    note: "",
  };
}

/** What a data file holds and who published it, from `data/SOURCES.md`; its path where that says nothing. */
function dataFile(
  about: string,
  files: ExplorerParts["files"],
  id: string,
): { readonly what: string; readonly publisher: string } {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const section = (files["data/SOURCES.md"] ?? "")
    .split(/^### /m)
    .find((one) => one.split("\n")[0]?.includes(name));
  const publisher = /^- Publisher[^:]*: (.*)$/m.exec(section ?? "")?.[1];
  const what = about.charAt(0).toUpperCase() + about.slice(1);
  return { what: what === "" ? id : what, publisher: publisher ?? id };
}
