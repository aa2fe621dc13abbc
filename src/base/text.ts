/** The languages of every text that a reader sees. */
export type Language = "en" | "es";

/** One text in both languages. */
export interface Text {
  readonly en: string;
  readonly es: string;
}
