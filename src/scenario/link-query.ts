/** A key and a value of a query, decoded. */
export type LinkEntry = readonly [key: string, value: string];

/** The query in what someone pasted: a whole address, a query with or without its question mark. */
export function queryOf(text: string): string {
  const trimmed = text.trim();
  const from = trimmed.indexOf("?");
  const query = from >= 0 ? trimmed.slice(from + 1) : isAddress(trimmed) ? "" : trimmed;
  const hash = query.indexOf("#");
  return hash < 0 ? query : query.slice(0, hash);
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^\.{0,2}\//.test(text) || !text.includes("=");
}

/** What other sites add to addresses to follow their readers: no part of a link, and not worth a word. */
const TRACKING = /^(utm_.*|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/i;

/** The entries of a query in order; what is not well encoded is kept as it stands. Never throws. */
export function readQuery(query: string): readonly LinkEntry[] {
  return query
    .replaceAll("&amp;", "&")
    .split("&")
    .filter((part) => part !== "")
    .map((part): LinkEntry => {
      const at = part.indexOf("=");
      return at < 0 ? [decode(part), ""] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
    })
    .filter(([key]) => !TRACKING.test(key));
}

function decode(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Entries as a query without a question mark; `@`, `,` and `:` stay readable, as does the `+` in the name of a release. */
export function writeQuery(entries: readonly LinkEntry[]): string {
  return entries
    .map(
      ([key, value]) =>
        `${encode(key)}=${key === "m" ? encode(value).replaceAll("%2B", "+") : encode(value)}`,
    )
    .join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%40", "@").replaceAll("%2C", ",").replaceAll("%3A", ":");
}
