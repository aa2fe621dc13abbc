import { readFileSync, rmSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { DiagnosticError } from "../base/diagnostic.ts";
import { fileError } from "./read-folder.ts";
import { writeAtomic } from "./write-atomic.ts";

/** What a checkpoint file holds: a state, and the key of the work that it belongs to. */
interface Stored {
  readonly format: "downstream-checkpoint";
  readonly key: string;
  readonly state: unknown;
}

/**
 * A file that holds how far long work came, so that the same command goes on from there. Throws DiagnosticError
 * `checkpoint-other` when the file belongs to other work, `file-unreadable`, `file-unwritable`.
 */
export interface Checkpoint<State> {
  /** The state kept; undefined where there is no file yet. */
  readonly read: () => State | undefined;
  /** Replaces the file: a reader sees the old state or the new. */
  readonly write: (state: State) => void;
  readonly remove: () => void;
}

/** A checkpoint at `path` of the work that `key` names; whoever calls answers for states of one key being of one kind. */
export function checkpoint<State>(path: string, key: string): Checkpoint<State> {
  return {
    read() {
      const bytes = bytesOf(path);
      if (bytes === undefined) return undefined;
      const stored = storedIn(bytes);
      if (stored?.key === key) return stored.state as State;
      throw new DiagnosticError([{ code: "checkpoint-other", severity: "error", data: { path } }]);
    },
    write(state) {
      const stored: Stored = { format: "downstream-checkpoint", key, state };
      writeAtomic(path, serialize(stored));
    },
    remove: () => rmSync(path, { force: true }),
  };
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new DiagnosticError([fileError("file-unreadable", path, code ?? String(error))]);
  }
}

function storedIn(bytes: Uint8Array): Stored | undefined {
  try {
    const value: unknown = deserialize(bytes);
    const stored = value as Partial<Stored> | null;
    return stored?.format === "downstream-checkpoint" ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}
