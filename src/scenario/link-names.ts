/** A name as it stands in a link: lower case letters and digits joined by hyphens, without accents; `x` where none are left. */
export function slug(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain === "" ? "x" : plain;
}

/** Names and their slugs, one to one. */
export interface LinkNames {
  readonly names: readonly string[];
  readonly slugs: readonly string[];
  /** The slug of a name; undefined for one that is not among them. */
  readonly slugOf: (name: string) => string | undefined;
  readonly nameOf: (slug: string) => string | undefined;
}

/** The slugs of some names, in their order. Where two names would have the same, the later one gets `-2`, `-3` ... at its end. */
export function linkNames(names: readonly string[]): LinkNames {
  const slugs = new Map<string, string>();
  const bySlug = new Map<string, string>();
  for (const name of names) {
    if (slugs.has(name)) continue;
    const plain = slug(name);
    let own = plain;
    for (let i = 2; bySlug.has(own); i++) own = `${plain}-${i}`;
    slugs.set(name, own);
    bySlug.set(own, name);
  }
  return {
    names: [...slugs.keys()],
    slugs: [...slugs.values()],
    slugOf: (name) => slugs.get(name),
    nameOf: (text) => bySlug.get(text),
  };
}
