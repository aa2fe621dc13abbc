/** A page on a free port of this machine; see `serve.js`. */
export function serveSite(options: {
  /** The text of a module of the compiled package, by its path below the package. */
  readonly modules: (path: string) => string | Uint8Array | undefined;
  readonly data?: Readonly<Record<string, string | Uint8Array>>;
  readonly script?: string;
}): Promise<{
  readonly url: string;
  readonly received: ReadonlyMap<string, Uint8Array>;
  readonly close: () => Promise<void>;
}>;
