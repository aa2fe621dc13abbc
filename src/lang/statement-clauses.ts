import type { Statement } from "./ast.ts";
import type { Clause } from "./clauses.ts";
import type { Cursor } from "./cursor.ts";

/** A statement of one kind. */
export type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;
/** The parts of a statement while they are read, in any order. */
export type Mutable<T> = { -readonly [P in keyof T]?: T[P] };

/** A clause that begins with words. */
export function clause(words: string, read: () => void): Clause {
  return { words, read };
}

/** Whether the token at `index` is one of `words`, in any case. */
export function isOneOf(c: Cursor, index: number, words: readonly string[]): boolean {
  const token = c.tokens[index];
  return token?.kind === "word" && words.includes(token.text.toLowerCase());
}
