import type { Language } from "../base/text.ts";
import type { Page } from "../explorer/pages/page-frame.ts";
import type { ExplorerModel } from "./explorer-model.ts";

/** The pages of a site beside the explorer itself. */
export function explorerPages(_model: ExplorerModel): Readonly<Record<Language, readonly Page[]>> {
  return { en: [], es: [] };
}
