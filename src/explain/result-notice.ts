import type { Text } from "../base/text.ts";

/** What stands at the head of a page that shows a result of an older version of the model; empty for one that is up to date. */
export function resultNotice({
  stale,
  modelHash,
}: {
  readonly stale: boolean;
  readonly modelHash: string;
}): string {
  return stale
    ? `> **Out of date.** These numbers are of version \`${modelHash.slice(0, 12)}\` of the model; it, or what they read beside it, has changed since.`
    : "";
}

/** The same for a report, with the name of the result. */
export function outdatedText(name: Text, modelHash: string, command: string): Text {
  const version = modelHash.slice(0, 12);
  return {
    en: `${name.en}: made with version ${version} of the model; it, or what was read beside it, has changed since. To make it again: ${command}`,
    es: `${name.es}: hecho con la versión ${version} del modelo; este, o lo que se leyó junto a él, cambió después. Para hacerlo de nuevo: ${command}`,
  };
}
