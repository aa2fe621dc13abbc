import type { KernelTables } from "./make-tables.ts";

/** The text of `tables.ts`. */
export function tablesText(t: KernelTables): string {
  const rows = (list: readonly (readonly number[])[]) =>
    list.map((row) => `  [${row.join(", ")}],`).join("\n");
  return `// biome-ignore-all format: written by \`npm run kernels\` from make-tables.ts; do not edit.
// biome-ignore-all lint: as above.
import type { KernelTables } from "./make-tables.ts";

/** Written by \`npm run kernels\` from \`make-tables.ts\`. */
export const TABLES: KernelTables = {
  ln2: [${t.ln2.join(", ")}],
  expStep: [${t.expStep.join(", ")}],
  lnSeries: [${t.lnSeries.join(", ")}],
  lnShortSeries: [${t.lnShortSeries.join(", ")}],
  twoOverPi: ${t.twoOverPi},
  halfPi: [${t.halfPi.join(", ")}],
  sinSeries: [${t.sinSeries.join(", ")}],
  cosSeries: [${t.cosSeries.join(", ")}],
  atanSeries: [${t.atanSeries.join(", ")}],
  atans: [${t.atans.map((pair) => `[${pair.join(", ")}]`).join(", ")}],
  log: [
${rows(t.log)}
  ],
  exp: [
${rows(t.exp)}
  ],
};
`;
}
