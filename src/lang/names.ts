/** The form of a name used for look-up: lower case, single spaces, composed accents. */
export function canonicalName(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
}
