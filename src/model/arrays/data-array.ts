import type { Diagnostic, Files } from "../../base/diagnostic.ts";
import { nearestName } from "../../base/nearest-name.ts";
import { cellNumber } from "../../evidence/register.ts";
import { canonicalName } from "../../lang/names.ts";
import type { Of } from "../definitions.ts";
import type { Dimension } from "./dimensions.ts";
import { readColumns } from "./element-column.ts";
import { type Family, textAt } from "./family.ts";

/** Elements that are named in the finding about missing ones. */
const SHOWN = 3;

/** Elements that are named beside one that is none of them. */
const KNOWN = 12;

/**
 * Values of a data array in the declared unit, in the order of its elements: one row of the file for each element, or
 * `otherwise`. Rows of elements that a subrange leaves out are passed over. Errors, with the cell they are about:
 * `data-at` (not one column for each dimension), `data-element` (no such element), `data-element-twice`, `data-cell`,
 * `data-element-missing`, and those of the file; then there are no values. An empty cell is a missing row.
 */
export function readDataArray(
  family: Family,
  statement: Of<"data">,
  bases: (name: string) => Dimension | undefined,
  files: Files,
  report: (d: Diagnostic) => void,
): readonly number[] | undefined {
  const { file, column, source, at = [], otherwise } = statement;
  const { dimensions, count } = family;
  const values: number[] = new Array<number>(count).fill(otherwise ?? Number.NaN);
  const error = (d: Omit<Diagnostic, "severity">): void => report({ ...d, severity: "error" });
  if (count === 0) return undefined;
  if (at.length !== dimensions.length) {
    const data = { name: family.text, wanted: dimensions.length, found: at.length };
    error({ code: "data-at", span: source, data });
    return undefined;
  }
  const read = readColumns(files, file, [...at, { text: column, span: source }], source, report);
  if (read === undefined) return undefined;
  const canonical = new Map<string, string>();
  const lines = new Map<number, number>();
  let failed = false;
  for (const { cells, line } of read.table.rows) {
    let index: number | undefined = 0;
    for (const [d, dimension] of dimensions.entries()) {
      const cell = cells[read.places[d]!]!;
      const name = canonical.get(cell.text) ?? canonicalName(cell.text);
      canonical.set(cell.text, name);
      const place = dimension.positions.get(name);
      if (place === undefined && bases(dimension.base)?.positions.has(name) !== true) {
        const suggestion = nearestName(name, dimension.elements);
        const known = dimension.texts.slice(0, KNOWN);
        const data = { file, line, element: cell.text.trim(), dimension: dimension.text };
        error({
          code: "data-element",
          span: cell.span,
          data: suggestion === undefined ? { ...data, known } : { ...data, suggestion },
        });
        failed = true;
      }
      index =
        place === undefined || index === undefined ? undefined : index * dimension.elements.length + place;
    }
    if (index === undefined) continue;
    const cell = cells[read.places.at(-1)!]!;
    if (cell.text.trim() === "") continue;
    const before = lines.get(index);
    if (before !== undefined) {
      const data = { file, line, before, element: textAt(family, index) };
      error({ code: "data-element-twice", span: cell.span, data });
      failed = true;
    }
    lines.set(index, line);
    const value = cellNumber(cell.text.trim());
    if (value !== undefined) values[index] = value;
    else {
      error({ code: "data-cell", span: cell.span, data: { file, column, cell: cell.text } });
      failed = true;
    }
  }
  if (failed) return undefined;
  const missing = values.flatMap((_, index) => (lines.has(index) ? [] : [index]));
  if (missing.length > 0 && otherwise === undefined) {
    const elements = missing.slice(0, SHOWN).map((index) => textAt(family, index));
    error({ code: "data-element-missing", span: source, data: { file, elements, count: missing.length } });
    return undefined;
  }
  return values;
}
