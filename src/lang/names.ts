/** The form of a name used for look-up: lower case, single spaces. */
export function canonicalName(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ");
}
