/** Names that are in the form used for look-up already: most of them, and known at a glance. */
const PLAIN = /^[a-z0-9_]+(?:[ -][a-z0-9_]+)*$/;

/** The form of a name used for look-up: lower case, single spaces, composed accents. */
export function canonicalName(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
}
